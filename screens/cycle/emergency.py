"""S9, S10: a window called before its day, and an emergency that cannot wait for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.texts import words
from coach.cycle.calls import calls_lines
from coach.cycle.fields import sudden, urgent
from coach.cycle.reassessment import SUDDEN, URGENT
from coach.cycle.reassessments import NoFrameError
from screens.base.draft_page import begin
from screens.base.form import FormScreen

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

EMERGENCY = "emergency"


async def emergency(app: CoachApp, draft: Draft | None = None) -> None:
    """Four lines, and the parts of the frame that have to be others today."""
    coach = app.coach
    frame, told = await app.background.do(lambda: (coach.frames.current(), "\n".join(calls_lines(coach))))

    if frame is None:
        raise NoFrameError

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        parts = {name: said[name] for name in URGENT if name in changed}
        answers = {name: said[name] for name in SUDDEN}
        await app.change(lambda: coach.reassessments.emergency(answers, parts))
        app.tell(words.reassessment.sudden.told_emergency)
        return True

    lead = words.reassessment.sudden.lead_emergency
    begun = await begin(app, EMERGENCY, "reassessments", draft=draft)
    was = {name: getattr(frame, name) for name in URGENT}
    title = words.reassessment.title_emergency
    page = FormScreen(title, [*sudden(told), *urgent()], keep, begun, lead, was=was)
    await app.push_screen_wait(page)
