"""M6, M21: two ladders of five levels; what comes next on each, and rating oneself once a quarter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.core.days import quarter_of
from coach.core.texts import filled, words
from coach.ladders.ladders import Level, Practice
from coach.ladders.lines import Ladders, ladders, ladders_lines, level_lines
from coach.ladders.practising import held_as, practise
from coach.ladders.rating import RatingSession
from coach.ladders.records import LADDERS
from screens.base.draft_page import begin_session, offer_away
from screens.base.guided import GuidedScreen
from screens.base.lines_page import LinesPage
from screens.commitments.acts import with_room

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.drafts import Draft
    from coach.ladders.records import Ladder
    from screens.app import CoachApp


async def rate(app: CoachApp, ladder: Ladder, draft: Draft | None = None) -> None:
    """A level a step, with what was rated last."""
    coach = app.coach
    session = await app.background.do(lambda: RatingSession(coach, ladder))
    await app.push_screen_wait(RateScreen(session, await begin_session(app, session, draft)))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left; a quarter that is over is not rated any more."""
    name, last = draft.name.split("-", 2)[1:3] if draft.name.count("-") > 1 else ("", "")
    if name in LADDERS and last.startswith(f"{quarter_of(app.coach.today())[1]}"):
        ladder: Any = name
        await rate(app, ladder, draft)
    else:
        await offer_away(app, draft)


class RateScreen(GuidedScreen[RatingSession]):
    """Three skills a step, 1 to 5 each."""

    PLACE = "rate"


class LaddersScreen(LinesPage):
    """Both, side by side in one list."""

    PLACE = "ladders"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "rate('management')", words.keys.rate_managing, id="rate-management"),
        Binding("e", "rate('leadership')", words.keys.rate_leading, id="rate-leadership"),
        Binding("escape", "away", words.keys.back, id="back-from-ladders"),
    ]

    async def load(self) -> None:
        """As they are rated now."""
        coach = self.coach
        known: Ladders = await self.home.background.do(lambda: ladders(coach))
        self.tell(ladders_lines(known))

    def on_rows_chosen(self) -> None:
        """Opens a level, holds a practice."""
        target = self.told.target
        if isinstance(target, Level):
            self.home.push_screen(LevelScreen(target))
        elif isinstance(target, Practice):
            self.home.attempt(partial(hold_practice, self.home, target))

    def action_rate(self, ladder: Ladder) -> None:
        """This quarter's rating."""
        self.home.attempt(partial(rate, self.home, ladder))


class LevelScreen(LinesPage):
    """One level: skills, how to practise, an example."""

    PLACE = "level"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rate", words.keys.rate, id="rate-level"),
        Binding("escape", "away", words.keys.back, id="back-from-level"),
    ]

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level

    async def load(self) -> None:
        """As it is rated now."""
        coach, level = self.coach, self._level
        known = await self.home.background.do(lambda: ladders(coach))
        self.tell(level_lines(known, level))

    def on_rows_chosen(self) -> None:
        """Holds a practice."""
        target = self.told.target
        if isinstance(target, Practice):
            self.home.attempt(partial(hold_practice, self.home, target))

    def action_rate(self) -> None:
        """The ladder it belongs to."""
        self.home.attempt(partial(rate, self.home, self._level.ladder))


async def hold_practice(app: CoachApp, practice: Practice) -> None:
    """M6: tried for two weeks, with one key."""
    coach = app.coach
    if await app.background.do(lambda: held_as(coach, practice.id)):
        app.tell(words.ladders.held_already)
        return
    made = await with_room(app, lambda over: practise(coach, practice, over))
    if made:
        app.tell(filled(words.ladders.held, day=coach.days.say(made.gate)))
