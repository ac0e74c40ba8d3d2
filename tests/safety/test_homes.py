"""Two homes that lie in one place, one after the other: a second stick, a folder that was begun anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from coach.app import build
from tests.helpers import located


def texts(paths, clock) -> set[str]:
    return {each.text for each in build(paths, clock).journal.entries()}


def test_two_sticks_in_one_place_are_two_homes(tmp_path, clock):
    paths = located(tmp_path / "stick")
    build(paths, clock).journal.write("on the first")
    shutil.move(paths.home, tmp_path / "first")
    assert (tmp_path / "first" / "home.id").exists()
    other = located(tmp_path / "elsewhere")
    build(other, clock).journal.write("on the second")
    shutil.move(other.home, paths.home)
    assert texts(paths, clock) == {"on the second"}
    build(paths, clock).journal.write("more on the second")
    shutil.move(paths.home, tmp_path / "second")
    shutil.move(tmp_path / "first", paths.home)
    assert texts(paths, clock) == {"on the first"}
    (edit,) = build(paths, clock).store.undo().edits
    assert edit.before
    assert edit.before["text"] == "on the first", "with its own history"
    shutil.rmtree(paths.home)
    shutil.move(tmp_path / "second", paths.home)
    assert texts(paths, clock) == {"on the second", "more on the second"}


def test_a_home_that_went_is_missing_and_not_new(tmp_path, clock):
    paths = located(tmp_path / "home")
    build(paths, clock).journal.write("mine")
    shutil.move(paths.home, tmp_path / "away")
    coach = build(paths, clock)
    assert "is not there" in str(coach.store.damage.error())
    shutil.move(tmp_path / "away", paths.home)
    assert texts(paths, clock) == {"mine"}


def test_every_machine_finds_the_same_name(tmp_path, clock):
    one = located(tmp_path / "one")
    build(one, clock).journal.write("begun")
    shutil.copytree(one.home, tmp_path / "two")
    two = located(tmp_path / "two")
    Path(two.home, "home.id").unlink()
    build(two, clock).journal.write("more")
    assert not Path(two.home, "home.id").exists(), "it is on the way"
    shutil.copy(Path(one.home, "home.id"), Path(two.home, "home.id"))
    assert texts(two, clock) == {"begun", "more"}


def test_homes_that_were_begun_apart_and_met_stay_what_the_machine_knows(tmp_path, clock):
    """Installed on both, used on both, and then somebody set up a sync."""
    one, two = located(tmp_path / "one"), located(tmp_path / "two")
    build(one, clock).journal.write("on one")
    build(two, clock).journal.write("on two")
    month = "data/2026/2026-11.json"
    shutil.copy(Path(one.home, "home.id"), Path(two.home, "home.id"))
    shutil.copy(Path(one.home, month), Path(two.home, "data/2026/2026-11 (conflicted copy).json"))
    assert texts(two, clock) == {"on one", "on two"}
    coach = build(two, clock)
    coach.store.undo()
    coach.store.undo()
    assert texts(two, clock) == set(), "its history is there"
