"""The person's word on what the coach noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.insights.records import Found
    from screens.app import CoachApp

_KEYS = {"u": "useful", "n": "not useful", "w": "wrong", "l": "later"}


async def reply(app: CoachApp, found: Found) -> None:
    """Useful, not useful, wrong, or another day."""
    coach = app.coach
    options = [(key, words.today.reply[said.replace(" ", "_")], said) for key, said in _KEYS.items()]
    sheet = PickSheet(words.today.reply.title, options, words.today.reply.about)
    said = await app.push_screen_wait(sheet)
    if said:
        await app.change(lambda: coach.insights.reply(found, said))
        app.tell(words.commitments.told.replied)
