"""What was learned and comes back on Today: one line, one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing

_LONGEST = 160


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """At most one; none while everything rests."""
    if now and now.rest:
        return None
    lesson = coach.learned.due(day)
    if lesson is None:
        return None
    about = first_line(lesson.text, _LONGEST)
    return Waiting("learned", words.learned.row, about, "say_learned", lesson)
