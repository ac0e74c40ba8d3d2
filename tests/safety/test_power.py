"""D1, D3: a power cut at every moment of every story, in every way the disk may have come out of it."""

from __future__ import annotations

import shutil

import pytest

from coach.store import checkup, files
from tests.safety.disk import Disk, lay_out
from tests.safety.shim import Shim
from tests.safety.stories import STORIES, Records, Story, add, capture, everything, open_store, record_id


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_every_state_a_power_cut_can_leave_is_whole(story: Story, tmp_path):
    home = str(tmp_path / "home")
    shim = Shim(str(tmp_path))
    with shim.active():
        store = open_store(home)
        story.prepare(store)
    prepared = len(shim.steps)
    before = captured_and_kept(home, tmp_path)
    with shim.active():
        story.act(store)
    after = everything(open_store(home))
    disk = Disk(safe={str(tmp_path): "folder"}, now={str(tmp_path): "folder"})
    for step in shim.steps[:prepared]:
        disk.apply(step)
    states = 0
    for number in range(prepared, len(shim.steps) + 1):
        if number > prepared:
            disk.apply(shim.steps[number - 1])
        for state in disk.states():
            states += 1
            cut = tmp_path / "cut"
            lay_out(state, str(tmp_path), str(cut))
            acknowledged = number == len(shim.steps)
            check(str(cut / "home"), [after] if acknowledged else [before, after])
            shutil.rmtree(cut)
    assert states > 10


def captured_and_kept(home: str, tmp_path) -> Records:
    """The state before, read in a copy: looking at captures folds them."""
    if not (tmp_path / "home").exists():
        return {}
    shutil.copytree(home, tmp_path / "look")
    found = everything(open_store(str(tmp_path / "look")))
    shutil.rmtree(tmp_path / "look")
    return found


def check(home: str, allowed: list[Records]) -> None:
    store = open_store(home)
    found = everything(store)
    assert store.damage.error() is None
    assert found in allowed
    go_on(home, found)


def go_on(home: str, found: Records) -> None:
    """Life goes on: it can be written to and checked, and undone all the way to the beginning."""
    store = open_store(home)
    add(store, 7)
    assert everything(open_store(home)).keys() == found.keys() | {("entries", record_id(7))}
    assert store.undo().what == "added 7"
    assert everything(open_store(home)) == found
    assert not [each for each in checkup.check(store) if each.state == "damaged"]
    for _ in list(store.undoable()):
        store.undo()
    assert everything(open_store(home)) == {}


TWICE = ("first entry of all", "first capture of all", "first entry of another year", "fold")


@pytest.mark.parametrize(
    "story", [each for each in STORIES if each.name in TWICE], ids=lambda story: story.name
)
def test_what_is_acknowledged_after_a_kill_survives_a_power_cut(story: Story, tmp_path):
    """The process before was killed and could not sync what it had begun; the next one must."""
    home = tmp_path / "home"
    shim = Shim(str(tmp_path))
    with shim.active():
        story.prepare(open_store(str(home)))
    prepared = len(shim.steps)
    with shim.active():
        story.act(open_store(str(home)))
    first = shim.steps
    for killed_at in range(prepared, len(first) + 1):
        shutil.rmtree(home, ignore_errors=True)
        disk = Disk(safe={str(tmp_path): "folder"}, now={str(tmp_path): "folder"})
        for step in first[:killed_at]:
            disk.apply(step)
        lay_out(disk.found(), str(tmp_path), str(tmp_path))
        files._made.clear()
        again = Shim(str(tmp_path))
        with again.active():
            store = open_store(str(home))
            seen = everything(store)
            capture(store, 7)
            add(store, 8)
        for step in again.steps:
            disk.apply(step)
        for state in disk.states():
            lay_out(state, str(tmp_path), str(tmp_path / "cut"))
            store = open_store(str(tmp_path / "cut" / "home"))
            found = everything(store)
            assert store.damage.error() is None
            assert seen.keys() | {("entries", record_id(7)), ("entries", record_id(8))} <= found.keys()
            assert store.undo().what == "added 8"
            shutil.rmtree(tmp_path / "cut")
