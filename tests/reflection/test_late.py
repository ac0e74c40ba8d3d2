"""Looking back late: what lies behind and was not looked back on, from the place and the shell; changed later."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from coach.core.days import Clock
from coach.core.errors import UsageError
from coach.core.when import Reader
from coach.reflection.late import day_of, open_periods
from coach.reflection.reflections import Answered
from coach.reflection.reviews import Said
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, read, row, screen_text, type_in

DAY = date(2026, 11, 20)
DAY_NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def lived(at):
    for month in (4, 5, 7):
        at(f"2026-{month:02}-15").journal.write(f"In month {month}")
    return at(DAY)


def names(coach):
    return [each.called(DAY) for each in open_periods(coach) if each.name != "weekly"]


def test_what_lies_behind_and_was_lived_is_open_until_it_was_looked_back_on(at):
    coach = lived(at)
    assert names(coach) == ["quarter 3 of 2026", "July 2026", "quarter 2 of 2026", "May 2026", "April 2026"]
    with coach.store.change("late") as change:
        coach.reflections.put(
            change, "monthly", Answered({"energised": "The river"}), (date(2026, 5, 1), date(2026, 5, 31))
        )
    assert "May 2026" not in names(coach)
    kept = coach.reflections.of("monthly", date(2026, 5, 31))
    assert kept
    assert kept.at.month == 11, "kept half a year later, and found"


@pytest.mark.parametrize(
    ("typed", "name", "day"),
    [
        ("2026-04", "monthly", date(2026, 4, 30)),
        ("12 apr", "monthly", date(2026, 4, 30)),
        ("Q2 2026", "quarterly", date(2026, 6, 30)),
        ("2026-Q2", "quarterly", date(2026, 6, 30)),
        ("2026-05", "quarterly", date(2026, 5, 31)),
        ("2026-W16", "weekly", date(2026, 4, 19)),
        ("2026-11", "monthly", DAY),
    ],
)
def test_a_period_is_typed_as_people_do(typed, name, day):
    assert day_of(typed, name, Reader(Clock(DAY_NOON))) == day


def test_a_period_to_come_is_refused():
    with pytest.raises(UsageError, match="still to come"):
        day_of("2027-04", "monthly", Reader(Clock(DAY_NOON)))


def test_the_shell_looks_back_on_april_in_november(shell, at):
    lived(at)
    assert "April 2026" in shell("reflect", "--open").out
    assert shell("reflect", "monthly", "--for", "2026-04", "--answer", "energised=The river").code == 0
    (kept,) = [each for each in shell("reflect", "--list", "--json").json if each["name"] == "monthly"]
    assert (kept["first"], kept["last"]) == ("2026-04-01", "2026-04-30")
    assert "April 2026" not in shell("reflect", "--open").out
    shell("reflect", "monthly", "--for", "2026-04", "--answer", "energised=The river and the walk")
    (again,) = [each for each in shell("reflect", "--list", "--json").json if each["name"] == "monthly"]
    assert (again["id"], again["answers"]["energised"]) == (kept["id"], "The river and the walk")
    assert shell("reflect", "weekly", "--for", "2026-07-15", "--truth", "It was late by two weeks.").code == 0
    assert shell("reflect", "action", "--for", "2026-04").code == 2


async def test_in_the_app_a_week_that_lies_behind_is_opened_and_what_was_kept_is_changed(at):
    at("2026-11-02").journal.write("Something")
    at("2026-11-13").reviews.keep(Said({"truth": "Two of three went out."}))
    coach = at(DAY)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "4", "l")
        assert "the week to Fri 6 Nov" in screen_text(app)
        await press(pilot, row("the week to Fri 6 Nov"), "enter")
        assert "The week to Fri 6 Nov" in read(app)
        await press(pilot, "escape", "escape", row("Weekly review"), "e")
        assert "The week to Fri 13 Nov" in read(app)
        await press(pilot, "ctrl+s", "ctrl+s")
        assert "Two of three went out." in read(app)
        await type_in(pilot, " One waits.")
        await press(pilot, "escape")
