"""One of a few, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from coach.core.safe_text import safe_lines
from screens.sheets.sheet import Sheet, option
from screens.widgets.clicked import Clicked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.events import Key
    from textual.widget import Widget


class PickSheet(Sheet[Any]):
    """A key takes its line, escape leaves them all."""

    def __init__(self, title: str, options: Sequence[tuple[str, str, Any]], about: str = "") -> None:
        super().__init__(title)
        self._options = options
        self.KEYS = ((" ".join(key for key, _, _ in options), "take it"), ("esc", "back"))  # type: ignore[misc]
        """Key, words, and what it gives."""
        self._about = about

    def inside(self) -> Iterator[Widget]:
        """A line each."""
        lines = [option(key, said, place) for place, (key, said, _) in enumerate(self._options)]
        yield Clicked(Content("\n").join(lines), id="options", markup=False)
        if self._about:
            yield Static(Content("\n".join(safe_lines(self._about))), id="about", markup=False)

    def on_key(self, event: Key) -> None:
        """The key of a line."""
        for key, _, value in self._options:
            if event.character == key:
                event.stop()
                self.close(value)

    def action_take(self, place: int) -> None:
        """A click on a line."""
        self.close(self._options[place][2])
