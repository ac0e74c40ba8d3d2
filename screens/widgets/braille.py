"""A line drawn in dots: two to a column and four to a row of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK = 0x2800
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""By column and row, as Unicode counts them."""
_WIDE, _HIGH = len(_DOTS), len(_DOTS[0])


def line(values: Sequence[float | None], width: int, height: int, low: float, high: float) -> list[str]:
    """Rows from the top, each so many columns wide. What was not said leaves a gap."""
    columns, rows = width * _WIDE, height * _HIGH
    cells = [[0] * width for _ in range(height)]
    last: int | None = None
    for column in range(columns):
        value = values[min(column * len(values) // columns, len(values) - 1)] if values else None
        if value is None:
            last = None
            continue
        part = (min(max(value, low), high) - low) / (high - low)
        row = rows - 1 - round(part * (rows - 1))
        for between in _from(last, row):
            cells[between // _HIGH][column // _WIDE] |= _DOTS[column % _WIDE][between % _HIGH]
        last = row
    return ["".join(chr(_BLANK + cell) if cell else " " for cell in row) for row in cells]


def _from(last: int | None, row: int) -> range:
    """From where the line was to where it is, so that it is one line."""
    if last is None or abs(last - row) <= 1:
        return range(row, row + 1)
    return range(last + 1, row + 1) if last < row else range(row, last)
