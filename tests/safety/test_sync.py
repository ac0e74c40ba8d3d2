"""What sync tools do to a folder: copies beside a file, a history of somebody else's, an old file put back."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from coach.app import build
from coach.core.days import Clock
from tests.helpers import entry, located
from tests.safety.stories import record_id

EARLY = datetime.fromisoformat("2026-09-03T09:00+02:00")
NAMES = {
    "Syncthing": "{stem}.sync-conflict-20261120-093000-ABCDEF7{ending}",
    "Dropbox": "{stem} (Robin's conflicted copy 2026-11-20){ending}",
    "OneDrive": "{stem}-DESKTOP{ending}",
    "iCloud": "{stem} 2{ending}",
    "Nextcloud": "{stem} (conflicted copy 2026-11-20 093000){ending}",
}


@pytest.fixture
def two(tmp_path, clock):
    """Two machines that began alike and went on apart."""
    one = build(located(tmp_path / "home"), clock)
    one.journal.write("begun together")
    shutil.copytree(tmp_path / "home", tmp_path / "other")
    other = build(located(tmp_path / "other"), clock)
    one.journal.write("written on the laptop")
    other.journal.write("written on the desktop")
    return one, other


def beside(tool: str, there: str, here: str) -> str:
    """The loser's file, as a sync tool names it."""
    stem, ending = os.path.splitext(here)
    path = NAMES[tool].format(stem=stem, ending=ending)
    shutil.copyfile(there, path)
    return path


@pytest.mark.parametrize("tool", NAMES)
def test_a_conflict_copy_comes_in_by_itself_is_told_once_and_set_aside(tool, two, shell):
    one, other = two
    month = "2026/2026-11.json"
    path = beside(tool, f"{other.paths.data}/{month}", f"{one.paths.data}/{month}")
    said = shell("today")
    assert said.code == 0
    assert os.path.basename(path) in said.err
    assert not os.path.exists(path)
    assert any(os.path.basename(path) in name for name in os.listdir(one.paths.quarantine))
    said = shell("list")
    assert {each["text"] for each in shell.entries()} == {
        "begun together", "written on the laptop", "written on the desktop",
    }  # fmt: skip
    assert os.path.basename(path) not in said.err
    assert "kept beside" in shell("undo", "--list").out
    assert shell("undo").code == 0
    assert len(shell.entries()) == 2, "and it is taken back as one"


@pytest.mark.parametrize("tool", NAMES)
def test_a_copy_that_has_not_arrived_in_full_waits(tool, two, shell):
    one, other = two
    month = "2026/2026-11.json"
    path = beside(tool, f"{other.paths.data}/{month}", f"{one.paths.data}/{month}")
    whole = Path(path).read_bytes()
    Path(path).write_bytes(whole[: len(whole) // 2])
    said = shell("list")
    assert path in said.err
    assert os.path.exists(path)
    assert len(shell.entries()) == 2
    Path(path).write_bytes(whole)
    assert len(shell.entries()) == 3


@pytest.mark.parametrize("tool", NAMES)
def test_what_an_earlier_coach_left_of_a_history_comes_in_too(tool, two, shell):
    one, other = two
    folder = Path(one.paths.home, "history")
    folder.mkdir()
    path = beside(tool, other.store.history.segments()[0], str(folder / "0000000001.jsonl"))
    said = shell("list")
    assert "written on the desktop" in said.out
    assert os.path.basename(path) in said.err
    assert not os.path.exists(path)
    assert shell("undo").code == 0
    assert "written on the desktop" not in shell("list").out


def test_a_copy_nobody_could_read_is_part_of_a_backup(two, shell, tmp_path):
    one, _ = two
    path = Path(one.paths.data) / "2026" / "2026-11 (Robin's conflicted copy).json"
    path.write_bytes(b'{"_meta": {"file": {"sha256": "cut off')
    assert shell("backup", "-o", str(tmp_path / "b.zip")).code == 0
    from coach.store.snapshots import names_in

    assert f"beside/{os.path.relpath(path, one.paths.home)}" in names_in(str(tmp_path / "b.zip"))


def test_a_repair_says_what_of_the_harmed_file_it_leaves_out(two, shell):
    """A month of another machine put in the place of ours, and cut at its end."""
    one, other = two
    month = Path(one.paths.data) / "2026" / "2026-11.json"
    with other.store.change("more") as change:
        change.add("entries", record_id(7), entry("only on the desktop"))
    raw = (Path(other.paths.data) / "2026" / "2026-11.json").read_bytes()
    month.write_bytes(raw.replace(b"begun together", b"begun t0gether"))
    said = shell("doctor", "--repair", "--yes")
    assert "nothing is missing" not in said.err
    assert "coach import" in said.err
    (aside,) = [each for each in os.listdir(one.paths.quarantine) if each.endswith("2026-11.json")]
    assert shell("import", f"{one.paths.quarantine}/{aside}", "--yes").code == 0
    assert "only on the desktop" in {each["text"] for each in shell.entries()}


@pytest.mark.parametrize("name", ["standing.json", "2026/2026-09.json"])
def test_an_older_file_that_comes_back_is_made_whole_when_it_is_read(coach, paths, clock, name):
    """The last hour of a sync, undone: the history knows better."""
    coach.frames.point("First")
    coach.journal.write("early", at=EARLY)
    path = Path(paths.data) / name
    old = path.read_bytes()
    later = build(paths, Clock(clock.now() + timedelta(hours=2)))
    later.frames.change({"direction": "Second"})
    later.journal.write("late", at=EARLY + timedelta(days=1))
    path.write_bytes(old)
    now = build(paths, clock)
    assert next(iter(now.frames.history())).direction == "Second"
    assert [each.text for each in now.journal.entries()] == ["late", "early"]


def test_an_open_app_notices_an_older_file_however_far_it_had_come(coach, paths, clock):
    coach.frames.point("First")
    coach.commitments.make("Walk", rhythm="every day")
    path = Path(paths.data) / "standing.json"
    before = path.read_bytes()
    app = build(paths, Clock(clock.now() + timedelta(hours=2)))
    app.frames.point("Second")
    app.frames.point("Third")
    assert next(iter(app.frames.history())).direction == "Third"
    path.write_bytes(before)
    assert next(iter(app.frames.history())).direction == "Third"
