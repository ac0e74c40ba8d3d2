"""How one commitment went: a key, and for what did not happen a key for the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.commitments.marks import Given
from coach.commitments.records import REASONS, RESULTS
from coach.core.safe_text import first_line
from coach.core.texts import words
from screens.sheets.sheet import Sheet, keys_line, option
from screens.widgets.clicked import Clicked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.events import Key
    from textual.widget import Widget

    from coach.commitments.progress import Progress
    from coach.commitments.records import Reason, Result

_NAME = 60


class MarkSheet(Sheet["Given"]):
    """Gives what was said."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "without", "without a reason", show=False)]
    KEYS = (("k p m r", "take it"), ("esc", "back"))

    def __init__(self, progress: Progress, day: date) -> None:
        super().__init__(first_line(progress.commitment.text, _NAME))
        self._progress = progress
        self._day = day
        self._how: Result | None = None

    def inside(self) -> Iterator[Widget]:
        """What is asked, and the keys that answer."""
        yield Static(id="asked", markup=False)
        yield Clicked(id="options", markup=False)

    def on_mount(self) -> None:
        """Shows what is asked."""
        self._show()

    def on_key(self, event: Key) -> None:
        """The key of an answer."""
        for key, value in self._keys():
            if event.character == key:
                event.stop()
                self._take(value)
                return

    def action_take(self, value: str) -> None:
        """A click on an answer."""
        self._take(value)

    def action_without(self) -> None:
        """Not done, and no reason said."""
        if self._how:
            self.close(Given(self._progress.commitment, self._how))

    def _keys(self) -> list[tuple[str, str]]:
        if self._how is None:
            return [(words("marks", "result_key", each), each) for each in RESULTS]
        return [(str(place), each) for place, each in enumerate(REASONS, 1)]

    def _take(self, value: str) -> None:
        if self._how is None:
            result: Result = next(each for each in RESULTS if each == value)
            if result in {"kept", "pass"}:
                self.close(Given(self._progress.commitment, result))
                return
            self._how = result
            self._show()
            return
        reason: Reason = next(each for each in REASONS if each == value)
        self.close(Given(self._progress.commitment, self._how, reason))

    def _show(self) -> None:
        asked = "result" if self._how is None else "reason"
        day = self.coach.days.say(self._day)
        self.query_one("#asked", Static).update(
            Content.assemble(words("marks", "ask", asked), (f"   {day}", "$quiet"))
        )
        lines = [option(key, words("marks", asked, value), value) for key, value in self._keys()]
        self.query_one("#options", Clicked).update(Content("\n").join(lines))
        if self._how:
            keys = [("1–7", "take it"), ("enter", "no reason"), ("esc", "back")]
            self.query_one(".keys", Static).update(keys_line(keys))
