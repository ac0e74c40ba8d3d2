"""S6: the gate of a commitment, one question at a time, beside what its own marks say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.gate_session import OTHER_TERMS, GateSession
from coach.commitments.overview import commitments_on
from coach.commitments.trial import is_trial
from coach.core.errors import UsageError
from coach.core.texts import words
from screens.base.draft_page import begin_session, offer_away
from screens.base.guided import GuidedScreen
from screens.commitments.acts import commit, keep_with_room, new_terms, renegotiate
from screens.commitments.trying import end_trial

if TYPE_CHECKING:
    from coach.commitments.progress import Progress
    from coach.drafts import Draft
    from screens.app import CoachApp


async def pass_gate(app: CoachApp, each: Progress, draft: Draft | None = None) -> None:
    """Opens it when it is time: in its last 30 days, after it lapsed, or in the window."""
    coach = app.coach
    if is_trial(each.commitment):
        await end_trial(app, each.commitment)
        return
    await app.background.do(lambda: coach.commitments.check_gate(each.commitment))
    session = await app.background.do(lambda: GateSession(coach, each))
    await app.push_screen_wait(GateScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """A commitment that was being made, other terms for one, or its gate."""
    coach = app.coach
    if not draft.fields.get("of"):
        await commit(app, draft)
        return
    day = coach.today()
    known = await app.background.do(lambda: commitments_on(coach, day, all_of_them=True))
    each = next((each for each in known if each.commitment.id == draft.fields["of"]), None)
    if each is None:
        await app.background.do(lambda: coach.drafts.discard(draft.name))
        app.tell(words.leaving.gone)
    elif draft.name.startswith("terms-"):
        await renegotiate(app, each, draft)
    else:
        try:
            await pass_gate(app, each, draft if draft.kind == "gates" else None)
        except UsageError:
            await offer_away(app, draft)


class GateScreen(GuidedScreen[GateSession]):
    """Four questions, then what becomes of it."""

    PLACE = "gate"

    async def finish(self) -> bool:
        """Renewed, changed, expanded or ended; other terms have a page of their own."""
        session, said = self.session, dict(self.said)
        session.parts, session.because = {}, ""
        if said.get("result") not in OTHER_TERMS:
            return await self._keep(said)

        async def keep(parts: dict[str, Any], because: str) -> None:
            session.parts, session.because = parts, because
            await self._keep(said)

        return await new_terms(self.home, session.each.commitment, keep)

    async def _keep(self, said: dict[str, str]) -> bool:
        """Through it; if need be beyond the limit."""
        session = self.session
        kept = await keep_with_room(self.home, session, said)
        drafts, left = self.coach.drafts, f"new-terms-{session.of}"
        await self.home.background.do(lambda: drafts.discard(left))
        await self.over(kept)
        return True
