"""What was handed over: one kind of decision each, its limits, and how it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from coach.deciding.describe import handover_line, looks_line
from coach.deciding.handovers import is_steady
from screens.base.list_page import ListPage
from screens.deciding.handing_over import hand_over, look_at_handover
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.deciding.records import Handover
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_TO, _NAME = 16, 50


class HandoversScreen(ListPage["list[Handover]", "Handover"]):
    """The latest first."""

    PLACE = "handovers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "hand", words.keys.hand_over, id="hand-over"),
        Binding("l", "look", words.keys.look_how_it_goes, id="look-handover"),
        Binding("x", "take_back", words.keys.take_back, id="take-back"),
        Binding("escape", "away", words.keys.back, id="back-from-handovers"),
    ]

    def gather(self, coach: Coach) -> list[Handover]:
        """All of them."""
        return coach.handovers.all()

    def title_of(self, known: list[Handover]) -> tuple[str, str]:
        """How many there are."""
        return words.handover.title, str(len(known)) if known else ""

    def next(self, known: list[Handover], width: int) -> Card:
        """What it is for, and how far."""
        running = sum(each.ended is None for each in known)
        said = filled(words.handover.about, count=running) if known else words.handover.none
        return Card(words.handover.title, told(said, width))

    def items(self, known: list[Handover]) -> list[Handover]:
        """The latest first."""
        return known

    def draw(self, item: Handover, width: int) -> Sequence[Piece]:
        """Who decides it, which kind, and whether it is steady."""
        sign = "● " if is_steady(item) or item.ended else "○ "
        return [
            (sign, "quiet" if item.ended else "warm"),
            (f"{padded(item.to, _TO)} ", "quiet"),
            (first_line(item.text, max(width - _TO - 3, 8)), "quiet" if item.ended else "text"),
        ]

    def beside(self, item: Handover, coach: Coach, width: int) -> Card:
        """Its limits, since when, and what was seen of it."""
        lines = [
            *told(handover_line(item), width),
            *told(filled(words.handover.since, day=coach.days.say(item.day)), width, "quiet"),
            *(told(looks_line(item), width, "quiet") if item.looks else ()),
        ]
        return Card(item.text, tuple(lines))

    def record(self, item: Handover) -> Handover:
        """Each can be deleted."""
        return item

    def open(self, item: Handover) -> None:
        """To change its limits."""
        self.home.attempt(partial(hand_over, self.home, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is handed over is looked at, or taken back."""
        if action in {"look", "take_back"}:
            here = self.current if self.known is not None else None
            return here is not None and here.ended is None
        return super().check_action(action, parameters)

    def action_hand(self) -> None:
        """Another one."""
        self.home.attempt(partial(hand_over, self.home))

    def action_look(self) -> None:
        """How it goes."""
        if here := self.current:
            self.home.attempt(partial(look_at_handover, self.home, here))

    def action_take_back(self) -> None:
        """It is decided here again; undo gives it back."""
        if here := self.current:
            self.home.attempt(partial(take_back, self.home, here))


async def take_back(app: CoachApp, handover: Handover) -> None:
    """Decided here again."""
    coach = app.coach
    await app.change(lambda: coach.handovers.take_back(handover))
    app.tell(filled(words.handover.ended, what=first_line(handover.text, _NAME)))
