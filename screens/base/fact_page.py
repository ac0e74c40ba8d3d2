"""The records a fact rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.kinds import called
from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.describe import in_full, name_of, on_one_line
from coach.references import by_id
from screens.base.list_page import ListPage
from screens.routes import open_record
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.core.record import Record
    from coach.facts import Fact
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_DAY, _NAME = 16, 14


async def open_fact(app: CoachApp, fact: Fact) -> None:
    """The record it rests on; of several, all of them to choose from."""
    if len(fact.ids) > 1:
        app.push_screen(FactPage(fact.text, fact.ids))
    elif found := await app.background.do(lambda: _read(app, fact.ids)):
        open_record(app, found[0])
    else:
        app.tell(words.evidence.gone)


def _read(app: CoachApp, ids: Sequence[str]) -> list[Record]:
    store = app.coach.store
    return [record for each in ids if (record := by_id(store, each))]


class FactPage(ListPage["list[Record]", "Record"]):
    """What a fact rests on, record by record."""

    PLACE = "records"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-records")
    ]

    def __init__(self, title: str, ids: Sequence[str]) -> None:
        super().__init__()
        self._fact = title
        self._ids = ids
        self._said: dict[str, str] = {}

    def gather(self, coach: Coach) -> list[Record]:
        """The records as they are now."""
        found = _read(self.home, self._ids)
        self._said = {each.id: on_one_line(each, coach) for each in found}
        return found

    def title_of(self, known: list[Record]) -> tuple[str, str]:
        """How many it rests on."""
        return words.evidence.behind, counted(len(known), "record")

    def next(self, known: list[Record], width: int) -> Card:
        """The fact itself."""
        del known
        return Card(words.evidence.the_fact, told(self._fact, width, "strong"))

    def items(self, known: list[Record]) -> list[Record]:
        """Each of them."""
        return known

    def draw(self, item: Record, width: int) -> Sequence[Piece]:
        """Its day, its kind, how it begins."""
        day = self.coach.days.say(self.coach.days.about(item))
        text = first_line(self._said.get(item.id, ""), max(width - _DAY - _NAME, 12))
        return [(f"{day:<{_DAY}}", "quiet"), (f"{called(item.kind):<{_NAME}}", "quiet"), (text, "text")]

    def beside(self, item: Record, coach: Coach, width: int) -> Card:
        """All of it."""
        return Card(name_of(item), told(in_full(item, coach), width))

    def open(self, item: Record) -> None:
        """On its own page."""
        open_record(self.home, item)
