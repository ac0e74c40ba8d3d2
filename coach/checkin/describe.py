"""A check-in in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.checkin.checkins import in_words
from coach.checkin.records import Checkin

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.app import Coach

LINES: dict[str, Callable[[Any, Coach], str]] = {Checkin.kind: lambda record, _: in_words(record)}
