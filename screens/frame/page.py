"""The frame and the season: what is held, until when, and what it was before."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import UsageError
from coach.core.record import CONTEXTS
from coach.core.safe_text import safe_text
from coach.core.texts import filled, table, words
from coach.cycle.season import ahead
from coach.cycle.words import in_words
from coach.describe import on_one_line
from coach.frame.frames import PARTS, changes
from screens.base.draft_page import begin, is_of
from screens.base.form import Field, FormScreen
from screens.base.place import Looking
from screens.routes import way
from screens.widgets.labelled import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.core.own_days import Days
    from coach.cycle.season import Standing
    from coach.drafts import Draft
    from coach.frame.records import Frame, Quote
    from screens.app import CoachApp

FRAME = "frame"
_LABEL = 17
_WIDEST = 88
_QUOTES = 5


class Known(NamedTuple):
    """What the page shows."""

    days: Days
    season: Standing | None
    history: list[Frame]
    seasons: list[str]
    quotes: list[Quote]
    signals: list[str]
    """What was parked, once the frame is on the table."""


class FrameScreen(Looking):
    """The page."""

    PLACE = "frame"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "open a season", id="open-season"),
        Binding("e", "change", "change", id="change-frame"),
        Binding("p", "pause", "pause", id="pause"),
        Binding("t", "quote", "from memory", id="quote"),
        Binding("r", "reassess", "reassess", id="reassess-frame"),
        Binding("x", "emergency", "emergency", id="emergency", show=False),
        Binding("escape", "away", "back", id="back-from-frame"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None

    def inside(self) -> Iterator[Widget]:
        """One page."""
        with VerticalScroll(id="page"):
            yield Static(id="details", markup=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(VerticalScroll).focus()

    async def load(self) -> None:
        """The frame and the season as they are now."""
        coach = self.coach

        def known() -> Known:
            now = coach.seasons.now()
            seasons = [on_one_line(each, coach) for each in reversed(coach.seasons.all())]
            history = coach.frames.history()
            quotes = coach.quotes.since(now.cycle_starts) if now else []
            parked = coach.signals.waiting() if now and not now.is_held else []
            signals = [on_one_line(each, coach) for each in parked]
            return Known(coach.days, now, history, seasons, quotes[:_QUOTES], signals)

        self._known = await self.home.background.do(known)
        self._show()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Another width, other lines."""
        super().on_resize()
        self._show()

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

    def _show(self) -> None:
        if self._known and self.size.width:
            width = min(self.size.width - 8, _WIDEST)
            self.query_one("#details", Static).update(_page(self._known, width))


def _told(coach: Coach) -> str:
    """What a change of the frame means today."""
    if free := coach.frames.free_until():
        return filled(words("season", "told_frame_free"), day=coach.days.say(free))
    season = coach.seasons.now()
    return words("season", "told_frame_open" if season and season.is_held else "told_frame")


async def change_frame(app: CoachApp, draft: Draft | None = None) -> None:
    """A page with the parts of the frame. While it is held, only what was never said can be filled in; when
    there is nothing left to fill in, the two ways are said instead."""
    coach = app.coach
    frame, names = await app.background.do(lambda: (coach.frames.current(), coach.frames.open_parts()))

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        parts = {name: said[name] or "" for name in names if name in changed}
        because = said.get("because", "")
        if parts or because:
            await app.change(lambda: coach.frames.change(parts, because))
            app.tell(await app.background.do(lambda: _told(coach)))
        return True

    fields = [_field(name, frame) for name in names]
    is_whole = len(names) == len(PARTS)
    fields += [_field("because", None)] if frame and is_whole else []
    lead = "" if is_whole else words("season", "page", "fill_in")
    name = FRAME if is_whole else f"{FRAME}-fill"
    if draft and not is_of(draft, name):
        raise UsageError(words("leaving", "other_page"))
    begun = await begin(app, name, "frames", draft=draft)
    await app.push_screen_wait(FormScreen(words("season", "page", "title_change"), fields, keep, begun, lead))


