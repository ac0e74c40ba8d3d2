"""The weekly review: facts, then delivery, then what touches the direction, parked and not decided."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding
from textual.widgets import Static

from coach.commitments.glance import count, dots
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.reflection.reviews import PLANS, Said, diverge, draft_name, number_of, unsaid
from coach.reflection.week import diverged, facts, last_numbers, week_of_review
from screens.base.draft_page import begin
from screens.base.guided import GuidedScreen, Step
from screens.commitments.acts import finish, renegotiate
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.commitments.progress import Progress
    from coach.commitments.records import Commitment
    from coach.drafts import Draft
    from coach.frame.records import Frame
    from coach.reflection.records import Reflection
    from coach.reflection.week import Week
    from screens.app import CoachApp
    from screens.base.draft_page import Begun
    from screens.widgets.drawn import Piece

_MINUTES = {"delivery": 30, "direction": 45}
"""L9."""
_DATE = len("2026-11-20")


async def review(app: CoachApp, draft: Draft | None = None) -> None:
    """The review of this week; one that was left is that of its own week."""
    coach = app.coach
    today = coach.today()
    day = min(_day_of(draft) or today, today)

    def known() -> tuple[Week, Frame | None, Reflection | None]:
        return week_of_review(coach, day), coach.frames.current(), coach.reviews.of(day)

    week, frame, kept = await app.background.do(known)
    begun = await begin(app, draft_name(week.last), "reflections", draft=draft)
    await app.push_screen_wait(WeeklyScreen(week, frame, kept, begun))


def _day_of(draft: Draft | None) -> date | None:
    """The last day of the week that a draft is about."""
    try:
        return date.fromisoformat(draft.name.removeprefix("review-")[:_DATE]) if draft else None
    except ValueError:
        return None


class WeeklyScreen(GuidedScreen):
    """Eight steps in two parts, each with its time."""

    PLACE = "weekly"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "outcome('finished')", "finish", id="finish"),
        Binding("r", "terms", "renegotiate", id="renegotiate-in-review"),
        Binding("d", "outcome('dropped')", "drop", id="drop"),
    ]

    def __init__(self, week: Week, frame: Frame | None, kept: Reflection | None, begun: Begun) -> None:
        title = filled(words("weekly", "title"), day=say_day(week.last, week.last))
        super().__init__(title, _steps(week, frame), begun, Said.of(kept).lines())
        self._week = week
        self._has_asked_for_more = False

    def body(self, step: Step) -> list[Widget]:
        """The commitments are a list to go through."""
        if step.name == "commitments":
            held = [each for each, _ in self._week.commitments if each.state in {"held", "paused"}]
            if not held:
                return [Static(words("weekly", "held_none"), markup=False)]
            rows = Rows["Progress"](_row, id="held")
            rows.items = held
            return [rows]
        return super().body(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list hold where the list is."""
        if action in {"outcome", "terms"}:
            return self.step.name == "commitments"
        return super().check_action(action, parameters)

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

    def check(self, step: Step) -> None:
        """A number is one."""
        for name in ("flow", "outcome") if step.name == "numbers" else ():
            number_of(self.said.get(name, ""))

    async def finish(self) -> bool:
        """Kept as a reflection; a doubt is parked as a signal with it."""
        if not self._has_asked_for_more and (missing := unsaid(self.said)):
            self._has_asked_for_more = True
            self.further([_asked_again(name) for name in missing])
            await self.go_on()
            return False
        coach, week, today = self.coach, self._week, self.coach.today()
        said, began, doubt = Said.read(self.said), Said.read(self.was), self.said.get("doubt", "")
        day = min(week.last, today)
        kept = await self.home.change(lambda: coach.reviews.keep(said, day, doubt=doubt, began=began))
        if week.before and diverge(kept, week.before):
            self.home.tell(diverged(kept, week.before))
        else:
            following = coach.reviews.next_day(max(today, week.last) + timedelta(days=1))
            self.home.tell(filled(words("weekly", "done"), day=say_day(following, today)))
        return True

    async def _end(self, commitment: Commitment, how: str) -> None:
        await finish(self.home, commitment, how)
        await self._gather()

    async def _renegotiate(self, each: Progress) -> None:
        await renegotiate(self.home, each)
        await self._gather()

    async def _gather(self) -> None:
        coach, day = self.coach, min(self._week.last, self.coach.today())
        self._week = await self.home.background.do(lambda: week_of_review(coach, day))
        await self.go_to("commitments")

    def _current(self) -> Progress | None:
        rows = self.query("#held").results(Rows)
        return next((each.current for each in rows), None)


def _row(each: Progress, width: int) -> list[Piece]:
    name = first_line(each.commitment.text, max(width - 28, 16))
    return [
        (f"{name:<{max(width - 27, 17)}}", "text"),
        (f"{dots(each.dots):<15}", "warm"),
        (count(each), "quiet"),
    ]


def _steps(week: Week, frame: Frame | None) -> list[Step]:
    """Delivery first, with the facts; then direction."""
    said = facts(week)
    planned = [filled(words("weekly", "planned"), plan=plan) for plan in week.plans]
    steps = [
        _step("facts", "read", "delivery", [*said, *planned]),
        _step("commitments", "read", "delivery", []),
        _step("truth", "text", "delivery", said),
        _step("plans", "lines", "delivery", planned)._replace(
            lines=tuple((name, name.removeprefix("plan")) for name in PLANS)
        ),
    ]
    metrics = tuple((name, getattr(frame, name)) for name in ("flow", "outcome") if getattr(frame, name, ""))
    if metrics:
        last = [last_numbers(week.before)] if week.before else []
        steps.append(_step("numbers", "lines", "delivery", last)._replace(lines=metrics))
    return [
        *steps,
        _step("moments", "text", "direction", []),
        _step("tradeoff", "text", "direction", [frame.giving_up] if frame and frame.giving_up else []),
        _step("doubt", "lines", "direction", [])._replace(lines=(("doubt", words("weekly", "line")),)),
    ]


def _asked_again(name: str) -> Step:
    """L18: one short question more."""
    part: Literal["delivery", "direction"] = "delivery" if name == "truth" else "direction"
    return _step(name, "text", part, [])._replace(question=words("weekly", "missing", name))


def _step(
    name: str,
    kind: Literal["read", "text", "lines"],
    part: Literal["delivery", "direction"],
    evidence: list[str],
) -> Step:
    return Step(
        name,
        words("weekly", "step", name),
        words("weekly", "question", name),
        words("weekly", "about", name),
        kind,
        tuple(evidence),
        part=words("weekly", "part", part),
        minutes=_MINUTES[part],
    )
