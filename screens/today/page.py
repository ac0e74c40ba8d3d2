"""Today: what is next, this week, what the coach noticed, and what lies around it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.commitments.progress import Progress
from coach.core.texts import words
from coach.facts import Fact
from coach.insights.records import Found
from coach.journal.prompt import Prompt
from coach.journal.records import Entry
from coach.today.today import Today, gather
from coach.waiting import Waiting
from screens.base.place import Looking
from screens.routes import open_fact, open_record, open_way, way
from screens.today.cards import FRAME, WAITING, Shown, bands
from screens.today.week import ENERGY
from screens.widgets.board import Board

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget


class TodayScreen(Looking):
    """Where a day begins."""

    CSS_PATH = None  # the app has its styles
    PLACE = "today"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "kept", words.keys.kept, id="kept"),
        Binding("m", "mark", words.keys.mark, id="mark"),
        Binding("t", "try", words.keys.try_something, id="try", show=False),
        Binding("p", "prompt", words.keys.write_to_the_question, id="question", show=False),
        Binding("x", "answer", words.keys.answer_or_another_question, id="skip", show=False),
        Binding("b", "prepare", words.keys.prepare, id="prepare", show=False),
        Binding("y", "yesterday", words.keys.check_in_yesterday, id="yesterday", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._skips = 0
        self._is_unfolded = False

    def inside(self) -> Iterator[Widget]:
        """One board of cards."""
        yield Board(id="board", is_filled=True)

    def on_mount(self) -> None:
        """Shows what was gathered before the screen was there."""
        self._today, self.home.first = self.home.first, None
        is_whole = self._today is not None and self._today.held.is_looked
        self._seen = self.home.version if is_whole else -1  # looking at the weeks comes after the first frame
        self.board.focus()
        self._show()

    @property
    def card_here(self) -> str:
        """What waits, what was noticed, a commitment: each is an idea of its own."""
        target = self.board.target
        names = {Waiting: getattr(target, "cause", ""), Found: "noticed", Progress: "commitment"}
        name = next((each for kind, each in names.items() if isinstance(target, kind)), str(target))
        return self.card_of(name) or super().card_here

    @property
    def board(self) -> Board:
        """The cards."""
        return self.query_one(Board)

    async def load(self) -> None:
        """Gathers the day."""
        coach = self.coach
        if self._today and coach.today() != self._today.day:
            self._skips = 0
        skips = self._skips
        self._today = await self.home.background.do(lambda: gather(coach, skips))
        self._show()

    def on_board_highlighted(self) -> None:
        """Other keys work here."""
        self.refresh_bindings()

    def on_board_chosen(self) -> None:
        """What the cursor is on was opened."""
        self._open(self.board.target)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is only there where it does something."""
        del parameters
        target = self.board.target if self.query(Board) else None
        if action in {"kept", "mark"}:
            return isinstance(target, Progress)
        return True

    def action_prompt(self) -> None:
        """Writes to the question of the day."""
        if self._today:
            self._open(self._today.prompt)

    def action_answer(self) -> None:
        """An answer to what was noticed, "not now" to what waits, another question instead of this one."""
        target = self.board.target
        if isinstance(target, Found):
            self.home.attempt(partial(way("reply"), self.home, target))
        elif isinstance(target, Waiting) and target.put_off:
            self.home.attempt(partial(self.home.change, partial(target.put_off, self.coach)))
        else:
            self._skips += 1
            self.attempt(self.load, "load")

    def action_try(self) -> None:
        """A trial of two weeks, begun from what was noticed or from nothing; on a day of the week that was,
        what is written and marked for it."""
        target, day = self.board.target, self.board.value
        if isinstance(day, date) and day < self.coach.today():
            self.home.attempt(partial(way("another_day"), self.home, day))
            return
        found = target if isinstance(target, Found) else None
        self.home.attempt(partial(way("try_something"), self.home, found))

    def action_kept(self) -> None:
        """The commitment was kept on the day the cursor is on."""
        each, day = self.board.target, self.board.value
        if isinstance(each, Progress):
            self.home.attempt(partial(way("mark"), self.home, each, "kept", day))

    def action_mark(self) -> None:
        """How the commitment went on that day."""
        each, day = self.board.target, self.board.value
        if isinstance(each, Progress):
            self.home.attempt(partial(way("ask_mark"), self.home, each, day))

    def action_prepare(self) -> None:
        """Two minutes before a talk or a meeting; about a commitment when the cursor is on one."""
        each = self.board.target
        of = (each.commitment,) if isinstance(each, Progress) else ()
        self.home.attempt(partial(way("prepare_something"), self.home, *of))

    def action_yesterday(self) -> None:
        """Yesterday's check-in, while it is still a record."""
        if self._today:
            self.home.action_checkin(self._today.day - timedelta(days=1))

    def _open(self, target: Any) -> None:
        home = self.home
        if target == WAITING:
            self._is_unfolded = not self._is_unfolded
            self._show()
        elif target == FRAME:
            home.action_frame()
        elif target == ENERGY:
            home.attempt(partial(way("look_at_day"), home, self.board.value))
        elif isinstance(target, Waiting):
            open_way(home, target.way, *(() if target.of is None else (target.of,)))
        elif isinstance(target, Entry):
            open_record(home, target)
        elif isinstance(target, Prompt):
            way("write")(home, target)
        elif isinstance(target, Found):
            home.attempt(partial(open_fact, home, Fact(target.what, target.text, int(target.n), target.ids)))
        elif isinstance(target, Progress):
            home.push_screen(way("commitment_page")(target))

    def _show(self) -> None:
        if self._today is None:
            return
        shown, board = Shown(self._today, self.coach.settings.day_ends, self._is_unfolded), self.board
        kept = _key(board.target) if board.cursor else None  # whoever is at what is next stays there
        board.show(
            lambda width, height: bands(shown, width, height),
            keep=lambda target: kept is not None and _key(target) == kept,
            first=self._today.day,
        )


def _key(target: Any) -> Any:
    """What a target is known by, from one look to the next."""
    if isinstance(target, Progress):
        return target.commitment.id
    if isinstance(target, Waiting):
        of: Any = target.of
        return target.cause, target.way, getattr(of, "name", None) or _id_of(of)
    return getattr(target, "id", None) or getattr(target, "name", None) or getattr(target, "about", target)


def _id_of(of: Any) -> Any:
    return of.commitment.id if isinstance(of, Progress) else of if isinstance(of, date) else None
