"""Today: the day, and the last entries."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from coach.days import day_of
from coach.errors import CoachError
from coach.safe_text import first_line, safe_text
from coach.when import say_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from coach.app import Coach
    from coach.records import Entry
    from coach.store.history import Change

_SHOWN = 20
_LOOK_EVERY = 1.0
_MARGIN = 8
_NARROWEST = 12


class TodayScreen(Screen[None]):
    """Looks again whenever another process changed the data, and when the day turns."""

    BINDINGS: ClassVar[list[BindingType]] = [("u", "undo", "undo"), ("U", "redo", "redo")]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._seen: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The day, then what was written."""
        yield Static(id="day", markup=False)
        with VerticalScroll():
            yield Static(id="entries", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Shows the day, and keeps it true."""
        self._look()
        self.set_interval(_LOOK_EVERY, self._look)

    def on_resize(self) -> None:
        """Other lines fit now."""
        self._seen = ()
        self._look()

    def action_undo(self) -> None:
        """Takes back the latest change."""
        self._turn(self._coach.store.undo, "Taken back")

    def action_redo(self) -> None:
        """Takes back the latest undo."""
        self._turn(self._coach.store.redo, "Made so again")

    def _turn(self, turn: Callable[[], Change], word: str) -> None:
        self.app.clear_notifications()
        try:
            said = f"{word}: {turn().what}."
        except CoachError as error:
            said = f"{str(error)[0].upper()}{str(error)[1:]}"
        self.notify(safe_text(said), markup=False)
        self._look()

    def _look(self) -> None:
        try:
            pulse = (self._coach.reader().today, *self._coach.store.pulse())
            if pulse != self._seen:
                self._seen = pulse  # taken before the look: what comes in meanwhile is seen next time
                self._coach.store.refresh()
                self._show()
        except CoachError as error:
            self.query_one("#entries", Static).update(Content(safe_text(str(error))))

    def _show(self) -> None:
        today = self._coach.reader().today
        self.query_one("#day", Static).update(Content(f"{today:%A} {today.day} {today:%B}"))
        damage = self._coach.store.damage.error()
        shown = [self._line(entry) for entry in islice(self._coach.journal.entries(), _SHOWN)]
        if damage:
            shown.insert(0, f"{damage}\n")
        if not shown:
            shown = ["Nothing here yet. `coach add` in a shell writes the first entry."]
        self.query_one("#entries", Static).update(Content("\n".join(shown)))

    def _line(self, entry: Entry) -> str:
        day = day_of(entry.at, self._coach.settings.day_ends)
        told = f"{say_day(day, self._coach.reader().today):<11} {entry.at:%H:%M}"
        return f"{told}  {first_line(entry.text, max(self.size.width - _MARGIN - len(told), _NARROWEST))}"
