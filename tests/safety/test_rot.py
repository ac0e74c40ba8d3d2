"""D7: damaged or missing files are noticed, never taken for new ones, and made whole again."""

from __future__ import annotations

import os
import random
import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from coach.core.days import Clock
from coach.core.errors import CoachError, DamagedError
from coach.core.paths import Paths
from coach.store import checkup, repair, snapshots
from coach.store.store import Store
from tests.helpers import LONG, ZONE
from tests.safety.stories import add, capture, delete, everything, open_store, two

FLIPS = 2000 if LONG else 150


@pytest.fixture
def home(tmp_path):
    store = open_store(str(tmp_path / "home"))
    two(store)
    add(store, 3, month=10)
    delete(store, 1)
    hours_later(tmp_path)
    return tmp_path / "home"


def hours_later(tmp_path):
    """The next copies are made in other hours."""
    for hours in (1, 2):
        later = Clock(datetime(2026, 11, 20, 9 + hours, tzinfo=ZoneInfo(ZONE)))
        add(Store(Paths(str(tmp_path / "home")), later), 4 if hours == 1 else 5)


def month(home):
    return home / "data" / "2026" / "2026-11.json"


def flip(home, generator):
    raw = bytearray(month(home).read_bytes())
    place = generator.randrange(len(raw))
    raw[place] ^= 1 << generator.randrange(8)
    month(home).write_bytes(raw)


def cut(home, generator):
    raw = month(home).read_bytes()
    month(home).write_bytes(raw[: generator.randrange(len(raw))])


def zero(home, generator):
    raw = bytearray(month(home).read_bytes())
    place = generator.randrange(len(raw))
    raw[place : place + 64] = bytes(len(raw[place : place + 64]))
    month(home).write_bytes(raw)


def delete_file(home, _):
    month(home).unlink()


def empty(home, _):
    month(home).write_bytes(b"")


def not_json(home, _):
    month(home).write_bytes(b"Dear diary")


def longer(home, _):
    month(home).write_bytes(month(home).read_bytes() + b" ")


def other_file(home, _):
    shutil.copy(home / "data" / "2026" / "2026-10.json", month(home))


@pytest.mark.parametrize(
    ("harm", "times"),
    [
        (other_file, 1),
        (delete_file, 1),
        (empty, 1),
        (not_json, 1),
        (longer, 1),
        (cut, 60),
        (zero, 60),
        (flip, FLIPS),
    ],
)
def test_damage_is_noticed_blocks_writing_and_is_repaired_without_loss(home, tmp_path, harm, times):
    whole = everything(open_store(str(home)))
    generator = random.Random(7)
    for _ in range(times):
        broken = tmp_path / "broken"
        shutil.copytree(home, broken, symlinks=True)
        unlink_copies(broken)
        harm(broken, generator)
        damaged = month(broken).read_bytes() if month(broken).exists() else None
        store = open_store(str(broken))
        assert everything(store) == {key: kept for key, kept in whole.items() if kept["at"] < "2026-11"}
        assert store.damage.names() == ["2026-11"]
        with pytest.raises(DamagedError, match="reading only"):
            add(store, 9, month=10)
        with pytest.raises(DamagedError, match="reading only"):
            add(open_store(str(broken)), 9, month=10)
        assert (month(broken).read_bytes() if month(broken).exists() else None) == damaged
        capture(store, 8)
        offer = repair.offer(store, "2026-11")
        assert offer.whole
        aside = repair.apply(store, offer)
        found = everything(open_store(str(broken)))
        assert {key: kept for key, kept in found.items() if kept["text"] != "text 8"} == whole
        assert len(found) == len(whole) + 1
        if damaged is not None:
            assert aside is not None
            with open(aside, "rb") as kept:
                assert kept.read() == damaged
        shutil.rmtree(broken)


def test_a_file_that_goes_missing_under_an_open_app_is_not_begun_anew(home):
    app = open_store(str(home))
    everything(app)
    month(home).unlink()
    with pytest.raises(DamagedError, match="2026-11 is missing"):
        add(app, 9)
    assert not month(home).exists()


def unlink_copies(home):
    """copytree made the links files of their own; damage to the file must reach its newest copy too."""
    newest = sorted((home / "machine" / "copies" / "2026-11").iterdir())[-1]
    newest.unlink()
    os.link(month(home), newest)


def test_a_file_is_made_whole_from_the_history_alone(home):
    whole = everything(open_store(str(home)))
    shutil.rmtree(home / "machine" / "copies" / "2026-11")
    month(home).write_bytes(b"")
    store = open_store(str(home))
    assert everything(store) != whole
    offer = repair.offer(store, "2026-11")
    assert (offer.made, offer.whole) == (None, True)
    repair.apply(store, offer)
    assert everything(open_store(str(home))) == whole


def test_a_repair_without_history_says_that_something_may_be_missing(home):
    shutil.rmtree(home / "machine" / "history")
    month(home).write_bytes(b"")
    newest = sorted((home / "machine" / "copies" / "2026-11").iterdir())[-1]
    newest.unlink()
    store = open_store(str(home))
    everything(store)
    offer = repair.offer(store, "2026-11")
    assert offer.made is not None
    assert not offer.whole


def bring_back_the_oldest(home):
    """As when a sync tool brings yesterday's file back."""
    oldest = sorted((home / "machine" / "copies" / "2026-11").iterdir())[0]
    shutil.copy(oldest, again := home / "data" / "2026" / "older")
    os.replace(again, month(home))


