"""What two machines wrote of one record, looked at in the app."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.machines import merging
from coach.today.today import gather
from screens.app import CoachApp
from tests.machines.test_dropped import LONG_AGO
from tests.machines.test_merge import changed
from tests.screens.person import opened, press, screen_text, settled


@pytest.fixture
def coach(paths, clock, tmp_path):
    """A laptop that has just met the desktop: both changed the same words."""
    laptop = build(paths, clock)
    laptop.journal.write("begun together")
    shutil.copytree(paths.home, tmp_path / "other")
    there = Paths(str(tmp_path / "other"), machine=str(tmp_path / "desktop"))
    desktop = build(there, Clock(clock.now() + timedelta(hours=1)))
    (first,) = laptop.journal.entries()
    changed(laptop, first.id, text="as the laptop has it")
    changed(desktop, first.id, text="as the desktop has it")
    merging.merge(laptop, merging.read(laptop, str(tmp_path / "other")), "desktop")
    return laptop


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_both_versions_are_shown_and_a_key_keeps_both(coach, size):
    app = CoachApp(coach, gather(coach))
    async with opened(app, size=size) as pilot:
        assert "Two versions" in screen_text(app)
        await press(pilot, "ctrl+p", *"wrote differently", "enter")
        assert "as the desktop has it" in screen_text(app)
        await press(pilot, "enter")
        shown = screen_text(app)
        assert "as the laptop has it" in shown
        assert "keep both" in shown
        await press(pilot, "b")
        assert "Nothing is open" in screen_text(app)
    (entry,) = coach.journal.entries()
    assert entry.text == "as the desktop has it\n\nas the laptop has it"


async def test_the_list_shows_where_they_part_and_the_page_every_line(paths, clock, tmp_path):
    laptop = build(paths, clock)
    laptop.journal.write("the same long beginning for both of them")
    shutil.copytree(paths.home, tmp_path / "other")
    there = Paths(str(tmp_path / "other"), machine=str(tmp_path / "desktop"))
    desktop = build(there, Clock(clock.now() + timedelta(hours=1)))
    (first,) = laptop.journal.entries()
    changed(laptop, first.id, text=f"{first.text}, here")
    changed(desktop, first.id, text=f"{first.text}, there\n\nand below")
    merging.merge(laptop, merging.read(laptop, str(tmp_path / "other")), "desktop")
    app = CoachApp(laptop, gather(laptop))
    async with opened(app, size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"wrote differently", "enter")
        assert "… there and below" in screen_text(app)
        assert "… here" in screen_text(app)
        await press(pilot, "enter")
        assert "  and below  " in screen_text(app)


async def test_what_a_sync_left_beside_comes_in_while_the_app_is_open(paths, clock, tmp_path):
    laptop = build(paths, clock)
    laptop.journal.write("begun together")
    shutil.copytree(paths.home, tmp_path / "other")
    desktop = build(Paths(str(tmp_path / "other"), machine=str(tmp_path / "desktop")), clock)
    laptop.journal.write("on the laptop")
    desktop.journal.write("on the desktop")
    app = CoachApp(laptop, gather(laptop))
    async with opened(app) as pilot:
        shutil.copy(
            f"{desktop.paths.data}/2026/2026-11.json", f"{paths.data}/2026/2026-11 (conflicted copy).json"
        )
        await app.look_again()
        await settled(pilot)
        shown = screen_text(app)
        assert "on the desktop" in shown
        assert "came in" in shown


async def test_a_text_dropped_while_the_app_is_open_comes_in_once_it_is_still(paths, clock):
    coach = build(paths, clock)
    coach.journal.write("begun")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        path = Path(paths.inbox) / "thought.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("from the phone")
        await app.look_again()
        assert path.exists()
        os.utime(path, (LONG_AGO, LONG_AGO))
        await app.look_again()
        assert not path.exists()
        await app.look_again()
        await settled(pilot)
        assert "from the phone" in screen_text(app)
