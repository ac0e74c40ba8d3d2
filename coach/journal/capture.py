"""Putting down an entry without opening the data: the path of `coach add`, which imports next to nothing."""

from __future__ import annotations

from coach.core.errors import UsageError
from coach.core.quick import quick
from coach.core.safe_text import quoted
from coach.core.tags import clean_tags
from coach.core.texts import words
from coach.store import inbox

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from coach.core.days import Clock
    from coach.core.record import Mode, Source
    from coach.store.sealing import Sealing


def new_entry(
    clock: Clock,
    text: str,
    *,
    tags: Sequence[str] = (),
    mode: Mode | None = None,
    share: bool = False,
    at: datetime | None = None,
    source: Source = "shell",
    prompt: str | None = None,
    files: Sequence[str] = (),
) -> tuple[str, dict[str, Any]]:
    """The id and fields of an entry written now. `records.Entry` reads them back."""
    if not text.strip():
        raise UsageError(words.journal.error.there_is_no_text_to_keep)
    now = clock.now()
    zone = clock.zone
    refuse_ahead(at, now)
    return clock.new_id(), {
        "created": now.isoformat(timespec="milliseconds"),
        "created_zone": zone,
        "updated": None,
        "text": text,
        "at": (at or now).isoformat(timespec="milliseconds"),
        "zone": clock.zone_of(at) if at else zone,
        "tags": clean_tags(tags),
        "mode": mode,
        "share": share,
        "source": source,
        "prompt": prompt,
        "files": list(files),
    }


def refuse_ahead(at: datetime | None, now: datetime) -> None:
    """An entry is of a moment that was."""
    if at and at > now:
        raise UsageError(words.journal.error.lies_ahead, do=words.journal.error.lies_ahead_do)


def capture(folder: str, record_id: str, fields: dict[str, Any], sealing: Sealing) -> None:
    """The entry is on the disk when this returns, whoever holds the data."""
    inbox.capture(
        folder,
        quick("journal", "undo_added", what=quoted(fields["text"])),
        "entries",
        record_id,
        fields,
        sealing,
    )
