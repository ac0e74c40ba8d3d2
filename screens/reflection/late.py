"""What lies behind and was not looked back on: each can be looked back on now, beside its own days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.safe_text import padded
from coach.core.said_days import say_span
from coach.core.texts import words
from coach.reflection.late import open_periods
from screens.base.list_page import ListPage
from screens.routes import way
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.reflection.late import Period
    from screens.widgets.drawn import Piece

_CALLED = 24


class LateScreen(ListPage["list[Period]", "Period"]):
    """The latest first."""

    PLACE = "late"
    HAS_SIDE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "away", words.keys.back, id="back-from-late")]

    def gather(self, coach: Coach) -> list[Period]:
        """All of them."""
        return open_periods(coach)

    def title_of(self, known: list[Period]) -> tuple[str, str]:
        """How many there are is nobody's business."""
        del known
        return words.reflect.late.title, ""

    def next(self, known: list[Period], width: int) -> Card:
        """What this is."""
        return Card(words.reflect.late.title, told(words.reflect.late["about" if known else "none"], width))

    def items(self, known: list[Period]) -> list[Period]:
        """The latest first."""
        return known

    def draw(self, item: Period, width: int) -> Sequence[Piece]:
        """Which, and its days."""
        del width
        today = self.coach.today()
        days = say_span(item.first, item.last, today)
        return [(f"{padded(item.called(today), _CALLED)} ", "text"), (days, "quiet")]

    def open(self, item: Period) -> None:
        """It is looked back on."""
        if item.name == "weekly":
            self.home.attempt(partial(way("review"), self.home, about=item.last))
        else:
            self.home.attempt(partial(way("look_back"), self.home, item.name, about=item.last))
