"""One of a few, each on a line of its own: a step may have several keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from screens.widgets.choice import Choice
from screens.widgets.clicked import acting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

_KEYS = 6


class Column(Choice):
    """The options below one another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    def keys(self) -> Iterator[tuple[str, int]]:
        """Every key of every option, and the place of the option."""
        return ((key, place) for place, (keys, _, _) in enumerate(self._options) for key in keys)

    def draw(self) -> None:
        """A line an option, the chosen one marked."""
        lines = []
        for place, (keys, word, value) in enumerate(self._options):
            is_chosen = value == self.chosen
            line = Content.assemble(
                ("● " if is_chosen else "  ", "bold $primary"),
                (f"{_said(keys):<{_KEYS}}", "bold $primary"),
                (word, "bold" if is_chosen else ""),
            )
            lines.append(acting(line, f"take({place})"))
        self.update(Content("\n").join(lines))


def _said(keys: str) -> str:
    return keys if len(keys) == 1 else f"{keys[0]}–{keys[-1]}"
