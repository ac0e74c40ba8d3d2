"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.preparing.situations import situations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def cards(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """The situations there is a card for."""
    return [(each.id, each.title(coach.wording)) for each in situations()]
