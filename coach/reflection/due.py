"""What of the last review waits to be asked about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.reflection.fresh_start import fresh_start
from coach.reflection.plans import NEARLY, plans_of
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing


_SETTLED = 4
"""Weeks into a cycle."""
_HELD = timedelta(weeks=13)


def replant(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """S13: on the day of the weekly review, where the records speak for a fresh start and none was held."""
    if now is None or now.rest or not now.is_held or now.week < _SETTLED:
        return None
    if day != coach.reviews.next_day(day):
        return None
    if coach.reviews.is_held(day) or any(
        each.name == "replant" for each in coach.reflections.since(day - _HELD)
    ):
        return None
    found = fresh_start(coach, day)
    if found is None:
        return None
    return Waiting("replant", words.replant.row, found.text, "look_back", "replant", "coach reflect replant")


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """On Today, once their week is nearly over: one line at a time, one key."""
    if now and (now.rest or not now.is_held):
        return None
    for plan in plans_of(coach.store, day):
        if not plan.came and day >= plan.review.last + NEARLY:
            return Waiting("plan", words.plans.row, plan.line, "plan_came", plan)
    return None
