"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ladders.ladders import levels
from coach.ladders.records import LADDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def practices(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """What is practised on both."""
    every = (level for ladder in LADDERS for level in levels(ladder, coach.wording))
    return [(each.id, each.text) for level in every for each in level.practices]
