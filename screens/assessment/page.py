"""Assess: the instrument and what it showed last, five questions, ladders, what others said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach.assessment.lines import picture_lines
from coach.assessment.place import AssessNow, Now, assess_now
from coach.assessment.records import Assessment
from coach.core.safe_text import first_line, safe_lines
from coach.core.texts import words
from coach.core.when import say_day
from coach.describe import on_one_line
from screens.base.place import Listing
from screens.routes import way
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.diagnosis.records import Diagnosis
    from screens.widgets.rows import Piece

_LABEL, _DAY = 20, 18


class AssessRow(NamedTuple):
    """A heading, a picture, something for now, or an earlier one."""

    said: str = ""
    role: str = "text"
    now: Now | None = None
    past: Assessment | Diagnosis | None = None


class AssessScreen(Listing):
    """The place."""

    PLACE = "assess"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "begin('full')", "assess", id="assess-now"),
        Binding("i", "begin('diagnosis')", "five questions", id="five-questions"),
        Binding("b", "begin('feedback')", "feedback", id="feedback"),
        Binding("l", "begin('ladders')", "ladders", id="ladders"),
        Binding("h", "trend", "over time", id="trend"),
        Binding("d", "delete", "delete", id="delete-assessed", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: AssessNow | None = None

    def inside(self) -> Iterator[Widget]:
        """The list, and a word about the line the cursor is on."""
        with Container(id="assess"):
            yield Rows[AssessRow](self._draw, is_heading=lambda row: not (row.now or row.past), id="list")
            yield Static(id="under", markup=False)

    async def load(self) -> None:
        """What waits, what the last one showed, and everything before."""
        coach = self.coach
        self._known = await self.home.background.do(lambda: assess_now(coach))
        self.show_list()

    def on_rows_highlighted(self) -> None:
        """Another line, another word about it."""
        row = self.query_one(Rows).current
        text = words("assess", "about", row.now) if row and row.now else ""
        self.query_one("#under", Static).update(Content.styled("\n".join(safe_lines(text)), "$quiet"))

    def on_rows_chosen(self) -> None:
        """Begins it, or opens an earlier one."""
        row = self.query_one(Rows).current
        if row and isinstance(row.past, Assessment):
            from screens.assessment.result import AssessmentScreen

            self.home.push_screen(AssessmentScreen(row.past))
        elif row and row.past:
            from screens.base.record_page import RecordPage

            self.home.push_screen(RecordPage(row.past))
        elif row and row.now:
            self.action_begin(row.now)

    def action_begin(self, name: Now) -> None:
        """One of them. Each is loaded when it is begun."""
        home = self.home
        if name == "diagnosis":
            home.attempt(partial(way("look_at"), home))
        elif name == "feedback":
            home.push_screen(way("feedback_page")())
        elif name == "ladders":
            home.push_screen(way("ladders_page")())
        else:
            from screens.assessment.instrument import assess

            due = self._known.due if self._known and name == "flagged" else None
            home.attempt(partial(assess, home, due))

    def action_trend(self) -> None:
        """Both scales and each sign over time."""
        from screens.assessment.trend import TrendScreen

        if self._known and any(isinstance(each, Assessment) for each in self._known.past):
            self.home.push_screen(TrendScreen())
        else:
            self.home.tell(words("assess", "none"))

    def action_delete(self) -> None:
        """Away with an earlier one; undo brings it back."""
        from screens.base.text_page import delete

        row = self.query_one(Rows).current
        if row and row.past:
            self.home.attempt(partial(delete, self.home, row.past))

    def show_list(self) -> None:
        """As it is known now."""
        known = self._known
        if known is None or not self.size.width:
            return
        kept: Any = self.query_one(Rows).current
        self.query_one(Rows).show([*_rows(known)], keep=lambda row: bool(kept and _key(row) == _key(kept)))

    def _draw(self, row: AssessRow, width: int) -> list[Piece]:
        known = self._known
        assert known  # noqa: S101 - rows are drawn of what is known
        if row.now:
            state = known.states[row.now]
            return [
                ("● " if state.is_done else "○ ", "accent"),
                (f"{words('assess', 'row', row.now):<{_LABEL}}", "text"),
                (state.said, "quiet"),
            ]
        if row.past is None:
            return [(row.said, row.role)]
        day = say_day(self.coach.days.of(row.past.at), known.day)
        text = first_line(on_one_line(row.past, self.coach), max(width - _DAY - 2, 12))
        return [(f"  {day:<{_DAY}}", "quiet"), (text, "text")]


def _rows(known: AssessNow) -> Iterator[AssessRow]:
    yield AssessRow(words("assess", "now"), "strong")
    yield from (AssessRow(now=name) for name in known.states)
    yield AssessRow(" ")
    if known.latest:
        yield AssessRow(words("assess", "last"), "strong")
        for line in picture_lines(known.latest):
            yield AssessRow(line.text, "quiet" if line.role != "picture" else "text")
        yield AssessRow(" ")
    yield AssessRow(words("assess", "history" if known.past else "none"), "strong" if known.past else "quiet")
    yield from (AssessRow(past=each) for each in known.past)


def _key(row: AssessRow) -> str:
    return row.past.id if row.past else row.now or ""
