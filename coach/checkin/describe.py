"""A check-in in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.checkin.checkins import in_words
from coach.checkin.records import Checkin
from coach.signals.sight import masked

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.app import Coach


def _checkin(record: Checkin, coach: Coach) -> str:
    """A signal parked in its line is out of sight while signals are (S4)."""
    return in_words(masked(record, coach))


LINES: dict[str, Callable[[Any, Coach], str]] = {Checkin.kind: _checkin}
