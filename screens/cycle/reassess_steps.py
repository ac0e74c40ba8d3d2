"""The steps of a reassessment opened, each a session of its own that keeps what it decides at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.texts import words
from coach.cycle.step_sessions import session_of
from screens.base.draft_page import begin_session, offer_away
from screens.routes import way

if TYPE_CHECKING:
    from coach.cycle.window import Window
    from coach.drafts import Draft
    from screens.app import CoachApp
    from screens.base.guided import GuidedScreen

# Each page is loaded when its step is opened.


async def questions(app: CoachApp, found: Window, draft: Draft | None = None) -> None:
    """The hard questions; once sealed, they can only be read."""
    kept = found.stands.reassessment
    if kept and kept.sealed and draft:
        await offer_away(app, draft)
        return
    if kept and kept.sealed:
        if found.stands.rests_until:
            app.tell(words.reassessment.rest_locked)
            return
        from screens.base.record_page import RecordPage

        app.push_screen(RecordPage(kept))
        return
    from screens.cycle.hard_questions import QuestionsScreen

    await _walk(app, QuestionsScreen, found, "questions", draft)


async def signals(app: CoachApp, found: Window, draft: Draft | None = None) -> None:
    """The parked signals, one by one."""
    if not found.waiting and draft:
        await offer_away(app, draft)
    elif not found.waiting:
        app.tell(words.reassessment.signals.none)
    else:
        coach = app.coach
        session = await app.background.do(lambda: session_of(coach, found, "signals"))
        await way("settle_signals")(app, session, draft)


async def commitments(app: CoachApp) -> None:
    """Every commitment at its gate."""
    from screens.cycle.window_gates import GatesScreen

    await app.push_screen_wait(GatesScreen())


async def frame(app: CoachApp, found: Window, draft: Draft | None = None) -> None:
    """What the frame is to be, part by part."""
    from screens.cycle.frame_step import FrameStepScreen

    await _walk(app, FrameStepScreen, found, "frame", draft)


async def _walk(
    app: CoachApp, page: type[GuidedScreen[Any]], found: Window, step: str, draft: Draft | None
) -> None:
    coach = app.coach
    session = await app.background.do(lambda: session_of(coach, found, step))
    await app.push_screen_wait(page(session, await begin_session(app, session, draft)))
