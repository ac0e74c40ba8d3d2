"""The keys that work here, what the place is for, and the keys that work everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from coach.core.texts import table, words
from coach.practices import practices
from screens.routes import open_way
from screens.sheets.sheet import Sheet
from screens.widgets.board import Board
from screens.widgets.cards import Card, CardLine, alone, inside, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.screen import Screen
    from textual.widget import Widget

    from screens.widgets.cards import Band

_WIDTH = 16
_MOVING = (
    words.keys.up,
    words.keys.down,
    words.keys.to_the_left,
    words.keys.to_the_right,
    words.keys.page_up,
    words.keys.page_down,
    words.keys.first,
    words.keys.last,
)


class HelpSheet(Sheet[None]):
    """Help for one place."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑↓", words.keys.scroll),
        ("?", words.keys.card_of_this),
        ("esc", words.keys.back),
    )

    def __init__(self, screen: Screen[Any]) -> None:
        self._said = help_of(screen)
        self._card = getattr(screen, "card_here", "")
        super().__init__(self._said["title"])
        self._own, self._everywhere = keys_of(screen)

    def inside(self) -> Iterator[Widget]:
        """Keys first, then words."""
        yield Board(id="help", scrolls=True)

    def on_mount(self) -> None:
        """The keys scroll."""
        board = self.query_one(Board)
        board.show(lambda width, _: self._bands(width))
        board.focus()

    def action_help(self) -> None:
        """M1: a second time, it is the idea behind what the cursor was on; without one, all of them."""
        home = self.home
        self.close()
        open_way(home, "library_card" if self._card else "library_page", *filter(None, [self._card]))

    def _bands(self, width: int) -> list[Band]:
        room = inside(width)
        found = [
            Card(words.help.keys, tuple(_lines(self._own))),
            Card(words.help.about, tuple(_paragraphs(self._said["lines"], room))),
            Card(words.help.keys_everywhere, tuple(_lines(self._everywhere))),
            Card(words.help.always_title, tuple(_paragraphs(words.help.always.lines, room))),
        ]
        return [band for card in found if card.lines for band in alone(card)]


def _lines(keys: Iterable[tuple[str, str]]) -> Iterator[CardLine]:
    yield from (CardLine(((f"{key:<{_WIDTH}}", "key"), (label, "text"))) for key, label in keys)


def _paragraphs(lines: Iterable[str], width: int) -> Iterator[CardLine]:
    for place, line in enumerate(lines):
        if place:
            yield CardLine()
        yield from told(line, width)


def help_of(screen: Screen[Any]) -> Mapping[str, Any]:
    """What is said of a page: with all the others, or by its practice; of a sheet, what it is called."""
    if isinstance(screen, Sheet):
        return {"title": screen.title_said, "lines": []}
    return help_at(getattr(screen, "PLACE", "") or "today")


def help_at(place: str) -> Mapping[str, Any]:
    """By the name of the page."""
    own = (table(practice.content).get("help", {}) for practice in practices() if practice.content)
    said: Mapping[str, Any] = next(found[place] for found in (table("help"), *own) if place in found)
    return said


def keys_of(screen: Screen[Any]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Every key that does something named here: the page's own, and those that hold everywhere."""
    app = screen.app
    own: dict[str, list[str]] = {}
    everywhere: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        is_ours = binding.id or binding.show or binding.description.islower()
        if binding.description and is_ours and active.enabled and not binding.system:
            found = everywhere if active.node is app else own
            found.setdefault(binding.description, []).append(app.get_key_display(binding.with_key(key)))
    if isinstance(screen, Sheet):
        shown = {label: [key] for key, label in screen.KEYS}
        said = {key for keys in shown.values() for key in keys}
        own = shown | {label: keys for label, keys in own.items() if not said.issuperset(keys)}
    moving = {label: own.pop(label) for label in (*own,) if label in _MOVING}
    return _joined(own | moving), _joined(everywhere)


def _joined(found: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [("  ".join(dict.fromkeys(keys)), label) for label, keys in found.items()]
