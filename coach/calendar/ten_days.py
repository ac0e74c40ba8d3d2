"""L8: what lay in the last ten business days, title by title. Nothing of it is kept here."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from coach.calendar.lines import Lines
from coach.calendar.recurring import Endless, falls_on, read, worked_out
from coach.calendar.times import Zones, is_day, lasts, wall

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coach.calendar.lines import Event, Said
    from coach.core.days import Clock

BUSINESS_DAYS = 10
_FRIDAY = 4
_LONGEST = timedelta(hours=24)
"""What lasts a day is no meeting."""
_TITLE = 200
_PATIENCE = 10.0
"""So many seconds are given to a file; what would take longer is counted as not read."""
_DAY = timedelta(days=1)


class Meeting(NamedTuple):
    """One of them."""

    title: str
    at: datetime
    """In the person's own time."""
    minutes: int


class Imported(NamedTuple):
    """What was read of a file."""

    first: date
    last: date
    meetings: dict[str, tuple[Meeting, ...]]
    """By title, the longest first."""
    events: int
    """How many the file has."""
    left_out: Counter[str]
    """Of these days: `day` all day, `cancelled`, `free`, `endless`, `unread`."""
    unknown: tuple[str, ...]
    """Zones nobody knows."""

    def minutes(self, title: str) -> int:
        """All of a title."""
        return sum(each.minutes for each in self.meetings[title])

    def left(self, tagged: Collection[str]) -> float:
        """What was not tagged, in minutes."""
        return float(sum(self.minutes(title) for title in self.meetings if title not in tagged))


def business_days(today: date) -> tuple[date, date]:
    """The first and the last of the ten before today."""
    day, left = today, BUSINESS_DAYS
    last = None
    while left:
        day -= _DAY
        if day.weekday() <= _FRIDAY:
            last, left = last or day, left - 1
    return day, last or day


def read_calendar(file: BinaryIO, clock: Clock, today: date) -> Imported:
    """The meetings of ten business days. A file that is cut off raises `Cut`."""
    first, last = business_days(today)
    lines = Lines(file)
    near = (f"{day:%Y%m%d}".encode() for day in (first - 2 * _DAY, last + 2 * _DAY))
    kept = list(lines.events(*near))
    zones = Zones(clock, lines.zones)
    reading = _Reading(clock, zones, first, last)
    for event in kept:
        reading.take(event)
    if lines.undated:
        reading.left_out["unread"] += lines.undated
    meetings: dict[str, list[Meeting]] = {}
    for each in reading.meetings():
        meetings.setdefault(each.title, []).append(each)
    ranked = sorted(meetings.items(), key=lambda found: (-sum(each.minutes for each in found[1]), found[0]))
    told = {title: tuple(sorted(own, key=lambda each: each.at)) for title, own in ranked}
    return Imported(first, last, told, lines.count, reading.left_out, tuple(sorted(zones.unknown)))


