"""M2: five questions on a situation, under a minute; what they give is read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.records import Commitment
from coach.diagnosis.session import DiagnosisSession
from coach.references import by_id
from screens.base.draft_page import begin_session, offer_away
from screens.base.guided import GuidedScreen

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp


class FiveQuestionsScreen(GuidedScreen[DiagnosisSession]):
    """The session."""

    PLACE = "five-questions"


async def look_at(app: CoachApp, of: Commitment | None = None, draft: Draft | None = None) -> None:
    """A situation in a few words, or a commitment."""
    coach, of_id = app.coach, str(draft.fields.get("of") or "") if draft else ""
    if draft and of_id:
        record = await app.background.do(lambda: by_id(coach.store, of_id))
        if not isinstance(record, Commitment):
            await offer_away(app, draft)
            return
        of = record
    session = await app.background.do(lambda: DiagnosisSession(coach, of))
    await app.push_screen_wait(FiveQuestionsScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    await look_at(app, draft=draft)
