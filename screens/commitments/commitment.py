"""One commitment: its calendar, how it went month by month, its terms, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.commitments.amount import goal_of
from coach.commitments.life import Life, life
from coach.commitments.overview import commitments_on
from coach.commitments.records import Commitment
from coach.commitments.trial import is_trial
from coach.core.texts import words
from screens.commitments.commitment_keys import CommitmentKeys
from screens.commitments.details import LABEL, about, months, weeks
from screens.routes import way
from screens.widgets.board import Board
from screens.widgets.cards import ASIDE, Band, Card, CardLine, Column, inside, labelled, shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from screens.app import CoachApp

_WEEKS, _MORE_WEEKS = 8, 13


def show(app: CoachApp, record: Commitment | Mark) -> None:
    """Opens it, or the one a mark is of."""
    commitment = record.id if isinstance(record, Commitment) else record.commitment
    app.attempt(partial(_show, app, commitment))


async def _show(app: CoachApp, commitment: str) -> None:
    coach = app.coach
    day = coach.today()
    found = await app.background.do(lambda: commitments_on(coach, day, only={commitment}))
    if found:
        app.push_screen(CommitmentScreen(found[0]))
    else:
        app.tell(words.evidence.gone)


class CommitmentScreen(CommitmentKeys):
    """Everything there is to know of one. Its days can be gone to and marked."""

    PLACE = "commitment"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", words.keys.delete, id="delete", show=False),
        Binding("a", "after", words.keys.after_action, id="after-miss", show=False),
        Binding("w", "weeks", words.keys.more_weeks, id="more-weeks"),
        Binding("o", "round", words.keys.a_round, id="practice-round"),
        Binding("i", "look_at", words.keys.five_questions, id="look-at-commitment", show=False),
        Binding("b", "prepare", words.keys.prepare, id="prepare-for-commitment", show=False),
        Binding("y", "triage", words.keys.triage, id="triage-commitment", show=False),
        Binding("escape", "away", words.keys.back, id="back-to-commitments"),
    ]

    def __init__(self, each: Progress) -> None:
        super().__init__()
        self._each = each
        self._life: Life | None = None
        self._weeks = _WEEKS

    def inside(self) -> Iterator[Widget]:
        """One page."""
        yield Board(id="board")

    def on_mount(self) -> None:
        """The keys go through its days."""
        self.query_one(Board).focus()

    async def load(self) -> None:
        """It as it is now; away when it is gone."""
        coach, record_id = self.coach, self._each.commitment.id
        found = await self.home.background.do(lambda: life(coach, record_id))
        if found is None:
            self.close()
            return
        self._life, self._each = found, found.each
        self._show(found)

    def _show(self, found: Life) -> None:
        board = self.query_one(Board)
        kept = board.target or self._this_week
        board.show(
            lambda width, _: _bands(found, width, self._weeks),
            lambda target: target == kept,
            self.coach.today(),
        )
        self.refresh_bindings()

    @property
    def _this_week(self) -> date:
        day = self.coach.today()
        return day - timedelta(days=day.weekday())

    def on_board_chosen(self) -> None:
        """How the day went that the cursor is on."""
        self.action_mark()

    def day(self) -> date:
        """The day the cursor is on."""
        return self.query_one(Board).value or self.coach.today()

    def action_after(self) -> None:
        """L17: the latest time it did not happen, looked back on; without one, the commitment itself."""
        missed = self._life.missed if self._life else ()
        of = missed[-1].id if missed else self._each.commitment.id
        self.home.attempt(partial(way("look_back"), self.home, "action", of=of))

    def action_weeks(self) -> None:
        """A quarter more of its days, back to where it began."""
        if self._life:
            self._weeks += _MORE_WEEKS
            self._show(self._life)

    def action_round(self) -> None:
        """M10: practised once more: written out, done, looked at."""
        self.home.attempt(partial(way("practise_round"), self.home, self._each.commitment))

    def action_triage(self) -> None:
        """Lead it, manage it, or split it."""
        if self._each:
            self.home.attempt(partial(way("triage_something"), self.home, self._each.commitment))

    def action_prepare(self) -> None:
        """Two minutes before a talk or a meeting it is about."""
        self.home.attempt(partial(way("prepare_something"), self.home, self._each.commitment))

    @property
    def card_here(self) -> str:
        """A trial is an idea of its own."""
        return self.card_of("trial" if is_trial(self._each.commitment) else self.PLACE)

    def action_look_at(self) -> None:
        """M2: whether it asks for managing or for leading."""
        self.home.attempt(partial(way("look_at"), self.home, self._each.commitment))

    def meant(self) -> Progress:
        """The one on the page."""
        return self._each

    def action_delete(self) -> None:
        """Away with it and its marks; undo brings it back."""
        from screens.base.text_page import delete

        self.home.attempt(partial(delete, self.home, self._each.commitment))


def _bands(found: Life, width: int, shown: int) -> list[Band]:
    each, day, is_wide = found.each, found.day, width >= ASIDE
    began = each.commitment.starts - timedelta(days=each.commitment.starts.weekday())
    first = day - timedelta(days=day.weekday(), weeks=shown - 1)
    days = Card(
        words.commitments.life.weeks,
        tuple(weeks(found.calendar, max(first, began), day, found.marks, goal_of(each.commitment))),
        words.commitments.life.keys,
    )
    rates = Card(
        words.commitments.life.rate,
        tuple(months(each, found.calendar)) or (CardLine(((words.commitments.life.no_rate, "quiet"),)),),
    )
    terms_wide = shares((Column((), 3), Column((), 2)), width)[0] if is_wide else width
    terms = Card(each.commitment.text, tuple(about(each, day, inside(terms_wide))))
    lines = [line for when, said in found.turns for line in labelled(when, said, inside(width), LABEL)]
    bands: list[Band] = [(Column((one,)),) for one in (days, terms, rates)]
    if is_wide:
        bands = [(Column((terms,), 3), Column((rates,), 2)), (Column((days,)),)]
    if lines:
        bands.append((Column((Card(words.commitments.life.history, tuple(lines)),)),))
    return bands
