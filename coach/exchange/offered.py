"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.exchange import exporting, reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.shell.command import Offer


def formats_out(*_: object) -> Iterable[Offer]:
    """What can be written."""
    return [(each, "") for each in exporting.FORMATS]


def formats_in(*_: object) -> Iterable[Offer]:
    """What can be read."""
    return [(each, "") for each in reading.READERS]
