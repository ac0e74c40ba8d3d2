"""Reading the dates and times a person types, and saying back how they were read.

A fixed grammar, not a guesser: what is not listed in `EXAMPLES` is refused.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from coach.core.day_phrases import day_of_month, hours_of, plainly
from coach.core.days import (
    DAY_ENDS,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    Clock,
    day_of,
    month_named,
    weekday_named,
)
from coach.core.errors import UsageError
from coach.core.said_days import say_day, say_moment
from coach.core.texts import filled, words

EXAMPLES = "2026-11-20, 2026-11-20 21:30, 20 nov, today, yesterday, -3d, friday, next friday, +2w"

_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
# Compiled on first use: most commands carry no date.
_SHIFT = r"([+-])([0-9]{1,4})([dwmy])"
_TIME = r"([0-9]{1,2})(?::([0-9]{2}))?(?::([0-9]{2}))? ?(am|pm)?"
_DAY_MONTH = r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,?(?: ([0-9]{4}))?"
_MONTH_DAY = r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,?(?: ([0-9]{4}))?"
_NAMED_DAY = r"([a-z]{3,9}),? ([0-9]{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,?(?: [0-9]{4})?)"
_NOON, _MIDNIGHT = 12, 0


class Reader:
    """Reads typed dates against one moment: the clock's, in the person's own day."""

    def __init__(self, clock: Clock, ends: time = DAY_ENDS) -> None:
        self._clock = clock
        self._ends = ends
        self._now = clock.now()
        self.today = day_of(self._now, ends)

    def day(self, typed: str, *, ahead: bool = False) -> date:
        """The day typed. A bare weekday or date lies behind, or `ahead` for what is yet to come."""
        words = _words(typed)
        if self._has_time(words):
            return day_of(self.moment(typed, ahead=ahead), self._ends)
        found = self._guarded(typed, words, ahead=ahead)
        if found is None:
            raise _unreadable(typed)
        return found

    def said(self, at: datetime) -> str:
        """A moment, with the day it counts to when that is the one before."""
        day = day_of(at, self._ends)
        counts = (
            "" if day == at.date() else f" {filled(words.core.says.counts_to, day=say_day(day, self.today))}"
        )
        return say_moment(at, self.today) + counts

    def span(self, typed: str) -> tuple[date, date]:
        """The first and last day typed: a day, or all of a week, month or year, 2026-W47, 2026-11 or 2026."""
        words = _words(typed)
        if re.fullmatch(r"[0-9]{4}-w[0-9]{1,2}", words):
            monday = self.day(typed)
            return monday, monday + timedelta(days=6)
        if found := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?", words):
            year, month = int(found[1]), int(found[2] or 0)
            if FIRST_YEAR <= year <= LAST_YEAR and month <= len(MONTHS) and found[2] != "00":
                after = year * len(MONTHS) + (month or len(MONTHS))
                following = date(after // len(MONTHS), after % len(MONTHS) + 1, 1)
                return date(year, month or 1, 1), following - timedelta(days=1)
            raise _unreadable(typed)
        day = self.day(typed)
        return day, day

    def moment(self, typed: str, *, ahead: bool = False) -> datetime:
        """The moment typed: a day with a time, a time of today, or a day alone, which means its noon. A time
        alone lies behind, or `ahead`."""
        words = _words(typed)
        if words in {"now", "today"}:
            return self._now
        if (hours := hours_of(words)) is not None:
            return self._settled(typed, self._clock.here(self._now + hours))
        words = self._plainly(words)
        try:
            exact = datetime.fromisoformat(typed.strip())
        except ValueError:
            exact = None
        if exact is not None and len(words) > len("2026-11-20"):
            return self._settled(typed, exact)
        day_words, clock_time = _split_time(words)
        if not day_words and clock_time is not None:
            return self._time_of_today(clock_time, ahead=ahead)
        day = self._guarded(typed, day_words, ahead=ahead)
        if day is None:
            raise _unreadable(typed)
        if day == self.today and clock_time is None:
            return self._now
        return self._settled(typed, datetime.combine(day, clock_time or time(_NOON)))

    def _has_time(self, words: str) -> bool:
        return (
            words == "now" or hours_of(words) is not None or _split_time(self._plainly(words))[1] is not None
        )

    def _plainly(self, words: str) -> str:
        """What the grammar reads; an impossible date stays as it was typed, and is refused."""
        try:
            return plainly(words, self.today)
        except (ValueError, OverflowError):
            return words

    def _guarded(self, typed: str, words: str, *, ahead: bool) -> date | None:
        """The day the words mean; an impossible one is refused like an unreadable one."""
        try:
            found = self._day(self._plainly(words), ahead=ahead)
        except (ValueError, OverflowError):
            raise _unreadable(typed) from None
        if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise _outside(typed)
        return found

    def _day(self, words: str, *, ahead: bool) -> date | None:  # noqa: PLR0911 - one line a form
        if words in _NEAR:
            return self.today + timedelta(days=_NEAR[words])
        if found := re.fullmatch(_SHIFT, words):
            return self._shifted(int(found[1] + found[2]), found[3])
        if (weekday := weekday_named(words)) is not None:
            return self._on_weekday(weekday, ahead=ahead, strict=False)
        if (number := day_of_month(words)) is not None:
            return self._of_month(number, ahead=ahead)
        which, _, name = words.partition(" ")
        if which in {"next", "last"} and (weekday := weekday_named(name)) is not None:
            return self._on_weekday(weekday, ahead=which == "next", strict=True)
        if found := re.fullmatch(_NAMED_DAY, words):
            return self._named(found[1], found[2], ahead=ahead)
        if found := re.fullmatch(_DAY_MONTH, words):
            return self._in_month(found[1], found[2], found[3], ahead=ahead)
        if found := re.fullmatch(_MONTH_DAY, words):
            return self._in_month(found[2], found[1], found[3], ahead=ahead)
        return date.fromisoformat(words.upper()) if re.match(r"[0-9]{4}", words) else None

    def _named(self, name: str, rest: str, *, ahead: bool) -> date | None:
        """`fri 20 nov`, as we say it ourselves; a name that does not belong to the date is refused."""
        weekday, found = weekday_named(name), self._day(rest, ahead=ahead)
        return found if found and weekday == found.weekday() else None

    def _shifted(self, count: int, unit: str) -> date:
        if unit in "dw":
            return self.today + timedelta(days=count * (7 if unit == "w" else 1))
        from dateutil.relativedelta import relativedelta  # 9 ms that most commands never need

        return self.today + (relativedelta(months=count) if unit == "m" else relativedelta(years=count))

    def _on_weekday(self, weekday: int, *, ahead: bool, strict: bool) -> date:
        if ahead:
            days = (weekday - self.today.weekday()) % 7
            return self.today + timedelta(days=7 if strict and days == 0 else days)
        days = (self.today.weekday() - weekday) % 7
        return self.today - timedelta(days=7 if strict and days == 0 else days)

    def _in_month(self, day: str, name: str, year: str | None, *, ahead: bool) -> date | None:
        month = month_named(name)
        if month is None:
            return None
        if year:
            return date(int(year), month, int(day))
        # The nearest one in the direction meant; four years either way reach a 29 February.
        step = 1 if ahead else -1
        for years in range(0, step * 9, step):
            try:
                found = date(self.today.year + years, month, int(day))
            except ValueError:
                continue
            if found == self.today or (found > self.today) == ahead:
                return found
        return None

    def _of_month(self, number: int, *, ahead: bool) -> date:
        """The nearest such day of a month, today among them."""
        months = self.today.year * len(MONTHS) + self.today.month - 1
        for step in range(len(MONTHS)):
            at = months + (step if ahead else -step)
            year, month = divmod(at, len(MONTHS))
            try:
                found = date(year, month + 1, number)
            except ValueError:
                continue
            if found == self.today or (found > self.today) == ahead:
                return found
        raise ValueError(number)

    def _time_of_today(self, clock_time: time, *, ahead: bool = False) -> datetime:
        """The latest such time that is not ahead: typed at 01:00, 23:30 was an hour and a half ago. Or the
        next."""
        found, now = datetime.combine(self._now.date(), clock_time), self._now.replace(tzinfo=None)
        if ahead and found < now:
            found += timedelta(days=1)
        elif not ahead and found > now:
            found -= timedelta(days=1)
        return self._clock.at(found)

    def _settled(self, typed: str, moment: datetime) -> datetime:
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise _unreadable(typed)
        return self._clock.at(moment) if moment.tzinfo is None else moment


def _words(typed: str) -> str:
    return " ".join(typed.lower().split())


def _split_time(words: str) -> tuple[str, time | None]:
    """The words before a time at the end, and the time."""
    found = re.fullmatch(rf"(?P<day>.*?)(?:(?:^| )(?:at )?(?P<time>{_TIME}))?", words)
    if found is None or found["time"] is None or not re.search(r":|am|pm", found["time"]):
        return words, None
    return found["day"].removesuffix(" at").strip(), _time(found["time"])


def _time(words: str) -> time | None:
    found = re.fullmatch(_TIME, words)
    if found is None:
        return None
    hour, half = int(found[1]), found[4]
    if half:
        if not 1 <= hour <= _NOON:
            raise _unreadable(words)
        hour = hour % _NOON + (_NOON if half == "pm" else _MIDNIGHT)
    try:
        return time(hour, int(found[2] or 0), int(found[3] or 0))
    except ValueError:
        raise _unreadable(words) from None


def _outside(typed: str) -> UsageError:
    error = words.core.error
    return UsageError(filled(error.out_of_years, first=FIRST_YEAR, last=LAST_YEAR, typed=typed))


def _unreadable(typed: str) -> UsageError:
    return UsageError(
        filled(words.core.error.cannot_read_as_a_date_or, typed=typed),
        do=filled(words.core.error.write_it_like_one_of, EXAMPLES=EXAMPLES),
    )