async def quote(app: CoachApp) -> None:
    """L6: the tradeoff, where there is one."""
    from screens.frame.quote import QuoteSheet

    frame = await app.background.do(app.coach.frames.current)
    if frame is None or not frame.giving_up:
        app.tell(words("season", "quote", "nothing"))
        return
    await app.push_screen_wait(QuoteSheet(frame))


def _field(name: str, frame: Frame | None) -> Field:
    label = words("season", "page", name)
    about = f"{words('season', 'ask', name)} {words('season', 'about', name)}"
    if name == "context":
        options = tuple((str(place), each, each) for place, each in enumerate(CONTEXTS, 1))
        return Field(name, label, about, choices=options, chosen=frame.context if frame else None)
    return Field(name, label, about, words("season", "hint", name), getattr(frame, name) if frame else "")


def _page(known: Known, width: int) -> Content:
    """Everything, from what holds now to what was."""
    now, lines = known.season, [_ways(known), Content("")]
    frame = known.history[0] if known.history else None
    if frame:
        lines += [each for name in PARTS for each in _line(name, getattr(frame, name) or "", frame, width)]
    else:
        lines.append(Content(words("season", "page", "none")))
    if now:
        lines += [Content(""), *(Content.styled(line, "$accent") for line in in_words(now))]
        lines += [
            Content.assemble(
                (f"{words('season', 'name', each.name):<20}", "$quiet"),
                f"{known.days.say(each.starts)} to {known.days.say(each.ends)}",
            )
            for each in ahead(now)
        ]
    if known.signals:
        lines += [Content(""), Content.styled(words("season", "page", "signals"), "bold")]
        lines += [Content(f"  {safe_text(each)}") for each in known.signals]
    if known.quotes:
        lines += [Content(""), Content.styled(words("season", "page", "quotes"), "bold")]
        for said in known.quotes:
            day = known.days.said(said.at)
            lines.append(labelled(day, said.text, width, _LABEL))
    if len(known.history) > 1:
        lines += [Content(""), Content.styled(words("season", "page", "history"), "bold")]
        for each, before in pairwise([*known.history, None]):
            lines += _change(each, before, known, width) if each else []
    if known.seasons:
        lines += [Content(""), Content.styled(words("season", "page", "seasons"), "bold")]
        lines += [Content.styled(safe_text(each), "$quiet") for each in known.seasons]
    return Content("\n").join(lines)


def _ways(known: Known) -> Content:
    """What can be done with the frame now."""
    now = known.season
    if now is None:
        said = words("season", "page", "no_cycle")
    elif not now.is_held:
        said = words("season", "page", "on_the_table")
    elif now.days_over:
        said = words("season", "page", "held_due")
    else:
        said = filled(words("season", "page", "held"), day=known.days.say(now.next_starts))
    return Content.styled(said, "$quiet")


def _change(frame: Frame, before: Frame | None, known: Known, width: int) -> list[Content]:
    """One state of the frame: since when, what became different, and why."""
    lines = [Content.styled(known.days.said(frame.created), "$quiet")]
    different = (name for name in changes(frame, before) if before or getattr(frame, name))
    for name in different:
        lines += _line(name, getattr(frame, name) or "–", frame, width)
    if frame.came_of == "emergency":
        lines.append(Content.styled(words("reassessment", "title_emergency"), "$accent"))
    for text in dict.fromkeys((*frame.conditions.values(), frame.because)):
        lines += _line("because", text, frame, width)
    return lines


def _line(name: str, text: str, frame: Frame, width: int) -> list[Content]:
    """A label and its text; further lines stand below the text."""
    said = table("contexts")[frame.context]["name"] if name == "context" and frame.context else text
    return [labelled(words("season", "page", name), said, width, _LABEL)] if said else []
