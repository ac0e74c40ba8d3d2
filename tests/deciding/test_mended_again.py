"""What a strict reading of telemetry, scorecards, ten days and hand-overs found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.chance import at_least
from coach.commitments.marks import Given
from coach.core.errors import DamagedError, UsageError
from coach.deciding.records import Handover, TenDays
from coach.deciding.telemetry import telemetry
from coach.deciding.ten_days_lines import ten_days_lines
from coach.reflection.reviews import Said
from coach.reflection.weekly_session import WeeklySession
from coach.today.today import gather_held

DAY = date(2026, 11, 20)


def test_a_hand_over_that_makes_no_sense_is_damage_and_not_a_crash(coach):
    made = coach.handovers.hand("refunds", "Jonas", "200")
    for looks in ({"last week": "alike"}, {"2026-11-20": "fine"}):
        with pytest.raises(DamagedError):
            Handover.read(made.id, made.fields() | {"looks": looks})


def test_days_out_of_the_usual_say_nothing(at):
    held = at("2026-09-01").commitments.make("Write", rhythm="daily")
    for place in range(56):
        given = Given(held, "kept") if place < 28 or place % 2 else Given(held, "missed", "unusual")
        at(DAY).marks.mark([given], date(2026, 9, 26) + timedelta(days=place))
    found = telemetry(at(DAY), DAY)
    assert (found.verdict, found.now.waited) == ("none", 0)


def test_one_bad_week_is_one_and_not_seven(at):
    held = at("2026-09-01").commitments.make("Write", rhythm="daily")
    for place in range(56):
        given = Given(held, "missed", "capacity") if 35 <= place < 42 else Given(held, "kept")
        at(DAY).marks.mark([given], date(2026, 9, 26) + timedelta(days=place))
    found = telemetry(at(DAY), DAY)
    assert (found.verdict, found.is_clear) == ("manage", False)
    assert found.chance
    assert found.chance > 0.05


def test_what_was_made_before_it_was_written_down_was_not_measured(coach):
    for place in range(3):
        coach.decisions.log(text=f"N {place}", options=("a", "b"), decider="I", reversal="two ask", chosen="a",
                            made=date(2026, 11, 10))  # fmt: skip
    assert telemetry(coach, DAY).now.hours == ()


def test_a_week_that_ends_in_the_next_month_is_scored_once(at):
    scores = {"market": 3, "technical": 3, "organisational": 3}
    for total in (1, 5, 2):
        at("2026-04-29").uncertainty.score("Launch", scores | {"market": total})
    at("2026-05-01").uncertainty.score("Launch", scores)
    (only,) = at("2026-05-01").uncertainty.of("launch", date(2026, 4, 1))
    assert (only.last, only.total) == (date(2026, 5, 1), 9)


def test_half_a_score_is_refused_on_its_own_step_and_on_no_other(coach):
    coach.uncertainty.score("Launch", dict.fromkeys(("market", "technical", "organisational"), 3), last=DAY)
    session = WeeklySession(coach, DAY)
    said = dict(session.was)
    said.pop(next(name for name in said if name.endswith("-market")))
    refused = []
    for step in session.steps(said):
        try:
            session.check(step, said)
        except UsageError:
            refused.append(step.title)
    assert refused == ["How uncertain it is"]


def test_what_is_cleared_in_the_review_is_scored_no_more(coach):
    coach.uncertainty.score("Launch", dict.fromkeys(("market", "technical", "organisational"), 3), last=DAY)
    session = WeeklySession(coach, DAY)
    session.keep({"truth": "Two of three went out on time."}, "app")
    assert coach.uncertainty.since(DAY) == []


def test_the_ten_days_stand_still_once_they_are_over(at):
    started = at("2026-11-16").ten_days.start()
    at("2026-11-18").reviews.keep(Said({"truth": "Two of three.", "tradeoff": "This, not that."}))
    at("2026-11-18").ten_days.pause()
    over = at("2026-12-10").ten_days.end()
    assert at("2026-12-20").ten_days.standing(over, over.ended).day == 3
    at("2026-12-20").decisions.log(text="Later", options=("a", "b"), decider="I", reversal="two ask")
    steps = {each.name: each.done for each in at("2026-12-20").ten_days.standing(over, over.ended).steps}
    assert (steps["log"], steps["cadence"]) == (0, 2)
    said = " ".join(each.text for each in ten_days_lines(at("2026-12-20")))
    assert "0 of 0" not in said
    del started


def test_of_two_that_came_together_one_runs_everywhere(at, coach):
    first = at("2026-11-16").ten_days.start()
    with coach.store.change("by a sync") as change:
        change.add(
            TenDays.kind, coach.clock.new_id(), first.but(first=date(2026, 11, 18), ended=DAY).fields()
        )
    assert coach.ten_days.running() == first
    assert gather_held(coach, DAY).waiting["ten_days"]
    coach.ten_days.end()
    assert gather_held(coach, DAY).waiting["ten_days"] is None


def test_scorecards_end_with_their_weeks_and_hold_the_newest_review(at):
    at(DAY).reviews.keep(Said({"tradeoff": "This, not that."}))
    three = ("high", "low", "yes")
    split = at("2026-12-20").triages.keep("The move", three)
    at("2026-12-20").triages.split(split, "Choose", "Pack", "The list")
    facts = {each.name: each.text for each in at(DAY).decisions.scorecards(date(2026, 8, 22), DAY)}
    assert "1 of 1 week" in facts["scorecard_tradeoffs"]
    assert facts["scorecard_agreed"] == "Leading: nothing says what others depend on"
    assert not any("0 of 0" in each for each in facts.values())


@pytest.mark.parametrize(("count", "of"), [(0, 5), (5, 5), (900, 1300), (1300, 1300)])
def test_chance_is_worked_out_for_any_number(count, of):
    assert 0 <= at_least(count, of, 0.7) <= 1


def test_one_word_is_a_text_and_mixtures_are_refused(shell, coach):
    assert shell("uncertainty", "Hiring", "4", "2", "4").code == 0
    assert shell("uncertainty", "Hiring", "00005", "2", "4").code == 2
    made = coach.handovers.hand("refunds", "Jonas", "200")
    both = ("handover", "prices", "--to", "Ana", "--boundary", "10", "--look", made.id, "--went", "alike")
    assert shell(*both).code == 2
    assert [each.looks for each in coach.handovers.all()] == [{}]
    coach.handovers.take_back(made)
    assert shell("handover", "--look", made.id, "--went", "alike").code == 2
