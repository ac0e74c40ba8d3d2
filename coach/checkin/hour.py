"""The hour at which a person is reminded: a little after the one at which they check in of themselves."""

from __future__ import annotations

from datetime import time, timedelta
from statistics import median
from typing import TYPE_CHECKING

from coach.core.days import day_of, day_starts

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.checkin.records import Checkin

USUAL = time(18)
"""Where the records do not say."""
_ENOUGH = 5
_LATELY = timedelta(weeks=8)
_AFTER = 30
"""Minutes past the usual check-in: who has done it by then is not called."""
_STEP = 15
_LATEST = 24 * 60 - _STEP


def own_hour(coach: Coach) -> time | None:
    """By the check-ins of the last eight weeks that were made on their day; nothing where they are few."""
    today, ends = coach.today(), coach.settings.day_ends

    def minutes(checkin: Checkin) -> float:
        return (checkin.created.replace(tzinfo=None) - day_starts(checkin.day, ends)) / timedelta(minutes=1)

    lately = coach.checkins.between(today - _LATELY, today).values()
    made = [minutes(each) for each in lately if day_of(each.created, ends) == each.day]
    if len(made) < _ENOUGH:
        return None
    late = min(round((median(made) + _AFTER) / _STEP) * _STEP, _LATEST)
    return (day_starts(today, ends) + timedelta(minutes=late)).time()
