"""Yes or no, with what it means in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.safe_text import safe_text
from coach.core.texts import words
from screens.sheets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget


class ConfirmSheet(Sheet[bool]):
    """Enter does it, escape leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,y", "agree", words.keys.do_it, show=False)]
    KEYS = (("enter", words.keys.do_it), ("esc", words.keys.leave_it))

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title)
        self._lines = lines

    def inside(self) -> Iterator[Widget]:
        """What will happen."""
        yield Static(Content("\n".join(safe_text(line) for line in self._lines)), id="what", markup=False)

    def action_agree(self) -> None:
        """Do it."""
        self.close(True)
