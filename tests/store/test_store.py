"""The store's own words: changes, undo, turns, files as a stranger sees them."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Table

from coach.app import build
from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.core.errors import NoDataError, NotFoundError, UsageError
from coach.reflection.reviews import Said
from coach.store import checkup, inbox, repair
from coach.store.history import SEGMENT_BYTES, History
from coach.store.sealing import PLAIN
from coach.store.store import Store
from tests.helpers import entry
from tests.safety.stories import add, everything, move, record_id, two


@pytest.fixture
def store(paths, clock) -> Store:
    return Store(paths, clock)


def test_looking_at_nothing_creates_nothing(store, tmp_path):
    store.refresh()
    assert store.is_new()
    assert store.months() == []
    assert store.find("entries", "x") is None
    assert store.pulse() is not None
    assert not (tmp_path / "home").exists()


def test_a_change_that_changes_nothing_is_no_change(store):
    two(store)
    with store.change("nothing") as change:
        change.put("entries", record_id(1), change.get("entries", record_id(1)))
    with store.change("there and back") as change:
        change.add("entries", record_id(5), entry("x"))
        change.remove("entries", record_id(5))
    assert [each.what for each in store.undoable()] == ["added 2", "added 1"]


def test_inside_a_change_its_own_writing_is_seen(store):
    with store.change("both") as change:
        change.add("entries", record_id(1), entry("x"))
        assert change.get("entries", record_id(1)) == entry("x")
        change.put("entries", record_id(1), entry("y"))
        assert store.find("entries", record_id(1)) is None
    assert store.find("entries", record_id(1)) == entry("y")


def test_an_error_inside_a_change_drops_it_whole(store):
    two(store)
    before = everything(store)
    with pytest.raises(ZeroDivisionError), store.change("half") as change:
        change.add("entries", record_id(5), entry("x"))
        _ = 1 / 0
    assert everything(store) == before
    add(store, 6)
    assert len(everything(store)) == 3


def test_undo_and_redo_walk_the_same_way_back_and_forth(store):
    states = [everything(store)]
    for act in (lambda: add(store, 1), lambda: add(store, 2), lambda: move(store, 1)):
        act()
        states.append(everything(store))
    for state in reversed(states[:-1]):
        store.undo()
        assert everything(store) == state
    with pytest.raises(NotFoundError):
        store.undo()
    for state in states[1:]:
        store.redo()
        assert everything(store) == state
    with pytest.raises(NotFoundError):
        store.redo()
    store.undo()
    add(store, 9)
    with pytest.raises(NotFoundError):
        store.redo()


def test_undo_in_a_new_home_says_there_is_nothing(store):
    with pytest.raises(NoDataError):
        store.undo()


def test_the_history_goes_on_in_a_new_segment_when_one_is_full(store, paths):
    big = "x" * (SEGMENT_BYTES // 3)
    for number in range(8):
        with store.change(f"added {number}") as change:
            change.add("entries", record_id(number), entry(big))
    assert len(list(Path(paths.history).iterdir())) > 1
    fresh = History(paths.history, PLAIN)
    kept = list(fresh.backwards())
    assert [each.what for each in kept if each and each.edits] == [
        f"added {number}" for number in range(7, -1, -1)
    ]
    assert None not in kept
    assert kept[0] is not None
    assert fresh.tail().last == kept[0].number
    for _ in range(8):
        store.undo()
    assert everything(store) == {}


def test_a_capture_is_folded_once_however_often_it_comes(store, paths):
    for _ in range(3):
        inbox.capture(paths.inbox, "added", "entries", record_id(1), entry("x"), PLAIN)
        store.refresh()
    assert len(everything(store)) == 1
    assert len(list(store.undoable())) == 1


def test_plain_tinydb_reads_a_month_with_one_line_of_help(store, paths, monkeypatch):
    two(store)
    monkeypatch.setattr(Table, "document_id_class", str)
    with TinyDB(Path(paths.data) / "2026" / "2026-11.json") as month:
        assert month.tables() == {"_meta", "entries"}
        assert {each["text"] for each in month.table("entries")} == {"text 1", "text 2"}
        assert month.table("_meta").all()[0]["name"] == "2026-11"


def test_files_are_one_record_a_line_sorted(store, paths):
    for number in (3, 1, 2):
        add(store, number)
    raw = (Path(paths.data) / "2026" / "2026-11.json").read_text()
    ids = [line[1:37] for line in raw.splitlines() if line.startswith('"01')]
    assert ids == [record_id(1), record_id(2), record_id(3)]
    assert json.loads(raw)["entries"].keys() == set(ids)


def test_what_a_killed_process_left_is_cleared_and_what_a_living_one_prepares_is_not(store, paths):
    two(store)
    gone = subprocess.Popen(["true"])
    gone.wait()
    left = Path(paths.data) / "2026" / f".2026-11.json.{gone.pid}-0.tmp"
    alive = Path(paths.data) / "2026" / f".2026-11.json.{os.getppid()}-0.tmp"
    capture = Path(paths.inbox) / f".x.json.{gone.pid}-3.tmp"
    capture.parent.mkdir(exist_ok=True)
    for path in (left, alive, capture):
        path.write_text("half")
    again = Store(store.paths, store.clock)
    add(again, 3)
    assert [path.exists() for path in (left, alive, capture)] == [False, True, True]
    assert "cut off" in " ".join(each.what for each in checkup.check(again))
    (aside,) = repair.set_captures_aside(again)
    assert Path(aside).read_text() == "half"


def test_unknown_fields_of_a_newer_version_survive_a_change(coach):
    with coach.store.change("from the future") as change:
        change.add("entries", record_id(1), entry("x") | {"mood_ring": {"colour": "blue"}})
    found = coach.journal.get(record_id(1))
    coach.journal.change(found, text="y")
    assert coach.store.find("entries", record_id(1))["mood_ring"] == {"colour": "blue"}


def test_the_seam_for_encryption_covers_every_byte(paths, clock):
    """A toy cipher: nothing readable may lie anywhere, and everything must still work."""

    class Turned:
        is_turning = is_taken_off = is_behind = refuses_open = False

        def mend(self) -> None:
            pass

        def ready(self) -> None:
            pass

        def seal(self, name, plain, version=0):
            return bytes(each ^ 0xFF for each in plain)

        open = seal

    store = Store(paths, clock, Turned())
    two(store)
    move(store, 1)
    inbox.capture(paths.inbox, "added", "entries", record_id(3), entry("text 3"), Turned())
    store.undo()
    again = Store(paths, clock, Turned())
    again.refresh()
    assert {kept.get("text") for kept in everything(again).values()} == {"moved", "text 2", None}
    for path in Path(paths.home).rglob("*"):
        if path.is_file():
            assert b"text" not in path.read_bytes(), path
    store.undo()
    assert again.ids_with_tail(record_id(1)[-12:]) == [record_id(1)]


@pytest.mark.parametrize(
    ("kind", "harm"),
    [("checkins", {"energy": 9}), ("entries", {"at": "20260105T0900"}), ("entries", {"at": "2026-W02-1"})],
)
def test_what_could_not_be_read_back_is_refused_when_it_is_made(coach, kind, harm):
    made = (
        coach.journal.write("x")
        if kind == "entries"
        else coach.checkins.keep(date(2026, 11, 20), Answers(energy=3))
    )
    for way in ("add", "put"):
        with (
            pytest.raises(UsageError, match=r"cannot be kept|no moment"),
            coach.store.change("bad") as change,
        ):
            getattr(change, way)(kind, made.id, made.fields() | harm)
    assert coach.store.find(kind, made.id) == made.fields()


def test_a_new_record_of_any_kind_and_a_day_taken_away_read_no_month_but_their_own(paths, clock):
    old = build(paths, clock)
    for month in range(1, 11):
        old.journal.write("long ago", at=datetime.fromisoformat(f"2025-{month:02}-03T09:00+01:00"))
    walk = old.commitments.make("Walk", rhythm="every day")
    old.frames.change({"direction": "North", "giving_up": "talks"})
    today = date(2026, 11, 20)
    for make in (
        lambda coach: coach.checkins.keep(today, Answers(energy=3, line="! a signal with it")),
        lambda coach: coach.marks.mark([Given(walk, "kept")], today),
        lambda coach: coach.feedback.keep({"asked": "How?", "answer": "fine", "role": "peer"}),
        lambda coach: coach.commitments.make("Write", rhythm="every friday"),
        lambda coach: coach.commitments.pause(walk, date(2026, 11, 25)),
        lambda coach: coach.quotes.keep(coach.frames.current(), "talks"),
        lambda coach: coach.reviews.keep(Said({"truth": "late"}, ()), today, "shell"),
        lambda coach: coach.seasons.open("execution"),
        lambda coach: coach.signals.park("noticed"),
        lambda coach: coach.journal.write("an entry"),
        lambda coach: coach.checkins.take_away(today),
    ):
        coach = build(paths, clock)
        make(coach)
        read = {name for name, file in coach.store.data_files._open.items() if file.staging._content.tables}
        assert {name for name in read if name.startswith("2025")} == set()
    assert len(list(build(paths, clock).store.undoable())) == 23
