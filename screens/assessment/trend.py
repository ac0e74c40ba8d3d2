"""Scales, balance and signs over time, each time with the uncertainty, so that noise looks like noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach.assessment.trend import compared, series, so_far, trend_lines
from coach.core.safe_text import cells, first_line
from coach.core.texts import words
from screens.base.place import Looking
from screens.routes import open_record
from screens.widgets.rows import Rows
from screens.widgets.telling import TellingRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.assessment.records import Assessment
    from screens.widgets.drawn import Piece

Series = tuple[str, str]
"""Name and title."""
_VERDICT, _NARROWEST = 18, 16


class TrendScreen(Looking):
    """A list of what has a trend; below it the one under the cursor, a line an assessment."""

    PLACE = "trend"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other", words.keys.the_assessments, id="other-list"),
        Binding("escape", "away", words.keys.back, id="back-from-trend"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Assessment] = ()
        self._so_far: dict[str, tuple[str, str]] = {}
        """By its name: the values in words, and what has changed."""
        self._column = 0

    def inside(self) -> Iterator[Widget]:
        """What there is, and how it went."""
        with Container(id="trend"):
            yield Static(id="heading", markup=False)
            yield Rows[Series](self._draw, id="series")
            yield TellingRows(id="told")

    def on_mount(self) -> None:
        """The keys move the list."""
        self.query_one("#heading", Static).update(
            Content.assemble(
                (words.assess.trend.title, "bold"),
                "\n",
                (words.assess.trend.about, "$quiet"),
            )
        )
        self.query_one("#series", Rows).focus()

    async def load(self) -> None:
        """Every assessment there is."""
        found = self.coach.assessments
        self._found = await self.home.background.do(lambda: compared(found.all()))
        self._so_far = {name: so_far(self._found, name) for name, _ in series()}
        self._column = max(len(values) for values, _ in self._so_far.values()) + 2
        kept = self.query_one("#series", Rows).current
        self.query_one("#series", Rows).show(series(), keep=lambda each: each == kept)
        self._tell()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Another one below. The lines below are a list, too, and must not call for themselves."""
        if not isinstance(event.rows, TellingRows):
            self._tell()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Opens an assessment, or goes over to them."""
        if isinstance(event.rows, TellingRows):
            open_record(self.home, event.rows.target)
        else:
            self.action_other()

    def action_other(self) -> None:
        """To the other list."""
        here, told = self.query_one("#series", Rows), self.query_one(TellingRows)
        (told if here.has_focus else here).focus()

    def _tell(self) -> None:
        each = self.query_one("#series", Rows).current
        if each and self.size.width:
            told = trend_lines(self._found, each[0], self.coach.days)
            self.query_one(TellingRows).tell(told)

    def _draw(self, each: Series, width: int) -> list[Piece]:
        name, title = each
        values, verdict = self._so_far[name]
        room = max(width - self._column - _VERDICT, _NARROWEST)
        text = first_line(title, room - 1)
        return [
            (text + " " * max(room - cells(text), 1), "text"),
            (f"{values:<{self._column}}", "quiet"),
            (verdict, "accent"),
        ]
