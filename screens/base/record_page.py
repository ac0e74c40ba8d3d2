"""Reading something that was said, as a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content

from coach.core.record import Written
from coach.core.said_days import say_moment
from coach.core.texts import words
from coach.cycle.records import Reassessment
from coach.describe import in_full, name_of
from coach.facts import Fact
from coach.reflection.records import Reflection
from screens.base.text_page import TextPage
from screens.routes import open_fact, way

if TYPE_CHECKING:
    from textual.binding import BindingType

    from screens.app import CoachApp


def show(app: CoachApp, record: Any) -> None:
    """Opens it."""
    app.push_screen(RecordPage(record))


class RecordPage(TextPage[Written]):
    """A reflection, a turn of a commitment, a quote: whatever has words and no page of its own."""

    PLACE = "reading"
    _has_year_before = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "beside", words.keys.a_year_before, id="beside"),
        Binding("t", "thread", words.keys.over_time, id="thread"),
        Binding("e", "records", words.keys.what_it_rests_on, id="cited-records"),
        Binding("escape", "away", words.keys.back, id="back-from-reading"),
    ]

    def __init__(self, record: Written) -> None:
        super().__init__(record)
        self.is_markdown = record.kind == "packets"

    def heading(self) -> Content:
        """Its kind, and when it was."""
        when = say_moment(self.record.at, self.coach.today())
        name = name_of(self.record)
        return Content.assemble((name, "bold"), (f"   {when}", "$quiet"))

    def text(self) -> str:
        """All of it, with what it belongs to."""
        return in_full(self.record, self.coach)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what looks back has a thread, and what returns each year a year before."""
        del parameters
        if action == "thread":
            return isinstance(self.record, Reflection)
        if action == "records":
            return bool(self._cited())
        return action != "beside" or self._has_year_before

    async def load(self) -> None:
        """Whether there is one of a year before, too."""
        reflections, record = self.coach.reflections, self.record
        if isinstance(record, Reflection):
            before = await self.home.background.do(lambda: reflections.a_year_before(record))
            self._has_year_before = before is not None
            self.refresh_bindings()
        await super().load()

    def action_records(self) -> None:
        """The records its answers rest on."""
        fact = Fact("cited", words.reflect.cited, len(self._cited()), self._cited())
        self.home.attempt(partial(open_fact, self.home, fact))

    def _cited(self) -> tuple[str, ...]:
        cites = self.record.cites if isinstance(self.record, Reflection | Reassessment) else {}
        return tuple(dict.fromkeys(each for ids in cites.values() for each in ids))

    def action_beside(self) -> None:
        """This one beside that of the year before."""
        if isinstance(self.record, Reflection):
            self.home.attempt(partial(way("beside_last_year"), self.home, self.record))

    def action_thread(self) -> None:
        """All answers to one question."""
        if isinstance(self.record, Reflection):
            self.home.attempt(partial(way("thread"), self.home, self.record))
