"""L10: the two numbers are told to part when they do so for weeks, beyond chance, and the right way round."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.reflection.describe import FULL
from coach.reflection.parting import parted
from coach.reflection.reviews import Said
from coach.reflection.weekly_session import WeeklySession

FRIDAY = date(2026, 11, 20)


def weeks(at, flow, outcome, less=None):
    """A review a week, the last of them on the Friday before."""
    first = FRIDAY - timedelta(weeks=len(flow))
    coach = at(first - timedelta(days=3))
    coach.frames.change(
        {"direction": "North", "flow": "merges", "outcome": "renewals"} | ({"less": less} if less else {})
    )
    for place, (one, other) in enumerate(zip(flow, outcome, strict=True)):
        day = first + timedelta(weeks=place)
        at(day).reviews.keep(Said({"truth": "x y"}, flow=one, outcome=other), day)
    return at(FRIDAY)


UP, DOWN = [1, 2, 3, 4, 5, 6, 7], [9, 8, 7, 6, 5, 4, 3]


def test_one_week_is_a_wiggle(at):
    assert parted(weeks(at, [5, 5.01], [10, 9.9]), FRIDAY) == ""


def test_weeks_beyond_chance_are_told_without_blame(at):
    said = parted(weeks(at, UP, DOWN), FRIDAY)
    assert said.startswith("Over 7 weeks flow went from 1.5 to 6.5, outcome from 8.5 to 3.5")


@pytest.mark.parametrize(("flow", "outcome"), [(UP, UP), ([5, 1, 6, 2, 5, 1, 6], DOWN), (UP, [4] * 7)])
def test_what_goes_along_or_is_noise_is_not(at, flow, outcome):
    assert parted(weeks(at, flow, outcome), FRIDAY) == ""


def test_where_less_is_better_a_fall_is_a_rise(at):
    assert parted(weeks(at, UP, DOWN, "outcome"), FRIDAY) == ""
    assert parted(weeks(at, UP, UP, "outcome"), FRIDAY).startswith("Over 7 weeks")


def test_it_stays_beside_the_question_and_in_what_is_kept(at):
    coach = weeks(at, UP, DOWN)
    coach.commitments.make("Walk", rhythm="every day")
    session = WeeklySession(coach, FRIDAY)
    truth = next(each for each in session.steps({}) if each.name == "truth")
    assert truth.evidence[0].startswith("Over 7 weeks")
    kept = session.keep({"truth": "late by two", "flow": "8", "outcome": "2"}, "app").record
    assert kept.parted.startswith("Over 8 weeks")
    assert any(line.startswith("Over 8 weeks") for line in FULL["reflections"](kept, coach))


def test_a_review_held_again_without_its_numbers_keeps_what_it_said(at):
    coach = weeks(at, UP[:5], DOWN[:5])
    coach.reviews.keep(Said({"truth": "x y"}, flow=6, outcome=4), FRIDAY)
    kept = coach.reviews.keep(Said({"tradeoff": "the talks"}), FRIDAY)
    assert kept.parted.startswith("Over 6 weeks")
