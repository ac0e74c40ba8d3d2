"""A look back on the screen: a trial and the short form have a key."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.core.errors import NotFoundError
from coach.core.texts import words
from coach.references import by_id
from coach.reflection.look_back_session import SHORT, TRIAL, LookBackSession
from coach.reflection.records import Reflection
from screens.base.draft_page import begin_session, offer_away
from screens.base.guided import GuidedScreen
from screens.commitments.acts import with_room

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.drafts import Draft
    from coach.pauses.over import Over
    from coach.reflection.records import ReflectionName
    from coach.session import Kept
    from screens.app import CoachApp

_DRAFT = re.compile(r"(monthly|quarterly|yearly|action|replant)-(?:(\d{4}-\d{2}-\d{2})|again-(.+))?")


async def look_back(
    app: CoachApp,
    name: ReflectionName,
    draft: Draft | None = None,
    of: str | None = None,
    about: date | None = None,
    again: Reflection | None = None,
) -> None:
    """The session of now, or of the days that end so; one that was left is that of its own days."""
    coach = app.coach
    again = again or await _changed(app, draft)
    of = of or (str(draft.fields.get("of") or "") or None if draft else None)
    day = min(_day_of(draft) or about or coach.today(), coach.today())
    try:
        session = await app.background.do(lambda: LookBackSession(coach, name, day, of, again))
    except NotFoundError:
        if draft is None:
            raise
        await offer_away(app, draft)  # what it looks back on is gone
        return
    await app.push_screen_wait(ReflectionScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """A session that was left."""
    found = _DRAFT.match(draft.name)
    if found:
        name: Any = found[1]
        await look_back(app, name, draft)
    else:
        await offer_away(app, draft)


async def _changed(app: CoachApp, draft: Draft | None) -> Reflection | None:
    """The review a draft changes."""
    found = _DRAFT.match(draft.name) if draft else None
    if found is None or not found[3]:
        return None
    store, name = app.coach.store, found[3]
    record = await app.background.do(lambda: by_id(store, name))
    return record if isinstance(record, Reflection) else None


def _day_of(draft: Draft | None) -> date | None:
    """A day of the period a draft is about."""
    found = _DRAFT.match(draft.name) if draft else None
    return date.fromisoformat(found[2]) if found and found[2] else None


class ReflectionScreen(GuidedScreen[LookBackSession]):
    """The session."""

    PLACE = "reflection"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "trial", words.keys.hold_as_a_trial, id="trial"),
        Binding("ctrl+l", "short", words.keys.two_or_all_questions, id="short-form"),
    ]

    async def on_mount(self) -> None:
        """What lay beside a question lies there again."""
        await self.home.background.do(lambda: self.session.look_beside(self.said))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A trial is made of an experiment, and a short form of a month."""
        if action == "trial":
            return self.step.name == "experiment" and not self.session.has_trial
        if action == "short":
            return self.session.look.name == "monthly" and self.place == 0
        return super().check_action(action, parameters)

    def action_trial(self) -> None:
        """The experiment is held as a commitment, or only remembered."""
        self.take()
        if not self.said.get("experiment", "").strip():
            self.tell_about(words.monthly.trial_nothing)
            return
        self.said[TRIAL] = "" if self.said.get(TRIAL) else "yes"
        self.touched()
        self.tell_about()

    def action_short(self) -> None:
        """Two questions in a hard month, or all of them."""
        self.take()
        self.said[SHORT] = "" if self.said.get(SHORT) else "yes"
        self.home.attempt(self.ask_anew)

    async def finish(self) -> bool:
        """Kept, if need be beyond the limit."""
        session, said = self.session, dict(self.said)

        def keep(over: Over | None) -> Kept:
            session.over = over
            return session.keep(said, "app")

        kept = await with_room(self.home, keep)
        if kept:
            await self.over(kept)
        return kept is not None
