"""What fields that are answered by keys share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.widgets import Static

from screens.widgets.clicked import Clicked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.events import Key


class Keyed(Static, Clicked, can_focus=True):
    """A key takes an answer, arrows go to the one beside, backspace lets it go. The styles are those of the
    first of its bases."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    def keys(self) -> Iterable[tuple[str, Any]]:
        """The keys, and what each takes."""
        return ()

    def action_take(self, value: Any) -> None:
        """An answer, by its key or by a click."""

    def draw(self) -> None:
        """Shows what holds now, for the width there is."""

    def on_mount(self) -> None:
        """Shows itself."""
        self.draw()

    def on_resize(self) -> None:
        """Closer together where there is little room."""
        self.draw()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The label says where I am."""
        super().watch_has_focus(has_focus)
        self.draw()

    def on_key(self, event: Key) -> None:
        """The key of an answer."""
        for key, value in self.keys():
            if event.character == key:
                event.stop()
                self.action_take(value)
                return
