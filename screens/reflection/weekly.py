"""The weekly review on the screen: what is held is gone through in a list."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from coach.commitments.glance import count, dots
from coach.core.safe_text import padded
from coach.core.texts import words
from coach.reflection.weekly_session import PART, PARTS, WeeklySession
from screens.base.draft_page import begin_session
from screens.base.guided import GuidedScreen
from screens.commitments.acts import finish, renegotiate
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.commitments.progress import Progress
    from coach.commitments.records import Commitment
    from coach.drafts import Draft
    from screens.app import CoachApp
    from screens.widgets.answering import Answering
    from screens.widgets.drawn import Piece

_DATE = len("2026-11-20")


async def review(app: CoachApp, draft: Draft | None = None, about: date | None = None) -> None:
    """The review of this week, or of one that ends so; one that was left is that of its own week."""
    coach = app.coach
    today = coach.today()
    day = min(_day_of(draft) or about or today, today)
    session = await app.background.do(lambda: WeeklySession(coach, day))
    await app.push_screen_wait(WeeklyScreen(session, await begin_session(app, session, draft)))


def _day_of(draft: Draft | None) -> date | None:
    """The last day of the week that a draft is about."""
    try:
        return date.fromisoformat(draft.name.removeprefix("review-")[:_DATE]) if draft else None
    except ValueError:
        return None


class WeeklyScreen(GuidedScreen[WeeklySession]):
    """Its commitments can be finished, renegotiated and dropped where they are gone through."""

    PLACE = "weekly"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "outcome('finished')", words.keys.finish, id="finish"),
        Binding("r", "terms", words.keys.renegotiate, id="renegotiate-in-review"),
        Binding("ctrl+l", "part", words.keys.one_part, id="part-of-review", show=False),
        Binding("d", "outcome('dropped')", words.keys.drop, id="drop"),
    ]

    def own_widgets(self) -> Sequence[Widget]:
        """The commitments are a list to go through."""
        if self.step.name != "commitments":
            return ()
        held = [each for each, _ in self.session.week.commitments if each.state in {"held", "paused"}]
        if not held:
            return [Static(words.weekly.held_none, markup=False)]
        rows = Rows["Progress"](_row, id="held")
        rows.items = held
        return [rows]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list hold where the list is."""
        if action == "part":
            return self.place == 0
        if action in {"outcome", "terms"}:
            return self.step.name == "commitments"
        return super().check_action(action, parameters)

    def action_part(self) -> None:
        """L9: the two parts together, or one of them at its own time."""
        self.take()
        order = ("", *PARTS)
        self.said[PART] = order[(order.index(self.said.get(PART, "")) + 1) % len(order)]
        self.home.tell(words.weekly.parts[self.said[PART] or "both"])
        self.home.attempt(self.ask_anew)

    def on_answering_over(self, event: Answering.Over) -> None:
        """How sure one is ends no page on which plans may still be written."""
        if event.is_by_key and self.step.name == "plans":
            event.prevent_default()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Nothing to decide here: on."""
        if event.rows.id == "held":
            self.action_next()

    def action_outcome(self, how: str) -> None:
        """Finished, or dropped on purpose."""
        if each := self._current():
            self.home.attempt(partial(self._end, each.commitment, how))

    def action_terms(self) -> None:
        """Other terms."""
        if each := self._current():
            self.home.attempt(partial(self._renegotiate, each))

    async def _end(self, commitment: Commitment, how: str) -> None:
        await finish(self.home, commitment, how)
        await self._look_again()

    async def _renegotiate(self, each: Progress) -> None:
        await renegotiate(self.home, each)
        await self._look_again()

    async def _look_again(self) -> None:
        await self.home.background.do(self.session.look_again)
        await self.ask_anew()

    def _current(self) -> Progress | None:
        rows = self.query("#held").results(Rows)
        return next((each.current for each in rows), None)


def _row(each: Progress, width: int) -> list[Piece]:
    return [
        (padded(each.commitment.text, max(width - 27, 17)), "text"),
        (f"{dots(each.dots):<15}", "warm"),
        (count(each), "quiet"),
    ]
