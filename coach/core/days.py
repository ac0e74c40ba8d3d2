"""The clock and the person's day. The only file that asks the machine what time it is."""

from __future__ import annotations

import os
import time as machine
from datetime import UTC, date, datetime, time, timedelta, timezone

from coach.core.errors import UsageError
from coach.core.ids import new_id
from coach.core.texts import filled, words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

DAY_ENDS = time(4)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1900, 2199
A_YEAR = timedelta(days=366)


class Clock:
    """What time it is, here. Frozen when a moment is given; in the machine's zone unless one is given."""

    def __init__(self, frozen: datetime | None = None, zone: tzinfo | None = None) -> None:
        self.place = zone
        self._frozen = frozen

    def now(self) -> datetime:
        """This moment, with its offset, to the millisecond."""
        if self._frozen is None:
            moment = datetime.now(UTC).astimezone(self.place)
        elif self._frozen.tzinfo is None:
            moment = self.at(self._frozen)
        else:
            moment = self._frozen.astimezone(self.place)
        return _fixed(moment.replace(microsecond=moment.microsecond // 1000 * 1000))

    def milliseconds(self) -> int:
        """This moment, counted since 1970."""
        return int(self.now().timestamp() * 1000)

    def at(self, wall: datetime) -> datetime:
        """A wall time of this place with its offset; one that a clock change skipped moves past the gap."""
        if self.place is None:
            return wall.astimezone()
        return _fixed(wall.replace(tzinfo=self.place).astimezone(UTC).astimezone(self.place))

    def here(self, moment: datetime) -> datetime:
        """A moment in the wall time of this place."""
        return _fixed(moment.astimezone(self.place))

    def noon(self, day: date) -> datetime:
        """The noon of a day: what is about the whole of it lies in its month, whenever it was written."""
        return self.at(datetime.combine(day, time(12)))

    def new_id(self) -> str:
        """The name of something that is made now."""
        return new_id(instant())

    @property
    def zone(self) -> str:
        """The name of the zone this place keeps, as the tz database writes it, else the offset."""
        if self.place is not None:
            return str(self.place)
        return _system_zone(os.environ) or self.now().strftime("%z")

    def zone_of(self, moment: datetime) -> str:
        """The name of this place's zone when a moment keeps its time, else the offset the moment has."""
        here = self.at(moment.replace(tzinfo=None))
        return self.zone if here.utcoffset() == moment.utcoffset() else moment.isoformat()[-6:]


def clock_from(environment: Mapping[str, str]) -> Clock:
    """The machine's clock, or the moment in COACH_NOW."""
    told = environment.get("COACH_NOW")
    try:
        frozen = datetime.fromisoformat(told) if told else None
    except ValueError:
        frozen = None
    if told and (frozen is None or not FIRST_YEAR <= frozen.year <= LAST_YEAR):
        raise UsageError(
            filled(words.core.says.coach_now_is_not_a_date, told=f"{told!r}"),
            do=words.core.says.write_it_like_t,
        )
    clock = Clock(frozen)
    try:
        clock.now()
    except (ValueError, OverflowError):
        told = environment.get("TZ", "")
        raise UsageError(
            filled(words.core.says.tz_is_no_time_zone, told=f"{told!r}"),
            do=words.core.says.write_it_like_europe_berlin,
        ) from None
    return clock


def _fixed(moment: datetime) -> datetime:
    """The moment with its offset alone: within one zone, Python compares wall times and not moments."""
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), fold=0)


def _system_zone(environment: Mapping[str, str]) -> str | None:
    told = environment.get("TZ", "").lstrip(":")
    if told:
        return told.partition("zoneinfo/")[2] or told
    try:
        return os.readlink("/etc/localtime").partition("zoneinfo/")[2] or None
    except OSError:
        return None


def since_boot() -> float:
    """Seconds that no clock set back can lengthen, and that go on while the machine sleeps."""
    return machine.clock_gettime(getattr(machine, "CLOCK_BOOTTIME", machine.CLOCK_MONOTONIC))


def instant() -> int:
    """The machine's own time in nanoseconds since 1970, also when the clock is frozen: it orders what was
    written one after the other."""
    return machine.time_ns()


def month_of(milliseconds: int) -> str:
    """The month of a moment since 1970 in UTC, or nothing for one beyond the calendar."""
    try:
        return f"{datetime.fromtimestamp(milliseconds / 1000, UTC):%Y-%m}"
    except (OverflowError, ValueError, OSError):
        return ""


def month_ends(day: date) -> date:
    """The last day of a day's month."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def month_span(day: date, back: int = 0) -> tuple[date, date]:
    """The first and the last day of a day's month, or of one so many months before."""
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    first = date(year, month + 1, 1)
    return first, month_ends(first)


def year_of(day: date) -> tuple[date, date]:
    """The first and the last day of its year."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def quarter_of(day: date) -> tuple[date, date]:
    """The first and the last day of a day's quarter of the year."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first, month_ends(first.replace(month=first.month + 2))


def months_between(first: date, last: date) -> list[str]:
    """The months these days lie in, as files are called."""
    found, month = [], first.replace(day=1)
    while month <= last:
        found.append(f"{month:%Y-%m}")
        month = month_ends(month) + timedelta(days=1)
    return found


def day_of(wall: datetime, ends: time = DAY_ENDS) -> date:
    """The person's day a wall time belongs to: at 02:00 it is still yesterday."""
    return (wall.replace(tzinfo=None) - _offset(ends)).date()


def day_starts(day: date, ends: time = DAY_ENDS) -> datetime:
    """The wall time at which a person's day begins."""
    return datetime.combine(day, time()) + _offset(ends)


def week_of(day: date) -> tuple[int, int]:
    """The ISO year and week: the days around New Year belong to the week they lie in."""
    year, week, _ = day.isocalendar()
    return year, week


def _offset(ends: time) -> timedelta:
    return timedelta(hours=ends.hour, minutes=ends.minute)


_SHORTEST = 3


def weekday_named(name: str) -> int | None:
    """The day of the week by its name, or the first letters of it."""
    if len(name) < _SHORTEST:
        return None
    return next((number for number, full in enumerate(WEEKDAYS) if full.startswith(name)), None)


def month_named(name: str) -> int | None:
    """The month by its name, or by letters that no other begins with."""
    found = [number for number, full in enumerate(MONTHS, 1) if full.startswith(name)]
    return found[0] if len(found) == 1 else None
