"""M10: a round of practice, written out before, looked at afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.commitments.records import Commitment
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.ladders.records import Round
from coach.ladders.rounds import PARTS, fields, is_open, open_round
from coach.references import by_id
from screens.base.draft_page import begin, offer_away
from screens.base.form import FormScreen

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

_NAME = 40


async def practise_round(app: CoachApp, commitment: Commitment, draft: Draft | None = None) -> None:
    """The round that is planned and not done yet, or a new one."""
    rounds = app.coach.rounds
    found = await app.background.do(lambda: rounds.of(commitment))
    last = found[-1] if found else None
    kept = open_round(found)
    begun = await begin(app, f"round-{commitment.id}", Round.kind, commitment.id, draft)
    adjust = last.adjust if last and not kept else ""
    title = filled(words.rounds.title, name=first_line(commitment.text, _NAME))
    lead = filled(words.rounds.last, adjust=first_line(adjust, _NAME)) if adjust else ""
    was = {name: getattr(kept, name) for name in PARTS} if kept else {}
    page = FormScreen(title, fields(), partial(_kept, app, commitment, kept), begun, lead, was=was)
    await app.push_screen_wait(page)


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    coach, of = app.coach, str(draft.fields.get("of") or "")
    record = await app.background.do(lambda: by_id(coach.store, of))
    if isinstance(record, Commitment):
        await practise_round(app, record, draft)
    else:
        await offer_away(app, draft)


async def _kept(
    app: CoachApp, commitment: Commitment, kept: Round | None, said: dict[str, Any], changed: set[str]
) -> bool:
    rounds, parts = app.coach.rounds, {name: said[name] for name in changed}
    if kept and not parts:
        return True
    now = await app.change(lambda: rounds.keep(commitment, parts, kept))
    app.tell(words.rounds["kept_open" if is_open(now) else "kept"])
    return True
