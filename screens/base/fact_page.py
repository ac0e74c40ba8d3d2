"""The records a fact rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.kinds import called
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import words
from coach.describe import on_one_line
from coach.references import by_id
from screens.base.place import Listing
from screens.routes import open_record
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.core.record import Record
    from coach.facts import Fact
    from screens.app import CoachApp
    from screens.widgets.rows import Piece

_DAY, _NAME = 16, 14


async def open_fact(app: CoachApp, fact: Fact) -> None:
    """The record it rests on; of several, all of them to choose from."""
    if len(fact.ids) > 1:
        app.push_screen(FactPage(fact.text, fact.ids))
    elif found := await app.background.do(lambda: _read(app, fact.ids)):
        open_record(app, found[0])
    else:
        app.tell(words("evidence", "gone"))


def _read(app: CoachApp, ids: Sequence[str]) -> list[Record]:
    store = app.coach.store
    return [record for each in ids if (record := by_id(store, each))]


class FactPage(Listing):
    """What a fact rests on, record by record."""

    PLACE = "records"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "away", "back", id="back-from-records")]

    def __init__(self, title: str, ids: Sequence[str]) -> None:
        super().__init__()
        self._heading = title
        self._ids = ids
        self._said: dict[str, str] = {}

    def inside(self) -> Iterator[Widget]:
        """The fact, then its records."""
        with Vertical(id="fact-records"):
            yield Static(Content.styled(safe_text(self._heading), "bold"), id="heading", markup=False)
            yield Rows["Record"](self._draw, id="list")

    async def load(self) -> None:
        """The records as they are now."""
        coach = self.coach
        found = await self.home.background.do(lambda: _read(self.home, self._ids))
        self._said = await self.home.background.do(
            lambda: {each.id: on_one_line(each, coach) for each in found}
        )
        cursor = self.query_one(Rows).current
        self.query_one(Rows).show(found, keep=lambda each: bool(cursor and each.id == cursor.id))

    def on_rows_chosen(self) -> None:
        """Opens it."""
        if record := self.query_one(Rows).current:
            open_record(self.home, record)

    def _draw(self, record: Record, width: int) -> list[Piece]:
        day = self.coach.days.say(self.coach.days.about(record))
        text = first_line(self._said.get(record.id, ""), max(width - _DAY - _NAME, 12))
        return [(f"{day:<{_DAY}}", "quiet"), (f"{called(record.kind):<{_NAME}}", "quiet"), (text, "text")]
