"""A value with its uncertainty, drawn on a line of characters: what overlaps cannot be told apart."""

from __future__ import annotations

from typing import NamedTuple

BAND, MARK, TICK = "░", "█", "·"


class Axis(NamedTuple):
    """A line of numbers, so many characters to a unit."""

    lowest: int
    highest: int
    unit: int
    reach: int
    """Characters of uncertainty on each side: what is told as a change leaves two bands apart."""

    @property
    def width(self) -> int:
        """In characters."""
        return (self.highest - self.lowest) * self.unit + 1


SCALE = Axis(0, 4, 10, 4)
"""Two scales differ from .9 on."""
BALANCE = Axis(-3, 3, 6, 3)
"""A balance has moved from 1.2 on. Beyond three it is drawn at the edge."""
SIGN = Axis(0, 4, 6, 5)
"""A sign has changed from two steps on."""


def drawn(axis: Axis, value: float | None) -> str:
    """The value as a mark in its band; only the line where there is none."""
    cells = [TICK if place % axis.unit == 0 else " " for place in range(axis.width)]
    if value is not None:
        place = round((min(max(value, axis.lowest), axis.highest) - axis.lowest) * axis.unit)
        for each in range(max(place - axis.reach, 0), min(place + axis.reach + 1, axis.width)):
            cells[each] = BAND
        cells[place] = MARK
    return "".join(cells)


def numbers(axis: Axis) -> str:
    """The numbers above the line."""
    cells = [" "] * (axis.width + 1)
    for number in range(axis.lowest, axis.highest + 1):
        said = str(number)
        place = max((number - axis.lowest) * axis.unit - len(said) + 1, 0)
        cells[place : place + len(said)] = said
    return "".join(cells).rstrip()
