"""How often a commitment was kept, in any stretch of days: what asks for nothing is no miss."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.commitments.life import life
from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on
from coach.commitments.records import Result

MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


@pytest.fixture
def held(at):
    """Makes a commitment on a day, marks it on others, and gives its rate until Friday."""

    def rate(made: str, marks: dict[str, Result], first: date, last: date = FRIDAY, **terms):
        coach = at(made)
        each = coach.commitments.make("Walk", **terms)
        for day, result in marks.items():
            on = date.fromisoformat(day)
            at(on).marks.mark([Given(each, result)], on)
        found = next(one for one in commitments_on(at(FRIDAY), FRIDAY, all_of_them=True))
        return tuple(found.calendar.rate(first, last))

    return rate


def week(*days: int, result: Result = "kept", monday: date = MONDAY) -> dict[str, Result]:
    return {(monday + timedelta(days=day)).isoformat(): result for day in days}


def test_days_due_are_counted_and_a_pass_asks_for_nothing(held):
    marks = week(0, 1) | week(2, result="missed") | week(3, result="pass")
    assert held("2026-11-16", marks, MONDAY, rhythm="every day") == (2, 3)


@pytest.mark.parametrize("days", [(0, 1, 2, 3), (0, 1, 2, 3, 4)])
def test_today_counts_once_it_is_marked(held, days):
    assert held("2026-11-16", week(*days), MONDAY, rhythm="every day") == (len(days), len(days))


def test_times_a_week_ask_week_by_week_and_a_running_one_for_no_more_than_was_done(held):
    before = MONDAY - timedelta(weeks=1)
    marks = week(0, 2, monday=before) | week(0)
    assert held("2026-11-09", marks, before, rhythm="3 times a week") == (3, 4)


def test_a_week_that_is_cut_at_its_beginning_counts_what_was_done_in_it(held):
    marks = week(2, 3, 4, monday=MONDAY - timedelta(weeks=1))
    assert held(
        "2026-11-11", marks, date(2026, 11, 11), MONDAY - timedelta(days=1), rhythm="3 times a week"
    ) == (3, 3)


def test_what_is_due_once_is_over_with_its_mark(held):
    marks: dict[str, Result] = {"2026-11-18": "kept"}
    assert held("2026-11-16", marks, MONDAY, due=date(2026, 11, 17)) == (1, 1)


def test_the_day_it_ended_is_no_miss(at):
    coach = at(MONDAY)
    each = coach.commitments.make("Walk", rhythm="every day")
    for day in range(4):
        at(MONDAY + timedelta(days=day)).marks.mark([Given(each, "kept")], MONDAY + timedelta(days=day))
    at(FRIDAY).commitments.end(each, "finished")
    found = life(at(FRIDAY), each.id)
    assert found is not None
    assert tuple(found.calendar.rate(MONDAY, FRIDAY)) == (4, 4)


def test_a_rhythm_that_changed_does_not_rewrite_what_was_before(at):
    coach = at("2026-11-02")
    each = coach.commitments.make("Walk", rhythm="every day")
    at(FRIDAY).commitments.renegotiate(each, rhythm="every monday")
    found = next(iter(commitments_on(at(FRIDAY), FRIDAY)))
    assert tuple(found.calendar.rate(date(2026, 11, 2), FRIDAY)) == (0, 0)
