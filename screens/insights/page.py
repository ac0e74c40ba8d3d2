"""Insights: pictures of the weeks, what was found in them, trials, and how far to trust all that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.commitments.trial_card import TrialCard
from coach.core.texts import words
from coach.facts import Fact
from coach.findings import Finding
from coach.insights.pictures import Period, Pictures, periods, pictures, year
from screens.base.place import Looking
from screens.insights.cards import Trust, bands
from screens.insights.looked import LookedScreen
from screens.routes import open_fact, way
from screens.widgets.board import Board
from screens.widgets.cards import Card, Column, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget


class InsightsScreen(Looking):
    """The place."""

    PLACE = "insights"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left_square_bracket", "period(-1)", words.keys.season_before, id="season-before"),
        Binding("right_square_bracket", "period(1)", words.keys.season_after, id="season-after", show=False),
        Binding("y", "year", words.keys.the_year, id="insights-year"),
        Binding("t", "try", words.keys.try_something, id="try-insight"),
        Binding("p", "packet", words.keys.to_a_packet, id="insights-packet", show=False),
        Binding("a", "looked", words.keys.all_looked_at, id="looked-at"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: Pictures | None = None
        self._periods: list[Period] = []
        self._place = -1
        self._is_year = False

    def inside(self) -> Iterator[Widget]:
        """One board of cards."""
        yield Board(id="board", is_filled=True)

    def on_mount(self) -> None:
        """A word until the weeks were looked at."""
        self.board.focus()
        self.board.show(
            lambda width, _: [(Column((Card("", told(words.insights.looking, width - 4, "quiet")),)),)]
        )

    @property
    def board(self) -> Board:
        """The cards."""
        return self.query_one(Board)

    async def load(self) -> None:
        """Looks at the weeks that are shown."""
        coach = self.coach
        self._periods = await self.home.background.do(lambda: periods(coach))
        period = year(coach.today()) if self._is_year else self._periods[self._place]
        self._shown = shown = await self.home.background.do(lambda: pictures(coach, period))
        self.board.show(lambda width, height: bands(shown, width, height))

    def on_board_chosen(self) -> None:
        """The numbers and the days behind a picture, a trial, or how far to trust it."""
        target = self.board.target
        if isinstance(target, Finding):
            target = Fact(target.kind, target.says, target.n, target.ids)
        if isinstance(target, Fact):
            self.home.attempt(partial(open_fact, self.home, target))
        elif isinstance(target, TrialCard):
            if target.is_over and target.commitment.ended is None:
                self.home.attempt(partial(way("end_trial"), self.home, target.commitment))
            else:
                way("open_commitment")(self.home, target.commitment)
        elif isinstance(target, Trust):
            self.action_looked()

    def action_period(self, step: int) -> None:
        """A season earlier or later; the last of all is the last 13 weeks."""
        self._is_year = False
        self._place = min(max(self._place + step, -len(self._periods)), -1)
        self.attempt(self.load, "load")

    def action_year(self) -> None:
        """The last 52 weeks, and back."""
        self._is_year = not self._is_year
        self.attempt(self.load, "load")

    def action_try(self) -> None:
        """A trial of two weeks, of whatever."""
        self.home.attempt(partial(way("try_something"), self.home))

    def action_packet(self) -> None:
        """Into a packet, where each picture is consented to."""
        self.home.attempt(partial(way("begin_packet"), self.home))

    def action_looked(self) -> None:
        """All that was looked at."""
        if self._shown:
            self.home.push_screen(LookedScreen(self._shown.looked))
