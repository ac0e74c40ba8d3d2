"""What is drawn line by line, only where it is seen. Each piece of text has a role, and a role its colour."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

Piece = tuple[str, str]
"""Some text, safe already, and its role: a component class without its prefix."""
ROLES = (
    *(
        "text",
        "quiet",
        "hint",
        "line",
        "strong",
        "title",
        "asked",
        "accent",
        "key",
        "warm",
        "cool",
        "trouble",
    ),
    *("e1", "e2", "e3", "e4", "e5"),
)
"""What a piece can be."""


class Drawn(ScrollView):
    """Knows the roles, and how what the cursor is on is marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in (*ROLES, "cursor")}

    def style_of(self, role: str) -> Style:
        """How a role looks."""
        return self.get_component_rich_style(f"role--{role}")

    def marked(self, strip: Strip, *, is_cell: bool = False) -> Strip:
        """As the cursor marks it; a cell inside a marked line stands out of it."""
        cursor = self.style_of("cursor")
        over = (
            Style(reverse=not cursor.reverse)
            if is_cell
            else Style(bgcolor=cursor.bgcolor, reverse=cursor.reverse)
        )
        return Strip(Segment.apply_style(strip, post_style=over), strip.cell_length)
