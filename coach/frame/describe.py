"""A frame in words, and the tradeoff as it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.describe import parts
from coach.frame.records import Frame, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach

_PARTS = ("direction", "giving_up", "outcome", "flow", "context", "stage", "less", "because")


def _frame(record: Frame, coach: Coach) -> Iterator[str]:
    """Part by part, and why each became so."""
    del coach
    yield from parts(_PARTS, record, words.season.page)
    because = words.season.page.because
    yield from (f"{because:<16}{text}" for text in record.conditions.values())
    if record.came_of:
        yield f"{'':<16}{words.season.came_of[record.came_of]}"


def _line(record: Frame) -> str:
    """An emergency says so wherever the frame is listed (S10)."""
    is_sudden = record.came_of == "emergency"
    return f"{record.direction} ({words.season.came_of.emergency})" if is_sudden else record.direction


LINES: dict[str, Callable[[Any, Coach], str]] = {
    Frame.kind: lambda record, _: _line(record),
    Quote.kind: lambda record, _: record.text,
}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Frame.kind: _frame}
