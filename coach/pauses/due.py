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
    going = {each.id for each in coach.commitments.all() if each.ended is None}
    rests = [
        each
        for each in coach.commitments.rests()
        if (each.what == "limit" if each.commitment is None else each.commitment in going)
    ]
    running = [each for each in rests if each.first <= day <= each.until]
    if len(running) >= PILED:
        names = ", ".join(_called(coach, each) for each in running)
        label = filled(words.commitments.exception.piled, count=len(running))
        return Waiting(
            "exceptions", label, filled(words.commitments.exception.piled_about, names=names), "over"
        )
    over = [each for each in rests if each.until == day - _DAY and not _was_ended(each, coach)]
    if not over:
        return None
    name = ", ".join(_named(coach, each) for each in over)
    about = filled(words.commitments.exception.over_about, name=name)
    return Waiting("exceptions", words.commitments.exception.over, about, "over")


def _was_ended(rest: Rest, coach: Coach) -> bool:
    """Whether somebody took it up again before its day: nobody has to be told."""
    return rest.updated is not None and coach.days.of(rest.updated) > rest.until


def _named(coach: Coach, rest: Rest) -> str:
    because = first_line(rest.because, _NAME)
    name = _called(coach, rest)
    return filled(words.commitments.exception.named, name=name, because=because) if because else name


def _called(coach: Coach, rest: Rest) -> str:
    """The commitment that was paused, or that there were more than the limit says."""
    known = {each.id: each for each in coach.commitments.all()}
    commitment = known.get(rest.commitment or "")
    if commitment is None:
        return filled(words.commitments.exception.limit, limit=coach.commitments.limit)
    return first_line(commitment.text, _NAME)
