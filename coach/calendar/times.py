"""When a line of a calendar says something is: in which zone, for how long."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from coach.calendar.lines import Said
    from coach.core.days import Clock

_DAY = 8
_FREQ = re.compile(r"FREQ=(\w+)", re.IGNORECASE)
_LASTS = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$")


class Zones:
    """By the names a file uses. What nobody knows is read as the person's own, and told."""

    def __init__(self, clock: Clock, described: Sequence[str] = ()) -> None:
        self._clock = clock
        self._described = described
        self._found: dict[str, tzinfo | None] = {}
        self.unknown: set[str] = set()

    def moment(self, said: Said) -> datetime:
        """The moment it means."""
        return self.aware(wall(said.value), said)

    def aware(self, at: datetime, said: Said) -> datetime:
        """A wall time read as the line does."""
        if said.value.endswith("Z"):
            return at.replace(tzinfo=UTC)
        zone = self._zone(said.zone) if said.zone else None
        return at.replace(tzinfo=zone) if zone else self._clock.at(at)

    def wall_there(self, moment: datetime, said: Said) -> datetime:
        """A moment as a clock shows it where the line is."""
        if said.value.endswith("Z"):
            return moment.astimezone(UTC).replace(tzinfo=None)
        zone = self._zone(said.zone) if said.zone else None
        there = moment.astimezone(zone) if zone else self._clock.here(moment)
        return there.replace(tzinfo=None)

    def _zone(self, name: str) -> tzinfo | None:
        if name not in self._found:
            self._found[name] = _known(name) or _described(self._described, name)
            if self._found[name] is None:
                self.unknown.add(name)
        return self._found[name]


def _known(name: str) -> tzinfo | None:
    """By its own name, or at the end of a longer one, as some programs write it."""
    parts = name.strip("/").split("/")
    for tried in (name, "/".join(parts[-2:]), "/".join(parts[-3:])):
        try:
            return ZoneInfo(tried)
        except (OSError, ValueError, LookupError):  # not there, or no name of a zone at all
            continue
    return None


def _described(described: Sequence[str], name: str) -> tzinfo | None:
    """As the file itself describes it."""
    own = next((each for each in described if f"TZID:{name}\r\n" in each), None)
    if own is None or any(rule.upper() != "YEARLY" for rule in _FREQ.findall(own)):
        return None  # a zone changes once a year at most
    from dateutil.tz import tzical  # only a few calendars bring their own

    try:
        return tzical(StringIO(f"BEGIN:VCALENDAR\r\n{own}\r\nEND:VCALENDAR")).get(name)
    except (ValueError, AssertionError, AttributeError):
        return None


def is_day(value: str) -> bool:
    """Whether it is a whole day."""
    return len(value) == _DAY


def wall(value: str) -> datetime:
    """The wall time of `20261112T090000`, or the beginning of `20261112`."""
    day = datetime(int(value[:4]), int(value[4:6]), int(value[6:8]))  # noqa: DTZ001 - its zone comes after
    if is_day(value):
        return day
    if value[8] != "T":
        raise ValueError(value)
    return day.replace(
        hour=int(value[9:11]), minute=int(value[11:13]), second=min(int(value[13:15] or 0), 59)
    )


def lasts(value: str) -> timedelta:
    """How long `PT1H30M` is."""
    found = _LASTS.match(value.strip())
    if found is None:
        raise ValueError(value)
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
