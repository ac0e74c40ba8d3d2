"""An .ics file, event by event: only the lines that say when something is, and what it is called.

RFC 5545: a line that begins with a space goes on with the one before. Everything else in an event (who was
invited, what is attached, what it is about) is passed over unread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 256 * 1024 * 1024
"""A file larger than this is no calendar of one person."""
_BLOCK = 1024 * 1024
_LONGEST = 32 * _BLOCK
"""An event longer than this is none."""
_BEGINS, _EVENT, _ENDS = b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"END:VCALENDAR"
_EVENT_ENDS = re.compile(rb"\nEND:VEVENT[ \t]*\r?(?:\n|$)")
_FOLD = re.compile(rb"\r?\n[ \t]")
_INNER = re.compile(rb"\nBEGIN:(?!VEVENT)(\w+).*?\nEND:\1[^\n]*", re.DOTALL)
_LINE = re.compile(
    rb"^(DTSTART|DTEND|DURATION|RRULE|EXDATE|RDATE|RECURRENCE-ID|STATUS|SUMMARY|UID|TRANSP)"
    rb"((?:;[^:\"\r\n]*(?:\"[^\"\r\n]*\"[^:\"\r\n]*)*)?):([^\r\n]*)",
    re.MULTILINE,
)
_STARTS = re.compile(rb"\nDTSTART[^:\r\n]*:(\d{8})")
_AGAIN = re.compile(rb"\n(?:RRULE|RDATE|RECURRENCE-ID)")
_ZONE = re.compile(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE", re.DOTALL)
_TZID = re.compile(rb"TZID=\"?([^\";]*)", re.IGNORECASE)


class Said(NamedTuple):
    """One line of an event: what it says, and in which zone."""

    value: str
    zone: str


Event = dict[str, tuple[Said, ...]]


class Cut(Exception):  # noqa: N818 - it says what was found
    """The file ends in the middle."""


class NoCalendar(Cut):
    """It does not begin as one."""


class Lines:
    """Reads a file once; the zones it describes lie in `zones` afterwards, in their own words."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.zones: list[str] = []
        self.count = 0
        """How many events there were, those passed over too."""
        self.undated = 0
        """Those of which nobody can say when they are."""

    def events(self, first: bytes, last: bytes) -> Iterator[Event]:
        """Those of some days, by the digits of their first and last; and all that may come again."""
        for block in self._blocks():
            between, begins, text = block.rpartition(_EVENT)
            if not begins:
                raise Cut
            self.count += 1
            self._take_zones(between)
            start = _STARTS.search(text)
            self.undated += start is None
            if start and (first <= start[1] <= last or (_AGAIN.search(text) and start[1] <= last)):
                yield _event(text)
            elif start and b"\nRECURRENCE-ID" in text:
                yield _event(text)  # moved away from these days, perhaps

    def _blocks(self) -> Iterator[bytes]:
        """What stands up to the end of each event. What stands behind the last has to end the calendar."""
        held = self._file.read(_BLOCK).removeprefix(b"\xef\xbb\xbf").lstrip()
        if held[: len(_BEGINS)].upper() != _BEGINS:
            raise NoCalendar
        more = True
        while more:
            place = 0
            for found in _EVENT_ENDS.finditer(held):
                if found.end() == len(held):
                    break  # its line may go on in the next block
                yield held[place : found.start()]
                place = found.end() - 1
            held = held[place:]
            if len(held) > _LONGEST:
                raise Cut
            block = self._file.read(_BLOCK)
            more = bool(block)
            held += block
        self._take_zones(held)
        if not held.rstrip().upper().endswith(_ENDS) or _EVENT in held:
            raise Cut

    def _take_zones(self, text: bytes) -> None:
        if b"VTIMEZONE" in text:
            self.zones += [
                "\r\n".join(_text(_FOLD.sub(b"", each)).splitlines()) for each in _ZONE.findall(text)
            ]


def _event(text: bytes) -> Event:
    """What it says of itself; an alarm in it has times of its own."""
    whole = _FOLD.sub(b"", text)
    if b"\nBEGIN:" in whole:
        whole = _INNER.sub(b"", whole)
    event: Event = {}
    for name, more, value in _LINE.findall(whole):
        zone = _TZID.search(more) if more else None
        said = Said(_text(value), _text(zone[1]) if zone else "")
        key = name.decode("ascii")
        event[key] = (*event.get(key, ()), said)
    return event


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
