"""What an earlier coach kept in the home and belongs to one machine: it moves, whole, however it is cut off."""

from __future__ import annotations

import errno
import os
import shutil

import pytest

from coach.store import moved
from tests.helpers import located
from tests.safety.shim import KILLED, Shim
from tests.safety.stories import add, everything, open_store, two

OF_THE_MACHINE = ("history", "copies", "drafts", "quarantine", "lock", "damage.json", "written", "underway")


@pytest.fixture
def earlier(tmp_path):
    """A home as coach 0.1 left it."""
    store = open_store(str(tmp_path / "old"))
    two(store)
    add(store, 3, month=10)
    home = tmp_path / "home"
    shutil.move(tmp_path / "old", home)
    for name in os.listdir(home / "machine"):
        shutil.move(home / "machine" / name, home / name)
    os.rmdir(home / "machine")
    return home


def left_in(home) -> list[str]:
    return [name for name in OF_THE_MACHINE if os.path.lexists(home / name)]


def test_nothing_of_one_machine_stays_in_the_folder_that_travels(earlier):
    paths = located(earlier)
    store = open_store(paths)
    assert len(everything(store)) == 3
    assert left_in(earlier) == []
    store.undo()
    assert len(everything(open_store(paths))) == 2, "the history came along"
    assert store.copies.names() == ["2026-10", "2026-11"]


@pytest.mark.parametrize("number", range(1, 36))
def test_a_kill_on_the_way_loses_nothing(earlier, number):
    paths = located(earlier)
    child = os.fork()
    if child == 0:

        def die(count: int, _: str) -> None:
            if count == number:
                os._exit(KILLED)

        with Shim(str(earlier.parent), before=die).active():
            open_store(paths).refresh()
        os._exit(0)
    os.waitpid(child, 0)
    store = open_store(paths)
    assert len(everything(store)) == 3
    assert left_in(earlier) == []
    assert len(list(store.undoable())) == 3


def test_to_another_disk_it_is_carried(earlier, monkeypatch):
    paths = located(earlier)
    real = os.rename

    def other_disk(old, new):
        if str(old).startswith(str(earlier)) and not str(new).startswith(str(earlier)):
            raise OSError(errno.EXDEV, "other disk")
        real(old, new)

    monkeypatch.setattr(os, "rename", other_disk)
    store = open_store(paths)
    assert len(everything(store)) == 3
    assert len(list(store.undoable())) == 3
    assert left_in(earlier) == []
    assert all(os.stat(path).st_mode & 0o077 == 0 for path in (paths.history, paths.copies))


def test_what_another_machines_earlier_coach_leaves_later_is_not_taken_for_ours(earlier):
    paths = located(earlier)
    before = everything(open_store(paths))
    os.mkdir(earlier / "history")
    (earlier / "history" / "0000000001.jsonl").write_bytes(b"")
    assert not moved.is_left(paths)
    assert everything(open_store(paths)) == before
