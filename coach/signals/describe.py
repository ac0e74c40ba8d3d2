"""A signal in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.signals.records import Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.app import Coach


def _signal(record: Signal, coach: Coach) -> str:
    del coach
    about = f"  ({words.signals.about_kind[record.about]})" if record.about else ""
    settled = f", {words.reassessment.settled_said[record.settled]}" if record.settled else ""
    because = f": {record.because}" if record.because else ""
    tries = f": {record.tries['text']}" if record.tries.get("text") else ""
    return f"{record.text}{about}{settled}{because}{tries}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Signal.kind: _signal}
