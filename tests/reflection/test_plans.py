"""If-then lines come back: on Today, in the next review, and asked about with one key; and the digest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.checkin.checkins import Answers
from coach.commitments.life import life
from coach.reflection.digest import LINES, week_digest, year_digest
from coach.reflection.plans import lines_about, plans_of, say_came
from coach.reflection.reviews import Said
from coach.reflection.weekly_session import WeeklySession
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.screens.person import opened, press, read, row

FRIDAY = date(2026, 11, 6)
LINE = "If coffee is made, then the brief"


def turns(coach, commitment):
    found = life(coach, commitment.id)
    assert found
    return found.turns


@pytest.fixture
def planned(at):
    coach = at(FRIDAY)
    coach.commitments.make("Walk", rhythm="every day")
    coach.seasons.open("execution")
    coach.reviews.keep(Said({"truth": "Two of three"}, (LINE,)))
    return coach


@pytest.mark.usefixtures("planned")
def test_a_line_comes_back_while_its_week_lasts_and_is_asked_about_at_its_end(at):
    tuesday = gather_held(at("2026-11-10"), date(2026, 11, 10))
    assert tuesday.plans == (LINE,)
    assert tuesday.waiting["plan"] is None
    thursday = at("2026-11-12")
    waits = gather_held(thursday, date(2026, 11, 12)).waiting["plan"]
    assert waits
    assert waits.about == LINE
    say_came(thursday, waits.of.review, {waits.of.place: "done"})
    after = gather_held(thursday, date(2026, 11, 12))
    assert (after.plans, after.waiting["plan"]) == ((), None)
    assert [each.came for each in plans_of(thursday.store, date(2026, 11, 12))] == ["done"]
    thursday.store.undo()
    assert gather_held(thursday, date(2026, 11, 12)).waiting["plan"]


@pytest.mark.usefixtures("planned")
async def test_a_line_stands_on_the_page_of_the_commitment_it_is_about(at):
    coach = at("2026-11-10")
    brief = coach.commitments.make("Send the brief by noon", rhythm="every friday")
    other = coach.commitments.make("Coffee with Ana", rhythm="every friday")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "3", row("Send the brief"), "enter")
        assert LINE in read(app)
    assert turns(coach, other) == (("this week", LINE),)
    assert turns(coach, brief) == (("this week", LINE),)
    coach.commitments.make("Make coffee for the brief", rhythm="every friday")
    assert not turns(coach, other)  # more than one of them may be meant
    assert not turns(coach, brief)


def test_words_that_say_nothing_bind_no_line_to_a_commitment():
    line = "If I sit with Ana before lunch, then I ask about March"
    assert lines_about([line], "Write before breakfast", []) == []
    assert lines_about([line], "Lunch away from the desk", []) == [line]


@pytest.mark.usefixtures("planned")
def test_the_next_review_asks_about_it(at):
    coach = at("2026-11-13")
    session = WeeklySession(coach, date(2026, 11, 13))
    steps = {each.name: each for each in session.steps({})}
    assert steps["came"].fields[0].label == LINE
    session.keep({"truth": "Shipped", "tradeoff": "No talks", "came1": "never"}, "app")
    assert [each.came for each in plans_of(at("2026-11-13").store, date(2026, 11, 13))] == ["never"]


@pytest.mark.usefixtures("planned")
async def test_one_key_on_today_says_what_came_of_it(at):
    coach = at("2026-11-12")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        assert "If coffee is" in read(app)
        await press(pilot, row("Last week's line"), "enter", "c")
        assert "Last week's line" not in read(app)
    assert [each.came for each in plans_of(coach.store, date(2026, 11, 12))] == ["never"]


def test_three_moments_that_never_came_ask_for_another_one(at):
    at("2026-10-02").commitments.make("Walk", rhythm="every day")
    at("2026-10-02").seasons.open("execution")
    for week in range(4):
        day = date(2026, 10, 2) + timedelta(weeks=week)
        review = at(day).reviews.keep(Said({"truth": "x"}, (f"If {week}, then it",)))
        say_came(at(day), review, {"1": "never"})
    found = gather_held(at("2026-10-27"), date(2026, 10, 27)).noticed
    assert found
    assert (found.what, found.asks) == (
        "plans",
        "What happens every day, without fail, that could be the if?",
    )


def test_a_week_and_a_year_are_ten_lines_at_most(at, planned):
    for back in range(7):
        planned.checkins.keep(FRIDAY - timedelta(days=back), Answers(energy=1 + back % 5, gave="walk"))
    week = week_digest(at("2026-11-07"), date(2026, 11, 7))
    assert 3 <= len(week) <= LINES
    assert any(LINE in line for line in week)
    assert any("walk 6" in line for line in week)
    year = year_digest(at("2026-11-07"), date(2026, 11, 7))
    assert 3 <= len(year) <= LINES
    assert any("mean" in line for line in year)


def test_nothing_is_a_digest_too(shell):
    assert shell("week").code == 0
    assert "0 entries" in shell("year").out
