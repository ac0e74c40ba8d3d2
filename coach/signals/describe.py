"""A signal in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.signals.records import Signal
from coach.signals.sight import is_hidden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from coach.app import Coach


def _signal(record: Signal, coach: Coach) -> str:
    """What waits is out of sight in every list."""
    about = f"  ({words.signals.about_kind[record.about]})" if record.about else ""
    return f"{words.signals.waits}{about}" if is_hidden(record, coach) else _in_full(record)


def _in_full(record: Signal) -> str:
    about = f"  ({words.signals.about_kind[record.about]})" if record.about else ""
    settled = f", {words.reassessment.settled_said[record.settled]}" if record.settled else ""
    because = f": {record.because}" if record.because else ""
    tries = f": {record.tries['text']}" if record.tries.get("text") else ""
    return f"{record.text}{about}{settled}{because}{tries}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Signal.kind: _signal}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Signal.kind: lambda record, _: [_in_full(record)]}
