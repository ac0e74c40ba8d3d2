"""What a place is for, and every key that works there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.texts import listed, table
from coach.practices import practices
from screens.sheets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.screen import Screen
    from textual.widget import Widget

_WIDTH = 14


class HelpSheet(Sheet[None]):
    """Help for one place."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑↓", "scroll"), ("esc", "back"))

    def __init__(self, screen: Screen[Any]) -> None:
        self._place = getattr(screen, "PLACE", "") or "today"
        self._said = help_of(self._place)
        super().__init__(self._said["title"])
        self._keys = _keys_of(screen)

    def inside(self) -> Iterator[Widget]:
        """Words first, then keys."""
        with VerticalScroll():
            lines = [Content(line) for line in self._said["lines"]]
            rows = [
                Content.assemble((f"{keys:<{_WIDTH}}", "bold $primary"), f" {label}")
                for keys, label in self._keys
            ]
            more = [Content(line) for line in listed("help", "always", "lines")]
            yield Static(Content("\n").join([*lines, Content(""), *rows, Content(""), *more]), markup=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(VerticalScroll).focus()


def help_of(place: str) -> Mapping[str, Any]:
    """What is said of a page: with all the others, or by its practice."""
    own = (table(practice.content).get("help", {}) for practice in practices() if practice.content)
    said: Mapping[str, Any] = next(found[place] for found in (table("help"), *own) if place in found)
    return said


def _keys_of(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Every key that does something named here: the place's own first."""
    app = screen.app
    found: dict[str, list[str]] = {}
    own: dict[str, bool] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        is_ours = binding.id or binding.show
        if binding.description and is_ours and active.enabled and not binding.system:
            found.setdefault(binding.description, []).append(app.get_key_display(binding.with_key(key)))
            own[binding.description] = active.node is not app
    ordered = sorted(found, key=lambda label: not own[label])
    return [("  ".join(dict.fromkeys(found[label])), label) for label in ordered]
