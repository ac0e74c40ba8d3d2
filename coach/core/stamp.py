"""What a record gets when it is made: its id, and when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from coach.core.days import Clock


def made(clock: Clock) -> dict[str, Any]:
    """For what is written now."""
    return {"id": clock.new_id(), "created": clock.now(), "created_zone": clock.zone}


def happened(clock: Clock) -> dict[str, Any]:
    """For what happens as it is written."""
    stamp = made(clock)
    return stamp | {"at": stamp["created"], "zone": clock.zone}
