"""An entry in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.app import Coach

LINES: dict[str, Callable[[Any, Coach], str]] = {Entry.kind: lambda record, _: record.text}
