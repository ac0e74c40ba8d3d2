"""What of the last review waits to be asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.reflection.plans import NEARLY, plans_of
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """On Today, once their week is nearly over: one line at a time, one key."""
    if now and (now.rest or not now.is_held):
        return None
    for plan in plans_of(coach.store, day):
        if not plan.came and day >= plan.review.last + NEARLY:
            return Waiting("plan", words.plans.row, plan.line, "plan_came", plan)
    return None
