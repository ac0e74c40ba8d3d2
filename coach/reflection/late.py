"""Looking back late: every week, month and quarter that lies behind and was not looked back on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.days import month_ends, month_named, quarter_of, year_of
from coach.core.errors import UsageError
from coach.core.said_days import say_day, say_month
from coach.core.texts import filled, words
from coach.pauses.pauses import resting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.core.when import Reader
    from coach.reflection.records import Reflection

    Late = Literal["weekly", "monthly", "quarterly", "yearly"]

_WEEKS = 26
"""So many weeks back a week is offered; a longer time ago the month tells more."""
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
_MONTHS_OF_A_QUARTER = 3
_TO_FRIDAY = timedelta(days=4)
_DAYS_OF = {"weekly": 7, "monthly": 31, "quarterly": 92, "yearly": 366}
"""At most so many days one of them has."""
_DAYS_IN = {"week": 7, "month": 31, "quarter": 92, "year": 366}


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
            return say_month(self.first)
        if self.name == "yearly":
            return filled(words.reflect.late.year, year=self.first.year)
        quarter = (self.last.month - 1) // _MONTHS_OF_A_QUARTER + 1
        return filled(words.reflect.late.quarter, quarter=quarter, year=self.first.year)


def open_periods(coach: Coach) -> list[Period]:
    """The latest first; only those in which something was written down, and that did not rest."""
    kept = list(coach.reflections.past())
    found = [each for each in _all(coach) if not any(_is_about(one, each) for one in kept)]
    return sorted(found, key=lambda each: (each.last, each.first), reverse=True)


def _is_about(kept: Reflection, period: Period) -> bool:
    """Whether it looked back on these days; a week has one review, whatever day it ends on now."""
    if kept.name != period.name:
        return False
    return kept.last == period.last or (kept.name == "weekly" and period.first < kept.last <= period.last)


def _all(coach: Coach) -> Iterator[Period]:
    today, rests = coach.today(), coach.seasons.rests()
    lived = coach.reflections.lived(today)
    for name, of in (("monthly", _month_of), ("quarterly", quarter_of), ("yearly", year_of)):
        spans = {of(each) for each in lived}
        yield from (Period(name, *each) for each in spans if each[1] < today)  # type: ignore[arg-type]
    weeks = {coach.reviews.holding(each) for each in lived if each > today - _WEEKS * _WEEK}
    for first, last in weeks:
        if last < today and not (resting(rests, first) and resting(rests, last)):
            yield Period("weekly", first, last)


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), month_ends(day)


def last_of(typed: str, name: Late, coach: Coach) -> date:
    """The last day of the period typed: `2026-04`, `april`, `last month`, `Q2 2026`, `2026-W16`, a day in it.
    One that is yet to begin is refused, and so is what leaves open which is meant."""
    reader = coach.reader()
    day = _day_in(typed, name, reader)
    spans = {
        "yearly": year_of(day),
        "quarterly": quarter_of(day),
        "monthly": (day.replace(day=1), month_ends(day)),
    }
    first, last = spans.get(name) or coach.reviews.holding(day)
    is_running = name == "weekly" and last > reader.today and coach.reviews.week(reader.today)[1] != last
    if first > reader.today or is_running:
        raise UsageError(filled(words.reflect.late.ahead, typed=typed), do=words.reflect.late.ahead_do)
    return last


def _day_in(typed: str, name: Late, reader: Reader) -> date:
    line = " ".join(typed.lower().split())
    if found := re.fullmatch(r"(last|this) (week|month|quarter|year)", line):
        if _DAYS_OF[name] < _DAYS_IN[found[2]]:
            raise _several(typed)
        return _near(found[1] == "last", found[2], reader.today)
    if found := re.fullmatch(r"(?:q([1-4])[ -]?([0-9]{4})|([0-9]{4})[ -]?q([1-4]))", line):
        if _DAYS_OF[name] < _DAYS_IN["quarter"]:
            raise _several(typed)
        first, _ = reader.span(found[2] or found[3])
        return first.replace(month=_MONTHS_OF_A_QUARTER * int(found[1] or found[4]))
    if re.fullmatch(r"[0-9]{4}-w[0-9]{1,2}", line):
        return reader.day(line) + _TO_FRIDAY
    month, _, year = line.partition(" ")
    if (number := month_named(month)) is not None and (not year or re.fullmatch(r"[0-9]{4}", year)):
        this = reader.today
        said = reader.span(year)[0].year if year else this.year - (number > this.month)
        return date(said, number, 1)
    first, last = reader.span(typed)
    if _DAYS_OF[name] < (last - first).days + 1:
        raise _several(typed)
    return first


def _several(typed: str) -> UsageError:
    return UsageError(filled(words.reflect.late.which, typed=typed), do=words.reflect.late.ahead_do)


def _near(is_last: bool, unit: str, today: date) -> date:
    """A day of the running one, or of the one before."""
    if not is_last:
        return today
    if unit == "week":
        return today - _WEEK
    begins = {"month": today.replace(day=1), "quarter": quarter_of(today)[0], "year": year_of(today)[0]}
    return begins[unit] - _DAY
