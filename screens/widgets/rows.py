"""A list of any length: only the rows on screen are ever drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from coach.core.safe_text import cells, cut, safe_text, wrapped
from coach.core.texts import words
from screens.widgets.drawn import Drawn, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.events import Click

T = TypeVar("T")

_AHEAD = 60


class Rows(Drawn, Generic[T], can_focus=True):
    """Rows drawn on demand. What `draw` gives for a row is cut to the width."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", words.keys.open)]

    cursor: reactive[int] = reactive(0)

    class Highlighted(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: Rows[Any]) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> Rows[Any]:
            """The list."""
            return self.rows

    class Chosen(Highlighted):
        """The row under the cursor was opened."""

    class RanShort(Highlighted):
        """The end is near; whoever has more rows may bring them."""

    def __init__(
        self,
        draw: Callable[[T, int], Sequence[Piece]],
        *,
        is_heading: Callable[[T], bool] = lambda _: False,
        id: str | None = None,  # noqa: A002 - Textual's own word
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._is_heading = is_heading
        self.items: list[T] = []
        self.empty = ""

    def show(self, items: list[T], keep: Callable[[T], bool] | None = None) -> None:
        """Other rows; the cursor goes to the first one that is to be kept, or stays where it was."""
        before = self.cursor if keep and self.items else 0
        self.items = items
        place = next((at for at, item in enumerate(items) if keep(item)), before) if keep else 0
        self._measure()
        self.set_reactive(Rows.cursor, self._nearest(place, 1))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Highlighted(self))

    def more(self, items: Sequence[T]) -> None:
        """Further rows at the end."""
        was_empty = not self.items
        self.items += items
        self._measure()
        if was_empty:
            self.cursor = self._nearest(0, 1)
            self.post_message(self.Highlighted(self))
        self.refresh()

    @property
    def current(self) -> T | None:
        """The row under the cursor."""
        found = self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None
        return None if found is None or self._is_heading(found) else found

    def go(self, place: int) -> None:
        """The cursor to a row, or the next one that is no heading."""
        self.cursor = self._nearest(place, 1)

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight."""
        self._keep_in_sight()
        self.refresh()
        self.tell_keys()
        self.post_message(self.Highlighted(self))
        if self.cursor > len(self.items) - _AHEAD:
            self.post_message(self.RanShort(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Also whoever scrolls with the mouse comes to the end."""
        super().watch_scroll_y(old_value, new_value)
        if new_value + self.size.height > len(self.items) - _AHEAD:
            self.post_message(self.RanShort(self))

    def on_resize(self) -> None:
        """As wide as the screen lets it."""
        self._measure()
        self.call_after_refresh(self._keep_in_sight)

    def action_move(self, step: int) -> None:
        """One row on; at the first one, the heading above comes into sight."""
        self.cursor = self._nearest(self.cursor + step, step)
        if step < 0 and self.cursor <= 1:
            self.scroll_to(y=0, animate=False)

    def action_page(self, step: int) -> None:
        """A screen on."""
        self.cursor = self._nearest(self.cursor + step * max(self.size.height - 1, 1), step)

    def action_end(self, step: int) -> None:
        """To the first or the last row there is so far."""
        self.cursor = self._nearest(0 if step < 0 else len(self.items) - 1, -step)
        if step < 0:
            self.scroll_to(y=0, animate=False)

    @property
    def is_choosable(self) -> bool:
        """Whether there is something under the cursor."""
        return self.current is not None

    def action_choose(self) -> None:
        """Opens the row."""
        if self.current is not None:
            self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        """A click chooses; the one under the cursor already is opened."""
        place = event.y + self.scroll_offset.y
        if 0 <= place < len(self.items) and not self._is_heading(self.items[place]):
            if place == self.cursor or event.chain > 1:
                self.cursor = place
                self.action_choose()
            else:
                self.cursor = place

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        plain = self.style_of("text")
        if not self.items and self.empty:
            lines = wrapped(self.empty, max(width, 1))
            here = [Segment(lines[y], self.style_of("quiet"))] if y < len(lines) else []
            return Strip(here).extend_cell_length(width, plain)
        if place >= len(self.items):
            return Strip.blank(width, plain)
        segments, used = [], 0
        is_cursor = place == self.cursor and not self._is_heading(self.items[place])
        for said, role in self._draw(self.items[place], width):
            text, room = safe_text(said), width - used
            piece = text if cells(text) <= room else cut(text, max(room - 1, 0)) + "…" * (room > 0)
            used += cells(piece)
            segments.append(Segment(piece, self.style_of(role)))
        strip = Strip(segments).adjust_cell_length(width, plain)
        return self.marked(strip) if is_cursor else strip

    def _measure(self) -> None:
        self.virtual_size = Size(0, len(self.items))

    def _nearest(self, place: int, step: int) -> int:
        """The row at this place, or the next in this direction that is no heading."""
        if not self.items:
            return 0
        place = min(max(place, 0), len(self.items) - 1)
        ahead, behind = range(place, len(self.items)), range(place, -1, -1)
        for candidates in (ahead, behind) if step > 0 else (behind, ahead):
            for candidate in candidates:
                if not self._is_heading(self.items[candidate]):
                    return candidate
        return place

    def _keep_in_sight(self) -> None:
        if self.items and self.size.height:
            above = 1 if self.cursor and self._is_heading(self.items[self.cursor - 1]) else 0
            region = Region(0, self.cursor - above, self.size.width, 1 + above)
            self.scroll_to_region(region, animate=False, force=True, immediate=True)
