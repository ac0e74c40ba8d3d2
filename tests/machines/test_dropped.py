"""A phone without an app: texts dropped into the inbox become entries, once."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.machines import dropped
from coach.store import protecting
from coach.store.keys import LEAST
from tests.helpers import located
from tests.safety.stories import SECRET

LONG_AGO = 1_795_000_000  # 18 November 2026


def drop(paths, name: str, content: str | bytes, when: float = LONG_AGO) -> Path:
    path = Path(paths.inbox) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (when, when))
    return path


@pytest.mark.parametrize(
    ("name", "content", "at", "text", "tags"),
    [
        ("2026-11-12.md", "Walked.\n", "2026-11-12T12:00", "Walked.", []),
        ("2026-11-12 0715.txt", "Early.", "2026-11-12T07:15", "Early.", []),
        (
            "note.md",
            "---\ndate: 2026-11-03\ntags: [walk]\n---\nBy the river",
            "2026-11-03T12:00",
            "By the river",
            ["walk"],
        ),
        ("thought.txt", "No day anywhere #idea", "2026-11-18", "No day anywhere #idea", ["idea"]),
    ],
)
def test_a_text_is_an_entry_of_its_day(name, content, at, text, tags, shell, paths):
    path = drop(paths, name, content)
    said = shell("list")
    assert said.code == 0
    assert "became entries: 1" in said.err
    (entry,) = shell.entries()
    assert entry["at"].startswith(at)
    assert (entry["text"], entry["tags"]) == (text, tags)
    assert not path.exists()
    assert any(each.endswith(name) for each in os.listdir(paths.quarantine))
    assert "became" not in shell("list").err


def test_a_file_that_a_sync_brings_again_is_taken_in_once(shell, paths):
    drop(paths, "a.txt", "Only once")
    assert len(shell.entries()) == 1
    drop(paths, "a.txt", "Only once")
    assert len(shell.entries()) == 1
    assert shell("delete", shell.ref("Only once")).code == 0
    drop(paths, "a.txt", "Only once")
    assert shell.entries() == [], "also when it was deleted since"


def test_two_machines_make_the_same_entry_of_it(shell, paths, clock, tmp_path):
    for name in ("2026-11-12.md", "undated.txt"):
        drop(paths, name, f"From the phone: {name}")
    shutil.copytree(paths.home, tmp_path / "other")
    other = build(located(tmp_path / "other"), clock)
    here = {each["id"] for each in shell.entries()}
    assert len(here) == 2
    for each in Path(other.paths.inbox).iterdir():
        os.utime(each, (LONG_AGO, LONG_AGO))
    other.refresh()
    assert {each.id for each in other.journal.entries()} == here


def test_what_is_still_arriving_waits(shell, paths):
    path = drop(paths, "a.txt", "half a thou")
    path.write_text("half a thou")  # now
    assert "became" not in shell("list").err
    assert path.exists()
    drop(paths, "a.txt", "half a thought")
    assert [each["text"] for each in shell.entries()] == ["half a thought"]


@pytest.mark.parametrize(
    "what", ["large", "link", "fifo", "folder", "empty", "hidden", "picture", "binary", "year"]
)
def test_what_is_no_text_of_a_person_stays_where_it_lies(what, shell, paths, tmp_path):
    shell("add", "mine")
    folder = Path(paths.inbox)
    folder.mkdir(exist_ok=True)
    path = folder / {"hidden": ".a.txt", "picture": "a.jpg"}.get(what, "a.txt")
    if what == "large":
        drop(paths, "a.txt", b"x" * (dropped.MOST_BYTES + 1))
    elif what == "link":
        (tmp_path / "secret").write_text("of somebody else")
        path.symlink_to(tmp_path / "secret")
    elif what == "fifo":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    elif what == "year":
        drop(paths, "a.txt", "x", when=253402300800)
    else:
        drop(paths, path.name, {"empty": b"", "binary": b"\0\1\2"}.get(what, b"x"))
    assert [each["text"] for each in shell.entries()] == ["mine"]
    assert os.path.lexists(path)
    assert ("not become an entry" in shell("doctor").out) == (what != "hidden")


def test_what_cannot_be_taken_does_not_hold_up_what_can(shell, paths, monkeypatch):
    monkeypatch.setattr(dropped, "MOST_FILES", 3)
    for number in range(4):
        drop(paths, f"a{number}.txt", b"\0")
    drop(paths, "b.txt", "behind them")
    assert [each["text"] for each in shell.entries()] == ["behind them"]


def test_words_between_dashes_and_what_a_phone_says_besides_are_kept(shell, paths):
    drop(paths, "a.md", "---\nFirst thought of the day.\n---\nSecond thought.")
    drop(paths, "b.md", "---\ndate: tomorrowish\nmood: heavy\ntags: [walk]\n---\nBy the river")
    first, second = sorted((each["text"] for each in shell.entries()), key=len, reverse=True)
    assert "First thought of the day." in first
    assert second.startswith("By the river")
    assert "mood: heavy" in second
    assert "date: tomorrowish" in second
    assert "walk" not in second


@pytest.mark.parametrize("content", ["on the move", "---\ndate: 2026-11-12\n---\non the move"])
def test_machines_in_two_zones_make_one_entry_of_it(content, paths, tmp_path):
    ids = set()
    for zone in ("Europe/Berlin", "America/New_York"):
        there = Paths(str(tmp_path / zone.replace("/", "-")))
        drop(there, "2026-11-12.md", content)
        coach = build(there, Clock(datetime(2026, 11, 20, 9, tzinfo=ZoneInfo(zone)), ZoneInfo(zone)))
        ids |= {each.id for each in coach.journal.entries()}
    assert len(ids) == 1


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_as_whatever_wrote_it_meant_it(form, shell, paths):
    drop(paths, "2026-11-12.txt", "Müller grüßt \x1b]52;c;x\x07 and [bold]".encode(form))
    said = shell("list")
    assert "\x1b" not in said.out
    (entry,) = shell.entries()
    assert entry["text"] == "Müller grüßt \x1b]52;c;x\x07 and [bold]"


def test_with_protection_nothing_of_it_lies_open_afterwards(coach, paths):
    coach.journal.write("begun")
    protecting.protect(coach.store, SECRET, LEAST)
    drop(paths, "a.txt", "Nachtigall from the phone")
    coach.refresh()
    assert "Nachtigall from the phone" in {each.text for each in coach.journal.entries()}
    everywhere = [
        path for place in (paths.home, paths.machine) for path in Path(place).rglob("*") if path.is_file()
    ]
    assert not [path for path in everywhere if b"Nachtigall" in path.read_bytes()]


def test_one_undo_takes_them_back_and_they_do_not_come_again(shell, paths):
    for day in range(1, 4):
        drop(paths, f"2026-11-0{day}.md", f"day {day}")
    assert len(shell.entries()) == 3
    assert "texts from the inbox (3)" in shell("undo", "--list").out
    assert shell("undo").code == 0
    assert shell.entries() == []
