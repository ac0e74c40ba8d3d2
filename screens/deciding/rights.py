"""Who decides what: a page a domain."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from coach.deciding.describe import domain_lines
from coach.deciding.domains import LIMITS
from screens.base.list_page import ListPage
from screens.deciding.acts import write_rights
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.deciding.records import Domain
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_NAME = 24


class RightsScreen(ListPage["list[Domain]", "Domain"]):
    """The pages."""

    PLACE = "rights"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "write", words.keys.a_page, id="write-rights"),
        Binding("l", "looked", words.keys.looked_at_it, id="looked-rights"),
        Binding("escape", "away", words.keys.back, id="back-from-rights"),
    ]

    def gather(self, coach: Coach) -> list[Domain]:
        """By name."""
        return coach.domains.all()

    def title_of(self, known: list[Domain]) -> tuple[str, str]:
        """How many there are."""
        return words.deciding.rights.title, counted(len(known), "page") if known else ""

    def empty(self) -> str:
        """What it is for, and the key that begins."""
        return words.deciding.rights.none

    def items(self, known: list[Domain]) -> list[Domain]:
        """Each of them."""
        return known

    def draw(self, item: Domain, width: int) -> Sequence[Piece]:
        """Its name, and who decides."""
        name = padded(item.name, _NAME)
        return [(f"{name} ", "text"), (first_line(item.decides, max(width - _NAME - 1, 8)), "quiet")]

    def beside(self, item: Domain, coach: Coach, width: int) -> Card:
        """The page, and when its limits were looked at."""
        lines = [line for each in domain_lines(item) for line in told(each, width)]
        if any(getattr(item, name) for name in LIMITS):
            day = coach.days.say(item.looked or coach.days.of(item.created))
            lines += told(filled(words.deciding.rights.look_due, day=day), width, "quiet")
        return Card(item.name, tuple(lines))

    def record(self, item: Domain) -> Domain:
        """Each can be deleted."""
        return item

    def open(self, item: Domain) -> None:
        """To change it."""
        self.home.attempt(partial(write_rights, self.home, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Looked at is a page."""
        if action == "looked":
            return self.known is not None and self.current is not None
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """A new one."""
        self.home.attempt(partial(write_rights, self.home))

    def action_looked(self) -> None:
        """Its limits are still right."""
        if domain := self.current:
            self.home.attempt(partial(look, self.home, domain))


async def look(app: CoachApp, domain: Domain) -> None:
    """Its limits were looked at today."""
    coach = app.coach
    await app.change(lambda: coach.domains.look(domain))
    app.tell(filled(words.deciding.told.looked, name=first_line(domain.name, _NAME)))
