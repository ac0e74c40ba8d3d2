"""Vitality: signs of life and of decay in the practice, each with what it rests on. No score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.texts import words
from coach.facts import Fact
from coach.reflection.vitality import vitality, vitality_lines
from screens.base.lines_page import LinesPage
from screens.routes import open_fact, way

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.reflection.vitality import Vitality


class VitalityScreen(LinesPage):
    """The page."""

    PLACE = "vitality"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "replant", words.keys.plant_anew, id="replant"),
        Binding("escape", "away", words.keys.back, id="back-from-vitality"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Vitality | None = None

    async def load(self) -> None:
        """As the records say now."""
        coach = self.coach
        found = self._known = await self.home.background.do(lambda: vitality(coach))
        self.tell(vitality_lines(found))
        self.refresh_bindings()

    def on_rows_chosen(self) -> None:
        """What it rests on."""
        fact = self.told.target
        if isinstance(fact, Fact):
            self.home.attempt(partial(open_fact, self.home, fact))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offered when the evidence fits."""
        del parameters
        return action != "replant" or bool(self._known and self._known.replant)

    def action_replant(self) -> None:
        """S13: begins again with what the practice is for."""
        self.home.attempt(partial(way("look_back"), self.home, "replant"))
