"""A trial: begun from what was noticed or from nothing, and decided on at its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.commitments.trial import ENERGY, KEPT, ends, is_trial
from coach.commitments.trial_fields import agreed, fields, movable
from coach.commitments.trial_session import TrialSession
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from screens.base.draft_page import begin, begin_session
from screens.base.form import FormScreen
from screens.base.guided import GuidedScreen
from screens.commitments.acts import asked_to_fit, keep_with_room, with_room

if TYPE_CHECKING:
    from coach.commitments.records import Commitment
    from coach.drafts import Draft
    from coach.insights.records import Found
    from screens.app import CoachApp

TRIES = "try"
_NAME = 40


async def try_something(
    app: CoachApp, found: Found | None = None, draft: Draft | None = None, text: str = ""
) -> None:
    """A page for a new trial. What was noticed says what it is to move; its text may be known already."""
    coach, reader = app.coach, app.coach.reader()
    known = await app.background.do(lambda: dict(movable(coach)))
    moves = ENERGY if found is None or KEPT + found.commitment not in known else KEPT + found.commitment
    page = FormScreen(
        words.trials.new,
        await app.background.do(lambda: fields(coach, reader)),
        partial(_made, app),
        await begin(app, TRIES, "commitments", draft=draft),
        lead=found.text if found else words.trials.new_about,
        was={"moves": moves, "coin": False} | ({"text": text} if text else {}),
    )
    await app.push_screen_wait(page)


async def _made(app: CoachApp, said: dict[str, Any], changed: set[str]) -> bool:
    """Gives whether the page may go."""
    del changed
    parts, commitments = agreed(said, app.coach.reader()), app.coach.commitments
    if (stopped := await asked_to_fit(app, parts)) is not None:
        return stopped
    text, moves = parts.pop("text"), parts.pop("moves")
    made = await with_room(app, lambda over: commitments.try_out(text, moves, over=over, **parts))
    if made is None:
        return False
    day = app.coach.days.say(ends(app.coach.today()))
    told = filled(words.trials.made, day=day, name=first_line(made.text, _NAME))
    known = await app.background.do(app.coach.commitments.all)
    is_first = not any(each.id != made.id and (is_trial(each) or each.trial_of) for each in known)
    app.tell(f"{told} {words.trials.first}" if is_first else told)
    return True


async def end_trial(app: CoachApp, commitment: Commitment, draft: Draft | None = None) -> None:
    """Its card, and what becomes of it."""
    coach = app.coach
    session = await app.background.do(lambda: TrialSession(coach, commitment))
    await app.push_screen_wait(TrialScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """A trial that was being made, or its end."""
    coach, of = app.coach, draft.fields.get("of")
    if not of:
        await try_something(app, draft=draft)
        return
    known = await app.background.do(coach.commitments.all)
    found = next((each for each in known if each.id == of and each.ended is None), None)
    if found is None:
        await app.background.do(lambda: coach.drafts.discard(draft.name))
        app.tell(words.leaving.gone)
    else:
        await end_trial(app, found, draft)


class TrialScreen(GuidedScreen[TrialSession]):
    """What was seen, and what becomes of it."""

    PLACE = "trial"

    async def finish(self) -> bool:
        """Kept, dropped, or again; if need be beyond the limit."""
        await self.over(await keep_with_room(self.home, self.session, dict(self.said)))
        return True
