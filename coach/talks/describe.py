"""A talk in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.talks.records import Talk
from coach.talks.sessions import agreed_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach

_WIDTH = 60


def _talk(record: Talk, coach: Coach) -> str:
    del coach
    said = first_line(record.agreed or record.agenda or words.talks.open, _WIDTH)
    return filled(words.talks.line, to=record.to, said=said)


def _talk_lines(record: Talk, coach: Coach) -> Iterator[str]:
    yield from (filled(words.talks.with_on, to=record.to, day=coach.days.say(record.day)), "")
    yield from talked_of(record, coach)


def talked_of(record: Talk, coach: Coach) -> Iterator[str]:
    """What it was to be about, what was agreed, and when the next one is."""
    if record.agenda:
        yield from (words.talks.heading.agenda, *record.agenda.splitlines(), "")
    agreed = agreed_lines(record) if record.agreed else (words.talks.open,)
    yield from (words.talks.heading.agreed, *agreed)
    if record.following:
        yield from ("", filled(words.talks.next, day=coach.days.say(record.following)))


LINES: dict[str, Callable[[Any, Coach], str]] = {Talk.kind: _talk}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Talk.kind: _talk_lines}
