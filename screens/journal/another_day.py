"""Writing, checking in and marking for a day that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from screens.routes import way
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from datetime import date

    from screens.app import CoachApp


async def another_day(app: CoachApp, day: date) -> None:
    """What is done for it: one key; another day can be typed first."""
    from screens.journal.editor import write

    coach, said = app.coach, words.journal.another_day
    reader = coach.reader()
    options = [("w", said.write, "write"), ("m", said.check_in, "check_in"), ("o", said.other, "other")]
    title = filled(said.title, day=coach.days.say(day))
    chosen = await app.push_screen_wait(PickSheet(title, options))
    if chosen == "other":
        journal = coach.journal
        sheet = AskSheet(
            said.which,
            about=said.which_about,
            check=lambda typed: journal.check_moment(reader.moment(reader.day(typed).isoformat())),
        )
        typed = await app.push_screen_wait(sheet)
        if typed and typed.strip():
            await another_day(app, reader.day(typed))
    elif chosen == "write":
        write(app, at=None if day == reader.today else reader.moment(day.isoformat()))
    elif chosen == "check_in":
        await way("check_in")(app, day)
