"""Search: whatever the case and accents, words and phrases, newest first, matches marked."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.find import Filter, spans, terms_of
from coach.folded import fold
from coach.references import remove

DAY = datetime.fromisoformat("2026-11-20T09:00+01:00")


@pytest.fixture
def written(coach):
    for days, text in enumerate(
        [
            "Café on the corner",
            "CAFE again, with\nthe corner seat",
            "straße und Größe",
            "a plain day",
            "ﬁnally İstanbul",
        ]
    ):
        coach.journal.write(text, at=DAY - timedelta(days=days * 20), tags=["walk"] if days else [])
    return coach


def found(coach, *typed, wanted=None):
    hits = coach.search.find(terms_of(typed), wanted or Filter())
    return [hit.record.words for hit in hits]


def test_case_and_accents_do_not_matter(written):
    assert found(written, "cafe") == ["Café on the corner", "CAFE again, with\nthe corner seat"]
    assert found(written, "CAFÉ") == found(written, "cafe")
    assert found(written, "strasse") == found(written, "STRASSE") == ["straße und Größe"]
    assert found(written, "grosse") == ["straße und Größe"]
    assert found(written, "finally") == found(written, "istanbul") == ["ﬁnally İstanbul"]


def test_all_words_must_occur_and_phrases_as_they_stand(written):
    assert found(written, "corner", "seat") == ["CAFE again, with\nthe corner seat"]
    assert found(written, "with the corner") == ["CAFE again, with\nthe corner seat"]
    assert found(written, '"the corner" seat') == ["CAFE again, with\nthe corner seat"]
    assert found(written, "seat corner") == []
    assert found(written, "nowhere") == []


def test_filters_narrow_the_search(written):
    assert found(written, "corner", wanted=Filter(tags=("WALK",))) == ["CAFE again, with\nthe corner seat"]
    assert found(written, "corner", wanted=Filter(since=date(2026, 11, 1))) == ["Café on the corner"]
    assert found(written, "corner", wanted=Filter(until=date(2026, 10, 31))) == [
        "CAFE again, with\nthe corner seat"
    ]


def test_what_was_changed_or_deleted_is_searched_as_it_is_now(written):
    (hit,) = written.search.find(["plain"])
    changed = written.journal.change(hit.record, text="a steep day")
    assert found(written, "plain") == []
    assert found(written, "steep") == ["a steep day"]
    remove(written.store, changed)
    assert found(written, "steep") == []


def test_matches_are_marked_where_they_stand_in_the_text():
    text = "Über  die\nBrücke: ueber, über"
    marked = [text[first:last] for first, last in spans(text, ["uber", "die brucke"])]
    assert marked == ["Über", "die\nBrücke", "über"]
    assert spans("aaa", ["aa", "a"]) == [(0, 2), (2, 3)]


@given(st.text(), st.text(min_size=1))
def test_marking_never_stumbles(text, term):
    folded = fold(term)
    if folded:
        for first, last in spans(text, [folded]):
            assert 0 <= first < last <= len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_a_shell_argument_with_spaces_is_a_phrase():
    assert terms_of(["waiting on", "brief"]) == ["waiting on", "brief"]
    assert terms_of(['a "b  c" d']) == ["a", "b c", "d"]
    assert terms_of(['"']) == []
