"""Coming back after days away: one card without a count, an offer, and nothing else that shouts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.checkin.checkins import Answers
from coach.commitments.overview import commitments_on
from coach.today.asks import asks
from coach.today.away import away, leave, let_rest
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, row, screen_text

FIRST = date(2026, 8, 3)
BACK = date(2026, 11, 16)


@pytest.fixture
def held(at):
    """Four commitments whose gates fall into the weeks in which nobody was there."""
    coach = at(FIRST)
    coach.seasons.open("execution", rhythm="ten-two")
    for place in range(4):
        gate = FIRST + timedelta(weeks=12, days=-place)
        coach.commitments.make(f"Held {place}", rhythm="every day", gate=gate)
    last = at("2026-10-12")
    for ago in range(60):
        last.checkins.keep(date(2026, 10, 12) - timedelta(days=ago), Answers(energy=3))
    return at


def test_who_comes_back_meets_the_offer_and_the_check_in_and_nothing_else(held):
    today = gather(held(BACK))
    assert [each.cause for each in asks(today)] == ["away", "check_in"]
    assert today.held.noticed is None
    assert today.held.season
    assert today.held.season.notices == ()


def test_the_days_between_rest_and_no_gate_has_lapsed(held):
    coach = held(BACK)
    found = gather(coach).held.away
    assert found == (date(2026, 10, 13), date(2026, 11, 15))
    let_rest(coach, found)
    now = gather(coach)
    assert now.held.away is None
    assert {each.state for each in commitments_on(coach, BACK)} == {"held"}
    coach.store.undo()
    assert gather(coach).held.away == found


def test_left_as_they_are_several_lapsed_gates_are_one_row(held):
    coach = held(BACK)
    found = gather(coach).held.away
    assert found
    leave(coach, found)
    rows = [each for each in asks(gather(coach)) if each.cause in {"gate", "lapsed"}]
    assert [each.label for each in rows] == ["4 gates lapsed"]


def test_the_offer_waits_a_few_days_after_the_first_check_in_and_then_goes(held):
    held(BACK).checkins.keep(BACK, Answers(energy=3))
    held("2026-11-22").journal.write("At the desk")
    for days, is_there in ((0, True), (3, True), (8, False)):
        coach = held(BACK + timedelta(days=days))
        last = coach.today() - timedelta(days=29)
        known = coach.checkins.between(last, coach.today())
        assert (away(coach, coach.today(), known) is not None) is is_there


@pytest.mark.parametrize("days", [1, 3, 6])
def test_a_few_days_are_no_days_away(held, days):
    coach = held(date(2026, 10, 12) + timedelta(days=days))
    assert gather(coach).held.away is None


def test_who_rests_was_not_away(held):
    held("2026-10-13").seasons.pause(date(2026, 11, 15))
    assert gather(held(BACK)).held.away is None


def test_nobody_is_asked_about_a_sunday_on_which_they_never_check_in(at):
    sunday = date(2026, 11, 15)
    coach = at(sunday)
    for ago in range(1, 28):
        day = sunday - timedelta(days=ago)
        if day.weekday() != sunday.weekday():
            coach.checkins.keep(day, Answers(energy=3))
    monday = gather(at(sunday + timedelta(days=1)))
    assert not monday.is_yesterday_open
    coach.checkins.keep(sunday - timedelta(days=7), Answers(energy=3))
    assert gather(at(sunday + timedelta(days=1))).is_yesterday_open


async def test_from_the_keyboard(held):
    coach = held(BACK)
    app = CoachApp(coach, gather(coach))
    async with opened(app, (80, 24)) as pilot:
        shown = screen_text(app)
        assert "Good to have you back" in shown
        assert "lapsed" not in shown
        assert "34" not in shown
        await press(pilot, row("Good to have you back"), "enter", "r")
        assert "Rested: Tue 13 Oct to Sun 15 Nov" in screen_text(app)
        assert "lapsed" not in screen_text(app)


def test_who_ended_things_in_between_was_not_away(held):
    for place, day in enumerate(("2026-10-18", "2026-10-25", "2026-11-01", "2026-11-12")):
        coach = held(day)
        one = next(each for each in coach.commitments.all() if each.text == f"Held {place}")
        coach.commitments.end(one, "dropped")
    assert gather(held(BACK)).held.away is None