class _Reading:
    """Gathers, as one event may stand in for another."""

    def __init__(self, clock: Clock, zones: Zones, first: date, last: date) -> None:
        self._clock, self._zones, self._first, self._last = clock, zones, first, last
        self._found: dict[tuple[str, datetime], tuple[date, Meeting | None]] = {}
        """By which it is and when it is: the day in its own zone, and the meeting, where it is one."""
        self._instead: dict[tuple[str, datetime], Meeting | None] = {}
        self._instead_of_day: dict[tuple[str, date], Meeting | None] = {}
        self._version: dict[str, int] = {}
        self._until = monotonic() + _PATIENCE
        self.left_out: Counter[str] = Counter()

    def meetings(self) -> Iterator[Meeting]:
        """All of these days, each once."""
        instead = self._instead.keys()
        of_day = self._instead_of_day.keys()
        found = [
            meeting
            for (name, at), (day, meeting) in self._found.items()
            if (name, at) not in instead and (name, day) not in of_day
        ]
        for each in [*found, *self._instead.values(), *self._instead_of_day.values()]:
            if each and self._first <= each.at.date() <= self._last and each.at.weekday() <= _FRIDAY:
                yield each

    def take(self, event: Event) -> None:
        """One event of the file; one that cannot be read is counted."""
        if monotonic() > self._until:
            self.left_out["unread"] += 1
            return
        try:
            self._take(event)
        except Endless:
            self.left_out["endless"] += 1
        except (ValueError, LookupError, OverflowError, TypeError):
            self.left_out["unread"] += 1

    def _take(self, event: Event) -> None:
        said = event["DTSTART"][0]
        start, takes = self._zones.moment(said), self._lasts(event)
        name = event["UID"][0].value if "UID" in event else str(id(event))
        if "RECURRENCE-ID" in event:
            self._stand_in(name, event["RECURRENCE-ID"][0], self._meeting(event, start, takes))
            return
        version = int(event["SEQUENCE"][0].value) if "SEQUENCE" in event else 0
        if version < self._version.get(name, 0):
            return
        if version > self._version.setdefault(name, version):
            self._found = {key: each for key, each in self._found.items() if key[0] != name}
            self._version[name] = version
        out = list(_each(event, "EXDATE"))
        out_days = {wall(each.value).date() for each in out if is_day(each.value)}
        moments = {self._zones.moment(each).astimezone(UTC) for each in out if not is_day(each.value)}
        for moment, lasts_then in self._occurs(event, start, said, takes):
            at, day = moment.astimezone(UTC), self._zones.wall_there(moment, said).date()
            if at not in moments and day not in out_days:
                self._found[name, at] = day, self._meeting(event, moment, lasts_then)

    def _stand_in(self, name: str, was: Said, meeting: Meeting | None) -> None:
        """In place of one of a series, named by its moment or only by its day."""
        if is_day(was.value):
            self._instead_of_day[name, wall(was.value).date()] = meeting
        else:
            self._instead[name, self._zones.moment(was).astimezone(UTC)] = meeting

    def _meeting(self, event: Event, start: datetime, takes: timedelta) -> Meeting | None:
        at, why = self._clock.here(start), _left_out(event, takes)
        if not why:
            return Meeting(_title(event), at, round(takes.total_seconds() / 60))
        if self._first <= at.date() <= self._last and at.weekday() <= _FRIDAY:
            self.left_out[why] += 1
        return None

    def _occurs(
        self, event: Event, start: datetime, said: Said, takes: timedelta
    ) -> Iterator[tuple[datetime, timedelta]]:
        """When it is, near these days, and for how long."""
        near = self._first - _DAY, self._last + _DAY
        if "RRULE" not in event:
            yield start, takes
        begins = wall(said.value) if is_day(said.value) else self._zones.wall_there(start, said)
        for each in event.get("RRULE", ()):
            until = self._until_of(each.value, said)
            rule = read(each.value, until)
            days = (
                worked_out(each.value, until, begins, *near) if rule.rest else falls_on(rule, begins, *near)
            )
            yield from ((self._zones.aware(day, said), takes) for day in days)
        for also in event.get("RDATE", ()):
            for value in also.value.split(","):
                begin, _, end = value.partition("/")
                moment = self._zones.moment(also._replace(value=begin))
                yield moment, self._span(also, moment, end) if end else takes

    def _span(self, said: Said, begins: datetime, end: str) -> timedelta:
        return lasts(end) if end.startswith("P") else self._zones.moment(said._replace(value=end)) - begins

    def _until_of(self, typed: str, said: Said) -> datetime | None:
        """The end of a rule, as a clock shows it where the event is; a day ends with itself."""
        value = next((each[6:] for each in typed.upper().split(";") if each.startswith("UNTIL=")), "")
        if not value:
            return None
        if is_day(value):
            return wall(value) + _DAY - timedelta(seconds=1)
        at = wall(value)
        return self._zones.wall_there(at.replace(tzinfo=UTC), said) if value.endswith("Z") else at

    def _lasts(self, event: Event) -> timedelta:
        start = event["DTSTART"][0]
        if is_day(start.value):
            return _LONGEST
        if "DTEND" in event:
            return self._zones.moment(event["DTEND"][0]) - self._zones.moment(start)
        return lasts(event["DURATION"][0].value) if "DURATION" in event else timedelta()


def _each(event: Event, name: str) -> Iterator[Said]:
    """The days of a list."""
    for said in event.get(name, ()):
        for value in said.value.split(","):
            yield said._replace(value=value)


def _left_out(event: Event, takes: timedelta) -> str:
    """Why it is no meeting; nothing where it is one."""
    if event.get("STATUS", [("", "")])[0][0].upper() == "CANCELLED":
        return "cancelled"
    if is_day(event["DTSTART"][0].value) or takes >= _LONGEST:
        return "day"
    if takes <= timedelta():
        return "unread" if takes < timedelta() else "day"
    return "free" if event.get("TRANSP", [("", "")])[0][0].upper() == "TRANSPARENT" else ""


def _title(event: Event) -> str:
    raw = event["SUMMARY"][0].value if "SUMMARY" in event else ""
    meant = re.sub(r"\\(.)", lambda found: " " if found[1] in "nN" else found[1], raw)
    return " ".join(meant.split())[:_TITLE]
