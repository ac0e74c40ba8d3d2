"""A difference as two bars, or a few more, in one grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.bar import bar
from coach.core.safe_text import cells, padded
from screens.widgets.cards import CardLine

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL, _LEAST, _MOST = 24, 8, 24


def bar_lines(bars: Sequence[tuple[str, float, str]], width: int, role: str = "warm") -> list[CardLine]:
    """A label, how much of the whole, and the number."""
    room = min(max((cells(label) for label, _, _ in bars), default=0) + 1, _LABEL)
    numbers = max((cells(said) for _, _, said in bars), default=0)
    wide = min(max(width - room - numbers - 3, _LEAST), _MOST)
    lines = []
    for label, part, said in bars:
        full, empty = bar(part, wide)
        pieces = ((f"{padded(label, room)} ", "text"), (full, role), (empty, "line"), (f"  {said}", "quiet"))
        lines.append(CardLine(pieces))
    return lines
