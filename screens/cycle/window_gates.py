"""S6: every commitment at its gate, decided in the window and carried out when it closes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding

from coach.commitments.glance import SIGNS
from coach.core.safe_text import padded
from coach.core.texts import filled, words
from coach.cycle.gates import PlannedGate
from coach.cycle.window import commitments_before, passed_lately
from screens.base.draft_page import begin_session
from screens.base.list_page import Heading, ListPage
from screens.commitments.details import beside
from screens.commitments.gate import GateScreen
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from screens.widgets.drawn import Piece

_NAME = 40


class Known(NamedTuple):
    """What waits for its gate, and what was decided."""

    held: list[Progress]
    plans: dict[str, dict[str, str]]
    lately: dict[str, str]
    """What became of those that passed their gate shortly before, with the day."""


class GatesScreen(ListPage[Known, "Progress"]):
    """The commitments and what was decided of each."""

    PLACE = "gates"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "away", words.keys.back, id="back-from-gates")]

    def gather(self, coach: Coach) -> Known | None:
        """As it was decided so far; away when the window is closed."""
        now = coach.seasons.now()
        if now is None or now.is_held:
            return None
        kept = coach.reassessments.of(now.season)
        lately = {
            name: f"{words.commitments.turn[each.result]} {coach.days.said(each.at)}"
            for name, each in passed_lately(coach, now).items()
        }
        return Known(commitments_before(coach, now), dict(kept.gates) if kept else {}, lately)

    def title_of(self, known: Known) -> tuple[str, str]:
        """How many are decided."""
        done = {*known.plans, *known.lately}
        through = sum(each.commitment.id in done for each in known.held)
        said = filled(words.reassessment.gates.count, done=through, of=len(known.held))
        return words.reassessment.step.commitments, said

    def empty(self) -> str:
        """Nothing was held."""
        return words.reassessment.gates.none

    def next(self, known: Known, width: int) -> Card:
        """What it is about."""
        del known
        about = told(words.reassessment.about.commitments, width)
        return Card(words.reassessment.gates.what, about)

    def items(self, known: Known) -> list[Progress]:
        """Each of them."""
        return known.held

    def draw(self, item: Progress, width: int) -> Sequence[Piece]:
        """Its name, how it went, what was decided."""
        plan = self.known.plans.get(item.commitment.id) if self.known else None
        result: Any = plan["result"] if plan else None
        lately = self.known.lately.get(item.commitment.id, "") if self.known else ""
        said = words.commitments.turn[result] if result else lately or words.reassessment.gates.undecided
        room = max(width - 30, _NAME // 2)
        went = f"{SIGNS['kept'] if item.kept else ' '} {item.kept} of {item.of}   " if item.of else ""
        return [
            ("● ", "warm") if plan or lately else ("○ ", "strong"),
            (padded(item.commitment.text, room), "text"),
            (went, "quiet"),
            (said, "quiet"),
        ]

    def key(self, item: Progress) -> str:
        """By its commitment."""
        return item.commitment.id

    def beside(self, item: Progress, coach: Coach, width: int) -> Card:
        """Its weeks and terms."""
        return beside(item, coach.today(), width)

    def open(self, item: Progress) -> None:
        """Its four questions."""
        self.home.attempt(partial(self._decide, item))

    async def _decide(self, each: Progress) -> None:
        coach = self.coach
        session = await self.home.background.do(lambda: PlannedGate(coach, each))
        await self.home.push_screen_wait(PlanScreen(session, await begin_session(self.home, session)))
        await self.load()
        plans = {*self.known.plans, *self.known.lately} if self.known else set()
        rows = self.rows
        left = (
            at
            for at, one in enumerate(rows.items)
            if not isinstance(one, Heading) and one.commitment.id not in plans
        )
        rows.go(next(left, rows.cursor))


class PlanScreen(GateScreen):
    """A gate whose outcome is carried out when the window closes."""

    PLACE = "window-gate"
