"""One of a few, by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.clicked import Clicked, acting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.events import Key

LABEL = 14


class Choice(Clicked, can_focus=True):
    """A label and its options in a line. A key chooses one, backspace lets it go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

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

    def on_mount(self) -> None:
        """Shows itself."""
        self._show()

    def on_resize(self) -> None:
        """Closer together where there is little room."""
        self._show()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The label says where I am."""
        super().watch_has_focus(has_focus)
        self._show()

    def watch_chosen(self) -> None:
        """Shows what holds now."""
        self._show()
        self.post_message(self.Changed(self))

    def on_key(self, event: Key) -> None:
        """The key of an option."""
        for key, _, value in self._options:
            if event.character == key:
                event.stop()
                self._take(value)
                return

    def action_take(self, place: int) -> None:
        """A click on an option."""
        self.focus()
        self._take(self._options[place][2])

    def action_step(self, step: int) -> None:
        """The option beside."""
        values = [value for _, _, value in self._options]
        place = values.index(self.chosen) + step if self.chosen in values else (0 if step > 0 else -1)
        self.chosen = values[place % len(values)]

    def action_clear(self) -> None:
        """None of them."""
        self.chosen = None

    def _take(self, value: Any) -> None:
        self.chosen = value
        self.post_message(self.Taken(self))

    def _show(self) -> None:
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
                ("●" if is_chosen else " ", "bold $accent"),
                (key, "bold $primary"),
                " ",
                (word, "bold" if is_chosen else "$quiet"),
                gap,
            )
            parts.append(acting(option, f"take({place})"))
        self.update(Content.assemble(*parts))

    def _compact(self) -> Content:
        """The chosen one, and the keys that choose another, where the options do not fit."""
        words = [word for _, word, value in self._options if value == self.chosen]
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
