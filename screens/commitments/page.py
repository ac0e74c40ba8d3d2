"""Commitments: what is held, how it goes, which gates are open."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.commitments.glance import count, dots, sign
from coach.commitments.overview import commitments_on
from coach.core.counting import counted
from coach.core.safe_text import cells, first_line, safe_text
from coach.core.texts import filled, words
from coach.core.when import say_day
from screens.base.place import WIDE, Listing
from screens.commitments.acts import adopt, commit
from screens.commitments.commitment_keys import CommitmentKeys
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.commitments.progress import Progress
    from coach.frame.records import Frame
    from coach.pauses.records import Rest
    from screens.widgets.rows import Piece

_NARROWEST = 16
_DOTS, _COUNT, _WHEN = 15, 11, 13


class CommitmentRow(NamedTuple):
    """A commitment, or the heading of some."""

    heading: str
    each: Progress | None = None


class Known(NamedTuple):
    """What the place shows."""

    day: date
    commitments: list[Progress]
    frame: Frame | None
    exceptions: list[Rest]
    is_over: bool
    limit: int


class CommitmentsScreen(CommitmentKeys, Listing):
    """The place. Beside the list, on a wide screen, what the cursor is on."""

    PLACE = "commitments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "commit", id="commit"),
        Binding("r", "practices", "ready practices", id="practices", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None

    def inside(self) -> Iterator[Widget]:
        """The list, and beside it one of them."""
        with Container(id="commitments"):
            yield Rows[CommitmentRow](self._draw, is_heading=lambda row: row.each is None, id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="details", markup=False)
        yield Static(id="under", markup=False)

    async def load(self) -> None:
        """Everything held, and what came to an end lately."""
        coach = self.coach

        def known() -> Known:
            day = coach.today()
            commitments = coach.commitments
            return Known(
                day,
                commitments_on(coach, day),
                coach.frames.current(),
                commitments.exceptions(day),
                commitments.is_over(day),
                commitments.limit,
            )

        self._known = await self.home.background.do(known)
        self.show_list()

    def on_rows_highlighted(self) -> None:
        """Another one beside the list."""
        self._detail()

    def on_rows_chosen(self) -> None:
        """Opens it."""
        if each := self.current():
            from screens.commitments.commitment import CommitmentScreen

            self.home.push_screen(CommitmentScreen(each))

    def action_add(self) -> None:
        """A new one."""
        self.home.attempt(partial(commit, self.home))

    def action_practices(self) -> None:
        """One that is ready."""
        self.home.attempt(partial(adopt, self.home))

    def current(self) -> Progress | None:
        """The one under the cursor."""
        row = self.query_one(Rows).current
        return row.each if row else None

    def show_list(self) -> None:
        """As it is known now."""
        known = self._known
        if known is None or not self.size.width:
            return
        rows = self.query_one(Rows)
        kept = self.current()
        rows.empty = words("commitments", "none")
        rows.show(
            [*_rows(known)],
            keep=lambda row: bool(row.each and kept and row.each.commitment.id == kept.commitment.id),
        )
        self.query_one("#under", Static).update(_under(known))
        self._detail()

    def _detail(self) -> None:
        each = self.current()
        if self._known and self.size.width >= WIDE:
            from screens.commitments.commitment import details

            shown = (
                details(each, self._known.day, self.query_one("#preview").size.width - 2)
                if each
                else Content("")
            )
            self.query_one("#details", Static).update(shown)

    def _draw(self, row: CommitmentRow, width: int) -> list[Piece]:
        if row.each is None:
            return [(row.heading, "strong")]
        each, known = row.each, self._known
        assert known  # noqa: S101 - rows are drawn of what is known
        is_narrow = width < 70  # noqa: PLR2004
        when = "" if is_narrow else _when(each, known.day)
        room = width - 2 - _DOTS - _COUNT - (0 if is_narrow else _WHEN)
        name = first_line(each.commitment.text, max(room - 1, _NARROWEST))
        outside = each.commitment.fits is False
        return [
            (f"{sign(each)} ", "accent"),
            (
                name + " " * max(room - cells(name), 1),
                "quiet" if each.state in {"ended", "lapsed"} else "text",
            ),
            (f"{dots(each.dots):<{_DOTS}}", "accent"),
            (f"{count(each):<{_COUNT}}", "quiet"),
            (when or ("outside" if outside else ""), "quiet"),
        ]


def _rows(known: Known) -> Iterator[CommitmentRow]:
    held = sum(each.state in {"held", "coming"} for each in known.commitments)
    for state, group in groupby(known.commitments, key=lambda each: each.state):
        if state != "held":
            yield CommitmentRow("")
        yield CommitmentRow(filled(words("commitments", "group", state), count=held, limit=known.limit))
        yield from (CommitmentRow("", each) for each in group)


def _when(each: Progress, day: date) -> str:
    """The next thing that happens with it."""
    if each.state == "lapsed":
        return words("commitments", "g_renews")
    if each.state == "ended":
        return words("commitments", "ended", each.commitment.ended_as or "ended")
    if each.is_gate_open:
        return filled(words("commitments", "gate_days"), days=(each.gate - day).days)
    if each.next_due:
        return say_day(each.next_due, day)
    return ""


def _under(known: Known) -> Content:
    """What is worth a line: an exception that ends, work outside the frame, a direction nobody serves."""
    said = []
    held = [each for each in known.commitments if each.state in {"held", "coming", "paused"}]
    if known.exceptions:
        until = say_day(min(each.until for each in known.exceptions), known.day)
        said.append(filled(words("commitments", "more_until"), limit=known.limit, day=until))
    if known.is_over:
        said.append(filled(words("commitments", "over_now"), limit=known.limit))
    if outside := sum(each.commitment.fits is False for each in held):
        said.append(f"{counted(outside, 'commitment')} {words('commitments', 'outside')}.")
    if known.frame and held and not any(each.commitment.fits for each in held):
        said.append(words("commitments", "unserved"))
    return Content.styled(safe_text("  ".join(said)), "$quiet")
