"""L7: latency, volatility, flow and what comes back, by hand; the two verdicts; what the coach may say unasked."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from coach.commitments.marks import Given
from coach.deciding.findings import rules
from coach.deciding.telemetry import Span, spans, telemetry, verdict_of
from coach.insights.known import known

DAY = date(2026, 11, 20)
"""The four weeks begin on 24 October, those before on 26 September."""


def span(*, hours=(), changes=0, moved=0, waited=0):
    return Span(DAY, DAY, tuple(hours), changes, moved, waited, 0, 0, ())


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (span(hours=(30, 31, 32), changes=3), span(hours=(10, 11, 12), changes=2), "lead"),
        (span(hours=(30, 31, 32), changes=2), span(hours=(10, 11, 12), changes=2), "none"),
        (span(hours=(10, 11, 12), changes=3), span(hours=(10, 11, 12), changes=2), "none"),
        (span(hours=(30, 31), changes=3), span(hours=(10, 11, 12), changes=2), "little"),
        (span(moved=5, waited=5, changes=2), span(moved=8, waited=2), "manage"),
        (span(moved=5, waited=5, changes=3), span(moved=8, waited=2), "none"),
        (span(moved=8, waited=2), span(moved=8, waited=2), "none"),
        (span(moved=3, waited=4), span(moved=8, waited=0), "little"),
    ],
)
def test_the_two_verdicts_at_their_limits(now, before, said):
    assert verdict_of(now, before) == said


def decide(at, raised, hours):
    moment = datetime.fromisoformat(f"{raised}T09:00")
    own = at(moment.isoformat()).decisions.log(
        text=f"Which on {raised}", options=("a", "b"), decider="I", reversal="two ask"
    )
    return at((moment + timedelta(hours=hours)).isoformat()).decisions.choose(own, "a")


def test_what_four_weeks_add_up_to(at):
    first = at("2026-09-01")
    held = first.commitments.make("Write", rhythm="daily")
    for raised, hours in (("2026-10-01", 5), ("2026-10-26", 10), ("2026-11-02", 30), ("2026-11-09", 50)):
        last = decide(at, raised, hours)
    at("2026-11-12").decisions.reverse(last, "four of five asked")
    at("2026-11-13").commitments.renegotiate(held, "too much", rhythm="mon wed")
    coach = at(DAY)
    told = {
        "2026-10-10": Given(held, "missed", "capacity"), "2026-11-02": Given(held, "missed", "capacity"),
        "2026-11-04": Given(held, "missed", "cue"), "2026-11-09": Given(held, "kept"),
        "2026-11-11": Given(held, "partly"), "2026-11-16": Given(held, "pass"),
    }  # fmt: skip
    for day, given in told.items():
        coach.marks.mark([given], date.fromisoformat(day))
    before, now = spans(coach, DAY)
    assert (now.first, before.first) == (date(2026, 10, 24), date(2026, 9, 26))
    assert (now.latency, len(now.hours), before.hours) == (30, 3, (5,))
    assert (now.changes, before.changes) == (2, 0), "one reversed, one renegotiated"
    assert (now.moved, now.waited, now.flow) == (2, 2, 0.5)
    assert (now.troubles, now.back) == (2, 1), "capacity came again within 28 days, cue came once"


def test_a_change_in_a_window_is_what_a_window_is_for(at):
    first = at("2026-09-01")
    held = first.commitments.make("Write", rhythm="daily")
    first.seasons.open("redesign")
    at("2026-09-02").commitments.renegotiate(held, "too much", rhythm="mon wed")
    _, now = spans(at("2026-09-10"), date(2026, 9, 10))
    assert now.changes == 0


def test_a_verdict_is_said_unasked_only_beyond_chance(at):
    coach = at("2026-09-01")
    held = coach.commitments.make("Write", rhythm="daily")
    first = date(2026, 9, 26)
    for place in range(56):
        was_kept = place < 28 or place % 2
        given = Given(held, "kept") if was_kept else Given(held, "missed", "capacity")
        at(DAY).marks.mark([given], first + timedelta(days=place))
    coach = at(DAY)
    found = telemetry(coach, DAY)
    assert (found.verdict, found.is_clear) == ("manage", True)
    assert found.chance == pytest.approx(3.3e-4, rel=0.1), "weeks change places, not days"
    (told,) = [each for each in rules(coach, known(coach, DAY, (), DAY)) if each.is_clear]
    assert told.says.startswith("50% of what was due moved (28 marks), before 100% (28)")
    assert told.asks.endswith("?")
