"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.cycle.rhythms import presets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.shell.command import Offer


def rhythms(*_: object) -> Iterable[Offer]:
    """Those known to work."""
    return [(each.id, each.about) for each in presets()]
