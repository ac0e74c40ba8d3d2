"""The first Today, as a person meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from coach.app import build
from coach.days import Clock
from screens.app import CoachApp
from screens.today import TodayScreen


def shown(app: CoachApp, where: str) -> str:
    return str(app.screen.query_one(where, Static).content)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_today_shows_the_day_and_the_last_entries(coach, size):
    coach.journal.write("Walked before mail")
    app = CoachApp(coach)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert shown(app, "#day") == "Friday 20 November"
        assert "Fri 20 Nov  09:00  Walked before mail" in shown(app, "#entries")
        await pilot.press("q")
    assert app.return_code == 0


async def test_an_empty_home_says_how_to_begin(coach):
    app = CoachApp(coach)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "coach add" in shown(app, "#entries")


async def test_what_others_write_appears(coach, paths, clock):
    app = CoachApp(coach)
    async with app.run_test() as pilot:
        await pilot.pause()
        build(paths, clock).journal.write("from elsewhere")
        screen = app.screen
        assert isinstance(screen, TodayScreen)
        screen._look()
        assert "from elsewhere" in shown(app, "#entries")
        await pilot.press("u")
        assert "from elsewhere" not in shown(app, "#entries")


async def test_hostile_text_is_shown_not_obeyed(coach):
    for text in ("\x1b[31mred", "[/", "[@click=app.quit]x[/]", "\ud800\u202e", "x" * 100_000):
        coach.journal.write(text)
    app = CoachApp(coach)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "␛[31mred" in shown(app, "#entries")
        assert "[/" in shown(app, "#entries")


async def test_damage_is_told_and_is_not_an_empty_start(coach, paths, clock):
    coach.journal.write("precious")
    Path(coach.store.shelf.path_of("2026-11")).write_bytes(b"{")
    app = CoachApp(build(paths, Clock(clock.now())))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "2026-11 is damaged" in shown(app, "#entries")
