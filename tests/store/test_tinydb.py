"""The data is TinyDB's: a stranger's query finds what the program shows, and the program asks in the same way."""

from __future__ import annotations

from collections import Counter

import pytest
from tinydb import Query, TinyDB
from tinydb.table import Table

from coach.app import build
from coach.journal.records import Entry
from coach.signals.records import Signal
from coach.store import files
from coach.store.query import where
from coach.store.store import Store
from tests.helpers import entry
from tests.safety.stories import record_id


class Words(Table):
    """A table whose ids are words, as docs/data-format.md tells it."""

    document_id_class = str  # type: ignore[assignment]


def by_a_stranger(coach, kind: str, query) -> set[str]:
    found = set()
    for name in ["standing", *coach.store.months()]:
        with TinyDB(coach.store.data_files.path_of(name), access_mode="r", encoding="utf-8") as db:
            db.table_class = Words
            found |= {str(each.doc_id) for each in db.table(kind).search(query)}
    return found


def listed(shell, *words) -> list[dict]:
    found: list[dict] = shell("list", *words, "--all", "--json").json
    return found


@pytest.fixture
def coach(paths, clock):
    found = build(paths, clock)
    walk = found.commitments.make("Walk before mail", rhythm="every day")
    found.commitments.make("Read the brief", rhythm="every week")
    for text, tags in (("quiet", ["walk"]), ("loud", ["mail"]), ("clear", ["walk", "mail"])):
        found.journal.write(text, tags=tags)
    found.signals.park("They keep their own list", about="workaround")
    found.signals.park("Nobody asked for March")
    found.rounds.keep(walk, {"plan": "Out of the door first"})
    return found


def test_a_query_finds_what_the_program_shows(coach, shell):
    asked = Query()
    shown = {each["id"] for each in listed(shell, "--tag", "walk")}
    assert by_a_stranger(coach, "entries", asked.tags.any(["walk"])) == shown
    shown = {each["id"] for each in listed(shell, "signals") if each["about"]}
    assert by_a_stranger(coach, "signals", asked.about == "workaround") == shown
    walk, _ = coach.commitments.all()
    rounds = {each.id for each in coach.rounds.of(walk)}
    assert by_a_stranger(coach, "rounds", asked.commitment == walk.id) == rounds
    assert rounds


def test_the_program_reads_and_writes_with_tinydbs_own_methods(paths, clock, monkeypatch):
    called: Counter[str] = Counter()

    def counted(name):
        real = getattr(Table, name)

        def method(*arguments, **more):
            called[name] += 1
            return real(*arguments, **more)

        return method

    for name in ("insert_multiple", "remove", "search", "get"):
        monkeypatch.setattr(Table, name, counted(name))
    coach = build(paths, clock)
    kept = coach.journal.write("quiet")
    coach.journal.change(kept, text="loud")
    assert [each.text for each in coach.journal.entries()] == ["loud"]
    coach.ratings.of("management")
    coach.store.undo()
    assert set(called) == {"insert_multiple", "remove", "search", "get"}


def test_a_record_that_lost_a_field_has_lost_it(paths, clock):
    store = Store(paths, clock)
    with store.change("with a word of a newer version") as change:
        change.add("entries", record_id(1), entry("x") | {"mood": "calm"})
    with store.change("without it") as change:
        change.put("entries", record_id(1), entry("x"))
    assert "mood" not in store.records("2026-11", "entries")[record_id(1)]


def test_a_query_goes_over_all_months_and_over_what_is_on_its_way(coach, shell):
    assert shell("signal", "--about", "people", "They left").code == 0
    coach.store.refresh()
    found = coach.store.read_since(None, Signal, where("about") == "people")
    assert [each.text for each in found] == ["They left"]


def test_what_is_staged_is_read_by_nobody(paths, clock):
    store = Store(paths, clock)
    for number in (1, 2):
        with store.change(f"added {number}") as change:
            change.add("entries", record_id(number), entry("x"))
    file = store.data_files.file("2026-11")
    file.change("entries", {record_id(3): entry("never decided")})
    assert [each.id for each in store.read("2026-11", Entry)] == [record_id(1), record_id(2)]
    assert store.find("entries", record_id(3)) is None
    file.staging.drop()
    with store.change("changed 1") as change:
        change.put("entries", record_id(1), entry("y"))
    assert [each.id for each in store.read("2026-11", Entry)] == [record_id(1), record_id(2)]
    with pytest.raises(NotImplementedError):
        file.table("entries").update({"text": "z"})


def test_a_new_record_after_an_older_file_came_back_loses_nothing(paths, clock):
    store = Store(paths, clock)
    path = store.data_files.path_of("2026-11")
    kept = []
    for number in (1, 2):
        with store.change(f"added {number}") as change:
            change.add("entries", record_id(number), entry("x"))
        kept.append(files.read(path))
    files.write_atomically(path, kept[0])
    with store.change("added 3") as change:
        change.add("entries", record_id(3), entry("x"))
    assert Store(paths, clock).records("2026-11", "entries").keys() == {record_id(each) for each in (1, 2, 3)}


def test_a_query_asked_again_finds_what_another_process_wrote(paths, clock):
    one, other = build(paths, clock), build(paths, clock)
    asked = where("text") == "quiet"
    one.journal.write("loud")
    month = one.store.months()[0]
    assert list(one.store.read(month, Entry, asked)) == []
    other.journal.write("quiet")
    assert [each.text for each in one.store.read(month, Entry, asked)] == ["quiet"]
    other.store.undo()
    assert list(one.store.read(month, Entry, asked)) == []
