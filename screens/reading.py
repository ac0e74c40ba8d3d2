"""Reading something that was said, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from coach.records import NAMES, Written
from coach.saying import in_full
from coach.when import say_moment
from screens.text_page import TextPage

if TYPE_CHECKING:
    from textual.binding import BindingType


class ReadingScreen(TextPage[Written]):
    """A reflection, a turn of a commitment, a quote: whatever has words and no page of its own."""

    PLACE = "reading"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", "delete", id="delete-record", show=False),
        Binding("escape", "away", "back", id="back-from-reading"),
    ]

    def heading(self) -> Content:
        """Its kind, and when it was."""
        when = say_moment(self.record.at, self.coach.reader().today)
        return Content.assemble((NAMES[self.record.kind].capitalize(), "bold"), (f"   {when}", "$quiet"))

    def text(self) -> str:
        """All of it, with what it belongs to."""
        return in_full(self.record, self.coach)
