"""What the day asks that is worth a word elsewhere: named by what it is, never by what a person wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.today.asks import CHECK_IN, DRAFT, GATE, asks
from coach.today.today import gather_asked

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.today.today import Asked
    from coach.waiting import Waiting

_OFFERED = {DRAFT, "yesterday"}
"""What is offered on Today, and nobody has to be called for."""
_MARKS = "marks"
_SAID = 3
"""What a prompt has room for."""


class Due(NamedTuple):
    """One thing, or several of a kind."""

    cause: str
    """For programs, as `coach today` has it."""
    number: int
    said: str


def due(coach: Coach) -> list[Due]:
    """In the order in which Today asks it. A check-in only on a day that usually has one, and nothing after
    days away."""
    if coach.store.is_new():
        return []
    today = gather_asked(coach)
    if today.held.away:
        return []
    waiting = [each for each in asks(today) if _is_called_for(each.cause, today)]
    causes = [each.cause for each in waiting]
    return [_due(each.cause, each.label, causes.count(each.cause), today) for each in _firsts(waiting)]


def line(found: list[Due]) -> str:
    """The first of it in a few words, and how much more."""
    said = [each.said for each in found[:_SAID]]
    if len(found) > _SAID:
        said.append(f"+{len(found) - _SAID}")
    return f" {words.reminding.between} ".join(said)


def _firsts(waiting: list[Waiting]) -> list[Waiting]:
    return list({each.cause: each for each in reversed(waiting)}.values())[::-1]


def _is_called_for(cause: str, today: Asked) -> bool:
    if cause == CHECK_IN and today.checkin is None:
        season = today.held.season
        return today.is_expected and not (season and season.rest)
    return cause not in _OFFERED


def _due(cause: str, label: str, number: int, today: Asked) -> Due:
    if cause == _MARKS:
        number = sum(each.is_due for each in today.held.commitments)
        return Due(cause, number, filled(words.reminding.marks, count=number))
    if cause == GATE and number > 1:
        return Due(cause, number, counted(number, "gate"))
    return Due(cause, number, label)
