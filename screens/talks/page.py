"""The talks with a mentor: those to come and those that were."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from coach.feedback.agreed import lines_of
from coach.talks.describe import talked_of
from screens.base.list_page import ListPage
from screens.routes import way
from screens.sheets.pick import PickSheet, keyed
from screens.talks.session import after_talk, before_talk
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.talks.records import Talk
    from screens.widgets.drawn import Piece

_DAY, _WHO = 16, 14


class TalksScreen(ListPage["list[Talk]", "Talk"]):
    """The latest first."""

    PLACE = "talks"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "plan", words.keys.plan_a_talk, id="plan-talk"),
        Binding("o", "make", words.keys.make_of_it, id="make-of-talk"),
        Binding("escape", "away", words.keys.back, id="back-from-talks"),
    ]

    def gather(self, coach: Coach) -> list[Talk]:
        """All of them."""
        return coach.talks.all()

    def title_of(self, known: list[Talk]) -> tuple[str, str]:
        """The page."""
        return words.talks.title, words.talks.count_keys if known else ""

    def empty(self) -> str:
        """What it is for, and the key that begins."""
        return words.talks.none

    def items(self, known: list[Talk]) -> list[Talk]:
        """Each of them."""
        return known

    def draw(self, item: Talk, width: int) -> Sequence[Piece]:
        """When, with whom, and what came of it."""
        said = item.agreed or item.agenda or words.talks.open
        return [
            ("● " if item.is_told else "○ ", "warm" if item.is_told else "strong"),
            (f"{self.coach.days.say(item.day):<{_DAY}}", "quiet"),
            (padded(item.to, _WHO), "text"),
            (first_line(said, max(width - _DAY - _WHO - 2, 12)), "quiet"),
        ]

    def beside(self, item: Talk, coach: Coach, width: int) -> Card:
        """All of it."""
        return Card(
            filled(words.talks.after, to=item.to, day=coach.days.say(item.day)),
            told("\n".join(talked_of(item, coach)), width),
        )

    def record(self, item: Talk) -> Talk:
        """Each can be deleted."""
        return item

    def open(self, item: Talk) -> None:
        """Its agenda before it, what came of it afterwards."""
        opens = after_talk if item.is_told or item.day <= self.coach.today() else before_talk
        self.home.attempt(partial(opens, self.home, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something is made of what was agreed."""
        if action == "make":
            return self.known is not None and self.current is not None and self.current.is_told
        return super().check_action(action, parameters)

    def action_plan(self) -> None:
        """A new one."""
        self.home.attempt(partial(before_talk, self.home))

    def action_make(self) -> None:
        """A line of it becomes a commitment, a trial or a decision."""
        if talk := self.current:
            self.home.attempt(partial(self._make, talk))

    async def _make(self, talk: Talk) -> None:
        lines = lines_of(talk.agreed)
        chosen = lines[0]
        if len(lines) > 1:
            options = keyed([(line, line) for line in lines])
            chosen = await self.home.push_screen_wait(PickSheet(words.feedback.which, options))
        if chosen:
            await way("keep_rule")(self.home, talk.id, chosen)
