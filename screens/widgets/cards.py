"""Cards on a board: what stands in each, and where everything comes to lie. Nothing here knows a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from coach.core.safe_text import cells, cut, safe_text, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screens.widgets.drawn import Piece

_EDGE = 2
"""An edge and the blank beside it."""
_NARROWEST = 16
ASIDE = 96
"""From so many columns on, two cards stand side by side."""
_GAP = 1
"""Between cards that stand side by side."""


class Cell(NamedTuple):
    """A part of a line that can be gone to by itself: a day in a week."""

    at: int
    width: int
    value: Any


class CardLine(NamedTuple):
    """A line of a card, and what it opens."""

    pieces: tuple[Piece, ...] = ()
    target: Any = None
    cells: tuple[Cell, ...] = ()


class Card(NamedTuple):
    """A title in the upper edge, lines, and a hint in the lower edge."""

    title: str
    lines: tuple[CardLine, ...]
    hint: str = ""


def told(text: str, width: int, role: str = "text") -> tuple[CardLine, ...]:
    """Words, wrapped."""
    return tuple(CardLine(((each, role),)) for each in wrapped(text, width))


def labelled(label: str, text: str, width: int, column: int, role: str = "text") -> tuple[CardLine, ...]:
    """A label and its words in columns: what is too long for a line goes on below itself."""
    first, *more = wrapped(text, max(width - column, _NARROWEST))
    lines = [CardLine(((f"{label:<{column - 1}} ", "quiet"), (first, role)))]
    return (*lines, *(CardLine(((" " * column, "text"), (each, role))) for each in more))


class Column(NamedTuple):
    """Cards below one another, and how wide they are beside others."""

    cards: tuple[Card, ...]
    share: int = 1


Band: TypeAlias = "tuple[Column, ...]"
"""Columns beside one another."""


def alone(card: Card | None) -> tuple[Band, ...]:
    """One card over the whole width, or none."""
    return ((Column((card,)),),) if card else ()


class Spot(NamedTuple):
    """Where the cursor can be."""

    card: int
    top: int
    left: int
    width: int
    target: Any
    cells: tuple[Cell, ...] = ()
    """Where they stand in the line of the screen."""
    height: int = 1


Part: TypeAlias = "tuple[str, str, int]"
"""Some text, its role, and the card whose light it takes: -1 when it takes none."""


class Board(NamedTuple):
    """Lines of the screen, and the spots in the order one goes through them."""

    lines: tuple[tuple[Part, ...], ...]
    spots: tuple[Spot, ...]


def inside(width: int) -> int:
    """How many columns a card of a width has for its words."""
    return max(width - 2 * _EDGE, 1)


def shares(band: Band, width: int) -> list[int]:
    """How wide each column of a band is."""
    room, whole = width - _GAP * (len(band) - 1), sum(each.share for each in band)
    widths = [room * each.share // whole for each in band[:-1]]
    return [*widths, room - sum(widths)]


def height(band: Band) -> int:
    """How many lines a band takes."""
    return max(sum(len(each.lines) + 2 for each in column.cards) for column in band)


def laid_out(bands: Sequence[Band], width: int, down_to: int = 0) -> Board:
    """All of it, band below band; the last one reaches to the bottom where there is room."""
    lines: list[tuple[Part, ...]] = []
    spots: list[Spot] = []
    card = 0
    for place, band in enumerate(bands):
        high = height(band)
        if place == len(bands) - 1:
            high = max(high, down_to - len(lines))
        left, columns = 0, []
        for column, wide in zip(band, shares(band, width), strict=True):
            drawn, found = _column(column, wide, high, card)
            columns.append(drawn)
            spots += [_moved(each, len(lines), left) for each in found]
            card += len(column.cards)
            left += wide + _GAP
        lines += [_beside(row) for row in zip(*columns, strict=True)]
    return Board(tuple(lines), tuple(spots))


def _column(column: Column, width: int, high: int, card: int) -> tuple[list[tuple[Part, ...]], list[Spot]]:
    lines: list[tuple[Part, ...]] = []
    spots: list[Spot] = []
    spare = high - sum(len(each.lines) + 2 for each in column.cards)
    for place, each in enumerate(column.cards):
        more = spare if place == len(column.cards) - 1 else 0
        spots += _spots(each, card + place, len(lines) + 1, width)
        lines += _card(each, width, card + place, more)
    return lines, spots


def _card(each: Card, width: int, card: int, more: int) -> Iterator[tuple[Part, ...]]:
    room = width - 2 * _EDGE
    title = f" {cut(safe_text(each.title), max(room - 2, 0))} " if each.title else ""
    yield (
        ("╭─", "line", card),
        (title, "title", card),
        ("─" * (width - 3 - cells(title)) + "╮", "line", card),
    )
    for line in (*each.lines, *(CardLine(),) * more):
        yield (("│ ", "line", card), *_fitted(line.pieces, room), (" │", "line", card))
    hint = f" {cut(safe_text(each.hint), max(room - 2, 0))} " if each.hint else ""
    yield (("╰" + "─" * (width - 3 - cells(hint)), "line", card), (hint, "hint", -1), ("─╯", "line", card))


def _fitted(pieces: Sequence[Piece], room: int) -> Iterator[Part]:
    """Cut and filled to exactly so many columns; no sign in it can steer the terminal."""
    used = 0
    for said, role in pieces:
        text, left = safe_text(said), room - used
        piece = text if cells(text) <= left else cut(text, max(left - 1, 0)) + "…" * (left > 0)
        used += cells(piece)
        yield piece, role, -1
    yield " " * (room - used), "text", -1


def _spots(each: Card, card: int, top: int, width: int) -> Iterator[Spot]:
    """A target that goes on over several lines is one spot."""
    found: list[Spot] = []
    for place, line in enumerate(each.lines):
        if line.target is None:
            continue
        last = found[-1] if found else None
        if last and last.target is line.target and last.top + last.height == top + place and not line.cells:
            found[-1] = last._replace(height=last.height + 1)
            continue
        own = tuple(cell._replace(at=cell.at + _EDGE) for cell in line.cells)
        found.append(Spot(card, top + place, 1, width - 2, line.target, own))
    yield from found


def _moved(spot: Spot, down: int, right: int) -> Spot:
    own = tuple(cell._replace(at=cell.at + right) for cell in spot.cells)
    return spot._replace(top=spot.top + down, left=spot.left + right, cells=own)


def _beside(row: Sequence[tuple[Part, ...]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for place, each in enumerate(row):
        parts += [(" " * _GAP, "text", -1)] * (place > 0)
        parts += each
    return tuple(parts)
