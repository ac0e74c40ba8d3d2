"""What is drawn line by line, only where it is seen. Each piece of text has a role, and a role its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coach.core.texts import words

if TYPE_CHECKING:
    from textual.binding import BindingType

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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", words.keys.up, show=False),
        Binding("down,j", "move(1)", words.keys.down, show=False),
        Binding("pageup", "page(-1)", words.keys.page_up, show=False),
        Binding("pagedown", "page(1)", words.keys.page_down, show=False),
        Binding("home", "end(-1)", words.keys.first, show=False),
        Binding("end", "end(1)", words.keys.last, show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"role--{role}" for role in (*ROLES, "cursor")}

    _was_choosable: bool | None = None

    @property
    def is_choosable(self) -> bool:
        """Whether there is something under the cursor."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be opened."""
        del parameters
        return action != "choose" or self.is_choosable

    def tell_keys(self) -> None:
        """Whether enter does something may have changed."""
        if self.is_choosable != self._was_choosable:
            self._was_choosable = self.is_choosable
            self.refresh_bindings()

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
