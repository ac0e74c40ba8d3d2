"""L11: one kind of decision to somebody else, with its limits, and how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.describe import handover_line
from coach.deciding.fields import handover_fields
from coach.deciding.handovers import is_steady
from coach.deciding.records import OUTCOMES, Decision
from screens.base.draft_page import begin
from screens.base.form import FormScreen
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.deciding.records import Handover
    from coach.drafts import Draft
    from screens.app import CoachApp

HANDOVER = "handover-"
_NAME = 50


async def hand_over(app: CoachApp, handover: Handover | None = None, draft: Draft | None = None) -> None:
    """One kind of decision to another, with its limits; or other limits for it."""
    coach = app.coach

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        del changed
        parts = {name: said[name] for name in ("text", "to", "boundary")}
        if handover:
            now = await app.change(lambda: coach.handovers.change(handover, **parts))
            app.tell(filled(words.handover.changed, what=first_line(now.text, _NAME)))
        else:
            now = await app.change(lambda: coach.handovers.hand(**parts))
            to, what = first_line(now.to, _NAME), first_line(now.text, _NAME)
            app.tell(filled(words.handover.handed, to=to, what=what))
        return True

    name = f"{HANDOVER}{handover.id}" if handover else HANDOVER
    begun = await begin(app, name, Decision.kind, handover.id if handover else "", draft)
    was = {name: getattr(handover, name) for name in ("text", "to", "boundary")} if handover else {}
    page = FormScreen(
        words.handover.page, handover_fields(), keep, begun, lead=words.handover.page_about, was=was
    )
    await app.push_screen_wait(page)


async def look_at_handover(app: CoachApp, handover: Handover) -> None:
    """How it was decided since one looked last: one key."""
    coach, said = app.coach, words.handover
    options = [(said.key[name], said.outcome[name], name) for name in OUTCOMES]
    went = await app.push_screen_wait(PickSheet(said.asked, options, handover_line(handover)))
    if went is None:
        return
    now = await app.change(lambda: coach.handovers.look(handover, went))
    more = said.widen if went == "outside" else said.settled if is_steady(now) else ""
    app.tell(f"{filled(said.looked, said=said.outcome[went])}. {more}".strip())
