"""S4: the parked signals on the screen; those about the same can be answered by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.errors import UsageError
from coach.core.texts import words
from coach.cycle.signals_session import SettlingSession
from screens.base.draft_page import begin_session
from screens.base.guided import GuidedScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.drafts import Draft
    from screens.app import CoachApp


async def settle(app: CoachApp, session: SettlingSession, draft: Draft | None = None) -> None:
    """Opens them."""
    await app.push_screen_wait(SignalsScreen(session, await begin_session(app, session, draft)))


class SignalsScreen(GuidedScreen[SettlingSession]):
    """A few signals a step."""

    PLACE = "signals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "group", words.keys.the_same_for_all_of_these, id="settle-group", show=False)
    ]

    def action_group(self) -> None:
        """All that are left of the same kind, by one word."""
        self.home.attempt(self._group)

    async def _group(self) -> None:
        if self.is_turning:
            return
        self.is_turning = True
        try:
            await self._settle_all()
        finally:
            self.is_turning = False

    async def _settle_all(self) -> None:
        self.take()
        session, said, here = self.session, dict(self.said), self.answering.here
        if here is None:
            return
        try:
            told = await self.home.change(lambda: session.settle_all(here.name, said))
        except UsageError as error:
            self.tell_about(str(error))
            return
        self.home.tell(told)
        if session.is_answered(self.step):
            self.action_next()
        else:
            await self.ask_anew()
