"""Looking back late: what lies behind and was not looked back on, from the place and the shell; changed later."""

from __future__ import annotations

from datetime import date

import pytest

from coach import settings
from coach.core.errors import UsageError
from coach.reflection.late import last_of, open_periods
from coach.reflection.reflections import Answered
from coach.reflection.reviews import Said
from coach.reflection.weekly_session import WeeklySession
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, read, row, screen_text, type_in

DAY = date(2026, 11, 20)


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
        ("2026-04", "monthly", date(2026, 4, 30)), ("12 apr", "monthly", date(2026, 4, 30)),
        ("april", "monthly", date(2026, 4, 30)), ("dec 2025", "monthly", date(2025, 12, 31)),
        ("last month", "monthly", date(2026, 10, 31)), ("this month", "monthly", date(2026, 11, 30)),
        ("2026-11", "monthly", date(2026, 11, 30)), ("Q2 2026", "quarterly", date(2026, 6, 30)),
        ("2026-Q2", "quarterly", date(2026, 6, 30)), ("2026-05", "quarterly", date(2026, 6, 30)),
        ("last quarter", "quarterly", date(2026, 9, 30)), ("2026-W16", "weekly", date(2026, 4, 17)),
        ("2026-10-17", "weekly", date(2026, 10, 23)), ("2026-W47", "weekly", date(2026, 11, 20)),
        ("last week", "weekly", date(2026, 11, 13)), ("2025", "yearly", date(2025, 12, 31)),
    ],
)  # fmt: skip
def test_a_period_is_typed_as_people_do(at, typed, name, day):
    assert last_of(typed, name, at(DAY)) == day


@pytest.mark.parametrize(
    ("typed", "name", "says"),
    [
        ("2027-04", "monthly", "still to come"), ("2026-W49", "weekly", "still to come"),
        ("2026-W60", "weekly", "cannot read"), ("0000-Q1", "quarterly", "cannot read"),
        ("1850-Q1", "quarterly", "cannot read"), ("2025", "monthly", "holds several"),
        ("2026-04", "weekly", "holds several"), ("", "monthly", "cannot read"),
    ],
)  # fmt: skip
def test_what_is_none_or_several_or_to_come_is_refused(at, typed, name, says):
    with pytest.raises(UsageError, match=says):
        last_of(typed, name, at(DAY))


def test_the_running_month_is_not_taken_for_the_last_one(shell, at, monkeypatch):
    lived(at)
    monkeypatch.setenv("COACH_NOW", "2026-11-05T09:00")
    may = shell("reflect", "monthly", "--for", "2026-10", "--answer", "energised=October", "--json").json
    now = shell("reflect", "monthly", "--for", "2026-11", "--answer", "energised=November", "--json").json
    assert (may["last"], now["last"]) == ("2026-10-31", "2026-11-30")
    assert may["id"] != now["id"]


def test_a_week_long_past_asks_its_own_numbers_and_leaves_what_is_held_today_alone(at):
    at("2026-08-03").frames.change({"direction": "Old", "flow": "old flow"})
    at("2026-11-10").frames.change({"flow": "new flow"})
    at("2026-11-11").signals.park("Late", "people")
    coach = at(DAY)
    session = WeeklySession(coach, date(2026, 9, 11))
    steps = session.steps({})
    assert "commitments" not in [each.name for each in steps]
    assert "old flow" in [field.label for each in steps for field in each.fields]
    assert session.week.signals == 0
    assert "commitments" in [each.name for each in WeeklySession(coach, DAY).steps({})]


def test_weeks_stay_reviewed_when_the_day_of_the_review_becomes_another(at, paths):
    for day in (date(2026, 10, 16), date(2026, 10, 23), date(2026, 10, 30)):
        coach = at(day)
        coach.journal.write("x")
        coach.reviews.keep(Said({"truth": "It went"}), day)
    settings.write(paths.config, "review_day", "monday")
    open_weeks = [each for each in open_periods(at("2026-11-02")) if each.name == "weekly"]
    assert [each.last for each in open_weeks] == []


def test_only_weeks_in_which_something_was_written_are_offered(at):
    at("2026-11-17").journal.write("First")
    assert open_periods(at("2026-12-09"))[-1].first >= date(2026, 11, 1)
    weeks = [each.last for each in open_periods(at("2026-12-09")) if each.name == "weekly"]
    assert weeks == [date(2026, 11, 20)]


def test_what_is_said_again_changes_nothing(shell, at):
    lived(at)
    shell("reflect", "monthly", "--for", "2026-04", "--answer", "energised=The river")
    again = shell("reflect", "monthly", "--for", "2026-04", stdin=b"\n" * 40)
    assert "Nothing was changed" in again.err
    assert "looked back" in shell("undo", "--list").out.splitlines()[0]


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
        await press(pilot, "escape", "escape", row("Weekly reflection"), "e")
        assert "The week to Fri 13 Nov" in read(app)
        await press(pilot, "ctrl+s")
        assert "Two of three went out." in read(app)
        await type_in(pilot, " One waits.")
        await press(pilot, *["ctrl+s"] * 4)
    (kept,) = [each for each in at(DAY).reflections.past() if each.name == "weekly"]
    assert kept.answers["truth"] == "Two of three went out. One waits."
