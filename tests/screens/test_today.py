"""The first Today, as a person meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from coach.app import build
from coach.daily.capture import capture, new_entry
from coach.days import Clock
from screens.app import CoachApp


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


async def test_what_others_write_appears_by_itself(coach, paths, clock, monkeypatch):
    monkeypatch.setattr("screens.today._LOOK_EVERY", 0.01)
    app = CoachApp(coach)
    async with app.run_test() as pilot:
        await pilot.pause()
        build(paths, clock).journal.write("from another app")
        await until(pilot, lambda: "from another app" in shown(app, "#entries"))
        capture(paths.inbox, *new_entry(clock, "from a shell"))
        await until(pilot, lambda: "from a shell" in shown(app, "#entries"))
        await pilot.press("u")
        assert "from a shell" not in shown(app, "#entries")
        await pilot.press("U")
        assert "from a shell" in shown(app, "#entries")


async def until(pilot, is_so) -> None:
    for _ in range(500):
        await pilot.pause(0.01)
        if is_so():
            return
    raise AssertionError("it did not come about")


async def test_a_home_nobody_may_read_is_told_not_a_crash(coach, monkeypatch):
    coach.journal.write("private")

    def refuse(*_):
        raise PermissionError(13, "Permission denied", "/home/somebody")

    app = CoachApp(coach)
    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr("coach.store.files.os.listdir", refuse)
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        assert "no permission" in shown(app, "#entries")
        monkeypatch.undo()


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
