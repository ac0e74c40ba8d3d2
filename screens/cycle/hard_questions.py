"""S3, S16: the hard questions on the screen; at their end one says whether they are sealed."""

from __future__ import annotations

from coach.core.texts import filled, words
from coach.cycle.questions_session import QuestionsSession
from screens.base.guided import GuidedScreen
from screens.sheets.confirm import ConfirmSheet


class QuestionsScreen(GuidedScreen[QuestionsSession]):
    """An empty page a question."""

    PLACE = "questions"

    async def finish(self) -> bool:
        """Kept; sealed when one says so."""
        session, said = self.session, dict(self.said)
        kept = await self.home.change(lambda: session.keep(said, "app"))
        session.was = dict(
            self.said
        )  # it is kept: whatever happens at the seal, nothing is left of the draft
        await self.drafting.over()
        if kept.record is None:
            return True
        sheet = ConfirmSheet(words.reassessment.seal.title, words.reassessment.seal.lines)
        if await self.home.push_screen_wait(sheet):
            await self.home.change(self.coach.reassessments.seal)
            day = self.coach.days.say(self.coach.reader().day("tomorrow", ahead=True))
            self.home.tell(filled(words.reassessment.seal.told, day=day))
        return True
