"""L15: an exception that ended, and exceptions that pile up: one row on Today, in app and shell."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing
    from coach.pauses.records import Rest

PILED = 3
"""So many at once say that the rule is what is wrong."""
_DAY = timedelta(days=1)
_NAME = 40


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """What piles up, else what ended yesterday; nothing while everything rests."""
    if now and now.rest:
        return None
    rests = [each for each in coach.commitments.rests() if each.what == "limit" or each.commitment]
    running = [each for each in rests if each.first <= day <= each.until]
    if len(running) >= PILED:
        names = ", ".join(_called(coach, each) for each in running)
        label = filled(words.commitments.exception.piled, count=len(running))
        return Waiting(
            "exceptions", label, filled(words.commitments.exception.piled_about, names=names), "over"
        )
    over = [each for each in rests if each.until == day - _DAY]
    if not over:
        return None
    because = f" ({first_line(over[-1].because, _NAME)})" if over[-1].because else ""
    about = filled(words.commitments.exception.over_about, name=_called(coach, over[-1]), because=because)
    return Waiting("exceptions", words.commitments.exception.over, about, "over")


def _called(coach: Coach, rest: Rest) -> str:
    """The commitment that was paused, or that there were more than the limit says."""
    known = {each.id: each for each in coach.commitments.all()}
    commitment = known.get(rest.commitment or "")
    if commitment is None:
        return filled(words.commitments.exception.limit, limit=coach.commitments.limit)
    return first_line(commitment.text, _NAME)
