"""Before and after a talk, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.references import by_id
from coach.talks.records import Talk
from coach.talks.sessions import AfterTalk, BeforeTalk
from screens.base.draft_page import begin_session, offer_away
from screens.base.guided import GuidedScreen

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp


class BeforeScreen(GuidedScreen[BeforeTalk]):
    """The agenda, beside what was agreed the last time."""

    PLACE = "talks"


class AfterScreen(GuidedScreen[AfterTalk]):
    """What was agreed, beside the agenda."""

    PLACE = "talks"


async def before_talk(app: CoachApp, talk: Talk | None = None, draft: Draft | None = None) -> None:
    """Planned, or its agenda."""
    coach = app.coach
    session = await app.background.do(lambda: BeforeTalk(coach, talk))
    await app.push_screen_wait(BeforeScreen(session, await begin_session(app, session, draft)))


async def after_talk(app: CoachApp, talk: Talk, draft: Draft | None = None) -> None:
    """What came of it."""
    coach = app.coach
    session = await app.background.do(lambda: AfterTalk(coach, talk))
    await app.push_screen_wait(AfterScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left, before or after."""
    coach, of = app.coach, str(draft.fields.get("of") or "")
    talk = await app.background.do(lambda: by_id(coach.store, of)) if of else None
    known = talk if isinstance(talk, Talk) else None
    if of and known is None:
        await offer_away(app, draft)
    elif known and draft.name.startswith("told-"):
        await after_talk(app, known, draft)
    else:
        await before_talk(app, known, draft)
