"""On this day, in other years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import NotFoundError
from coach.core.safe_text import first_line
from coach.core.said_days import say_day_of_month
from coach.core.texts import filled, words
from coach.journal.year import same_day_before
from screens.routes import open_record
from screens.sheets.sheet import Sheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.widget import Widget

    from coach.journal.records import Entry
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece


async def this_day(app: CoachApp, day: date) -> None:
    """Shows what was written on a day in the years before it."""
    coach = app.coach
    found = await app.background.do(lambda: same_day_before(coach.journal, coach.store, day))
    said = say_day_of_month(day)
    if not found:
        raise NotFoundError(filled(words.journal.error.nothing_was_written_on_in_earlier, said=said))
    entry = await app.push_screen_wait(ThisDaySheet(filled(words.journal.earlier_years, said=said), found))
    if entry is not None:
        open_record(app, entry)


class ThisDaySheet(Sheet["Entry"]):
    """The entries, the latest year first."""

    KEYS = (("enter", words.keys.read), ("esc", words.keys.back))

    def __init__(self, title: str, entries: list[Entry]) -> None:
        super().__init__(title)
        self._entries = entries

    def inside(self) -> Iterator[Widget]:
        """A line each."""
        yield Rows["Entry"](self._draw, id="found")

    def on_mount(self) -> None:
        """The cursor is on the latest."""
        rows = self.query_one(Rows)
        rows.show(list(self._entries))
        rows.focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Reads it."""
        self.close(event.rows.current)

    def _draw(self, entry: Entry, width: int) -> tuple[Piece, ...]:
        day = self.coach.days.about(entry)
        when = f"{self.coach.days.say(day)}  "
        return (when, "quiet"), (first_line(entry.text, max(width - len(when), 12)), "text")
