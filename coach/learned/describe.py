"""A word on a lesson, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.describe import line_of
from coach.learned.records import Recall

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.app import Coach


def _recall(record: Recall, coach: Coach) -> str:
    return f"{words.learned.holds[record.holds]}: {line_of(record.of, coach)}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Recall.kind: _recall}
