"""S6: every commitment at its gate, decided in the window and carried out when it closes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from coach.commitments.glance import SIGNS
from coach.commitments.overview import life_of
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.window import commitments_before, plan_gate
from screens.base.draft_page import begin
from screens.base.place import Listing
from screens.commitments.gate import GateScreen
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.commitments.progress import Progress
    from coach.commitments.records import TurnResult
    from screens.base.draft_page import Begun
    from screens.widgets.rows import Piece

_NAME = 40


class GatesScreen(Listing):
    """The commitments and what was decided of each."""

    PLACE = "gates"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "away", "back", id="back-from-gates")]

    def __init__(self) -> None:
        super().__init__()
        self._plans: dict[str, dict[str, str]] = {}

    def inside(self) -> Iterator[Widget]:
        """The list."""
        yield Static(words("reassessment", "about", "commitments"), id="form-heading", markup=False)
        rows = Rows["Progress"](self._draw, id="gates")
        rows.empty = words("reassessment", "gates", "none")
        yield rows

    async def load(self) -> None:
        """As it was decided so far; away when the window is closed."""
        coach = self.coach

        def known() -> tuple[list[Progress], dict[str, dict[str, str]]] | None:
            now = coach.seasons.now()
            if now is None or now.is_held:
                return None
            kept = coach.reassessments.of(now.season)
            return commitments_before(coach, now), dict(kept.gates) if kept else {}

        found = await self.home.background.do(known)
        if found is None:
            self.close()
            return
        held, self._plans = found
        cursor = self.query_one(Rows).current
        rows = self.query_one(Rows)
        rows.show(held, keep=lambda each: bool(cursor and each.commitment.id == cursor.commitment.id))

    def on_rows_chosen(self) -> None:
        """Its four questions."""
        each = self.query_one(Rows).current
        if each:
            self.home.attempt(partial(self._decide, each))

    async def _decide(self, each: Progress) -> None:
        coach, commitment = self.coach, each.commitment.id
        begun = await begin(self.home, f"window-gate-{commitment}", "reassessments", commitment)
        facts = await self.home.background.do(lambda: life_of(coach, each))
        await self.home.push_screen_wait(PlanScreen(each, facts, begun, self._plans.get(commitment, {})))
        await self.load()
        rows = self.query_one(Rows)
        left = (place for place, each in enumerate(rows.items) if each.commitment.id not in self._plans)
        rows.go(next(left, rows.cursor))

    def _draw(self, each: Progress, width: int) -> list[Piece]:
        plan = self._plans.get(each.commitment.id)
        result: Any = plan["result"] if plan else None
        said = words("commitments", "turn", result) if result else words("reassessment", "gates", "undecided")
        room = max(width - 30, _NAME // 2)
        name = first_line(each.commitment.text, room - 1)
        return [
            ("● " if plan else "○ ", "accent"),
            (f"{name:<{room}}", "text"),
            (
                f"{SIGNS['kept'] if each.kept else ' '} {each.kept} of {each.of}   " if each.of else "",
                "quiet",
            ),
            (said, "quiet"),
        ]


class PlanScreen(GateScreen):
    """A gate whose outcome is carried out when the window closes."""

    PLACE = "window-gate"

    def __init__(self, each: Progress, facts: list[str], begun: Begun, plan: dict[str, str]) -> None:
        super().__init__(each, facts, begun, plan)

    def told_done(self, result: TurnResult) -> str:
        """When it happens."""
        said = words("commitments", "turn", result)
        return filled(words("reassessment", "gates", "told"), result=said)

    async def pass_it(self, result: TurnResult, because: str, parts: dict[str, Any]) -> None:
        """Decided, and kept with the reassessment."""
        coach, commitment = self.coach, self._each.commitment
        answers = self.gate_answers()
        await self.home.change(lambda: plan_gate(coach, commitment, result, answers, because, **parts))
