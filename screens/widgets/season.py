"""The season bar: the mode in words and colour, the weeks of the cycle, and when the next window opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coach.cycle.season import cycle_weeks
from coach.cycle.words import mode_says, mode_word, next_words, week_words

if TYPE_CHECKING:
    from coach.cycle.season import Standing

FULL, EMPTY, TURN = "▰", "▱", "┊"
_MOST_CELLS = 16
_WIDEST, _WIDE, _MIDDLE = 112, 96, 66


def season_bar(now: Standing, width: int) -> Content:
    """As much of it as fits; the mode and the week in any case."""
    colour = "$cool" if now.is_held else "$warm"
    parts = [Content.styled(f" {mode_word(now)}", f"bold {colour}")]
    if width >= (_WIDEST if now.free_until else _WIDE) or now.rest:
        parts.append(Content.styled(mode_says(now), "$quiet"))
    if width >= _MIDDLE and not (now.rest and width < _WIDE):
        parts.append(weeks(now))
    parts.append(Content.styled(week_words(now), ""))
    if not now.rest or width >= _WIDE:
        parts.append(Content.styled(next_words(now), "$quiet"))
    return Content("  ").join(parts)


def weeks(now: Standing) -> Content:
    """A sign a week, or several weeks where a cycle is long: those of execution, then those of the window."""
    execution, redesign = cycle_weeks(now)
    scale = -(-(execution + redesign) // _MOST_CELLS)
    execution, redesign = max(execution // scale, 1), max(redesign // scale, 1)
    before = -(-now.execution_done // scale)
    inside = 0 if now.is_held else -(-now.week // scale)
    return Content.assemble(
        (FULL * min(before, execution) + EMPTY * (execution - min(before, execution)), "$cool"),
        (TURN, "$quiet"),
        (FULL * min(inside, redesign) + EMPTY * (redesign - min(inside, redesign)), "$warm"),
    )
