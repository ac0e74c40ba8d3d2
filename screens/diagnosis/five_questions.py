"""M2: five questions on a situation, under a minute; what they give is read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.records import Commitment
from coach.core.errors import UsageError
from coach.core.texts import filled, words
from coach.diagnosis.context import context_on
from coach.diagnosis.diagnosis import (
    CRISIS,
    NO_CRISIS,
    TEXT,
    blend_line,
    draft_name,
    moments,
    questions,
)
from coach.diagnosis.records import Diagnosis
from coach.references import by_id
from screens.base.draft_page import begin, offer_away
from screens.base.guided import GuidedScreen, Step

if TYPE_CHECKING:
    from coach.core.record import Context
    from coach.drafts import Draft
    from screens.app import CoachApp
    from screens.base.draft_page import Begun


async def look_at(app: CoachApp, of: Commitment | None = None, draft: Draft | None = None) -> None:
    """A situation in a few words, or a commitment."""
    coach, of_id = app.coach, str(draft.fields.get("of") or "") if draft else ""
    if draft and of_id:
        record = await app.background.do(lambda: by_id(coach.store, of_id))
        if not isinstance(record, Commitment):
            await offer_away(app, draft)
            return
        of = record
    begun = await begin(app, draft_name(of), Diagnosis.kind, of.id if of else "", draft)
    context, crisis = await app.background.do(lambda: context_on(coach, coach.today()))
    await app.push_screen_wait(FiveQuestionsScreen(of, context, crisis, begun))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    await look_at(app, draft=draft)


class FiveQuestionsScreen(GuidedScreen):
    """The session."""

    PLACE = "five-questions"

    def __init__(self, of: Commitment | None, context: Context | None, crisis: str, begun: Begun) -> None:
        self._of = of
        self._season: Context | None = context
        super().__init__(of.text if of else words("diagnosis", "title"), _steps(of), begun, {CRISIS: crisis})

    def check(self, step: Step) -> None:
        """It takes a situation before it can be asked about."""
        if step.name == TEXT and not self.said.get(TEXT, "").strip():
            raise UsageError(words("diagnosis", "what_needed"))

    async def finish(self) -> bool:
        """Kept, and shown."""
        found, of, context = self.coach.diagnoses, self._of, self._season
        answers = {each.id: self.said.get(each.id, "") for each in questions()}
        text, crisis = of.text if of else self.said.get(TEXT, ""), self.said.get(CRISIS, "")
        crisis = "" if crisis == NO_CRISIS else crisis
        kept = await self.home.change(
            lambda: found.keep(
                text, answers, context=context, crisis=crisis, commitment=of.id if of else None
            )
        )
        self.home.tell(filled(words("diagnosis", "done"), blend=blend_line(kept.leading)))
        from screens.base.record_page import RecordPage

        self.home.call_later(self.home.push_screen, RecordPage(kept))
        return True


def _steps(of: Commitment | None) -> list[Step]:
    steps = []
    if of is None:
        what, about = words("diagnosis", "what"), words("diagnosis", "what_about")
        label = words("diagnosis", "what_label")
        steps.append(Step(TEXT, words("diagnosis", "title"), what, about, "lines", lines=((TEXT, label),)))
    for each in questions():
        options: tuple[tuple[str, str, Any], ...] = tuple(
            (own.key, own.said, own.name) for own in each.answers
        )
        steps.append(Step(each.id, each.title, each.ask, each.about, "column", choices=options))
    title, ask, about = (words("diagnosis", f"crisis_{part}") for part in ("title", "ask", "about"))
    none = ("n", words("diagnosis", "crisis_no"), NO_CRISIS)
    timeline = tuple((key, said, name) for key, said, name in moments())
    return [*steps, Step(CRISIS, title, ask, about, "column", choices=(none, *timeline))]
