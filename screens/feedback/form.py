"""M9: a form for others, written where the person says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.feedback.records import ROLES
from coach.outside.form import write_form
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.sheets.pick import PickSheet, keyed

if TYPE_CHECKING:
    from screens.app import CoachApp


async def others_form(app: CoachApp) -> None:
    """For whom, with the direction or without, and where to."""
    coach, said = app.coach, words.outside
    roles = keyed([(words.feedback.role[each], each) for each in ROLES])
    role = await app.push_screen_wait(PickSheet(said.for_whom, roles, said.how_html))
    if not role:
        return
    frame = await app.background.do(coach.frames.current)
    takes_along = False
    if frame:
        sheet = ConfirmSheet(said.with_frame, [said.with_frame_about])
        agreed: bool | None = await app.push_screen_wait(sheet)
        takes_along = bool(agreed)
    typed = await app.push_screen_wait(AskSheet(said.where, hint=said.where_hint))
    if typed and typed.strip():
        taken = frame if takes_along else None
        await app.background.do(lambda: write_form(coach, role, taken, typed.strip()))
        app.tell(said["written_frame" if taken else "written"])
