"""The frame and the season: what is held, until when, and what it was before."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.commitments.overview import commitments_on
from coach.core.errors import UsageError
from coach.core.texts import filled, words
from coach.describe import on_one_line
from coach.drafts import is_of
from coach.frame.fields import field
from coach.frame.frames import PARTS
from screens.base.draft_page import begin
from screens.base.form import FormScreen
from screens.base.place import Looking
from screens.frame.cards import Known, bands
from screens.routes import way
from screens.widgets.board import Board

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.drafts import Draft
    from screens.app import CoachApp

FRAME = "frame"
_QUOTES = 8
_YEAR = timedelta(days=365)


class FrameScreen(Looking):
    """The page."""

    PLACE = "frame"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", words.keys.open_the_season, id="open-season"),
        Binding("e", "change", words.keys.change, id="change-frame"),
        Binding("p", "pause", words.keys.pause, id="pause"),
        Binding("t", "quote", words.keys.from_memory, id="quote"),
        Binding("r", "reassess", words.keys.reassess, id="reassess-frame"),
        Binding("x", "emergency", words.keys.emergency, id="emergency", show=False),
        Binding("escape", "away", words.keys.back, id="back-from-frame"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None

    def inside(self) -> Iterator[Widget]:
        """One page."""
        yield Board(id="board", is_lit=True, scrolls=True)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(Board).focus()

    async def load(self) -> None:
        """The frame and the season as they are now."""
        coach = self.coach

        def known() -> Known:
            now = coach.seasons.now()
            seasons = [on_one_line(each, coach) for each in reversed(coach.seasons.all())]
            history = coach.frames.history()
            quotes = coach.quotes.since(coach.today() - _YEAR)
            parked = coach.signals.waiting() if now and not now.is_held else []
            signals = [on_one_line(each, coach) for each in parked]
            gates = [each.gate for each in commitments_on(coach, coach.today()) if each.state == "held"]
            assessed = [coach.days.of(each.at) for each in coach.assessments.all()]
            free = coach.frames.free_until()
            return Known(coach.days, now, history, seasons, quotes[:_QUOTES], signals, gates, assessed, free)

        found = self._known = await self.home.background.do(known)
        self.query_one(Board).show(lambda width, _: bands(found, width))
        self.refresh_bindings()

    def action_change(self) -> None:
        """Another frame, when it is on the table."""
        self.home.attempt(partial(change_frame, self.home))

    def action_open(self) -> None:
        """The next season."""
        self.home.attempt(partial(way("open_season"), self.home))

    def action_pause(self) -> None:
        """Everything rests, or the rest is over."""
        self.home.attempt(partial(way("pause_all"), self.home))

    def action_quote(self) -> None:
        """The tradeoff, said from memory."""
        self.home.attempt(partial(quote, self.home))

    def action_reassess(self) -> None:
        """The open window, step by step."""
        self.home.attempt(partial(way("reassess"), self.home))

    def action_emergency(self) -> None:
        """S10: the frame cracked, and the window is too far."""
        self.home.attempt(partial(way("emergency"), self.home))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A window is reassessed in, an emergency comes while executing."""
        del parameters
        now = self._known.season if self._known else None
        if action == "reassess":
            return now is not None and not now.is_held
        return action != "emergency" or (now is not None and now.is_held)


def _told(coach: Coach) -> str:
    """What a change of the frame means today."""
    if free := coach.frames.free_until():
        return filled(words.season.told_frame_free, day=coach.days.say(free))
    season = coach.seasons.now()
    return words.season["told_frame_open" if season and season.is_held else "told_frame"]


async def change_frame(app: CoachApp, draft: Draft | None = None) -> None:
    """A page with the parts of the frame. While it is held, what was never said can be filled in and what one
    stands in changed; for all else the two ways are said."""
    coach = app.coach
    frame, names = await app.background.do(lambda: (coach.frames.current(), coach.frames.open_parts()))

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        parts = {name: said[name] or "" for name in names if name in changed}
        because = said.get("because", "")
        if parts or because:
            await app.change(lambda: coach.frames.change(parts, because))
            app.tell(await app.background.do(lambda: _told(coach)))
        return True

    is_whole = len(names) == len(PARTS)
    fields = [field(name) for name in (*names, *(["because"] if frame and is_whole else []))]
    was = {name: getattr(frame, name) for name in names} if frame else {}
    closed = await app.background.do(coach.frames.closed)
    lead = filled(words.season.page.fill_in, closed=f"{closed[:1].upper()}{closed[1:]}") if closed else ""
    name = FRAME if is_whole else f"{FRAME}-fill"
    if draft and not is_of(draft, name):
        raise UsageError(words.leaving.other_page)
    begun = await begin(app, name, "frames", draft=draft)
    title = words.season.page.title_change
    await app.push_screen_wait(FormScreen(title, fields, keep, begun, lead, was=was))


async def quote(app: CoachApp) -> None:
    """L6: the tradeoff, where there is one."""
    from screens.frame.quote import QuoteSheet

    frame = await app.background.do(app.coach.frames.current)
    if frame is None or not frame.giving_up:
        app.tell(words.season.quote.nothing)
        return
    await app.push_screen_wait(QuoteSheet(frame))
