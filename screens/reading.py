"""Reading something that was said, as a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from coach.content import words
from coach.leading.reflections import DUE_FOR
from coach.records import NAMES, Reflection, Written
from coach.saying import in_full
from coach.when import say_moment
from screens.text_page import TextPage

if TYPE_CHECKING:
    from textual.binding import BindingType


class ReadingScreen(TextPage[Written]):
    """A reflection, a turn of a commitment, a quote: whatever has words and no page of its own."""

    PLACE = "reading"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "beside", "a year before", id="beside"),
        Binding("t", "thread", "over time", id="thread"),
        Binding("d", "delete", "delete", id="delete-record", show=False),
        Binding("escape", "away", "back", id="back-from-reading"),
    ]

    def heading(self) -> Content:
        """Its kind, and when it was."""
        when = say_moment(self.record.at, self.coach.reader().today)
        name = NAMES[self.record.kind].capitalize()
        if isinstance(self.record, Reflection):
            name = words("reflect", "name", self.record.name)
        return Content.assemble((name, "bold"), (f"   {when}", "$quiet"))

    def text(self) -> str:
        """All of it, with what it belongs to."""
        return in_full(self.record, self.coach)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what looks back has a thread, and what returns each year a year before."""
        del parameters
        if action == "thread":
            return isinstance(self.record, Reflection)
        return action != "beside" or (isinstance(self.record, Reflection) and self.record.name in DUE_FOR)

    def action_beside(self) -> None:
        """This one beside that of the year before."""
        from screens.reading_back import beside_last_year  # noqa: PLC0415 - not before it is wanted

        if isinstance(self.record, Reflection):
            self.home.attempt(partial(beside_last_year, self.home, self.record))

    def action_thread(self) -> None:
        """All answers to one question."""
        from screens.reading_back import thread  # noqa: PLC0415

        if isinstance(self.record, Reflection):
            self.home.attempt(partial(thread, self.home, self.record))
