"""M8: commitments that are ready, from assets/content/commitments/practices.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.commitments.records import Commitment
    from coach.core.own_days import Days

EVERY_ONE = "all"
"""What stands for the whole week in the shell."""


def all_ready() -> list[dict[str, str]]:
    """Every one of them."""
    found: list[dict[str, str]] = table("practices")["practice"]
    return found


def the_week() -> list[dict[str, str]]:
    """M8: those that make a week of learning together."""
    return [each for each in all_ready() if each["system"] == "M8"]


def ready(name: str) -> dict[str, str] | None:
    """One by its id."""
    return next((each for each in all_ready() if each["id"] == name), None)


def adopted_line(made: Sequence[Commitment], days: Days) -> str:
    """What was adopted at once, and when the first of it is asked about again."""
    first = min(each.gate for each in made)
    count = counted(len(made), "commitment")
    return filled(words.commitments.says.adopted_all, count=count, day=days.say(first))
