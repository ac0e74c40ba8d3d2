"""S4: parking a signal, as light as a capture has to be."""

from __future__ import annotations

from coach.core.errors import UsageError
from coach.core.texts import words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from typing import Any

    from coach.core.days import Clock
    from coach.core.record import Source
    from coach.signals.records import About


PARKS = "!"
"""What the line of a check-in begins with, when it is a signal."""


def new_signal(
    clock: Clock, text: str, about: About | None = None, source: Source = "shell"
) -> tuple[str, dict[str, Any]]:
    """The id and fields of a signal parked now. `records.Signal` reads them back."""
    line = " ".join(text.split())
    if not line:
        raise UsageError(words.signals.error.there_is_no_text_to_park)
    now, zone = clock.now().isoformat(timespec="milliseconds"), clock.zone
    return clock.new_id(), {
        "created": now,
        "created_zone": zone,
        "updated": None,
        "text": line,
        "at": now,
        "zone": zone,
        "about": about,
        "checkin": None,
        "source": source,
    }
