"""What two machines wrote of one record: one row on Today until somebody looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.kinds import counted_of
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:  # noqa: ARG001 - as every row is asked
    """Also while everything rests: they are the person's own words."""
    apart = coach.machines.apart() if coach.store.apart.places() else []
    if not apart:
        return None
    kinds = {each.kind for each in apart}
    count = counted_of(kinds.pop(), len(apart)) if len(kinds) == 1 else str(len(apart))
    about = filled(words.machines.row.about, count=count)
    return Waiting("apart", words.machines.row.label, about, "both_versions", command="coach merge")
