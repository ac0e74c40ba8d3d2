"""S13 and M12: a fresh start is offered where the records speak for it, a pitfall is told with its fix, one at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.assessment.assessments import Taken
from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.reflection.fresh_start import fresh_start
from coach.reflection.lived import gather
from coach.reflection.pitfalls import pitfall
from coach.today.today import gather_held

FRIDAY = date(2026, 11, 20)
BEGAN = date(2026, 9, 1)


def name_of(fact):
    return fact.name if fact else None


def felt(at, day, energy, count=12):
    """So many days up to a day, each with this energy."""
    for back in range(count):
        when = day - timedelta(days=back * 3)
        at(when).checkins.keep(when, Answers(energy=energy))


@pytest.fixture
def kept(at):
    """A season in which nearly everything is kept."""
    coach = at(BEGAN)
    coach.frames.point("North")
    coach.seasons.open("execution")
    walk = coach.commitments.make("Walk", rhythm="every day")
    for back in range(12):
        day = FRIDAY - timedelta(days=back + 1)
        at(day).marks.mark([Given(walk, "kept")], day)
    return at


def test_less_energy_than_in_the_same_weeks_a_year_ago_speaks_for_it(kept):
    felt(kept, FRIDAY - timedelta(weeks=52), 4)
    felt(kept, FRIDAY, 3)
    found = fresh_start(kept(FRIDAY), FRIDAY)
    assert found
    assert "energy is 3.0, in the same weeks a year ago it was 4.0" in found.text


def test_autumn_alone_does_not(kept):
    felt(kept, FRIDAY - timedelta(weeks=52), 3)
    felt(kept, FRIDAY - timedelta(weeks=7), 4, 6)
    felt(kept, FRIDAY, 3, 6)
    assert fresh_start(kept(FRIDAY), FRIDAY) is None


def test_meaning_that_went_speaks_for_it(kept):
    kept(FRIDAY).assessments.keep(Taken("alone", ("OM4", "OM1"), {"OM4": 4.0, "OM1": 0.0}))
    assert name_of(fresh_start(kept(FRIDAY), FRIDAY)) == "replant_meaning"


def test_a_direction_that_is_only_talked_about_elsewhere_speaks_for_it(kept):
    for back in range(5):
        kept(FRIDAY - timedelta(days=back)).journal.write(f"Where to {back}", mode="leading")
    assert name_of(fresh_start(kept(FRIDAY), FRIDAY)) == "replant_outside"
    kept(FRIDAY).signals.park("They use it by phone")
    assert fresh_start(kept(FRIDAY), FRIDAY) is None


def test_it_waits_on_today_on_the_day_of_the_review_until_it_was_made(kept):
    for back in range(5):
        kept(FRIDAY - timedelta(days=back)).journal.write(f"Where to {back}", mode="leading")
    assert gather_held(kept(FRIDAY), FRIDAY).waiting["replant"]
    assert gather_held(kept("2026-11-19"), date(2026, 11, 19)).waiting["replant"] is None


def test_pitfalls_are_told_one_at_a_time(kept):
    def now():
        found = pitfall(kept(FRIDAY), gather(kept(FRIDAY), FRIDAY - timedelta(weeks=12), FRIDAY))
        return found.name if found else None

    assert now() is None
    felt(kept, FRIDAY, 3, 20)
    assert now() == "experience"
    kept(FRIDAY).reviews.keep(said("nothing shipped"))
    assert now() == "comfort"
    kept("2026-11-10").commitments.try_out("Call five", "energy", rhythm="every day")
    assert now() == "no_feedback"
    kept(FRIDAY).feedback.keep({"role": "peer", "asked": "Can you count on me?"})
    assert now() is None


def said(truth):
    from coach.reflection.reviews import Said

    return Said({"truth": truth})


def test_reading_without_trying_is_told_with_its_fix(kept):
    coach = kept(BEGAN)
    read = coach.commitments.adopt(
        {"id": "read", "text": "Read", "rhythm": "every day", "why": "w", "cue": "c", "act": "a"}
    )
    for back in range(3):
        day = FRIDAY - timedelta(days=back + 1)
        kept(day).marks.mark([Given(read, "kept")], day)
    found = pitfall(kept(FRIDAY), gather(kept(FRIDAY), FRIDAY - timedelta(weeks=12), FRIDAY))
    assert found
    assert found.name == "theory"
    assert "Try one idea on a real situation" in found.text


def test_in_the_first_weeks_nobody_has_stopped_anything(at):
    coach = at("2026-11-01")
    coach.commitments.make("Walk", rhythm="every day")
    felt(at, FRIDAY, 3, 6)
    assert pitfall(at(FRIDAY), gather(at(FRIDAY), BEGAN, FRIDAY)) is None
