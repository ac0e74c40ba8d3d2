"""On which days something that recurs falls, within a few days.

A rule is asked day by day, so that one without an end, or from long ago, costs as little as any. What says
more than days, weeks, months and years is worked out by a library, which goes through all of it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS = {name: place for place, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_READ = frozenset(("FREQ", "INTERVAL", "UNTIL", "COUNT", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"))
_SEVERAL_A_DAY = frozenset(("BYHOUR", "BYMINUTE", "BYSECOND"))
_DAY, _WEEK = timedelta(days=1), 7
_MONTHS = 12


class Endless(Exception):  # noqa: N818 - it says what was found
    """It comes every hour or oftener: no meeting does."""


class Rule(NamedTuple):
    """What is read of an RRULE."""

    freq: str
    interval: int
    until: datetime | None
    times: int | None
    days: tuple[tuple[int, int], ...]
    """Weekdays, each with its place in the month, 0 for each of them."""
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    week_starts: int
    rest: bool
    """Whether it says more than is read here."""


def read(typed: str, until: datetime | None) -> Rule:
    """Its parts; `until` is the end in the wall time of the event."""
    parts = dict(each.split("=", 1) for each in typed.upper().split(";") if "=" in each)
    if parts["FREQ"] not in _FITS:
        raise Endless if parts["FREQ"] in {"HOURLY", "MINUTELY", "SECONDLY"} else ValueError(typed)
    if int(parts.get("INTERVAL", "1")) < 1 or parts.keys() & _SEVERAL_A_DAY:
        raise ValueError(typed)
    if parts.keys() - _READ and parts["FREQ"] not in {"MONTHLY", "YEARLY"}:
        raise ValueError(typed)  # going through all its days may take for ever
    days = tuple((_WEEKDAYS[each[-2:]], int(each[:-2] or 0)) for each in _listed(parts, "BYDAY"))
    return Rule(
        parts["FREQ"],
        int(parts.get("INTERVAL", "1")),
        until,
        int(parts["COUNT"]) if "COUNT" in parts else None,
        days,
        tuple(map(int, _listed(parts, "BYMONTHDAY"))),
        tuple(map(int, _listed(parts, "BYMONTH"))),
        _WEEKDAYS[parts.get("WKST", "MO")],
        bool(parts.keys() - _READ) or (parts["FREQ"] == "YEARLY" and bool(days)),
    )


def falls_on(rule: Rule, start: datetime, first: date, last: date) -> Iterator[datetime]:
    """When it is, of these days."""
    if rule.until and rule.until.date() < first:
        return
    begin, step = start.date(), _step(rule)
    if step:
        yield from _by_steps(rule, start, step, first, last)
        return
    day = begin if rule.times else max(begin, first)
    left, time = rule.times, start.time()
    is_skipped = not (rule.times and rule.freq == "WEEKLY") or bool(rule.months or rule.month_days)
    while day <= last and (left is None or left > 0):
        if day == begin or _fits(rule, begin, day):
            if rule.until and datetime.combine(day, time) > rule.until:
                return
            if day >= first:
                yield datetime.combine(day, time)
            left = left - 1 if left else left
        day += _DAY
        if not is_skipped and day.weekday() == rule.week_starts:
            is_skipped = True
            weeks = _whole_weeks(rule, begin, day, first)
            day += timedelta(weeks=weeks * rule.interval)
            left = (left or 0) - weeks * (len(rule.days) or 1)


def _whole_weeks(rule: Rule, begin: date, day: date, first: date) -> int:
    """How many weeks in which it is lie between the week it began in and those that are asked for."""
    gone = (day - _week(begin, rule.week_starts)).days // _WEEK
    ahead = -gone % rule.interval
    between = (_week(first, rule.week_starts) - day).days // _WEEK - ahead
    return max(between // rule.interval, 0)


def _step(rule: Rule) -> int:
    """How many days lie between one and the next, where that is always the same."""
    if rule.days or rule.month_days or rule.months:
        return 0
    return {"DAILY": 1, "WEEKLY": 7}.get(rule.freq, 0) * rule.interval


def _by_steps(rule: Rule, start: datetime, step: int, first: date, last: date) -> Iterator[datetime]:
    place = max(-((start.date() - first).days // step), 0)
    at = start + timedelta(days=place * step)
    while (
        at.date() <= last
        and (rule.times is None or place < rule.times)
        and not (rule.until and at > rule.until)
    ):
        if at.date() >= first:
            yield at
        place, at = place + 1, at + timedelta(days=step)


def worked_out(
    typed: str, until: datetime | None, start: datetime, first: date, last: date
) -> list[datetime]:
    """When it happens, worked out by the library, for rules that say more."""
    from dateutil.rrule import rrulestr  # 10 ms, for very few

    after, before = datetime.combine(first, start.time().min), datetime.combine(last, start.time().max)
    said = ";".join(each for each in typed.split(";") if not each.upper().startswith("UNTIL="))
    found = rrulestr(said, dtstart=start).between(after, before, inc=True)
    return [each for each in found if until is None or each <= until]


def _listed(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if parts.get(name) else []


def _fits(rule: Rule, begin: date, day: date) -> bool:
    if (rule.months and day.month not in rule.months) or (rule.month_days and not _is_month_day(rule, day)):
        return False
    return _FITS[rule.freq](rule, begin, day)


def _of_days(rule: Rule, begin: date, day: date) -> bool:
    return (day - begin).days % rule.interval == 0 and _is_weekday(rule, day)


def _of_weeks(rule: Rule, begin: date, day: date) -> bool:
    weeks = (_week(day, rule.week_starts) - _week(begin, rule.week_starts)).days // 7
    is_day = _is_weekday(rule, day) if rule.days else day.weekday() == begin.weekday()
    return weeks % rule.interval == 0 and is_day


def _of_months(rule: Rule, begin: date, day: date) -> bool:
    months = (day.year - begin.year) * _MONTHS + day.month - begin.month
    is_day = _is_weekday(rule, day) if rule.days else bool(rule.month_days) or day.day == begin.day
    return months % rule.interval == 0 and is_day


def _of_years(rule: Rule, begin: date, day: date) -> bool:
    is_month = bool(rule.months or rule.month_days) or day.month == begin.month
    is_day = bool(rule.month_days) or day.day == begin.day
    return is_month and is_day and (day.year - begin.year) % rule.interval == 0


_FITS = {"DAILY": _of_days, "WEEKLY": _of_weeks, "MONTHLY": _of_months, "YEARLY": _of_years}


def _week(day: date, starts: int) -> date:
    return day - timedelta(days=(day.weekday() - starts) % 7)


def _is_weekday(rule: Rule, day: date) -> bool:
    """Each Tuesday, the second, or the last but one."""
    return not rule.days or any(
        weekday == day.weekday() and (place == 0 or place in _places(day)) for weekday, place in rule.days
    )


def _places(day: date) -> tuple[int, int]:
    left = monthrange(day.year, day.month)[1] - day.day
    return (day.day - 1) // 7 + 1, -(left // 7 + 1)


def _is_month_day(rule: Rule, day: date) -> bool:
    last = monthrange(day.year, day.month)[1]
    return day.day in rule.month_days or day.day - last - 1 in rule.month_days
