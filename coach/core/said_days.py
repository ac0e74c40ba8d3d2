"""Days as people say them: the names of days and months, and how they stand together."""

from __future__ import annotations

from functools import cache

from coach.core import texts
from coach.core.texts import filled, words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from datetime import date, datetime

_NEAR_AHEAD = 200


def say_day(day: date, today: date) -> str:
    """A day as people say it, with its year when that is not this one and not near ahead."""
    return _said(day, today, str(day.day))


def say_day_padded(day: date, today: date) -> str:
    """A day as people say it, its number padded for a column of days."""
    return _said(day, today, f"{day.day:>2}")


def _said(day: date, today: date, number: str) -> str:
    is_near = day.year == today.year or 0 <= (day - today).days < _NEAR_AHEAD
    weekdays, months, near, far = _short(texts.language())
    told = {"weekday": weekdays[day.weekday()], "month": months[day.month - 1]}
    return filled(near if is_near else far, **told, day=number, year=day.year)


@cache
def _short(_language: str) -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
    """Looked up once: long lists are full of days."""
    said = words.dates
    return said.weekdays_short, said.months_short, said.day, said.day_of_another_year


def say_date(day: date, *, year: bool = False) -> str:
    """A day in full: `Friday 20 November`."""
    told = {"weekday": weekday(day.weekday()), "month": month(day.month), "day": day.day, "year": day.year}
    return filled(words.dates.long_of_a_year if year else words.dates.long, **told)


def say_month(day: date) -> str:
    """`November 2026`."""
    return filled(words.dates.month_of_a_year, month=month(day.month), year=day.year)


def say_day_of_month(day: date, *, year: bool = False) -> str:
    """`20 November`."""
    text = words.dates.day_of_a_month_and_year if year else words.dates.day_of_month
    return filled(text, day=day.day, month=month(day.month), year=day.year)


def say_in_short(day: date) -> str:
    """`20 Nov`, for an axis."""
    return filled(words.dates.in_short, day=day.day, month=words.dates.months_short[day.month - 1])


def say_span(first: date, last: date, today: date) -> str:
    """`Mon 2 Nov to Sun 8 Nov`."""
    return filled(words.dates.span, first=say_day(first, today), last=say_day(last, today))


def month(number: int) -> str:
    """The name of a month, from 1."""
    return words.dates.months[number - 1]


def month_short(number: int) -> str:
    """The first letters of a month, from 1."""
    return words.dates.months_short[number - 1]


def weekday_short(number: int) -> str:
    """The first letters of a day of the week, from 0, a Monday."""
    return words.dates.weekdays_short[number]


def weekday(number: int) -> str:
    """The name of a day of the week, from 0, a Monday."""
    return words.dates.weekdays[number]


def say_moment(moment: datetime, today: date) -> str:
    """A moment as people say it, by its wall time."""
    return filled(words.dates.moment, day=say_day(moment.date(), today), time=f"{moment:%H:%M}")
