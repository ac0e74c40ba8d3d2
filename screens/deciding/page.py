"""Decide: what is to be decided, what came of decisions, and how well one judges."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding

from coach.core.kinds import called
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.calibration import Calibration, calibration
from coach.deciding.decisions import MOST
from coach.deciding.describe import state_of, triage_line
from coach.deciding.due import said_of
from coach.deciding.numbers import calibration_line
from coach.deciding.records import Decision, Triage
from coach.deciding.tally import count_line
from coach.describe import in_full
from screens.base.list_page import Heading, ListPage
from screens.deciding.acts import (
    change_decision,
    close,
    decide_something,
    go_on,
    reverse,
    triage_something,
)
from screens.deciding.counting import forecast_week, tally_now
from screens.routes import open_record, way
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.deciding.tally import Count
    from screens.widgets.drawn import Piece

_LATELY = timedelta(weeks=4)


class Known(NamedTuple):
    """What the place shows."""

    active: list[Decision]
    past: list[Decision]
    judged: Calibration
    tally: Count | None
    """The round that runs, or was over lately."""
    triaged: list[Triage]
    """Those of the last weeks."""
    first: tuple[datetime, Decision] | None
    """The open one whose time runs out first."""


class DecideScreen(ListPage["Known", "Decision | Triage | Heading"]):
    """The place."""

    PLACE = "decide"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "write", words.keys.a_decision, id="write-decision"),
        Binding("t", "triage", words.keys.triage, id="triage"),
        Binding("r", "rights", words.keys.rights, id="rights"),
        Binding("w", "forecast", words.keys.forecast, id="forecast-week"),
        Binding("n", "numbers", words.keys.numbers, id="deciding-numbers"),
        Binding("i", "calendar", words.keys.calendar, id="calendar"),
        Binding("h", "handovers", words.keys.handed_over, id="handovers"),
        Binding("b", "ten_days", words.keys.ten_days, id="ten-days"),
        Binding("m", "tally", words.keys.tally, id="tally"),
        Binding("e", "change", words.keys.change, id="change-decision"),
        Binding("v", "reverse", words.keys.reverse, id="reverse-decision", show=False),
        Binding("x", "close_it", words.keys.close_it, id="close-decision", show=False),
    ]

    def gather(self, coach: Coach) -> Known:
        """The active ones first; all of them judge."""
        every = coach.decisions.all()
        past = [each for each in every if not each.is_active]
        return Known(
            coach.decisions.active(),
            past,
            calibration([*every, *coach.forecasts.all()]),
            coach.tallies.lately(),
            coach.triages.since(coach.today() - _LATELY),
            coach.decisions.first_open(),
        )

    def title_of(self, known: Known) -> tuple[str, str]:
        """The place, and how full the log is."""
        return words.deciding.title, filled(words.deciding.active, count=len(known.active), most=MOST)

    def next(self, known: Known, width: int) -> Card:
        """The one whose time runs out first; how well one judges."""
        moment = self.coach.clock.now()
        lines: list[CardLine] = []
        if known.first:
            due, first = known.first
            lines += told(said_of(first, due, moment), width, "strong")
        elif not known.active:
            lines += told(words.deciding.none, width)
        if known.tally and known.tally.of:
            lines += told(count_line(known.tally), width, "quiet")
        if known.judged.n:
            lines += told(calibration_line(known.judged), width, "quiet")
        return Card(words.deciding.next, tuple(lines) or told(words.deciding.about_next, width))

    def items(self, known: Known) -> Iterator[Decision | Triage | Heading]:
        """Those to decide, those to look at, those that were."""
        yield from known.active
        if known.active:
            yield Heading()
        if known.triaged:
            yield Heading(words.deciding.triaged, "title")
            yield from known.triaged
            yield Heading()
        yield Heading(
            words.deciding["history" if known.past else "none_past"], "title" if known.past else "quiet"
        )
        yield from known.past

    def draw(self, item: Decision | Triage | Heading, width: int) -> Sequence[Piece]:
        """Where it stands, and what it is."""
        if isinstance(item, Triage):
            said = first_line(triage_line(item), width // 2)
            name = first_line(item.text, max(width - len(said) - 5, 12))
            return [("· ", "quiet"), (name, "text"), (f"   {said}", "quiet")]
        assert isinstance(item, Decision)  # noqa: S101 - headings draw themselves
        state = first_line(state_of(item), width // 3)
        sign = "○ " if item.is_open else "● "
        return [
            (sign, "strong" if item.is_open else "warm"),
            (first_line(item.text, max(width - len(state) - 5, 12)), "text" if item.is_active else "quiet"),
            (f"   {state}", "quiet"),
        ]

    def beside(self, item: Decision | Triage | Heading, coach: Coach, width: int) -> Card:
        """All of it."""
        assert not isinstance(item, Heading)  # noqa: S101 - the cursor is on no heading
        return Card(called(item.kind), told(in_full(item, coach), width))

    def record(self, item: Decision | Triage | Heading) -> Decision | Triage | None:
        """Each can be deleted."""
        return None if isinstance(item, Heading) else item

    def open(self, item: Decision | Triage | Heading) -> None:
        """It is decided, or looked at; what is over is read."""
        if isinstance(item, Decision):
            if item.is_active:
                self.home.attempt(partial(go_on, self.home, item))
            else:
                open_record(self.home, item)
        elif isinstance(item, Triage):
            open_record(self.home, item)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is there where it does something."""
        here = self.current if self.known is not None else None
        if action == "change":
            return isinstance(here, Decision) and here.is_open
        if action == "reverse":
            return isinstance(here, Decision) and bool(here.decided and not here.reversed)
        if action == "close_it":
            return isinstance(here, Decision) and here.is_active
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """A new one."""
        self.home.attempt(partial(decide_something, self.home))

    def action_triage(self) -> None:
        """Anything, in twenty seconds."""
        self.home.attempt(partial(triage_something, self.home))

    def action_rights(self) -> None:
        """Who decides what."""
        self.home.push_screen(way("rights_page")())

    def action_forecast(self) -> None:
        """Two keys."""
        self.home.attempt(partial(forecast_week, self.home))

    def action_numbers(self) -> None:
        """How deciding goes."""
        self.home.push_screen(way("deciding_numbers")())

    def action_calendar(self) -> None:
        """What meetings are for."""
        self.home.push_screen(way("calendar_page")())

    def action_handovers(self) -> None:
        """What is handed over."""
        self.home.push_screen(way("handovers_page")())

    def action_ten_days(self) -> None:
        """The programme."""
        self.home.push_screen(way("ten_days_page")())

    def action_tally(self) -> None:
        """Did it need me?"""
        self.home.attempt(partial(tally_now, self.home))

    def action_change(self) -> None:
        """Other words for it."""
        if isinstance(self.current, Decision):
            self.home.attempt(partial(change_decision, self.home, self.current))

    def action_reverse(self) -> None:
        """On new evidence."""
        if isinstance(self.current, Decision):
            self.home.attempt(partial(reverse, self.home, self.current))

    def action_close_it(self) -> None:
        """Nothing more is expected of it."""
        if isinstance(self.current, Decision):
            self.home.attempt(partial(close, self.home, self.current))
