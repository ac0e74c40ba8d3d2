"""The journal in org, as org-journal keeps it in Emacs, in and out: a heading a day, one an entry."""

from __future__ import annotations

import re
from calendar import day_abbr, day_name
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from coach.core.days import day_of
from coach.core.ids import is_id
from coach.core.record import MODES
from coach.core.texts import filled, words
from coach.exchange.incoming import Entries, tags_of
from coach.exchange.notes import day_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coach.app import Coach
    from coach.core.steps import Steps
    from coach.exchange.incoming import Incoming
    from coach.journal.records import Entry

_HEADING = re.compile(r"(\*+)[ \t]+(.*)")
_TAGS = re.compile(r":(?:[\w@#%+-]+:)+")
_NAMES = {"", *(name.casefold() for name in (*day_name, *day_abbr))}
"""What stands beside a date and says no more than it."""
_STAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d)[^\]>\n]{0,60}[\]>]|(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_CLOCK = re.compile(r"[\[<]?([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?[\]>]?[ \t]*")
_DRAWER = re.compile(r"[ \t]*:PROPERTIES:[ \t]*$")
_PROPERTY = re.compile(r"[ \t]*:([\w-]+):[ \t]*(.*)")
_STARRED = re.compile(r"^( *\*)", re.MULTILINE)
_UNSTARRED = re.compile(r"^ ( *\*)", re.MULTILINE)
_OURS = "\n:ZONE: "
"""What only we keep of an entry: then its line ends are the person's own."""
_NOON = time(12)


class _Head(NamedTuple):
    """A heading with what stands below it."""

    number: int
    depth: int
    title: str
    tags: list[str]
    properties: dict[str, str]
    body: str


def read_journals(coach: Coach, texts: Sequence[tuple[str, str]]) -> Incoming:
    """Files of a day, a week, a month or a year. A heading with a date is a day, one below it an entry."""
    found = Entries(coach, "org")
    for name, text in texts:
        _read(found, name, text if _OURS in text else text.replace("\r\n", "\n"))
    return found.incoming("org")


def _read(found: Entries, name: str, text: str) -> None:
    named = day_named(name)
    day = named.date() if named else None
    for head in _gathered(_heads(text)):
        where = filled(words.exchange.says.line_of, name=name, number=head.number)
        if own := _day(head):
            day, beside = own, _beside(head.title)
            title = "" if beside.casefold() in _NAMES else beside
            if title or head.body.strip():
                _add(found, where, head._replace(title=title), day)
        elif head.title or head.body.strip():
            _add(found, where, head, day)


def _gathered(heads: Iterable[_Head]) -> Iterator[_Head]:
    """What stands below an entry as a heading of its own belongs to its text."""
    entry: _Head | None = None
    for head in heads:
        if entry and head.depth > entry.depth:
            more = "\n".join(part for part in (f"{'*' * head.depth} {head.title}", head.body) if part.strip())
            entry = entry._replace(body=f"{entry.body}\n{more}".strip("\n"))
            continue
        if entry:
            yield entry
        is_day = _day(head) is not None or head.depth == 0
        if is_day:
            yield head
        entry = None if is_day else head
    if entry:
        yield entry


def _add(found: Entries, where: str, head: _Head, day: date | None) -> None:
    clock = _CLOCK.match(head.title)
    title = head.title[clock.end() :] if clock else head.title
    text = _UNSTARRED.sub(r"\1", "\n".join(part for part in (title, head.body) if part.strip()))
    at = datetime.combine(day, time(int(clock[1]), int(clock[2])) if clock else _NOON) if day else None
    said = head.properties
    at = _exact(said.get("at", "")) or _created(said.get("created", "")) or at
    found.add(
        where, text.strip("\n"), at,
        key=f"{at} {text}",
        record_id=said["id"] if is_id(said.get("id")) else "",
        zone=said.get("zone", "") if is_id(said.get("id")) else "",
        tags=tags_of([*head.tags, *said.get("tags", "").split(", ")]),
        mode=said.get("mode") if said.get("mode") in MODES else None,
    )  # fmt: skip


def _day(head: _Head) -> date | None:
    """The day a heading is: as org-journal says it in its drawer, or as a date with at most its weekday. A
    date within somebody's words is words."""
    created = head.properties.get("created", "")
    if created.isdecimal() and not _CLOCK.match(head.title):
        return _dated(created)
    titled = _STAMP.search(head.title) if len(_beside(head.title).split()) <= 1 else None
    return _dated(titled[1] or titled[2]) if titled else None


def _dated(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _created(said: str) -> datetime | None:
    """The moment a note was made, as other programs keep it in its drawer: [2026-11-20 Fri 21:30]."""
    found, hour = _STAMP.search(said), re.search(r"(\d\d):(\d\d)", said)
    day = _dated(found[1] or found[2]) if found else None
    clock = time(int(hour[1]) % 24, int(hour[2]) % 60) if hour else _NOON
    return datetime.combine(day, clock) if day else None


def _beside(title: str) -> str:
    """What a heading says beside its date; all of it where it has none, or where its drawer has it."""
    return _STAMP.sub("", title, count=1).strip(" ,") if _STAMP.search(title) else ""


def _exact(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError:
        return None


def _heads(text: str) -> Iterator[_Head]:
    """The headings in their order; what stands before the first belongs to one without a name."""
    number, depth, title = 0, 0, ""
    tags: list[str] = []
    lines: list[str] = []
    for place, line in enumerate(text.split("\n"), 1):
        if found := _HEADING.match(line):
            yield _head(number, depth, title, tags, lines)
            number, depth, lines = place, len(found[1]), []
            title, tags = _tagged(found[2].strip())
        elif depth or not line.startswith("#+"):
            lines.append(line)
        elif dated := re.match(r"#\+(?:title|date):(.*)", line, re.IGNORECASE):
            title = title or (dated[1].strip() if _STAMP.search(dated[1]) else "")
    yield _head(number, depth, title, tags, lines)


def _tagged(title: str) -> tuple[str, list[str]]:
    """What stands in a heading, and the tags at its end."""
    before, _, last = title.rpartition(" ")
    if _TAGS.fullmatch(last):
        return before.rstrip(), last.strip(":").split(":")
    return title, []


def _head(number: int, depth: int, title: str, tags: list[str], lines: list[str]) -> _Head:
    properties: dict[str, str] = {}
    if lines and _DRAWER.match(lines[0]):
        for place, line in enumerate(lines[1:], 1):
            if line.strip() == ":END:":
                lines = lines[place + 1 :]
                break
            if said := _PROPERTY.match(line):
                properties[said[1].lower()] = said[2].strip()
    return _Head(number, depth, title, tags, properties, "\n".join(lines).strip("\n"))


def write(coach: Coach, found: list[Entry], steps: Steps) -> Iterator[bytes]:
    """All of them in one file. A line that would be a heading stands one space in, and comes back without."""
    ends, last = coach.settings.day_ends, None
    yield f"#+TITLE: {words.exchange.journal}\n".encode()
    for each in steps.each(found, len(found)):
        day = day_of(each.at, ends)
        if day != last:
            yield f"\n* {day:%Y-%m-%d}\n:PROPERTIES:\n:CREATED: {day:%Y%m%d}\n:END:\n".encode()
            last = day
        yield _entry(each).encode("utf-8", "surrogatepass")


def _entry(each: Entry) -> str:
    said = {
        "ID": each.id,
        "AT": each.at.isoformat(timespec="milliseconds"),
        "ZONE": each.zone,
        "TAGS": ", ".join(each.tags),
        "MODE": each.mode or "",
    }
    drawer = "\n".join(f":{name}: {value}" for name, value in said.items() if value)
    text = _STARRED.sub(r" \1", each.text)
    return f"\n** {each.at:%H:%M}\n:PROPERTIES:\n{drawer}\n:END:\n{text}\n"
