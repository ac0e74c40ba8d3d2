"""The question of the day fits what is so, says why, and leaves the frame alone while it is held."""

from __future__ import annotations

from datetime import date, timedelta

from coach.checkin.checkins import Answers
from coach.journal.prompts import prompts
from coach.today.today import gather
from screens.app import CoachApp
from tests.assessment.conftest import given
from tests.screens.person import opened, press, screen_text

TODAY = date(2026, 11, 20)
DAYS = [TODAY + timedelta(days=each) for each in range(90)]
BY_ID = {each.id: each for each in prompts()}


def energies(coach, *felt):
    for ago, energy in enumerate(reversed(felt)):
        coach.checkins.keep(TODAY - timedelta(days=ago), Answers(energy=energy))


def test_low_days_are_asked_about_and_two_good_ones_are_not(coach):
    energies(coach, 2, 4, 4)
    assert not coach.prompts.of(TODAY).why
    energies(coach, 2, 4, 1)
    found = coach.prompts.of(TODAY)
    assert "low" in found.fits
    assert found.why == "Asked because energy was low on 2 of your last 3 check-ins."
    assert coach.prompts.of(TODAY, 1).id != found.id
    coach.journal.write("An answer", prompt=found.id)
    assert coach.prompts.of(TODAY).id != found.id


def test_a_parked_signal_comes_first_until_it_is_settled(coach):
    energies(coach, 1, 1, 1)
    coach.signals.park("They export and leave", "people")
    found = coach.prompts.of(TODAY)
    assert found.fits == ("signal-people",)
    assert found.why == "Asked because you parked a signal: “They export and leave”."
    coach.signals.settle(coach.signals.waiting(), "drop", "no")
    assert "low" in coach.prompts.of(TODAY).fits


def test_a_sign_that_stood_out_is_asked_about_every_other_day(coach):
    coach.assessments.keep(given("400000000000"))
    two = [coach.prompts.of(TODAY + timedelta(days=each)) for each in range(2)]
    assert sorted(each.fits == ("OM1",) for each in two) == [False, True]
    assert any("“Every decision comes back to you” stood out" in each.why for each in two)
    coach.assessments.keep(given("444444444444"))
    assert coach.assessments.stood_out(TODAY) == []  # all the same says little


def test_in_a_held_season_none_questions_the_frame_and_in_the_window_some_do(at):
    coach = at("2026-11-20")
    assert any(coach.prompts.of(day).asks_frame for day in DAYS)
    coach.seasons.open("execution")
    held = [coach.prompts.of(day, skips) for day in DAYS for skips in (0, 1, 7)]
    assert not any(each.asks_frame for each in held)
    coach.seasons.open("redesign", because="it shifted")
    window = [coach.prompts.of(day) for day in DAYS]
    assert any(each.asks_frame for each in window)
    assert not any(each.mode == "managing" for each in window)


def test_what_a_question_fits_is_something_that_can_be_so():
    known = {
        "low",
        "signal",
        *(f"signal-{each}" for each in ("people", "value", "workaround", "contradicts", "automation")),
    }
    known |= {f"{scale}{place}" for scale in ("OM", "OL") for place in range(1, 7)}
    fitted = {fit for each in BY_ID.values() for fit in each.fits}
    assert fitted == known


async def test_why_it_is_asked_stands_where_one_writes_to_it(coach):
    energies(coach, 1, 2, 2)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "p")
        assert "energy was low on 3 of your last 3 check-ins" in screen_text(app)
