"""What the terminal shows, row by row, so that only what is different is sent: over a slow line a key costs a
few hundred bytes instead of the whole screen.

Textual sends every part that may have changed. What is private to it here is held by
`tests/screens/test_terminal_rows.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from textual.strip import Strip

from coach.core.safe_text import is_of_one_cell
from screens.inside import ChopsUpdate, CompositorUpdate, LayoutUpdate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

_STRETCH = 8
"""So many signs are compared at once. Moving over as many costs as much as writing them again."""
_UNKNOWN = "\0"
_SAME_STYLE = re.compile(r"(.)\1*", re.DOTALL)


class Row(NamedTuple):
    """Signs, and beside each a sign that stands for its style."""

    signs: str
    styles: str


class TerminalRows:
    """Of a row is known what was written since a sign that takes another room than one cell: of those
    terminals disagree how wide they are."""

    def __init__(self) -> None:
        self._rows: list[Row | None] = []
        self._width = 0
        self._styles: dict[str, str] = {}
        """What stands for the codes of a style."""
        self._codes: dict[str, str] = {}

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
            now = self._row(strip, colours)
            if now is None:
                said.append(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}")
                self._rows[y] = None
                continue
            before = self._rows[y] or Row(_UNKNOWN * width, _UNKNOWN * width)
            end = x + len(now.signs)
            old = Row(before.signs[x:end], before.styles[x:end])
            if old != now:
                runs = [*_runs(old, now)]
                if sum(to - at for at, to in runs) * 2 > len(now.signs):
                    said.append(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}")
                else:
                    said += [f"\x1b[{y + 1};{x + at + 1}H{self._drawn(now, at, to)}" for at, to in runs]
                signs = before.signs[:x] + now.signs + before.signs[end:]
                self._rows[y] = Row(signs, before.styles[:x] + now.styles + before.styles[end:])
        return "".join(said)

    def _row(self, strip: Strip, colours: ColorSystem) -> Row | None:
        """A strip by its cells; nothing where a sign may take another room than one."""
        signs, styles = [], []
        for text, style, control in strip:
            if control or (style and style.link) or not (text.isascii() or is_of_one_cell(text)):
                return None
            codes = Strip.render_ansi(style, colours) if style else ""
            if codes not in self._styles:
                self._styles[codes] = chr(len(self._styles))
                self._codes[self._styles[codes]] = codes
            signs.append(text)
            styles.append(self._styles[codes] * len(text))
        return Row("".join(signs), "".join(styles))

    def _drawn(self, row: Row, first: int, last: int) -> str:
        """A part of a row, with its styles."""
        said = []
        for each in _SAME_STYLE.finditer(row.styles, first, last):
            codes, text = self._codes[each[1]], row.signs[each.start() : each.end()]
            said.append(f"\x1b[0;{codes}m{text}" if codes else f"\x1b[0m{text}")
        return "".join(said) + "\x1b[0m"


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


def _runs(old: Row, new: Row) -> Iterator[tuple[int, int]]:
    """From where to where they differ."""
    length = len(new.signs)
    first = last = -1
    for at in range(0, length, _STRETCH):
        to = min(at + _STRETCH, length)
        if old.signs[at:to] == new.signs[at:to] and old.styles[at:to] == new.styles[at:to]:
            if last >= 0:
                yield _trimmed(old, new, first, last)
                last = -1
        else:
            first = first if last >= 0 else at
            last = to
    if last >= 0:
        yield _trimmed(old, new, first, last)


def _trimmed(old: Row, new: Row, first: int, last: int) -> tuple[int, int]:
    known = len(old.signs)

    def is_alike(at: int) -> bool:
        return at < known and old.signs[at] == new.signs[at] and old.styles[at] == new.styles[at]

    while is_alike(first):
        first += 1
    while is_alike(last - 1):
        last -= 1
    return first, last
