"""What all sheets share: they lie over a place, say their keys at the bottom, and go with escape."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coach.core.safe_text import safe_text
from coach.core.texts import words
from screens.closing import Closing
from screens.widgets.bars import KeyBar
from screens.widgets.clicked import acting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget


R = TypeVar("R")


class Sheet(Closing[R], ModalScreen[R]):
    """A question laid over a place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, show=False),
        Binding("question_mark,f1", "help", words.keys.help, show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 - Textual calls it an instance's
    TITLE_TEXT: ClassVar[str] = ""
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("esc", words.keys.back),)

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._heading = title or self.TITLE_TEXT

    def compose(self) -> ComposeResult:
        """The title, what is asked, the keys."""
        with Vertical(classes="sheet"):
            yield Static(Content.styled(safe_text(self._heading), "bold"), classes="title", markup=False)
            yield from self.inside()
            yield Static(keys_line(self.KEYS), classes="keys", markup=False)

    def on_mount(self) -> None:
        """The keys of what lies below are gone while it lies there."""
        for screen in self.home.screen_stack[:-1]:
            screen.query(KeyBar).refresh()

    @property
    def title_said(self) -> str:
        """What it is called."""
        return self._heading

    def inside(self) -> Iterable[Widget]:
        """What the sheet asks."""
        return ()

    def action_help(self) -> None:
        """Its keys."""
        self.home.action_help()


def option(key: str, said: str, value: object) -> Content:
    """A line that its key takes, or a click."""
    return acting(Content.assemble((f"{key}  ", "bold $primary"), safe_text(said)), f"screen.take({value!r})")


def keys_line(keys: Iterable[tuple[str, str]]) -> Content:
    """Keys and what they do."""
    parts: list[Content | str] = []
    for key, label in keys:
        parts += [Content.assemble((key, "bold $primary"), " ", (label, "$quiet")), "   "]
    return Content.assemble(*parts[:-1])
