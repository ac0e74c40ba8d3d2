"""The ten days: which day it is, what is done of each step, what is to be seen at the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.texts import filled, words
from coach.deciding.ten_days_lines import ten_days_lines
from screens.base.lines_page import LinesPage

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.deciding.records import TenDays
    from screens.app import CoachApp


class TenDaysScreen(LinesPage):
    """The page."""

    PLACE = "ten-days"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", words.keys.begin_it, id="begin-ten-days"),
        Binding("p", "pause", words.keys.pause_it, id="pause-ten-days"),
        Binding("x", "end", words.keys.end_it, id="end-ten-days"),
        Binding("escape", "away", words.keys.back, id="back-from-ten-days"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._programme: TenDays | None = None

    async def load(self) -> None:
        """As the records say now."""
        coach = self.coach
        self._programme = await self.home.background.do(coach.ten_days.running)
        self.tell(await self.home.background.do(lambda: list(ten_days_lines(coach))))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What runs can be paused and ended; what does not can begin."""
        del parameters
        if action in {"pause", "end"}:
            return self._programme is not None
        return action != "begin" or self._programme is None

    def action_begin(self) -> None:
        """Today is day one."""
        self.home.attempt(partial(_begin, self.home))

    def action_pause(self) -> None:
        """No day passes; or it goes on."""
        if self._programme:
            self.home.attempt(partial(_pause, self.home, self._programme))

    def action_end(self) -> None:
        """Over, or left."""
        self.home.attempt(partial(_end, self.home))


async def _begin(app: CoachApp) -> None:
    coach = app.coach
    await app.change(coach.ten_days.start)
    app.tell(words.ten_days.started)


async def _pause(app: CoachApp, running: TenDays) -> None:
    programmes = app.coach.ten_days
    if running.paused:
        now = await app.change(programmes.resume)
        app.tell(filled(words.ten_days.resumed, day=programmes.standing(now).day))
    else:
        await app.change(programmes.pause)
        app.tell(words.ten_days.paused)


async def _end(app: CoachApp) -> None:
    await app.change(app.coach.ten_days.end)
    app.tell(words.ten_days.ended)
