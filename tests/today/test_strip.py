"""The week on Today: any day of it that was can be written, checked in and marked for."""

from __future__ import annotations

from datetime import date

from coach.checkin.checkins import Answers
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, row, screen_text

FRIDAY = date(2026, 11, 20)


async def test_t_on_a_day_that_was_is_for_that_day(at):
    for day in (16, 17, 19):
        at(f"2026-11-{day}").checkins.keep(date(2026, 11, day), Answers(energy=3))
    app = CoachApp(at(FRIDAY), gather(at(FRIDAY)))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, row("Energy"), "left", "left", "t")
        assert "Wed 18 Nov" in screen_text(app)
        await press(pilot, "m", "4", "ctrl+s")
    assert at(FRIDAY).checkins.of(date(2026, 11, 18)).energy == 4
