"""One of a few, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.clicked import acting
from screens.widgets.keyed import Keyed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LABEL = 14


class Choice(Keyed):
    """A label and its options in a line. A key chooses one, backspace lets it go."""

    chosen: reactive[Any] = reactive(None)

    class Taken(Message):
        """An option was chosen by its key, so what comes next can come."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    class Changed(Taken):
        """Another option, or none."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str, Any]],
        chosen: Any = None,
        *,
        id: str,  # noqa: A002
        label_width: int = LABEL,
    ) -> None:
        super().__init__(id=id, markup=False)
        self._label = label
        self._label_width = label_width
        self._options = options
        """Key, word, value."""
        self.set_reactive(Choice.chosen, chosen)

    def watch_chosen(self) -> None:
        """Shows what holds now."""
        self.draw()
        self.post_message(self.Changed(self))

    def keys(self) -> Iterator[tuple[str, int]]:
        """The keys, and the place of their option."""
        return ((key, place) for place, (key, _, _) in enumerate(self._options))

    def action_take(self, place: int) -> None:
        """An option, by its key or by a click."""
        self.focus()
        self.chosen = self._options[place][2]
        self.post_message(self.Taken(self))

    def action_step(self, step: int) -> None:
        """The option beside."""
        values = [value for _, _, value in self._options]
        place = values.index(self.chosen) + step if self.chosen in values else (0 if step > 0 else -1)
        self.chosen = values[place % len(values)]

    def action_clear(self) -> None:
        """None of them."""
        self.chosen = None

    def draw(self) -> None:
        """The label and the options, as close as they must be."""
        needed = self._label_width + sum(len(key) + 4 + cell_len(word) for key, word, _ in self._options)
        gap = "  " if not self.size.width or needed <= self.size.width else ""
        tight = needed - 2 * len(self._options)
        if self.size.width and tight > self.size.width:
            self.update(self._compact())
            return
        parts: list[Content | str] = [label(self._label, has_focus=self.has_focus, width=self._label_width)]
        for place, (key, word, value) in enumerate(self._options):
            is_chosen = value == self.chosen
            option = Content.assemble(
                ("●" if is_chosen else " ", "bold $primary"),
                (key, "bold $primary"),
                " ",
                (word, "bold" if is_chosen else "$quiet"),
                gap,
            )
            parts.append(acting(option, f"take({place})"))
        self.update(Content.assemble(*parts))

    def _compact(self) -> Content:
        """The chosen one, and the keys that choose another, where the options do not fit."""
        words = [word or key for key, word, value in self._options if value == self.chosen]
        keys = f"{self._options[0][0]}–{self._options[-1][0]} ←→"
        return Content.assemble(
            label(self._label, has_focus=self.has_focus, width=self._label_width),
            (f"{words[0]}   " if words else "–   ", "bold" if words else "$quiet"),
            (keys, "bold $primary"),
        )


def label(text: str, *, has_focus: bool, width: int = LABEL) -> Content:
    """What is asked, marked where the cursor is."""
    mark = "▸ " if has_focus else "  "
    padded = text + " " * max(width - 2 - cell_len(text), 1)
    return Content.styled(mark + padded, "bold" if has_focus else "$quiet")
