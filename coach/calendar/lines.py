"""An .ics file, event by event: only the lines that say when something is, and what it is called.

RFC 5545: a line that begins with a space goes on with the one before. Everything else in an event (who was
invited, what is attached, what it is about) is passed over unread.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 256 * 1024 * 1024
"""A file larger than this is no calendar of one person."""
_BLOCK = 1024 * 1024
_LONGEST = 32 * _BLOCK
"""An event longer than this is none."""
_MARK, _WIDE_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
_BEGINS, _ENDS = b"BEGIN:VCALENDAR", b"END:VCALENDAR"
_EVENT_BEGINS = re.compile(rb"\nBEGIN:VEVENT[ \t]*\r?(?=\n)", re.IGNORECASE)
_EVENT_ENDS = re.compile(rb"\nEND:VEVENT[ \t]*\r?(?:\n|$)", re.IGNORECASE)
_FOLDS = (b"\r\n ", b"\r\n\t", b"\n ", b"\n\t")
_PARTS = rb"((?:;[^:\";\r\n]*(?:\"[^\"\r\n]*\"[^:\";\r\n]*)*)*)"
_LINE = re.compile(
    rb"^(DTSTART|DTEND|DURATION|RRULE|EXDATE|RDATE|RECURRENCE-ID|STATUS|SUMMARY|UID|TRANSP|SEQUENCE)"
    + _PARTS
    + rb":([^\r\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
_STARTS = re.compile(rb"\nDTSTART" + _PARTS + rb":(\d{8})", re.IGNORECASE)
_AGAIN = re.compile(rb"\n(?:RRULE|RDATE|RECURRENCE-ID)[;:]", re.IGNORECASE)
_INSTEAD = re.compile(rb"\nRECURRENCE-ID[;:]", re.IGNORECASE)
_ZONE_ENDS = re.compile(rb"END:VTIMEZONE", re.IGNORECASE)
_ZONE_BEGINS = re.compile(rb"BEGIN:VTIMEZONE", re.IGNORECASE)
_TZID = re.compile(rb"TZID=(?:\"([^\"]*)\"|([^;]*))", re.IGNORECASE)


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
        self._ends = b"\n"
        self.zones: list[str] = []
        self.count = 0
        """How many events there were, those passed over too."""
        self.undated = 0
        """Those of which nobody can say when they are."""

    def events(self, first: bytes, last: bytes) -> Iterator[Event]:
        """Those of some days, by the digits of their first and last; and all that may come again."""
        for block in self._blocks():
            begins = next(iter(_EVENT_BEGINS.finditer(block)), None)
            if begins is None:
                raise Cut
            self.count += 1
            self._take_zones(block[: begins.start()])
            text = _unfolded(block[begins.end() :])
            start = _STARTS.search(text)
            self.undated += start is None
            if start and (first <= start[2] <= last or (_AGAIN.search(text) and start[2] <= last)):
                yield _event(text)
            elif start and _INSTEAD.search(text):
                yield _event(text)  # moved away from these days, perhaps

    def _read(self) -> bytes:
        block = self._file.read(_BLOCK)
        return block.replace(b"\r", b"\n") if self._ends == b"\r" else block

    def _begin(self) -> bytes:
        """The first block, in the encoding and with the line ends of all others."""
        head = self._file.read(_BLOCK)
        if head[:2] in _WIDE_MARKS:
            self._file = BytesIO((head + self._file.read()).decode("utf-16", "replace").encode())
            head = self._file.read(_BLOCK)
        if b"\n" not in head and b"\r" in head:
            self._ends, head = b"\r", head.replace(b"\r", b"\n")
        return head.removeprefix(_MARK).lstrip()

    def _blocks(self) -> Iterator[bytes]:
        """What stands up to the end of each event. What stands behind the last has to end the calendar."""
        held = self._begin()
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
            block = self._read()
            more = bool(block)
            held += block
        self._take_zones(held)
        if not held.rstrip().upper().endswith(_ENDS) or _EVENT_BEGINS.search(held):
            raise Cut

    def _take_zones(self, text: bytes) -> None:
        for begins in _ZONE_BEGINS.finditer(text):
            if ends := _ZONE_ENDS.search(text, begins.end()):
                whole = _text(_unfolded(text[begins.start() : ends.end()]))
                self.zones.append("\r\n".join(whole.splitlines()))


def _event(text: bytes) -> Event:
    """What it says of itself; an alarm in it has times of its own."""
    event: Event = {}
    for name, more, value in _LINE.findall(_without_inner(text) if b"\nBEGIN:" in text.upper() else text):
        zone = _TZID.search(more) if more else None
        said = Said(_text(value), _text(zone[1] or zone[2] or b"") if zone else "")
        key = name.decode("ascii").upper()
        event[key] = (*event.get(key, ()), said)
    return event


def _unfolded(text: bytes) -> bytes:
    for fold in _FOLDS:
        text = text.replace(fold, b"")
    return text


def _without_inner(text: bytes) -> bytes:
    depth, kept = 0, []
    for line in text.split(b"\n"):
        begins = line[:6].upper() == b"BEGIN:"
        depth += begins
        if not depth:
            kept.append(line)
        depth -= line[:4].upper() == b"END:" and depth > 0
    return b"\n".join(kept)


def _text(raw: bytes) -> str:
    """As most programs write it, else as old ones do."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
