"""M13 to M15: the instrument. A sign a step, one key each; then eight questions, one's records beside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.assessment.answers import ORDER, WORDING, is_answered, is_stale
from coach.assessment.instrument import sign
from coach.assessment.session import FLAGGED, FULL, InstrumentSession
from coach.core.texts import filled, words
from screens.base.draft_page import begin, offer_away
from screens.base.guided import GuidedScreen
from screens.widgets.column import Column

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Key

    from coach.assessment.cadence import Due
    from coach.drafts import Draft
    from screens.app import CoachApp


async def assess(app: CoachApp, due: Due | None = None, draft: Draft | None = None) -> None:
    """All of it, or in mid-season what stood out; one that was left goes on where it was left, as long as it
    is about the same days."""
    coach = app.coach
    is_flagged = draft.name.startswith(FLAGGED) if draft else bool(due and due.cause == "flagged")
    begun = await begin(app, FLAGGED if is_flagged else FULL, InstrumentSession.KIND, draft=draft)
    if begun.draft and is_stale(datetime.fromisoformat(begun.draft.written), coach.clock.now()):
        if not await _begins_anew(app, begun.draft) or draft:
            return
        begun = begun._replace(draft=None)
    order = tuple(name for name in _order(begun.draft) if sign(name))
    if begun.draft and not order:
        await offer_away(app, begun.draft)
        return
    only = due.signs if due and is_flagged else ()
    session = await app.background.do(lambda: InstrumentSession(coach, order, only, is_flagged=is_flagged))
    await app.push_screen_wait(InstrumentScreen(session, begun))


async def _begins_anew(app: CoachApp, draft: Draft) -> bool:
    """What was begun is about ten other working days; gives whether it may go."""
    day = app.coach.days.say(datetime.fromisoformat(draft.written).date())
    title = filled(words.assess.stale, day=day)
    return await offer_away(app, draft, title, [words.assess.stale_about])


def _order(draft: Draft | None) -> list[str]:
    return str(draft.fields.get(ORDER) or "").split() if draft else []


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    await assess(app, draft=draft)


class InstrumentScreen(GuidedScreen[InstrumentSession]):
    """The session. Its order is kept with what was answered."""

    PLACE = "instrument"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "wording", words.keys.other_wording, id="wording")]

    def on_key(self, event: Key) -> None:
        """An answer can be given from the records beside it, too."""
        for column in self.query(Column):
            place = dict(column.keys()).get(event.character or "")
            if place is not None and not column.has_focus:
                event.stop()
                column.action_take(place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The wording is asked first, and can be turned until something is answered."""
        if action == "wording":
            return self.step.name != WORDING and not is_answered(self.said, self.session.order)
        return super().check_action(action, parameters)

    def action_wording(self) -> None:
        """With a team, or alone."""
        self.take()
        self.said[WORDING] = self.session.turn_wording(self.said)
        self.home.attempt(self.ask_anew)
