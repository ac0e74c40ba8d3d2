"""Lines that were put in words, wrapped for the width there is; what has a target can be chosen."""

from __future__ import annotations

from operator import eq
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.geometry import Region

from coach.core.safe_text import safe_text, wrapped
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coach.lines import Told
    from screens.widgets.drawn import Piece

_WIDEST, _NARROWEST = 92, 24
_SIGN = "› "
_SCROLLBAR = 2
_ROLES = {"picture": "text", "picture_quiet": "quiet", "offer": "text", "keys": "quiet"}


class Line(NamedTuple):
    """A line as it is drawn."""

    pieces: tuple[Piece, ...] = ()
    target: Any = None


class TellingRows(Rows[Line]):
    """The lines; only those with a target take the cursor."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(lambda line, _: line.pieces, is_heading=lambda line: line.target is None, id=id)
        self._told: list[Told] = []

    @property
    def target(self) -> Any:
        """What the cursor is on; nothing while that is out of sight."""
        top, bottom = self._in_sight()
        return self.current.target if self.current and top <= self.cursor < bottom else None

    def tell(self, told: Iterable[Told], same: Callable[[Any, Any], bool] = eq) -> None:
        """Other lines; the cursor stays on what is the same."""
        self._told = [*told]
        kept = self.current.target if self.current else None
        self._lay_out(lambda line: kept is not None and same(line.target, kept))

    def action_move(self, step: int) -> None:
        """The next line that can be chosen, when it is in sight; else the text goes on by a line."""
        top, bottom = self._in_sight()
        ahead = range(max(self.cursor + 1, top), bottom)
        if step < 0:
            ahead = range(min(self.cursor, bottom) - 1, top - 1, -1)
        found = next((place for place in ahead if self.items[place].target is not None), None)
        if found is None:
            self.scroll_to(y=top + step, animate=False)
        else:
            self.cursor = found

    @property
    def is_choosable(self) -> bool:
        """Only what can be seen is opened."""
        return self.target is not None

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What came into sight can be chosen, what went out of it cannot."""
        super().watch_scroll_y(old_value, new_value)
        self.tell_keys()
        self.post_message(self.Highlighted(self))

    def action_page(self, step: int) -> None:
        """A page on; the cursor comes along where there is something to choose."""
        top, bottom = self._in_sight()
        self.scroll_to(y=top + step * max(bottom - top - 1, 1), animate=False)
        self.call_after_refresh(self._come_along)

    def _come_along(self) -> None:
        top, bottom = self._in_sight()
        if not top <= self.cursor < bottom:
            self.cursor = next(
                (place for place in range(top, bottom) if self.items[place].target is not None), self.cursor
            )

    def _in_sight(self) -> tuple[int, int]:
        top = round(self.scroll_y)
        return top, min(top + self.size.height, len(self.items))

    def _keep_in_sight(self) -> None:
        """A text is read from its beginning: new lines leave it where it is."""

    def watch_cursor(self) -> None:
        """The line that was gone to comes into sight."""
        super().watch_cursor()
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Wrapped anew."""
        place = self.cursor
        self._lay_out(lambda _: False)
        self.go(min(place, len(self.items) - 1))
        super().on_resize()

    def _lay_out(self, keep: Callable[[Line], bool]) -> None:
        width = max(min(self.size.width - _SCROLLBAR, _WIDEST), _NARROWEST)
        self.show([line for each in self._told for line in _lines(each, width)], keep=keep)


def role_of(told: Told) -> str:
    """How a line that was put in words is drawn."""
    return _ROLES.get(told.role, told.role)


def _lines(told: Told, width: int) -> Iterator[Line]:
    role = role_of(told)
    if told.role.startswith("picture"):
        yield Line(((safe_text(told.text), role),), told.target)
        return
    text = safe_text(told.text)
    sign = _SIGN if told.target is not None else ""
    label, text = text[: told.hang], text[told.hang :]
    hang = " " * (told.indent + len(sign) + told.hang)
    first, *more = wrapped(text, width - len(hang)) or [""]
    yield Line(((" " * told.indent + sign, "accent"), (label + first, role)), told.target)
    yield from (Line(((hang, "text"), (each, role))) for each in more)
