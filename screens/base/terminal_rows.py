"""What the terminal shows, row by row, so that only what is different is sent: over a slow line a key costs a
few hundred bytes instead of the whole screen.

Textual sends every part that may have changed. What is private to it here is held by
`tests/screens/test_terminal_rows.py`.
"""

from __future__ import annotations

from itertools import groupby, repeat
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from coach.core.safe_text import is_of_one_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

Cell = tuple[str, str]
"""A sign, and the codes of its style."""
_APART = 8
"""Moving over what is alike costs as much as writing so many signs of it again."""


class TerminalRows:
    """A row is known once all of it was written, and only while each of its signs takes one cell: of others
    terminals disagree how wide they are."""

    def __init__(self) -> None:
        self._rows: list[list[Cell] | None] = []
        self._width = 0

    def forget(self) -> None:
        """Somebody else wrote on the terminal: nothing is known of it any more."""
        self._rows = []

    def written(self, update: CompositorUpdate, width: int, height: int, console: Console) -> str:
        """What is to be sent, so that the terminal shows the update."""
        if (width, height) != (self._width, len(self._rows)):
            self._width, self._rows = width, [None] * height
        colours = COLOR_SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
        said = []
        for y, x, strip in pieces(update):
            if not 0 <= y < height:
                continue
            row, cells = self._rows[y], cells_of(strip, colours)
            if cells is None or row is None:
                said.append(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}")
                self._rows[y] = cells if cells is not None and x == 0 and len(cells) >= width else None
            elif row[x : x + len(cells)] != cells:
                said += [f"\x1b[{y + 1};{x + at + 1}H{run}" for at, run in _runs(row[x:], cells)]
                row[x : x + len(cells)] = cells
        return "".join(said)


class Difference(CompositorUpdate):
    """An update of which only what is different is written."""

    def __init__(self, rows: TerminalRows, update: CompositorUpdate, width: int, height: int) -> None:
        self._rows = rows
        self._update = update
        self._width = width
        self._height = height

    def render_segments(self, console: Console) -> str:
        """The sequences for the terminal."""
        return self._rows.written(self._update, self._width, self._height, console)


def pieces(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Where something is drawn, and what."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield y, update.region.x, Strip.join(line)
    elif isinstance(update, ChopsUpdate):
        for y, first, last in update.spans:
            yield from _joined(y, _chops(update, y, first, last))


def _chops(update: ChopsUpdate, y: int, first: int, last: int) -> Iterator[tuple[int, Strip]]:
    for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
        if strip is not None and x < last and end > first:
            begins = max(x, first)
            yield begins, strip.crop(begins - x, min(end, last) - x)


def _joined(y: int, found: Iterable[tuple[int, Strip]]) -> Iterator[tuple[int, int, Strip]]:
    """Those that lie side by side as one."""
    begins, end, strips = 0, -1, list[Strip]()
    for x, strip in found:
        if strips and x != end:
            yield y, begins, Strip.join(strips)
            strips = []
        begins = begins if strips else x
        strips.append(strip)
        end = x + strip.cell_length
    if strips:
        yield y, begins, Strip.join(strips)


def cells_of(strip: Strip, colours: ColorSystem) -> list[Cell] | None:
    """The cells of a strip; nothing where a sign may take another room than one cell."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control or (style and style.link) or not is_of_one_cell(text):
            return None
        cells += zip(text, repeat(Strip.render_ansi(style, colours) if style else ""), strict=False)
    return cells


def _runs(before: list[Cell], cells: list[Cell]) -> Iterator[tuple[int, str]]:
    """Where they differ, with what is to be written there."""
    different = [place for place, (old, new) in enumerate(zip(before, cells, strict=False)) if old != new]
    different += range(min(len(before), len(cells)), len(cells))
    first = last = different[0]
    for place in different[1:]:
        if place - last > _APART:
            yield first, _sequence(cells[first : last + 1])
            first = place
        last = place
    yield first, _sequence(cells[first : last + 1])


def _sequence(cells: list[Cell]) -> str:
    said = [
        f"\x1b[0;{codes}m{text}" if codes else f"\x1b[0m{text}"
        for codes, run in groupby(cells, itemgetter(1))
        for text in ["".join(sign for sign, _ in run)]
    ]
    return "".join(said) + "\x1b[0m"
