"""Reflect: the review of this week, what was begun, and past ones to read again."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.content import words
from coach.safe_text import first_line, safe_text
from coach.saying import reflection_lines
from coach.when import say_day
from screens.place import WIDE, Looking
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.records import Reflection
    from screens.widgets.rows import Piece

_MOST = 500
_LABEL = 20


class Row(NamedTuple):
    """A heading, the review of this week, or a past one."""

    heading: str = ""
    past: Reflection | None = None
    is_now: bool = False


class Known(NamedTuple):
    """What the place shows."""

    day: date
    last: date
    is_due: bool
    now: Reflection | None
    past: list[Reflection]


class ReflectScreen(Looking):
    """The place."""

    PLACE = "reflect"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "weekly", "weekly review", id="weekly"),
        Binding("d", "delete", "delete", id="delete-reflection", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None

    def inside(self) -> Iterator[Widget]:
        """The list, and beside it what was said."""
        with Container(id="reflect"):
            yield Rows[Row](self._draw, is_heading=lambda row: not (row.past or row.is_now), id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="details", markup=False)

    def on_mount(self) -> None:
        """The keys move the list."""
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Another width, another cut."""
        super().on_resize()
        self._show()

    async def load(self) -> None:
        """This week's, and those before."""
        coach = self.coach

        def known() -> Known:
            day = coach.reader().today
            past = list(islice(coach.reflections.past(), _MOST))
            now = coach.seasons.now(day)
            is_due = (now is None or now.is_held) and coach.reviews.is_due(day, date.min)
            return Known(day, coach.reviews.week(day)[1], is_due, coach.reviews.of(day), past)

        self._known = await self.home.background.do(known)
        self._show()

    def on_rows_highlighted(self) -> None:
        """Another one beside the list."""
        row = self.query_one(Rows).current
        if self._known and self.size.width >= WIDE:
            shown = row.past if row else None
            text = "\n".join(reflection_lines(shown, self.coach)) if shown else words("weekly", "closed")
            self.query_one("#details", Static).update(Content(safe_lines(text)))

    def on_rows_chosen(self) -> None:
        """Begins it, or reads it."""
        row = self.query_one(Rows).current
        if row and row.past:
            from screens.reading import ReadingScreen  # noqa: PLC0415 - not before it is wanted

            self.home.push_screen(ReadingScreen(row.past))
        elif row:
            self.action_weekly()

    def action_weekly(self) -> None:
        """The review of this week."""
        from screens.weekly import review  # noqa: PLC0415 - not before it is begun

        self.home.attempt(partial(review, self.home))

    def action_delete(self) -> None:
        """Away with a past one; undo brings it back."""
        from screens.text_page import delete  # noqa: PLC0415

        row = self.query_one(Rows).current
        if row and row.past:
            self.home.attempt(partial(delete, self.home, row.past))

    def _show(self) -> None:
        known = self._known
        if known is None or not self.size.width:
            return
        rows: list[Row] = [Row(words("weekly", "heading")), Row(is_now=True), Row(" ")]
        rows.append(Row(words("weekly", "past" if known.past else "none")))
        rows += [Row(past=each) for each in known.past]
        kept: Any = self.query_one(Rows).current
        self.query_one(Rows).show(
            rows, keep=lambda row: bool(kept and kept.past and row.past and row.past.id == kept.past.id)
        )

    def _draw(self, row: Row, width: int) -> list[Piece]:
        known = self._known
        assert known  # noqa: S101 - rows are drawn of what is known
        if row.is_now:
            done = known.now is not None
            said = "kept" if done else "due" if known.is_due else "any_time"
            return [
                ("● " if done else "○ ", "accent"),
                (f"{'to ' + say_day(known.last, known.day):<{_LABEL}}", "text"),
                (words("weekly", "row", said), "quiet"),
            ]
        if row.past is None:
            return [(row.heading, "strong" if row.heading.strip() else "text")]
        text = first_line("  ·  ".join(row.past.words.split("\n")), max(width - _LABEL - 2, 12))
        return [(f"  {'to ' + say_day(row.past.last, known.day):<{_LABEL}}", "quiet"), (text, "text")]


def safe_lines(text: str) -> str:
    """A text with its own line ends."""
    return "\n".join(safe_text(line) for line in text.split("\n"))
