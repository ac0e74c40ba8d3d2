"""A month as a card: its days, each with its energy below it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.core.days import month_ends
from coach.core.said_days import say_month
from coach.core.scale import SIGNS
from coach.core.texts import words
from coach.journal.year import NOTHING
from screens.widgets.cards import Card, CardLine, Cell
from screens.widgets.energy import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.journal.year import DayLook
    from screens.widgets.drawn import Piece

_CELL, _DAYS = 5, 7


def month_card(first: date, looks: Mapping[date, DayLook], today: date) -> Card:
    """Six weeks at most; a week is a line of days that can be gone to, and a line of signs."""
    names = "".join(each.center(_CELL) for each in words.dates.weekdays_two)
    lines = [CardLine(((names, "hint"),))]
    week = first - timedelta(days=first.weekday())
    last = month_ends(first)
    while week <= last:
        lines += _week(week, first, last, looks, today)
        week += timedelta(days=_DAYS)
    return Card(say_month(first), tuple(lines), words.journal.month_keys)


def _week(
    week: date, first: date, last: date, looks: Mapping[date, DayLook], today: date
) -> Iterator[CardLine]:
    numbers: list[Piece] = []
    signs: list[Piece] = []
    own: list[Cell] = []
    for at in range(_DAYS):
        day = week + timedelta(days=at)
        if not first <= day <= last:
            numbers.append((" " * _CELL, "text"))
            signs.append((" " * _CELL, "text"))
            continue
        look = looks.get(day, NOTHING)
        numbers.append(
            (f"{day.day}".center(_CELL), "key" if day == today else "hint" if day > today else "text")
        )
        signs.append(_sign(look))
        if day <= today:
            own.append(Cell(at * _CELL, _CELL, day))
    yield CardLine(tuple(numbers), week if own else None, tuple(own))
    yield CardLine(tuple(signs))


def _sign(look: DayLook) -> Piece:
    """The energy of a day; of one without, whether something was written."""
    if look.energy:
        return (SIGNS[look.energy] * 2).center(_CELL), role_of(look.energy)
    return ("··" if look.entries else "").center(_CELL), "quiet"
