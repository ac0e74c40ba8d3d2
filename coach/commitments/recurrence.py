"""When a commitment is due: worked out on reading, never stored, so that no day can double or be lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from coach.core.days import month_ends

Unit = Literal["day", "week", "month", "year"]
_WEEK = 7
_IN_EACH_MONTH = 28
_YEARS_AHEAD = 9
"""Between 1896 and 1904, or 2096 and 2104, eight years pass from one 29 February to the next."""


class Rule(NamedTuple):
    """A rhythm. With `times`, so often in a week or a month, on any days; else on these days."""

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    """Which of the month, -1 for the last; of the weekdays together, when there are several."""
    monthdays: tuple[int, ...] = ()
    month: int = 0
    times: int = 0
    a_day: int = 0
    """How often on each day it is due."""
    at: str = ""
    """When on a day, in words; nothing is worked out of it."""


def on(rule: Rule, starts: date, first: date, last: date) -> list[date]:
    """The days from `first` to `last` on which it is due, for a commitment that starts on a day."""
    first, rule = max(first, starts), _filled(rule, starts)
    if rule.times or last < first:
        return []
    if rule.unit == "day" and rule.every == 1:
        return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    if rule.unit == "week" and rule.every == 1:
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return [day for day in days if day.weekday() in rule.weekdays]
    return _by_rrule(rule, _anchor(rule, starts, first), first, last)


def _filled(rule: Rule, starts: date) -> Rule:
    """Where only the distance is said, it is counted from the day it starts; a day that not each month has
    is the 28th."""
    if rule.times or rule.weekdays or rule.monthdays:
        return rule
    day = min(starts.day, _IN_EACH_MONTH)
    if rule.unit == "week":
        return rule._replace(weekdays=(starts.weekday(),))
    if rule.unit == "month":
        return rule._replace(monthdays=(day,))
    return rule._replace(monthdays=(day,), month=starts.month) if rule.unit == "year" else rule


def first_on(rule: Rule, starts: date) -> date | None:
    """The first day it is due."""
    step, day = timedelta(days=400), starts
    for _ in range(_YEARS_AHEAD):
        if found := on(rule, starts, day, day + step):
            return found[0]
        day += step
    return None


def in_28_days(rule: Rule) -> float:
    """How often it comes in four weeks, to compare two."""
    if rule.times:
        return rule.times * (4 if rule.unit == "week" else 28 / 30.4)
    # A Monday, and a stretch that holds whole weeks, months and years.
    starts, days = date(2001, 1, 1), 365 * 4 + 1
    due = len(on(rule, starts, starts, starts + timedelta(days=days - 1)))
    return due * max(rule.a_day, 1) * 28 / days


def period(rule: Rule, day: date) -> tuple[date, date]:
    """The week or month of a rule that counts times."""
    if rule.unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=_WEEK - 1)
    return day.replace(day=1), month_ends(day)


def _by_rrule(rule: Rule, begins: date, first: date, last: date) -> list[date]:
    from dateutil import rrule  # 5 ms, and most rhythms are days of the week

    nth = rule.nth if _is_nth(rule) else 0
    weekdays = [rrule.weekdays[day](nth) if nth else rrule.weekdays[day] for day in rule.weekdays]
    units: dict[Unit, Any] = {
        "day": rrule.DAILY,
        "week": rrule.WEEKLY,
        "month": rrule.MONTHLY,
        "year": rrule.YEARLY,
    }
    found = rrule.rrule(
        units[rule.unit],
        dtstart=_midnight(begins),
        interval=rule.every,
        wkst=rrule.MO,
        byweekday=weekdays or None,
        bymonthday=rule.monthdays or None,
        bymonth=rule.month or None,
        bysetpos=rule.nth if rule.nth and not _is_nth(rule) else None,
    )
    return [each.date() for each in found.between(_midnight(first), _midnight(last), inc=True)]


def _is_nth(rule: Rule) -> bool:
    """Whether it is the nth Friday, and not the nth of several days."""
    return bool(rule.nth) and len(rule.weekdays) == 1


def _anchor(rule: Rule, starts: date, first: date) -> date:
    """Where counting begins: near what is asked for, but in step with the first day it is due."""
    every = rule.every
    if rule.unit == "day":
        return starts + timedelta(days=max((first - starts).days // every, 0) * every)
    if rule.unit == "week":
        ahead = (starts + timedelta(days=days) for days in range(_WEEK))
        begin = next(day for day in ahead if day.weekday() in rule.weekdays)
        monday = begin - timedelta(days=begin.weekday())
        return monday + timedelta(weeks=max((first - monday).days // _WEEK // every, 0) * every)
    if rule.unit == "month" and every > 1:
        once = _by_rrule(rule._replace(every=1), starts, starts, starts + timedelta(days=400))
        begin = (once[0] if once else starts).replace(day=1)
        months = (first.year - begin.year) * 12 + first.month - begin.month
        step = begin.year * 12 + begin.month - 1 + max(months // every, 0) * every
        return date(step // 12, step % 12 + 1, 1)
    return first.replace(day=1) if rule.unit == "month" else first


def _midnight(day: date):  # type: ignore[no-untyped-def] # noqa: ANN202 - rrule knows moments only
    from datetime import datetime

    return datetime.combine(day, datetime.min.time())
