"""This week as a card: a column a day, the energy above, a line a commitment, and four weeks in numbers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.core.safe_text import cells, first_line
from coach.core.said_days import weekday_short
from coach.core.scale import SIGNS
from coach.core.texts import filled, words
from screens.commitments.details import cell_of
from screens.widgets.cards import Card, CardLine, Cell
from screens.widgets.energy import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.commitments.progress import Progress
    from coach.today.today import Today
    from screens.widgets.drawn import Piece

ENERGY = "energy"
_DAYS, _FOUR_WEEKS = 7, 28
_WIDE, _NARROW, _TIGHT = 8, 5, 3
_RATE, _NAME = 12, 26
_LONGEST = 40
_HIGH = 3
"""Lines of a bar, where there is room for one."""
_GHOST = "○"
_EIGHTHS = " ▁▂▃▄▅▆▇█"


def week(today: Today, width: int, *, is_low: bool) -> Card:
    """For so many columns; with little room, the energy is one line."""
    days = days_of(today)
    cell = next((each for each in (_WIDE, _NARROW) if width - _RATE - _DAYS * each >= _NAME), _TIGHT)
    name = min(max(width - _RATE - _DAYS * cell, 8), _LONGEST)
    lines = [_names(days, today.day, cell, name), *_energy(today, days, cell, name, is_low=is_low)]
    held = (each for each in today.held.commitments if each.state == "held")
    rows = [_commitment(each, days, today, cell, name) for each in held]
    ghost = CardLine(((f"{words.today.nothing_held:<{name}}", "hint"), (_GHOST.center(cell) * _DAYS, "line")))
    lines += rows or [ghost]
    return Card(words.today.week, tuple(lines), words.today.week_keys)


def days_of(today: Today) -> list[date]:
    """From Monday to Sunday."""
    monday = today.day - timedelta(days=today.day.weekday())
    return [monday + timedelta(days=each) for each in range(_DAYS)]


def _name(day: date, *, wide: bool) -> str:
    return f"{weekday_short(day.weekday())} {day.day}" if wide else words.dates.weekdays_two[day.weekday()]


def _names(days: Sequence[date], today: date, cell: int, name: int) -> CardLine:
    pieces: list[Piece] = [(" " * name, "text")]
    pieces += [
        (_name(day, wide=cell == _WIDE).center(cell), "key" if day == today else "hint") for day in days
    ]
    return CardLine((*pieces, (f"{words.today.four_weeks:>{_RATE}}", "hint")))


def _energy(today: Today, days: Sequence[date], cell: int, name: int, *, is_low: bool) -> Iterator[CardLine]:
    levels = [_level(today, day) for day in days]
    said = [each for each in today.energy[-_FOUR_WEEKS:] if each]
    mean = filled(words.today.mean, mean=f"{sum(said) / len(said):.1f}") if said else ""
    label = f"{words.today.energy:<{name}}"
    high = 1 if is_low else _HIGH
    for line in reversed(range(high)):
        pieces: list[Piece] = [(label if line == 0 else " " * name, "quiet")]
        pieces += [_bar(level, line, high, cell) for level in levels]
        if line == 0:
            own = tuple(Cell(name + at * cell, cell, day) for at, day in enumerate(days) if day <= today.day)
            yield CardLine((*pieces, (f"{mean:>{_RATE}}", "text")), ENERGY, own)
        else:
            yield CardLine(tuple(pieces))


def _level(today: Today, day: date) -> int | None:
    back = (today.day - day).days
    return today.energy[-1 - back] if 0 <= back < len(today.energy) else None


def _bar(level: int | None, line: int, high: int, cell: int) -> Piece:
    """One line of a day's bar."""
    if not level:
        return (("·" if line == 0 else " ").center(cell), "hint")
    if high == 1:
        sign = SIGNS[level]
    else:
        eighths = min(max(level * high * 8 // 5 - line * 8, 0), 8)
        sign = _EIGHTHS[eighths]
    return ((sign * (3 if cell == _WIDE else 2 if cell == _NARROW else 1)).center(cell), role_of(level))


def _commitment(each: Progress, days: Sequence[date], today: Today, cell: int, name: int) -> CardLine:
    rate = each.calendar.rate(today.day - timedelta(days=_FOUR_WEEKS - 1), today.day)
    text = first_line(each.commitment.text, name - 2)
    pieces: list[Piece] = [(text + " " * (name - cells(text)), "text")]
    pieces += (cell_of(each.calendar, day, cell) for day in days)
    counted = filled(words.counting.of, kept=rate.kept, of=rate.of) if rate.of and not today.held.away else ""
    own = tuple(Cell(name + at * cell, cell, day) for at, day in enumerate(days) if day <= today.day)
    return CardLine((*pieces, (f"{counted:>{_RATE}}", "quiet")), each, own)
