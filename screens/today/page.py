"""Today: what the day asks, what was written, and how the last weeks were."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Container
from textual.widgets import Static

from coach.commitments.noticing import Noticed
from coach.commitments.progress import Progress
from coach.core.texts import Prompt
from coach.drafts import Draft
from coach.journal.records import Entry
from coach.today.today import Today, gather
from coach.waiting import Waiting
from screens.base.place import WIDE, Looking
from screens.routes import open_record, open_way, take_up, way
from screens.today.rows import OVER, PANEL, QUOTE, REASSESS, REVIEW, Gate, TodayRow, panel, rows_of, strip
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget


class TodayScreen(Looking):
    """Where a day begins."""

    PLACE = "today"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "kept", "kept", id="kept"),
        Binding("m", "mark", "mark", id="mark"),
        Binding("p", "prompt", "write to the question", id="question", show=False),
        Binding("x", "answer", "other question", id="skip", show=False),
        Binding("y", "yesterday", "check in yesterday", id="yesterday", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._skips = 0

    def inside(self) -> Iterator[Widget]:
        """The day on one side, what lies around it on the other."""
        with Container(id="today"):
            yield Rows[TodayRow](
                lambda row, _: row.pieces, is_heading=lambda row: row.target is None, id="day"
            )
            yield Static(id="around", markup=False)

    def on_mount(self) -> None:
        """Shows what was gathered before the screen was there."""
        self._today, self.home.first = self.home.first, None
        self._seen = self.home.version if self._today else -1
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Lines are cut for the width there is."""
        super().on_resize()
        self._show()

    async def load(self) -> None:
        """Gathers the day."""
        coach = self.coach
        if self._today and coach.today() != self._today.day:
            self._skips = 0
        skips = self._skips
        self._today = await self.home.background.do(lambda: gather(coach, skips))
        self._show()

    def action_prompt(self) -> None:
        """Writes to the question of the day."""
        if self._today:
            self._open(self._today.prompt)

    def action_answer(self) -> None:
        """An answer to what was noticed, when the cursor is there; else another question, please."""
        noticed = self._target()
        if isinstance(noticed, Noticed):
            self.home.attempt(partial(way("reply"), self.home, noticed))
            return
        if isinstance(noticed, Waiting) and noticed.put_off:
            self.home.attempt(partial(self.home.change, partial(noticed.put_off, self.coach)))
            return
        self._skips += 1
        self.attempt(self.load, "load")

    def action_kept(self) -> None:
        """The commitment was kept."""
        each = self._target()
        if isinstance(each, Progress):
            self.home.attempt(partial(way("mark"), self.home, each, "kept"))

    def action_mark(self) -> None:
        """How the commitment went."""
        each = self._target()
        if isinstance(each, Progress):
            self.home.attempt(partial(way("ask_mark"), self.home, each))

    def action_yesterday(self) -> None:
        """Yesterday's check-in, while it is still a record."""
        if self._today:
            self.home.action_checkin(self._today.day - timedelta(days=1))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """A row was opened."""
        row = event.rows.current
        if row is not None:
            self._open(row.target)

    def _target(self) -> Any:
        row = self.query_one(Rows).current
        return row.target if row else None

    def _open(self, target: Any) -> None:
        home = self.home
        if isinstance(target, Entry):
            open_record(home, target)
        elif isinstance(target, Draft):
            take_up(home, target)
        elif isinstance(target, date):
            home.action_checkin(target)
        elif isinstance(target, Prompt):
            way("write")(home, target)
        else:
            self._open_held(target)

    def _open_held(self, target: Any) -> None:
        """What is held: a commitment, its gate, the review, the frame."""
        home = self.home
        if isinstance(target, Noticed):
            target = target.progress
        if isinstance(target, Progress):
            home.push_screen(way("commitment_page")(target))
        elif isinstance(target, Gate):
            home.attempt(partial(way("pass_gate"), home, target.each))
        elif target == REVIEW:
            home.attempt(partial(way("review"), home))
        elif target in {"monthly", "quarterly"}:
            home.attempt(partial(way("look_back"), home, target))
        elif target == REASSESS:
            home.attempt(partial(way("reassess"), home))
        elif target == QUOTE:
            home.attempt(partial(way("quote"), home))
        elif isinstance(target, Waiting):
            open_way(home, target.way, *(() if target.of is None else (target.of,)))
        elif target == OVER:
            home.action_place("commitments")
        else:
            home.action_frame()

    def _show(self) -> None:
        if self._today is None or not self.size.width:
            return
        rows = self.query_one(Rows)
        kept = _key(rows.current.target) if rows.current else None
        is_wide = self.size.width >= WIDE
        width = self.size.width - (PANEL + 11 if is_wide else 5)
        rows.show(
            [*rows_of(self._today, width, self.coach.settings.day_ends)],
            keep=lambda row: kept is not None and _key(row.target) == kept,
        )
        around = panel(self._today) if is_wide else strip(self._today, self.size.width - 6)
        self.query_one("#around", Static).update(around)


def _key(target: Any) -> Any:
    """What a target is known by, from one look to the next."""
    if isinstance(target, Progress):
        return target.commitment.id
    if isinstance(target, Waiting):
        return target.way
    if isinstance(target, Gate):
        return f"gate {target.each.commitment.id}"
    return getattr(target, "id", None) or getattr(target, "name", None) or getattr(target, "about", target)
