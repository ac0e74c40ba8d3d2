"""The weekly review: facts, then delivery, then what touches the direction, parked and not decided."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from coach.content import filled, words
from coach.errors import UsageError
from coach.managing.reviews import MOST_PLANS, Said, diverge
from coach.safe_text import first_line
from coach.week import facts, week_of_review
from coach.when import say_day
from screens.guided import GuidedScreen, Step
from screens.holding import finish, renegotiate
from screens.widgets.dots import count, dots
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.daily.drafts import Draft
    from coach.managing.progress import Progress
    from coach.records import Commitment, Frame, Reflection
    from coach.week import Week
    from screens.app import CoachApp
    from screens.widgets.rows import Piece

_DELIVERY_MINUTES = 30
"""L9."""
_TEXTS = ("truth", "moments", "tradeoff", "doubt")
_KEPT = ("truth", "moments", "tradeoff")


async def review(app: CoachApp, draft: Draft | None = None) -> None:
    """The review of this week; taken up where it was left."""
    coach = app.coach

    def known() -> tuple[Week, Frame | None, Draft | None, Reflection | None]:
        day = coach.reader().today
        week = week_of_review(coach, day)
        begun = draft or coach.drafts.read_fields(draft_name(week))
        return week, coach.frames.current(), begun, coach.reviews.of(day)

    week, frame, begun, kept = await app.background.do(known)
    await app.push_screen_wait(WeeklyScreen(week, frame, begun, kept))


def draft_name(week: Week) -> str:
    """What the draft of a week's review is called."""
    return f"review-{week.last}"


class WeeklyScreen(GuidedScreen):
    """Eight steps in two parts, each with its time."""

    PLACE = "weekly"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "outcome('finished')", "finish", id="finish"),
        Binding("r", "terms", "renegotiate", id="renegotiate-in-review"),
        Binding("d", "outcome('dropped')", "drop", id="drop"),
    ]

    def __init__(self, week: Week, frame: Frame | None, begun: Draft | None, kept: Reflection | None) -> None:
        title = filled(words("weekly", "title"), day=say_day(week.last, week.last))
        super().__init__(
            title, list(_steps(week, frame)), begun.name if begun else draft_name(week), "reflections", begun
        )
        self._week = week
        if kept and not begun:
            self.said |= dict(kept.answers)
            self.said |= {f"plan{place}": plan for place, plan in enumerate(kept.plans, 1)}
            numbers = {"flow": kept.flow, "outcome": kept.outcome}
            self.said |= {name: f"{value:g}" for name, value in numbers.items() if value is not None}

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
        del parameters
        return action not in {"outcome", "terms"} or self.step.name == "commitments"

    def on_rows_chosen(self) -> None:
        """Nothing to decide here: on."""
        self.action_next()

    def action_outcome(self, how: str) -> None:
        """Finished, or dropped on purpose."""
        if each := self._current():
            self.home.attempt(partial(self._end, each.commitment, how))

    def action_terms(self) -> None:
        """Other terms."""
        if each := self._current():
            self.home.attempt(partial(self._renegotiate, each.commitment))

    def check(self, step: Step) -> None:
        """A number is one."""
        for name in ("flow", "outcome") if step.name == "numbers" else ():
            _number(self.said.get(name, ""))

    async def finish(self) -> bool:
        """Kept as a reflection; a doubt is parked as a signal with it."""
        reviews, day = self.coach.reviews, self.coach.reader().today
        answers = {name: self.said.get(name, "") for name in _KEPT}
        plans = tuple(
            plan for place in range(1, MOST_PLANS + 1) if (plan := self.said.get(f"plan{place}", ""))
        )
        said = Said(answers, plans, _number(self.said.get("flow", "")), _number(self.said.get("outcome", "")))
        doubt, before = self.said.get("doubt", ""), self._week.before
        kept = await self.home.change(lambda: reviews.keep(said, day, doubt=doubt))
        if diverge(kept, before) and before:
            told = filled(
                words("weekly", "diverged"),
                flow=f"{kept.flow:g}",
                outcome=f"{kept.outcome:g}",
                flow_before=f"{before.flow:g}",
                outcome_before=f"{before.outcome:g}",
            )
        else:
            following = reviews.next_day(day + timedelta(days=1))
            told = filled(words("weekly", "done"), day=say_day(following, day))
        self.home.tell(told)
        return True

    async def _end(self, commitment: Commitment, how: str) -> None:
        await finish(self.home, commitment, how)
        await self._gather()

    async def _renegotiate(self, commitment: Commitment) -> None:
        await renegotiate(self.home, commitment)
        await self._gather()

    async def _gather(self) -> None:
        coach = self.coach
        self._week = await self.home.background.do(lambda: week_of_review(coach, coach.reader().today))
        await self._ask()

    def _current(self) -> Progress | None:
        rows = self.query("#held").results(Rows)
        return next((each.current for each in rows), None)


def _row(each: Progress, width: int) -> list[Piece]:
    name = first_line(each.commitment.text, max(width - 28, 16))
    return [
        (f"{name:<{max(width - 27, 17)}}", "text"),
        (f"{dots(each.dots):<15}", "accent"),
        (count(each), "quiet"),
    ]


def _steps(week: Week, frame: Frame | None) -> list[Step]:
    """Delivery first, with the facts; then direction."""
    delivery, direction = words("weekly", "part", "delivery"), words("weekly", "part", "direction")
    said = facts(week)
    planned = [filled(words("weekly", "planned"), plan=plan) for plan in week.plans]
    metrics = [(name, getattr(frame, name)) for name in ("flow", "outcome") if frame and getattr(frame, name)]
    numbers = (
        filled(words("weekly", "about", "numbers"), flow=frame.flow, outcome=frame.outcome)
        if frame and metrics
        else words("weekly", "about", "numbers_none")
    )
    before = week.before
    last = (
        [f"{words('weekly', 'last_time')} {before.flow:g}, {before.outcome:g}"]
        if before and before.flow is not None
        else []
    )
    plans = tuple((f"plan{place}", f"{place}") for place in range(1, MOST_PLANS + 1))
    steps = [
        _step("facts", "read", delivery, [*said, *planned]),
        _step("commitments", "read", delivery, []),
        _step("truth", "text", delivery, said),
        _step("plans", "lines", delivery, planned)._replace(lines=plans),
    ]
    if metrics:
        asked = _step("numbers", "lines", delivery, last)
        steps.append(asked._replace(lines=tuple((name, metric) for name, metric in metrics), about=numbers))
    steps += [
        _step("moments", "text", direction, []),
        _step("tradeoff", "text", direction, [frame.giving_up] if frame and frame.giving_up else []),
        _step("doubt", "lines", direction, [])._replace(lines=(("doubt", "A line"),)),
    ]
    return steps


def _step(name: str, kind: str, part: str, evidence: list[str]) -> Step:
    return Step(
        name,
        words("weekly", "step", name),
        words("weekly", "question", name),
        words("weekly", "about", name),
        kind,  # type: ignore[arg-type]
        tuple(evidence),
        part=part,
        minutes=_DELIVERY_MINUTES if part == words("weekly", "part", "delivery") else 0,
    )


def _number(typed: str) -> float | None:
    """A number as it is written in either half of the world."""
    if not typed.strip():
        return None
    try:
        return float(typed.replace(",", "."))
    except ValueError:
        raise UsageError(f"“{typed}” is not a number", do="Leave it empty if you do not know") from None
