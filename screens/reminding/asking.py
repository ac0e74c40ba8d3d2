"""From the palette: at which hour the system is to say a word, or that it is to be silent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.checkin.hour import USUAL, own_hour
from coach.core.texts import filled, words
from coach.reminding import reminder
from screens.sheets.ask import AskSheet

if TYPE_CHECKING:
    from screens.app import CoachApp


async def remind_daily(app: CoachApp) -> None:
    """An hour sets it up, nothing takes it back."""
    now = reminder.installed()
    at = now[0].at if now else own_hour(app.coach) or USUAL
    about = words.reminding.screen.about
    if now:
        timer = now[0].timer
        found = filled(words.reminding.shown, at=f"{at:%H:%M}", by=timer.name, place=timer.place())
        about = f"{found}\n{words.reminding.screen.empties}"
    sheet = AskSheet(words.reminding.palette.remind, written=f"{at:%H:%M}", about=about, check=_check)
    typed: str | None = await app.push_screen_wait(sheet)
    if typed is None:
        return
    if not typed.strip():
        reminder.remove()
        app.tell(words.reminding.none)
        return
    hour = reminder.hour(typed)
    timer = await app.background.do(lambda: reminder.install(app.coach.paths, hour))
    app.tell(filled(words.reminding.screen.done, at=f"{hour:%H:%M}", by=timer.name))


def _check(typed: str) -> None:
    if typed.strip():
        reminder.hour(typed)
