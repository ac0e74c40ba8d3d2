"""What sync tools do to a folder: copies beside a file, a history of somebody else's, an old file put back."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from shutil import which

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.store.lock import Lock
from coach.store.store import Store
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


@pytest.mark.skipif(which("git") is None, reason="there is no git")
def test_both_sides_of_a_conflict_that_git_left_in_a_month_come_in(two, shell, monkeypatch):
    """A clone in which `coach sync git` never was: git knows nothing of our way to merge."""
    one, other = two
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for each in entries_of(one)[:1]:
        for coach, tags in ((one, ["laptop"]), (other, ["desktop"])):
            with coach.store.change("tagged") as change:
                change.put(
                    "entries",
                    each.id,
                    {**each.fields(), "tags": tags, "updated": "2026-11-20T10:00:00.000+01:00"},
                )
    home = Path(one.paths.home)
    month = "data/2026/2026-11.json"
    base, mine, theirs = (home.parent / name for name in ("base", "mine", "theirs"))
    mine.write_bytes((home / month).read_bytes())
    theirs.write_bytes((Path(other.paths.home) / month).read_bytes())
    base.write_bytes(b"")
    said = subprocess.run(
        ["git", "merge-file", "-p", str(mine), str(base), str(theirs)], capture_output=True, check=False
    )
    assert b"<<<<<<<" in said.stdout
    (home / month).write_bytes(said.stdout)
    told = shell("list")
    assert told.code == 0, told
    assert {each["text"] for each in shell.entries()} == {
        "begun together", "written on the laptop", "written on the desktop",
    }  # fmt: skip
    (waits,) = shell("merge", "--json").json
    assert {*waits["stands"]["tags"], *waits["other"]["tags"]} == {"laptop", "desktop"}
    assert any(name.endswith("2026-11.json") for name in os.listdir(one.paths.quarantine))
    assert "came in" in told.err


def entries_of(coach):
    return sorted(coach.journal.entries(), key=lambda each: each.id)


def test_a_month_that_has_not_arrived_in_full_waits_and_is_joined_when_it_has(two, shell):
    one, other = two
    month = "data/2026/2026-11.json"
    whole = (Path(other.paths.home) / month).read_bytes()
    place = Path(one.paths.home) / month
    for part in (len(whole) // 2, 400):
        place.write_bytes(whole[:part])
        said = shell("list")
        assert said.code == 13
        assert "has not arrived in full" in said.err
        assert "no entries" not in said.out + said.err
        assert shell("add", f"kept meanwhile {part}").code == 0
    place.write_bytes(whole)
    assert {each["text"] for each in shell.entries()} == {
        "begun together", "written on the laptop", "written on the desktop",
        f"kept meanwhile {len(whole) // 2}", "kept meanwhile 400",
    }  # fmt: skip
    assert shell("doctor").code == 0


@pytest.mark.parametrize("what", ["months", "everything"])
def test_an_older_folder_copied_over_this_one_takes_nothing_away(what, two, shell, tmp_path):
    """`cp -r stick/coach ~/.local/share`: no conflict, no copy, older files in the place of newer ones."""
    one, _ = two
    old = tmp_path / "stick"
    shutil.copytree(one.paths.home, old)
    one.journal.write("written since")
    one.commitments.make("Walk", rhythm="every day")
    for path in old.rglob("*.json"):
        if what == "everything" or "2026-11" in path.name:
            shutil.copyfile(path, Path(one.paths.home) / path.relative_to(old))
    assert "written since" in {each["text"] for each in shell.entries()}
    assert [each["text"] for each in shell("list", "commitments", "--json").json] == ["Walk"]


@pytest.mark.parametrize("are_told_apart", [True, False])
def test_a_machine_that_was_copied_makes_two(are_told_apart, tmp_path, clock, monkeypatch):
    """The state folder came along: both would be called alike, and count alike. Some systems do not even say
    which computer it is."""
    monkeypatch.setattr("coach.store.machine._ID", str(tmp_path / "machine-id"))
    if are_told_apart:
        (tmp_path / "machine-id").write_text("the laptop")
    one = Paths(str(tmp_path / "one"), machine=str(tmp_path / "one-state"))
    build(one, clock).journal.write("begun together")
    two = Paths(str(tmp_path / "two"), machine=str(tmp_path / "two-state"))
    shutil.copytree(one.home, two.home)
    shutil.copytree(one.machine, two.machine)
    build(one, clock).journal.write("on the laptop")
    if are_told_apart:
        (tmp_path / "machine-id").write_text("its clone")
    build(two, clock).journal.write("on the clone")
    month = "data/2026/2026-11.json"
    shutil.copy(Path(one.home) / month, Path(two.home) / month)
    assert {each.text for each in build(two, clock).journal.entries()} == {
        "begun together", "on the laptop", "on the clone",
    }  # fmt: skip


def test_a_month_that_only_forgets_a_record_that_moved_is_made_whole_with_that(two):
    """The change touches October by a mark alone; later another October arrives."""
    one, other = two
    in_october = "2026-10-20T09:00:00.000+02:00"
    with one.store.change("added") as change:
        change.add("entries", record_id(1), entry("moving", in_october))
        change.add("entries", record_id(2), entry("stays", in_october))
    october, november = (f"data/2026/2026-{month}.json" for month in ("10", "11"))
    shutil.copy(Path(one.paths.home) / october, Path(other.paths.home) / october)
    other = build(other.paths, other.clock)
    other.store.refresh()
    other_october = (Path(other.paths.home) / october).read_bytes()
    with one.store.change("deleted") as change:
        change.remove("entries", record_id(1))
    with other.store.change("moved") as change:
        change.put("entries", record_id(1), entry("moving, with more words"))
    shutil.copy(Path(other.paths.home) / november, beside_of(one, november))
    one = build(one.paths, one.clock)
    assert "moving, with more words" in {each.text for each in one.journal.entries()}
    third = Paths(str(Path(one.paths.home).parent / "third"), machine=str(Path(one.paths.home).parent / "3"))
    (Path(third.data) / "2026").mkdir(parents=True)
    (Path(third.home) / october).write_bytes(other_october)
    third_coach = build(third, one.clock)
    third_coach.store.refresh()
    kept = third_coach.store.find("entries", record_id(2))
    with third_coach.store.change("tagged") as change:
        change.put("entries", record_id(2), {**(kept or {}), "tags": ["third"]})
    replace(Path(third.home) / october, Path(one.paths.home) / october)
    one = build(one.paths, one.clock)
    lying = [month for month in one.store.months() if record_id(1) in one.store.records(month, "entries")]
    assert lying == ["2026-11"]


def beside_of(coach, name: str) -> Path:
    path = Path(coach.paths.home) / name
    return path.with_name(f"{path.stem} 2.json")


def replace(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    part.write_bytes(source.read_bytes())
    os.replace(part, target)


def test_what_arrives_while_another_process_writes_is_not_forgotten(tmp_path, clock):
    one, other = (Paths(str(tmp_path / name), machine=str(tmp_path / f"{name}-state")) for name in "ab")
    first = build(one, clock)
    with first.store.change("begun") as change:
        change.add("entries", record_id(1), entry("begun", "2026-10-20T09:00:00.000+02:00"))
        change.add("plans", record_id(2), {"text": "a plan", "updated": None})
    shutil.copytree(one.home, other.home)
    for number in range(2):
        build(other, Clock(clock.now() + timedelta(minutes=number))).store.refresh()
    texts = ("of one", "of the other")
    for paths, text in zip((one, other), texts, strict=True):
        with build(paths, clock).store.change("changed") as change:
            change.put("entries", record_id(1), entry(text, "2026-10-20T09:00:00.000+02:00"))
            change.put("plans", record_id(2), {"text": text, "updated": None})
    for name in ("2026/2026-10.json", "standing.json"):
        replace(Path(one.data) / name, Path(other.data) / name)
    with Lock(other.lock, 0).held(None):
        late = Store(other, clock, patience=0)
        late.refresh()
    again = build(other, clock)
    again.store.refresh()
    assert again.store.apart.places()


def test_a_tool_that_writes_into_our_file_does_not_write_into_our_copy(two):
    """`cp`, `rsync --inplace`: the file stays the same one, with other bytes."""
    one, other = two
    month = "data/2026/2026-11.json"
    (Path(one.paths.home) / month).write_bytes((Path(other.paths.home) / month).read_bytes())
    assert {each.text for each in build(one.paths, one.clock).journal.entries()} == {
        "begun together", "written on the laptop", "written on the desktop",
    }  # fmt: skip
