"""Preparing on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.preparing.records import Preparation
from coach.preparing.sessions import AfterSession, BeforeSession
from coach.preparing.situations import situations
from coach.references import by_id
from screens.base.draft_page import begin_session, offer_away
from screens.base.guided import GuidedScreen
from screens.sheets.pick import PickSheet, keyed

if TYPE_CHECKING:
    from coach.core.record import Written
    from coach.drafts import Draft
    from screens.app import CoachApp

_NAME = 60


class BeforeScreen(GuidedScreen[BeforeSession]):
    """The card beside one's own lines."""

    PLACE = "preparing"


class AfterScreen(GuidedScreen[AfterSession]):
    """What was written beside what came of it."""

    PLACE = "preparing"


async def prepare_something(app: CoachApp, of: Written | None = None) -> None:
    """Which card, then its session; about a commitment or an entry, where it is begun from one."""
    coach = app.coach
    wording = await app.background.do(lambda: coach.wording)
    options = keyed([(each.title(wording), each.id) for each in situations()])
    card = await app.push_screen_wait(PickSheet(words.preparing.pick, options, words.preparing.pick_about))
    if card:
        text = first_line(of.words, _NAME) if of else ""
        await _before(app, card, of.id if of else "", text)


async def _before(app: CoachApp, card: str, of: str = "", text: str = "", draft: Draft | None = None) -> None:
    coach = app.coach
    session = await app.background.do(lambda: BeforeSession(coach, card, of, text))
    await app.push_screen_wait(BeforeScreen(session, await begin_session(app, session, draft)))


async def after_preparing(app: CoachApp, kept: Preparation, draft: Draft | None = None) -> None:
    """How it went."""
    coach = app.coach
    session = await app.background.do(lambda: AfterSession(coach, kept))
    await app.push_screen_wait(AfterScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left, before or after."""
    coach, of = app.coach, str(draft.fields.get("of") or "")
    before, _, card = draft.name.partition("-")
    if before == "prepared":
        record = await app.background.do(lambda: by_id(coach.store, of))
        if isinstance(record, Preparation):
            await after_preparing(app, record, draft)
        else:
            await offer_away(app, draft)
        return
    known = next((each.id for each in situations() if card == each.id or card.startswith(f"{each.id}-")), "")
    if known:
        await _before(app, known, of, draft=draft)
    else:
        await offer_away(app, draft)
