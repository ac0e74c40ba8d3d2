"""Names that stay out of packets: marked, changed, unmarked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.packet import names
from screens.base.place import Listing
from screens.sheets.ask import AskSheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.packet.records import Person
    from screens.app import CoachApp
    from screens.widgets.rows import Piece

_NAME = 30


async def mark_name(app: CoachApp, maybe: Sequence[str] = (), written: str = "") -> None:
    """A name, and what stands in its place."""
    coach = app.coach

    async def keep(typed: str) -> None:
        name, _, said = typed.partition("=")
        person = await app.change(lambda: names.mark(coach, name, said))
        app.tell(filled(words("packet", "people", "marked"), name=person.name, said=person.said))

    about = words("packet", "people", "ask_about")
    await app.push_screen_wait(
        AskSheet(
            words("packet", "people", "ask"), about=about, suggested=tuple(maybe), written=written, keep=keep
        )
    )


class NameRow(NamedTuple):
    """Somebody."""

    person: Person


class NamesScreen(Listing):
    """Everybody marked."""

    PLACE = "names"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "mark", "mark a name", id="new-name"),
        Binding("d", "forget", "unmark", id="forget-name"),
        Binding("escape", "away", "back", id="back-from-names"),
    ]

    def inside(self) -> Iterator[Widget]:
        """What marking does, then the names."""
        with Vertical(id="fact-records"):
            title = Content.styled(words("packet", "people", "title"), "bold")
            about = Content.styled(words("packet", "people", "about"), "$quiet")
            yield Static(Content("\n").join([title, about]), id="heading", markup=False)
            rows = Rows[NameRow](self._draw, id="list")
            rows.empty = words("packet", "people", "none")
            yield rows

    async def load(self) -> None:
        """Everybody marked now."""
        coach = self.coach
        found = await self.home.background.do(lambda: names.marked(coach))
        kept = self.query_one(Rows).current
        self.query_one(Rows).show(
            [NameRow(each) for each in found], keep=lambda row: bool(kept and row.person.id == kept.person.id)
        )

    def on_rows_chosen(self) -> None:
        """Something else in its place."""
        if row := self.query_one(Rows).current:
            written = f"{row.person.name} = {row.person.said}"
            self.home.attempt(partial(mark_name, self.home, (), written))

    def action_mark(self) -> None:
        """One more."""
        self.home.attempt(partial(mark_name, self.home))

    def action_forget(self) -> None:
        """It may stand in packets again; undo marks it again."""
        if row := self.query_one(Rows).current:
            self.home.attempt(partial(self._forget, row.person.name))

    async def _forget(self, name: str) -> None:
        coach = self.coach
        await self.home.change(lambda: names.forget(coach, name))
        self.home.tell(filled(words("packet", "people", "forgotten"), name=name))

    def _draw(self, row: NameRow, width: int) -> list[Piece]:
        said = first_line(row.person.said, max(width - _NAME - 2, 10))
        return [(f"  {first_line(row.person.name, _NAME - 2):<{_NAME}}", "text"), (said, "quiet")]
