"""Twelve weeks of one person's mornings, from the keyboard, at 80 columns and 24 lines: Today does not clog, and a
plain day takes few keys."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from coach.today.today import gather
from screens.app import CoachApp
from screens.today.page import TodayScreen
from screens.widgets.board import Board
from tests.screens.person import opened, place, press, screen_text, type_in

FIRST = date(2026, 8, 31)
_WEEKS, _KEYS = 12, 12
_AWAY = range(38, 47)
"""Nine days somewhere in the seventh week."""


class Counting:
    """A person at the keyboard, each key counted."""

    def __init__(self, pilot) -> None:
        self._pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await press(self._pilot, *keys)

    async def write(self, text: str) -> None:
        self.keys += len(text)
        await type_in(self._pilot, text)


@pytest.mark.long
async def test_twelve_weeks_of_mornings(at):
    await _lived(at, range(_WEEKS * 7))


async def test_mornings_with_a_week_away(at):
    await _lived(at, [*range(6), *range(15, 20)])


async def _lived(at, days) -> None:
    chance, counts = random.Random(7), []
    for number in days:
        day = FIRST + timedelta(days=number)
        if number in _AWAY or day.weekday() == 6:
            continue
        coach = at(f"{day}T08:00")
        app = CoachApp(coach, gather(coach))
        async with opened(app, (80, 24)) as pilot:
            person = Counting(pilot)
            if number == 0:
                await _begin(person)
            assert place(app) is TodayScreen
            _first_three_are_in_sight(app, day)
            await _morning(person, app, day, chance)
            if number:
                counts.append((day, person.keys))
    plain = sorted(keys for day, keys in counts if day.weekday() not in {0, 4})
    assert plain[len(plain) // 2] <= _KEYS, f"a plain day took {plain[len(plain) // 2]} keys"


async def _begin(person: Counting) -> None:
    await person.press("escape", "3", "a")
    for outcome, rhythm in (("Walk before mail", "every weekday"), ("Read", "3 times a week")):
        await person.write(f"{outcome}\n{rhythm}\n")
        await person.press("ctrl+s", "a")
    await person.press("escape", "1")


async def _morning(person: Counting, app: CoachApp, day: date, chance: random.Random) -> None:
    """A check-in with energy, what it mostly was, and what is due; on some days more."""
    if "Good to have you back" in screen_text(app):
        await person.press("enter", "r")
    await person.press("c", str(chance.randint(2, 5)), str(chance.randint(1, 3)), "ctrl+s")
    if "Walk" in screen_text(app) and chance.random() < 0.8:
        await person.press("3", "space", "1")
    if chance.random() < 0.1:
        await person.press("n")
        await person.write("Half a thought")
        await person.press("escape")
    if day.weekday() == 4:
        await person.press("4", "w")
        for _ in range(8):
            if place(app).__name__ == "WeeklyScreen":
                if "tradeoff" in screen_text(app).lower():
                    await person.write("It went out on Thursday")
                await person.press("ctrl+s")
        await person.press("1")


def _first_three_are_in_sight(app: CoachApp, day: date) -> None:
    """The first three cards stand on the screen as it opens."""
    board = app.screen.query_one(Board)
    assert board.scroll_y == 0, day
    shown = screen_text(app)
    assert shown.count("╭─") >= 3, shown
    assert sum("╰" in line for line in shown.splitlines()) >= 3, shown
