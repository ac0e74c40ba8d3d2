"""S3, S16: the hard questions, on an empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.answers import CITES, SPENT
from coach.core.texts import filled, listed, words
from coach.cycle.reassessment import SUDDEN
from coach.cycle.reassessment import questions as asked
from coach.reflection.looking_back import automation_question
from screens.base.guided import GuidedScreen, Step, remembered
from screens.sheets.confirm import ConfirmSheet

if TYPE_CHECKING:
    from coach.cycle.records import Reassessment
    from screens.base.draft_page import Begun


class QuestionsScreen(GuidedScreen):
    """An empty page a question. Nothing lies beside it; nothing is defended."""

    PLACE = "questions"
    CITES = True

    def __init__(self, kept: Reassessment | None, begun: Begun, *, automation: bool) -> None:
        said: dict[str, str] = {}
        if kept:
            said = {name: text for name, text in kept.answers.items() if name not in SUDDEN}
            said |= remembered(kept)
        steps = []
        for name in asked(automation=automation):
            each = automation_question(name)
            about = f"{each.about} {words('reassessment', 'cite_hint')}"
            steps.append(Step(name, each.title, each.ask, about))
        super().__init__(words("reassessment", "step", "questions"), steps, begun, said)

    async def finish(self) -> bool:
        """Kept; sealed when one says so."""
        reassessments = self.coach.reassessments
        answers = {step.name: self.said.get(step.name, "").strip() for step in self._steps}
        began = dict(self.was)
        cites = {name: self.cited(name) for name in answers if self._is_new(f"{CITES}{name}")}
        spent = {name: took for name, took in self.spent().items() if self._is_new(f"{SPENT}{name}")}
        await self.home.change(lambda: reassessments.answer(answers, cites, spent, began))
        self.was = dict(self.said)  # it is kept: whatever happens at the seal, nothing is left of the draft
        await self.drafting.over()
        if not any(answers.values()):
            return True
        sheet = ConfirmSheet(words("reassessment", "seal", "title"), listed("reassessment", "seal", "lines"))
        if await self.home.push_screen_wait(sheet):
            await self.home.change(reassessments.seal)
            day = self.coach.days.say(self.coach.reader().day("tomorrow", ahead=True))
            self.home.tell(filled(words("reassessment", "seal", "told"), day=day))
        return True

    def _is_new(self, name: str) -> bool:
        """Whether it became different here, and is not what another window may have changed."""
        return self.said.get(name, "") != self.was.get(name, "")
