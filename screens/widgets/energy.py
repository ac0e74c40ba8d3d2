"""Energy as a line: a sign a day, and the numbers in words."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from textual.content import Content

from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS = "·▁▃▅▇█"
"""By level; the first stands for nothing."""


def energy_line(energy: Sequence[int | None]) -> Content:
    """A sign a day; a dot where nothing was said."""
    return Content("").join(
        Content.styled(SIGNS[level or 0], "$primary" if level else "$quiet") for level in energy
    )


def energy_in_words(energy: Sequence[int | None]) -> str:
    """How often something was said, and the middle of it."""
    said = [level for level in energy if level]
    if not said:
        return "nothing said yet"
    middle = words("checkin", "energy", str(median_low(said)))
    return f"{len(said)} of {len(energy)} days, about {middle}"
