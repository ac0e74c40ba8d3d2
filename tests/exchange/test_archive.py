"""The archive: everything out, the same in again; two homes brought together without losing a word."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from coach.app import Coach, build
from coach.core.days import Clock
from coach.core.errors import CoachError
from coach.core.ids import new_id
from coach.core.kinds import kinds
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.demo.demo import live_a_year
from coach.exchange import archive, exporting, incoming, reading
from coach.exchange.schema import schema
from coach.find import EVERYTHING, Filter
from coach.journal.records import Entry
from coach.practices import follows
from coach.references import remove
from tests.core.test_records import ONE_EACH
from tests.helpers import ROOT, entry
from tests.promises.homes import fill

MOMENT = datetime.fromisoformat("2026-11-20T09:00:00+01:00")


def home(folder) -> Coach:
    return build(Paths(str(folder)), Clock(MOMENT))


def out(coach) -> bytes:
    return b"".join(archive.chunks(coach, EVERYTHING, Steps()))


def bring(coach, content: bytes, folder):
    path = folder / "archive.json"
    path.write_bytes(content)
    found = incoming.plan(coach, reading.read(coach, str(path)))
    incoming.bring_in(coach, found, "archive.json", Steps())
    return found


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ids = st.integers(0, 2**40).map(lambda at: new_id(at * 1_000_000, at.to_bytes(8)))


@st.composite
def records(draw):
    cls, values = draw(st.sampled_from(ONE_EACH))
    values = {
        name: draw(texts) if isinstance(each, str) and name == "text" else each
        for name, each in values.items()
    }
    updated = draw(st.none() | st.just(MOMENT))
    record = cls(id=draw(ids), created=MOMENT, created_zone="UTC", updated=updated, **values)
    extra = draw(st.dictionaries(st.sampled_from(["weather", "x"]), texts, max_size=1))
    return cls.kind, record.id, record.fields() | extra


@settings(max_examples=60)
@given(st.lists(records(), max_size=20, unique_by=lambda each: each[1]))
def test_an_archive_brought_into_an_empty_home_gives_the_same_archive(tmp_path_factory, found):
    folder = tmp_path_factory.mktemp("homes")
    one, other = home(folder / "one"), home(folder / "other")
    with one.store.change("everything") as change:
        for kind, record_id, fields in found:
            change.add(kind, record_id, fields)
    bring(other, out(one), folder)
    assert out(other) == out(one)
    own = [kind for kind, *_ in found if not follows(kind)]
    assert out(other).count(b'"id"') == len(own), "what follows from others is worked out anew"


def test_ten_thousand_records_come_back_as_they_were(tmp_path):
    one, other = fill(str(tmp_path / "one"), 10_000), home(tmp_path / "other")
    bring(other, out(one), tmp_path)
    assert out(other) == out(one)
    assert len([*other.journal.entries()]) == 10_000


def test_the_whole_demo_year_goes_out_and_comes_in_and_one_undo_takes_it_back(tmp_path):
    one = live_a_year(Paths(str(tmp_path / "one")), Clock(MOMENT))
    other = home(tmp_path / "other")
    bring(other, out(one), tmp_path)
    assert out(other) == out(one)
    assert bring(other, out(one), tmp_path).is_empty
    other.store.undo()
    assert out(other).count(b'"id"') == 0


def test_the_schema_on_its_page_is_the_one_the_records_tell_and_the_demo_year_fits_it(tmp_path):
    assert json.loads((ROOT / "docs" / "archive.schema.json").read_text()) == schema()
    Draft202012Validator.check_schema(schema())
    kept = json.loads(out(live_a_year(Paths(str(tmp_path / "home")), Clock(MOMENT))))
    checked = Draft202012Validator(schema())
    assert list(checked.iter_errors(kept)) == []
    for harm in ({"text": 3}, {"mode": "bossing"}, {"at": "yesterday"}):
        kept["records"]["entries"][0] |= harm
        assert not checked.is_valid(kept)


def test_every_kind_is_in_the_schema():
    assert set(schema()["$defs"]) == set(kinds())


def write(coach, record_id: str, **fields) -> None:
    with coach.store.change("wrote") as change:
        change.put(Entry.kind, record_id, entry(**fields))


ONE = new_id(int(MOMENT.timestamp()) * 1_000_000_000, b"\0" * 8)
LATER, LATEST = "2026-11-20T10:00:00.000+01:00", "2026-11-20T11:00:00.000+01:00"


def said(coach) -> list[str]:
    return sorted(each.text for each in coach.journal.entries())


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ({"text": "first"}, {"text": "changed", "updated": LATER}, ["changed"]),
        ({"text": "changed", "updated": LATER}, {"text": "first"}, ["changed"]),
        ({"text": "a", "updated": LATER}, {"text": "b", "updated": LATEST}, ["a", "b"]),
        ({"text": "b", "updated": LATEST}, {"text": "a", "updated": LATER}, ["a", "b"]),
        ({"text": "a", "updated": LATER}, {"text": "b", "updated": LATER}, ["a", "b"]),
        ({"text": "a"}, {"text": "b"}, ["a", "b"]),
    ],
)
def test_of_two_versions_the_later_one_counts_and_what_both_changed_is_kept_twice(
    tmp_path, mine, theirs, found
):
    here, there = home(tmp_path / "here"), home(tmp_path / "there")
    write(here, ONE, **mine)
    write(there, ONE, **theirs)
    bring(here, out(there), tmp_path)
    assert said(here) == found
    assert (
        here.journal.get(ONE).text == max((mine, theirs), key=lambda each: each.get("updated") or "")["text"]
    )
    assert bring(here, out(there), tmp_path).is_empty


def test_one_undo_takes_both_versions_back(tmp_path):
    here, there = home(tmp_path / "here"), home(tmp_path / "there")
    write(here, ONE, text="a", updated=LATER)
    write(there, ONE, text="b", updated=LATEST)
    bring(here, out(there), tmp_path)
    here.store.undo()
    assert said(here) == ["a"]


def test_two_homes_that_bring_each_other_in_hold_the_same_words(tmp_path):
    here, there = home(tmp_path / "here"), home(tmp_path / "there")
    write(here, ONE, text="a", updated=LATER)
    write(there, ONE, text="b", updated=LATEST)
    here.journal.write("only here")
    there.journal.write("only there")
    before = out(here)
    bring(here, out(there), tmp_path)
    bring(there, before, tmp_path)
    assert said(here) == said(there) == ["a", "b", "only here", "only there"]


def test_what_was_deleted_here_stays_so_unless_it_is_asked_back(coach, tmp_path):
    entry = coach.journal.write("gone on purpose")
    coach.journal.write("kept")
    before = out(coach)
    remove(coach.store, entry)
    found = bring(coach, before, tmp_path)
    assert said(coach) == ["kept"]
    assert any("1 record you deleted here" in line for line in incoming.told(coach, found))
    again = incoming.plan(coach, found.incoming, bring_back=True)
    incoming.bring_in(coach, again, "archive.json", Steps())
    assert said(coach) == ["gone on purpose", "kept"]


def test_an_import_that_was_undone_can_come_again(tmp_path):
    here, there = home(tmp_path / "here"), home(tmp_path / "there")
    there.journal.write("theirs")
    bring(here, out(there), tmp_path)
    here.store.undo()
    bring(here, out(there), tmp_path)
    assert said(here) == ["theirs"]


@pytest.mark.parametrize("at", ["20260105T090000+0100", "2026-W02-1T09:00:00+01:00", "20260105 09:00+01:00"])
def test_moments_as_others_write_them_find_their_month(coach, tmp_path, at):
    bring(coach, json.dumps(with_entry(at=at, created=at)).encode(), tmp_path)
    (found,) = coach.journal.entries()
    assert (found.text, f"{found.at:%Y-%m-%d %H:%M}") == ("x", "2026-01-05 09:00")
    assert coach.store.months() == ["2026-01"]


def test_kinds_that_only_a_newer_version_knows_go_out_and_come_in(tmp_path):
    here, there = home(tmp_path / "here"), home(tmp_path / "there")
    here.journal.write("mine")
    with here.store.change("a newer coach wrote") as change:
        change.add("dreams", ONE, {"created": "2026-01-05T09:00:00.000+01:00", "what": "flying"})
        change.add("walks", new_id(1), {"at": "2026-01-05T09:00:00.000+01:00", "far": 3})
    found = bring(there, out(here), tmp_path)
    assert out(there) == out(here)
    assert any("“dreams”, which only a newer coach knows" in line for line in incoming.told(there, found))


GOOD = {"format": "coach-archive", "version": 1, "records": {"entries": [{"id": ONE, **entry("x")}]}}


def with_entry(**harm) -> dict:
    return GOOD | {"records": {"entries": [{"id": ONE, **entry("x"), **harm}]}}


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (GOOD | {"version": 2}, "version is 2"),
        (GOOD | {"version": None}, "version"),
        (GOOD | {"records": []}, "no records"),
        (GOOD | {"records": {"../dreams": []}}, "no kind “../dreams”"),
        (with_entry(at="24:00"), "makes no sense"),
        (GOOD | {"records": {"entries": {}}}, "no kind"),
        (GOOD | {"records": {"entries": [3]}}, "entries 1: it has no id"),
        (with_entry(id="../../x"), "entries 1: it has no id"),
        (with_entry(text=None), "entries 1: it makes no sense"),
        (with_entry(at="9999-99-99T00:00:00+00:00"), "makes no sense"),
        (with_entry(at="0001-01-01T00:00:00+14:00"), "out of reach|no sense"),
        (with_entry(at="2300-01-01T00:00:00+00:00"), "2300-01-01 is out of reach"),
        (
            GOOD | {"records": {"entries": [{"id": ONE, **entry("x")}] * 2}},
            "entries 2: its id is there twice",
        ),
    ],
)
def test_an_archive_that_makes_no_sense_is_refused_with_its_place_and_changes_nothing(
    coach, tmp_path, content, word
):
    coach.journal.write("mine")
    before = out(coach)
    with pytest.raises(CoachError, match=word) as refused:
        bring(coach, json.dumps(content).encode(), tmp_path)
    assert "Nothing was changed" in str(refused.value)
    assert out(coach) == before


def test_only_some_days_go_out_with_what_stays(coach):
    day = datetime.fromisoformat("2026-10-01T12:00:00+02:00")
    coach.frames.point("Somewhere")
    coach.journal.write("then", at=day)
    coach.journal.write("now")
    kept = json.loads(b"".join(archive.chunks(coach, Filter(until=day.date()), Steps())))["records"]
    assert [each["text"] for each in kept["entries"]] == ["then"]
    assert kept["frames"]


def test_whoever_stops_a_long_work_finds_nothing_half(coach, tmp_path):
    for number in range(1_000):
        coach.journal.write(f"{number}", at=MOMENT - timedelta(hours=number))
    kept = out(coach)
    other = home(tmp_path / "other")

    def stop(done: int, of: int) -> None:
        steps.is_stopped = done > 300

    for wanted in (
        exporting.Wanted("json"),
        exporting.Wanted("csv"),
        exporting.Wanted("markdown", is_folder=True),
    ):
        steps = Steps(stop)
        with pytest.raises(CoachError, match="Nothing was left behind"):
            exporting.export(coach, wanted, str(tmp_path / "out" / "x"), steps)
        assert os.listdir(tmp_path / "out") == []
    steps = Steps(stop)
    (tmp_path / "a.json").write_bytes(kept)
    found = incoming.plan(other, reading.read(other, str(tmp_path / "a.json")))
    with pytest.raises(CoachError, match="stopped"):
        incoming.bring_in(other, found, "a.json", steps)
    assert said(other) == []
