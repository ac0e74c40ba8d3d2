"""How deciding goes: the numbers, and the rule's word with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.texts import words
from coach.deciding.numbers import deciding_lines
from coach.facts import Fact
from screens.base.lines_page import LinesPage
from screens.routes import open_fact

if TYPE_CHECKING:
    from textual.binding import BindingType


class NumbersScreen(LinesPage):
    """The page."""

    PLACE = "deciding-numbers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-numbers")
    ]

    async def load(self) -> None:
        """As the records say now."""
        coach = self.coach
        self.tell(await self.home.background.do(lambda: list(deciding_lines(coach))))

    def on_rows_chosen(self) -> None:
        """What it rests on."""
        fact = self.told.target
        if isinstance(fact, Fact):
            self.home.attempt(partial(open_fact, self.home, fact))
