"""A label and its text in columns: what is too long for a line goes on below itself."""

from __future__ import annotations

from textual.content import Content

from coach.core.safe_text import wrapped

_NARROWEST = 20


def labelled(label: str, text: str, width: int, column: int) -> Content:
    """For so many columns in all, and so many for the label."""
    first, *more = wrapped(text, max(width - column, _NARROWEST))
    below = (f"\n{'':<{column}}{line}" for line in more)
    return Content.assemble((f"{label:<{column}}", "$quiet"), first, *below)
