"""Names that stay out of packets: marked, changed, unmarked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from coach.packet import names
from screens.base.list_page import ListPage
from screens.sheets.ask import AskSheet
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.packet.records import Person
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_NAME = 30


async def mark_name(app: CoachApp, maybe: Sequence[str] = (), written: str = "") -> None:
    """A name, and what stands in its place."""
    coach = app.coach

    async def keep(typed: str) -> None:
        name, _, said = typed.partition("=")
        person = await app.change(lambda: names.mark(coach, name, said))
        app.tell(filled(words.packet.people.marked, name=person.name, said=person.said))

    about = words.packet.people.ask_about
    await app.push_screen_wait(
        AskSheet(words.packet.people.ask, about=about, suggested=tuple(maybe), written=written, keep=keep)
    )


class NamesScreen(ListPage["list[Person]", "Person"]):
    """Everybody marked."""

    PLACE = "names"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "mark", words.keys.mark_a_name, id="new-name"),
        Binding("d", "forget", words.keys.unmark, id="forget-name"),
        Binding("escape", "away", words.keys.back, id="back-from-names"),
    ]
    HAS_SIDE = False

    def gather(self, coach: Coach) -> list[Person]:
        """Everybody marked now."""
        return names.marked(coach)

    def title_of(self, known: list[Person]) -> tuple[str, str]:
        """How many there are."""
        return words.packet.people.title, counted(len(known), "name") if known else ""

    def empty(self) -> str:
        """Nobody yet, and the key that marks one."""
        return words.packet.people.none

    def next(self, known: list[Person], width: int) -> Card:
        """What marking does."""
        del known
        return Card(
            words.packet.people.what,
            told(words.packet.people.about, width),
            words.packet.people.keys,
        )

    def items(self, known: list[Person]) -> list[Person]:
        """Each of them."""
        return known

    def draw(self, item: Person, width: int) -> Sequence[Piece]:
        """The name, and what stands in its place."""
        said = first_line(item.said, max(width - _NAME - 2, 10))
        return [(padded(item.name, _NAME), "text"), (said, "quiet")]

    def open(self, item: Person) -> None:
        """Something else in its place."""
        self.home.attempt(partial(mark_name, self.home, (), f"{item.name} = {item.said}"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who is marked can be unmarked."""
        if action == "forget":
            return self.known is not None and self.current is not None
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        """One more."""
        self.home.attempt(partial(mark_name, self.home))

    def action_forget(self) -> None:
        """It may stand in packets again; undo marks it again."""
        if person := self.current:
            self.home.attempt(partial(self._forget, person.name))

    async def _forget(self, name: str) -> None:
        coach = self.coach
        await self.home.change(lambda: names.forget(coach, name))
        self.home.tell(filled(words.packet.people.forgotten, name=name))
