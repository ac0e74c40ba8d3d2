"""One of a few: by its key, or with the arrows and enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.content import Content
from textual.widgets import Static

from coach.core.safe_text import safe_lines, safe_text
from coach.core.texts import words
from screens.sheets.sheet import Sheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.events import Key
    from textual.widget import Widget

    from screens.widgets.drawn import Piece


_KEYS = "123456789abcdefghilmnopqrstuvwxyz"
"""None of those that move a list."""


def keyed(lines: Sequence[tuple[str, Any]]) -> list[tuple[str, str, Any]]:
    """A key each, as far as there are any; the arrows reach them all."""
    keys = _KEYS.ljust(len(lines))
    return [(keys[place], said, value) for place, (said, value) in enumerate(lines)]


class Option(NamedTuple):
    """Its key, what it says, and what it gives."""

    key: str
    said: str
    value: Any


class PickSheet(Sheet[Any]):
    """A key takes its line, so does enter; escape leaves them all."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑↓", words.keys.choose),
        ("enter", words.keys.take_it),
        ("esc", words.keys.back),
    )

    def __init__(
        self, title: str, options: Sequence[tuple[str, str, Any]], about: str = "", asked: str = ""
    ) -> None:
        super().__init__(title)
        self._options = [Option(*each) for each in options]
        self._about = about
        self._asked = asked

    def inside(self) -> Iterator[Widget]:
        """A line each."""
        if self._asked:
            yield Static(Content.styled(safe_text(self._asked), "$quiet"), id="asked", markup=False)
        yield Rows[Option](_draw, id="options")
        if self._about:
            yield Static(Content("\n".join(safe_lines(self._about))), id="about", markup=False)

    def on_mount(self) -> None:
        """At the first."""
        rows = self.query_one(Rows)
        rows.show(self._options)
        rows.focus()

    def on_key(self, event: Key) -> None:
        """The key of a line."""
        for option in self._options:
            if event.character == option.key:
                event.stop()
                self.close(option.value)

    def on_rows_chosen(self) -> None:
        """The line the cursor is on."""
        if option := self.query_one(Rows).current:
            self.close(option.value)


def _draw(option: Option, _: int) -> list[Piece]:
    return [(f"{option.key}  ", "key"), (safe_text(option.said), "text")]
