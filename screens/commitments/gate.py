"""S6: the gate of a commitment, one question at a time, beside what its own marks say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.agreement import QUESTIONS
from coach.commitments.commitments import OverLimitError
from coach.commitments.overview import commitments_on, life_of
from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from screens.base.draft_page import Begun, begin, offer_away
from screens.base.guided import GuidedScreen, Step
from screens.commitments.acts import commit, new_terms, over_limit, renegotiate

if TYPE_CHECKING:
    from coach.commitments.progress import Progress
    from coach.commitments.records import TurnResult
    from coach.drafts import Draft
    from screens.app import CoachApp

_NAME = 40
_KEYS: dict[str, TurnResult] = {"r": "renew", "c": "change", "x": "expand", "e": "end"}


async def pass_gate(app: CoachApp, each: Progress, draft: Draft | None = None) -> None:
    """Opens it when it is time: in its last 30 days, after it lapsed, or in the window."""
    coach = app.coach
    await app.background.do(lambda: coach.commitments.check_gate(each.commitment))
    commitment = each.commitment.id
    begun = await begin(app, f"gate-{commitment}", "gates", commitment, draft)
    facts = await app.background.do(lambda: life_of(coach, each))
    await app.push_screen_wait(GateScreen(each, facts, begun))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """A commitment that was being made, other terms for one, or its gate."""
    coach = app.coach
    if not draft.fields.get("of"):
        await commit(app, draft)
        return
    day = coach.today()
    known = await app.background.do(lambda: commitments_on(coach, day, all_of_them=True))
    each = next((each for each in known if each.commitment.id == draft.fields["of"]), None)
    if each is None:
        await app.background.do(lambda: coach.drafts.discard(draft.name))
        app.tell(words("leaving", "gone"))
    elif draft.name.startswith("terms-"):
        await renegotiate(app, each, draft)
    else:
        try:
            await pass_gate(app, each, draft if draft.kind == "gates" else None)
        except UsageError:
            await offer_away(app, draft)


class GateScreen(GuidedScreen):
    """Four questions, then what becomes of it."""

    PLACE = "gate"

    def __init__(
        self, each: Progress, facts: list[str], begun: Begun, said: dict[str, str] | None = None
    ) -> None:
        name = first_line(each.commitment.text, _NAME)
        gate = "gate"
        steps = [
            Step(
                question,
                name,
                words("commitments", gate, "question", question),
                words("commitments", gate, "about"),
                evidence=tuple(facts),
            )
            for question in QUESTIONS
        ]
        results = tuple(
            (key, words("commitments", gate, "result", each), each) for key, each in _KEYS.items()
        )
        outcome = words("commitments", gate, "outcome")
        about = words("commitments", gate, "outcome_about")
        steps.append(Step("result", name, outcome, about, "choice", tuple(facts), choices=results))
        title = filled(words("commitments", gate, "title"), name=name)
        super().__init__(title, steps, begun, said)
        self._each = each

    async def finish(self) -> bool:
        """Renewed, changed, expanded or ended."""
        result = next((each for each in _KEYS.values() if each == self.said.get("result")), None)
        if result is None:
            raise UsageError(words("commitments", "gate", "outcome_about"))
        if result in {"change", "expand"}:
            self._check_answers()

            async def keep(parts: dict[str, Any], because: str) -> None:
                await self.pass_it(result, because, parts)

            if not await new_terms(self.home, self._each.commitment, keep):
                return False
        else:
            if result != "end":
                self._check_answers()
            await self.pass_it(result, "", {})
        drafts, left = self.coach.drafts, f"new-terms-{self._each.commitment.id}"
        await self.home.background.do(lambda: drafts.discard(left))
        self.home.tell(self.told_done(result))
        return True

    def told_done(self, result: TurnResult) -> str:
        """What became of it."""
        return f"{words('commitments', 'turn', result).capitalize()}."

    def gate_answers(self) -> dict[str, str]:
        """What was said to the four questions."""
        return {name: self.said.get(name, "") for name in QUESTIONS}

    def _check_answers(self) -> None:
        if not all(self.said.get(name, "").strip() for name in QUESTIONS):
            raise UsageError(words("commitments", "gate", "unanswered"))

    async def pass_it(self, result: TurnResult, because: str, parts: dict[str, Any]) -> None:
        """Through the gate; if need be beyond the limit."""
        commitments, commitment = self.coach.commitments, self._each.commitment
        answers = self.gate_answers()
        more: dict[str, Any] = {"because": because}
        try:
            await self.home.change(
                lambda: commitments.pass_gate(commitment, result, answers, **more, **parts)
            )
        except OverLimitError:
            over = await over_limit(self.home)
            if over is None:
                raise
            more["over_until"] = over
            await self.home.change(
                lambda: commitments.pass_gate(commitment, result, answers, **more, **parts)
            )
