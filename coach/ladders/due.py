"""M6: the ladders are rated once a quarter, where that is done at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.days import quarter_of
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing

_WAITS = timedelta(days=13)
"""From the first day of a quarter on."""
_BEFORE = timedelta(days=200)
"""Whoever rated nothing for so long does not do it any more."""


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """In the first two weeks of a quarter, what was rated in one of the two before."""
    first = quarter_of(day)[0]
    if day > first + _WAITS or (now and now.rest):
        return None
    rated = coach.ratings.last_rated(day - _BEFORE)
    if rated is None or rated.last >= first:
        return None
    said = coach.days.said(rated.updated or rated.at)
    about = filled(words.ladders.row_about, day=said)
    return Waiting("ladders", words.ladders.row, about, "ladders_page", command="coach ladders")
