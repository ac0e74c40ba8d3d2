"""Looking back late: every week, month and quarter that lies behind and was not looked back on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.days import month_ends, quarter_of, year_of
from coach.core.errors import UsageError
from coach.core.texts import filled, words
from coach.core.when import say_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.core.when import Reader

    Late = Literal["weekly", "monthly", "quarterly", "yearly"]

_WEEKS = 26
"""So many weeks back a week is offered; a longer time ago the month tells more."""
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
_MONTHS_OF_A_QUARTER = 3


class Period(NamedTuple):
    """Some days that can be looked back on."""

    name: Late
    first: date
    last: date

    def called(self, today: date) -> str:
        """As one says it."""
        if self.name == "weekly":
            return filled(words.reflect.late.week, day=say_day(self.last, today))
        if self.name == "monthly":
            return f"{self.first:%B} {self.first.year}"
        if self.name == "yearly":
            return filled(words.reflect.late.year, year=self.first.year)
        quarter = (self.last.month - 1) // _MONTHS_OF_A_QUARTER + 1
        return filled(words.reflect.late.quarter, quarter=quarter, year=self.first.year)


def open_periods(coach: Coach) -> list[Period]:
    """The latest first; only those in which something was written down."""
    today, months = coach.today(), set(coach.store.months())
    kept = {(each.name, each.last) for each in coach.reflections.past()}
    found = [each for each in _all(coach, today, months) if (each.name, each.last) not in kept]
    return sorted(found, key=lambda each: (each.last, each.first), reverse=True)


def _all(coach: Coach, today: date, months: set[str]) -> Iterator[Period]:
    lived = sorted(date.fromisoformat(f"{each}-01") for each in months)
    if not lived:
        return
    for first in lived:
        if month_ends(first) < today:
            yield Period("monthly", first, month_ends(first))
    for first, last in sorted({quarter_of(each) for each in lived}):
        if last < today:
            yield Period("quarterly", first, last)
    for first, last in sorted({year_of(each) for each in lived}):
        if last < today:
            yield Period("yearly", first, last)
    for back in range(1, _WEEKS + 1):
        first, last = coach.reviews.week(today - back * _WEEK)
        if lived[0] <= last < today and {f"{first:%Y-%m}", f"{last:%Y-%m}"} & months:
            yield Period("weekly", first, last)


def day_of(typed: str, name: Late, reader: Reader) -> date:
    """A day of the period typed, `2026-04`, `Q2 2026`, `2026-W16` or any day in it: its last, unless that is
    to come."""
    line = " ".join(typed.lower().split())
    if found := re.fullmatch(r"(?:q([1-4])[ -]([0-9]{4})|([0-9]{4})[ -]?q([1-4]))", line):
        year, quarter = int(found[2] or found[3]), int(found[1] or found[4])
        last = month_ends(date(year, quarter * _MONTHS_OF_A_QUARTER, 1))
    elif found := re.fullmatch(r"([0-9]{4})-w([0-9]{1,2})", line):
        last = date.fromisocalendar(int(found[1]), int(found[2]), 7)
    else:
        first, last = reader.span(typed)
        if name == "yearly":
            last = year_of(first)[1]
        elif name == "quarterly" and first == last:
            last = quarter_of(first)[1]
        elif name == "monthly" and first == last:
            last = month_ends(first)
    starts = {"yearly": year_of(last)[0], "quarterly": quarter_of(last)[0], "monthly": last.replace(day=1)}
    begins = starts.get(name, last)
    if begins > reader.today:
        raise UsageError(filled(words.reflect.late.ahead, typed=typed), do=words.reflect.late.ahead_do)
    return min(last, reader.today)
