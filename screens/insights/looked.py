"""All that was looked at, also what does not hold, with how often chance gives as much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.facts import Fact
from coach.insights.lines import HOLDS, chance_said, trust_line
from screens.base.list_page import ListPage
from screens.routes import open_fact
from screens.widgets.cards import Card, told
from screens.widgets.sides import bar_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.findings import Finding
    from coach.insights.looking import Looked
    from screens.widgets.drawn import Piece

_SIGN = 4


class LookedScreen(ListPage["Looked", "Finding"]):
    """One after the other: those that hold first."""

    PLACE = "looked"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-looked")
    ]

    def __init__(self, looked: Looked) -> None:
        super().__init__()
        self._looked = looked
        self._names = {each.name for each in looked.found}

    def gather(self, coach: Coach) -> Looked:
        """What was looked at a moment ago."""
        del coach
        return self._looked

    def title_of(self, known: Looked) -> tuple[str, str]:
        """How many there are."""
        return words.insights.looked_at, counted(len({each.name for each in known.all}), "thing")

    def next(self, known: Looked, width: int) -> Card:
        """How far to trust it."""
        return Card(words.insights.picture.trust, told(trust_line(known), width))

    def items(self, known: Looked) -> list[Finding]:
        """Those that hold first, then the rest by how little chance there is in them."""
        rest = sorted(
            (each for each in known.all if each.name not in self._names),
            key=lambda each: each.chance if each.chance is not None else 1.0,
        )
        return [*known.found, *rest]

    def draw(self, item: Finding, width: int) -> Sequence[Piece]:
        """A dot where it holds, and its sentence."""
        holds = item.name in self._names
        sign = HOLDS if holds else " "
        return [
            (f" {sign} ", "warm"),
            (first_line(item.says, max(width - _SIGN, 12)), "text" if holds else "quiet"),
        ]

    def beside(self, item: Finding, coach: Coach, width: int) -> Card:
        """Its two sides, how often chance gives as much, what speaks against it."""
        del coach
        lines = [
            *told(item.says, width),
            *bar_lines(item.bars, width),
            *told(chance_said(item.chance), width, "quiet"),
        ]
        if item.against:
            lines += told(f"{words.insights.against} {item.against.text}", width, "quiet")
        return Card(words.findings.kind[item.kind], tuple(lines), f"n {item.n}")

    def open(self, item: Finding) -> None:
        """The days it rests on."""
        fact = Fact(item.kind, item.says, item.n, item.ids)
        self.home.attempt(partial(open_fact, self.home, fact))
