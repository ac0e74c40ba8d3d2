"""An audit and a tagged title in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.calendar.records import Audit, Title
from coach.calendar.shares import hours, minutes_of, parts_said, shares
from coach.calendar.told import about_line, audit_lines
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def _audit(record: Audit, coach: Coach) -> str:
    del coach
    found = shares(record)
    return filled(words.calendar.whole, hours=hours(found.whole), parts=parts_said(found))


def _audit_lines(record: Audit, coach: Coach) -> Iterator[str]:
    yield about_line(coach, record)
    yield from (
        each.text for each in audit_lines(coach, record.meetings, record.tags, record.left, record.last)
    )
    yield ""
    for title, times in record.meetings.items():
        tag = words.calendar.tag[record.tags.get(title, "none")]
        yield f"{title or words.calendar.no_title}: {tag}, {hours(sum(minutes_of(each) for each in times))} h"


def _title(record: Title, coach: Coach) -> str:
    del coach
    return f"{record.title}: {words.calendar.tag[record.tag]}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Audit.kind: _audit, Title.kind: _title}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Audit.kind: _audit_lines}
