"""A value with its uncertainty, drawn on a line of characters: what overlaps cannot be told apart."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from coach.assessment.scoring import BALANCE_REAL, SCALE_REAL, SIGN_REAL

BAND, MARK, TICK = "░", "█", "·"
_EPSILON = 1e-9


class Axis(NamedTuple):
    """A line of numbers, so many characters to a unit."""

    lowest: int
    highest: int
    unit: int
    half: float
    """The uncertainty on each side: half of the smallest change that is told."""

    @property
    def width(self) -> int:
        """In characters."""
        return (self.highest - self.lowest) * self.unit + 1


SCALE = Axis(0, 4, 10, SCALE_REAL / 2)
BALANCE = Axis(-4, 4, 5, BALANCE_REAL / 2)
SIGN = Axis(0, 4, 6, SIGN_REAL / 2)


def drawn(axis: Axis, value: float | None) -> str:
    """The value as a mark in its band; only the line where there is none. The band is never drawn narrower
    than it is: what cannot be told apart overlaps."""
    cells = [TICK if place % axis.unit == 0 else " " for place in range(axis.width)]
    if value is not None:
        first, place, last = (
            (value + side - axis.lowest) * axis.unit for side in (-axis.half, 0.0, axis.half)
        )
        for each in range(max(floor(first + _EPSILON), 0), min(ceil(last - _EPSILON) + 1, axis.width)):
            cells[each] = BAND
        cells[round(place)] = MARK
    return "".join(cells)


def numbers(axis: Axis) -> str:
    """The numbers above the line."""
    cells = [" "] * (axis.width + 1)
    for number in range(axis.lowest, axis.highest + 1):
        said = str(number)
        place = max((number - axis.lowest) * axis.unit - len(said) + 1, 0)
        cells[place : place + len(said)] = said
    return "".join(cells).rstrip()