def test_an_older_file_that_the_last_change_touched_catches_up_by_itself(home):
    whole = everything(open_store(str(home)))
    bring_back_the_oldest(home)
    assert everything(open_store(str(home))) == whole


def test_an_older_file_catches_up_before_it_is_written_to(home):
    add(open_store(str(home)), 6, month=10)
    whole = everything(open_store(str(home)))
    bring_back_the_oldest(home)
    store = open_store(str(home))
    add(store, 7)
    found = everything(open_store(str(home)))
    assert {key: kept for key, kept in found.items() if kept["text"] != "text 7"} == whole
    store.undo()
    assert everything(open_store(str(home))) == whole


def test_an_older_file_behind_a_gap_is_not_written_to(home):
    add(open_store(str(home)), 6, month=10)
    bring_back_the_oldest(home)
    (segment,) = (home / "machine" / "history").iterdir()
    lines = segment.read_bytes().split(b"\n")
    segment.write_bytes(b"\n".join(lines[:3] + lines[4:]))
    with pytest.raises(DamagedError, match="older than the history, and the history has a gap"):
        add(open_store(str(home)), 7)


def test_an_offer_that_is_no_longer_true_is_not_taken(home):
    store = open_store(str(home))
    everything(store)
    offer = repair.offer(store, "2026-11")
    add(open_store(str(home)), 9)
    with pytest.raises(CoachError, match="changed meanwhile"):
        repair.apply(store, offer)
    assert len(everything(open_store(str(home)))) == 5


def test_restoring_takes_no_more_than_was_shown(home):
    store = open_store(str(home))
    wanted = snapshots.at_moment(store, 2)
    shown = snapshots.difference(store, wanted)
    capture(store, 9)
    with pytest.raises(CoachError, match="changed since you looked"):
        snapshots.bring_back(store, wanted, "restored", shown)


def test_a_leftover_of_the_same_process_number_blocks_nothing(home):
    for number in range(3):
        (home / "data" / "2026" / f".2026-11.json.{os.getpid()}-{number}.tmp").write_text("half")
    add(open_store(str(home)), 9)


def test_a_cut_off_history_takes_nothing_back(home):
    (segment,) = (home / "machine" / "history").iterdir()
    lines = segment.read_bytes().split(b"\n")
    segment.write_bytes(b"\n".join(lines[:3]) + b"\n")
    store = open_store(str(home))
    whole = everything(store)
    with pytest.raises(DamagedError, match="lacks its latest changes"):
        store.undo()
    assert "lacks its latest" in " ".join(each.what for each in checkup.check(store))
    repair.begin_history_anew(store)
    add(store, 9)
    store.undo()
    assert everything(open_store(str(home))) == whole


def test_an_older_file_is_found_by_the_doctor_and_whole_again_when_it_is_read(home):
    add(open_store(str(home)), 6, month=10)
    whole = everything(open_store(str(home)))
    bring_back_the_oldest(home)
    store = open_store(str(home))
    assert [each.what for each in checkup.check(store) if each.state == "damaged"] == [
        "2026-11 is older than the history: 4 changes are not in it"
    ]
    assert everything(open_store(str(home))) == whole, "the history knows better than the file"
    bring_back_the_oldest(home)
    repair.apply(store, repair.offer(store, "2026-11"))
    assert everything(open_store(str(home))) == whole


def test_a_file_changed_by_hand_can_be_taken_as_it_stands(home):
    month(home).write_text(month(home).read_text().replace("text 4", "by hand"))
    store = open_store(str(home))
    everything(store)
    assert store.damage.names() == ["2026-11"]
    assert repair.accept(store, "2026-11") == 3
    assert "by hand" in {kept["text"] for kept in everything(open_store(str(home))).values()}


def test_a_restored_file_needs_no_repair(home):
    raw = month(home).read_bytes()
    month(home).write_bytes(b"")
    everything(open_store(str(home)))
    month(home).write_bytes(raw)
    store = open_store(str(home))
    add(store, 9)
    assert not store.damage


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_a_damaged_capture_is_kept_and_told_and_blocks_nothing(tmp_path, place):
    store = open_store(str(tmp_path / "home"))
    capture(store, 1)
    capture(store, 2)
    path = sorted((tmp_path / "home" / "inbox").iterdir())[0]
    raw = bytearray(path.read_bytes())
    raw[place] ^= 4
    path.write_bytes(raw)
    store = open_store(str(tmp_path / "home"))
    assert [kept["text"] for kept in everything(store).values()] == ["text 2"]
    assert "inbox" in str(store.damage.error())
    add(store, 3)
    assert path.read_bytes() == raw
    (aside,) = repair.set_captures_aside(store)
    with open(aside, "rb") as kept:
        assert kept.read() == raw
    assert store.damage.error() is None


def test_a_damaged_line_of_the_history_stops_undo_there_and_nothing_else(home):
    (segment,) = (home / "machine" / "history").iterdir()
    lines = segment.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"added", b"baked")
    segment.write_bytes(b"\n".join(lines))
    store = open_store(str(home))
    whole = everything(store)
    assert [each.what for each in store.undoable()] == ["added 5", "added 4", "deleted"]
    add(store, 9)
    store.undo()
    assert everything(open_store(str(home))) == whole
