"""Energy, drawn by one scale: a sign a day in five colours, and the numbers in words."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from textual.content import Content

from coach.core.scale import SIGNS
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Sequence


def energy_line(energy: Sequence[int | None]) -> Content:
    """A sign a day; a dot where nothing was said."""
    return Content("").join(Content.styled(SIGNS[level or 0], f"${role_of(level)}") for level in energy)


def role_of(level: int | None) -> str:
    """The colour of a level."""
    return f"e{level}" if level else "hint"


def energy_in_words(energy: Sequence[int | None]) -> str:
    """How often something was said, and the middle of it."""
    said = [level for level in energy if level]
    if not said:
        return words("checkin", "energy", "none")
    middle = words("checkin", "energy", str(median_low(said)))
    return filled(words("checkin", "energy", "said"), said=len(said), of=len(energy), middle=middle)
