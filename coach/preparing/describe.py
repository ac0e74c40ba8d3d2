"""What was prepared, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.preparing.preparations import NEXT
from coach.preparing.records import Preparation
from coach.preparing.sessions import questions_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def _preparation(record: Preparation, coach: Coach) -> str:
    name, said = coach.preparations.called(record), record.sentence or record.settle or record.people
    return filled(words.preparing.line, name=name, sentence=said)


def _preparation_lines(record: Preparation, coach: Coach) -> Iterator[str]:
    yield from (_preparation(record, coach), "", *written(record), "")
    if not record.is_told:
        yield words.preparing.open
        return
    yield words.preparing.heading.after
    for place, question in enumerate(questions_of(record), 1):
        if answer := record.after.get(str(place)):
            yield f"{question} {answer}"
    if record.after.get(NEXT):
        yield f"{words.preparing.field.next}: {record.after[NEXT]}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Preparation.kind: _preparation}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Preparation.kind: _preparation_lines}
