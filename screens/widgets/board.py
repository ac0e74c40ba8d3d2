"""A board of cards: the one the cursor is in is lit, and only what is on screen is drawn."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from coach.core.texts import words
from screens.widgets import cards
from screens.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.events import Click

Bands: TypeAlias = "Callable[[int, int], Sequence[cards.Band]]"
_LIT = {"line": "accent", "title": "key"}
"""What takes the light of the card the cursor is in."""


class Board(Drawn, can_focus=True):
    """Its cards, and a cursor that goes from line to line, from day to day, from card to card."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "aside(-1)", words.keys.to_the_left, show=False),
        Binding("right", "aside(1)", words.keys.to_the_right, show=False),
        Binding("tab", "card(1)", words.keys.next_card, show=False),
        Binding("shift+tab", "card(-1)", words.keys.card_before, show=False),
        Binding("enter", "choose", words.keys.open),
    ]

    cursor: reactive[int] = reactive(0)
    cell: reactive[int] = reactive(0)

    class Highlighted(Message):
        """The cursor stands elsewhere."""

    class Resized(Message):
        """There is another room for it."""

    class Chosen(Message):
        """What the cursor is on was opened."""

    def __init__(
        self,
        id: str,  # noqa: A002 - Textual's own word
        *,
        is_lit: bool = False,
        is_filled: bool = False,
        scrolls: bool = False,
    ) -> None:
        super().__init__(id=id)
        self._scrolls = scrolls
        """Whether its keys move it, where there is nothing to go to."""
        self._bands: Bands = lambda *_: ()
        self._first: Any = None
        self._keep: Callable[[Any], bool] | None = None
        """What is to be kept, until there is room to lay it out."""
        self._laid_for = (0, 0)
        """The width and the height of the room it was laid out for."""
        self._has_moved = False
        self._board = cards.Board((), ())
        self._is_lit = is_lit
        """Without a cursor in it."""
        self._is_filled = is_filled
        """Down to its bottom edge."""

    @property
    def spot(self) -> cards.Spot | None:
        """Where the cursor is."""
        spots = self._board.spots
        return spots[self.cursor] if 0 <= self.cursor < len(spots) else None

    @property
    def is_choosable(self) -> bool:
        """Whether there is something to open."""
        return self.spot is not None

    @property
    def target(self) -> Any:
        """What the cursor is on."""
        return self.spot.target if self.spot else None

    @property
    def value(self) -> Any:
        """Of a line with parts, the one the cursor is on."""
        spot = self.spot
        return spot.cells[min(self.cell, len(spot.cells) - 1)].value if spot and spot.cells else None

    def words_here(self) -> str:
        """What stands where the cursor is."""
        spot = self.spot
        if spot is None:
            return ""
        line = Strip([Segment(text) for text, _, _ in self._board.lines[spot.top]])
        return line.crop(spot.left, spot.left + spot.width).text

    def show(self, bands: Bands, keep: Callable[[Any], bool] = lambda _: False, first: Any = None) -> None:
        """Other cards, as they are told for a width and a height; the cursor goes to what is to be kept. In a
        line with parts it goes to `first`, until it is moved."""
        self._bands, self._first, self._keep = bands, first, keep
        self._lay_out(keep)

    def _lay_out(self, keep: Callable[[Any], bool]) -> None:
        width, height = self._room(), self.size.height
        if width <= 0:
            return
        self._keep, self._laid_for = None, (width, height)
        board = self._laid_out(width, height)
        most = self._most_lines(height)
        if len(board.lines) > most > 1:
            board = board._replace(lines=(*board.lines[: most - 1], board.lines[-1]))
        before = min(self.cursor, max(len(board.spots) - 1, 0))
        if self.styles.is_auto_height and len(board.lines) != len(self._board.lines):
            self.call_next(self.refresh, layout=True)
        self._board = board
        self.can_focus = self._scrolls or bool(board.spots)
        self.virtual_size = Size(0, len(board.lines))
        place = next((at for at, spot in enumerate(board.spots) if keep(spot.target)), before)
        self.set_reactive(Board.cursor, place)
        self._to_first()
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Highlighted())

    def _room(self) -> int:
        """The columns for cards; a bar at the edge has its own, whether it is there or not."""
        styles = self.styles
        is_kept_free = styles.scrollbar_gutter == "stable"
        return self.outer_size.width - styles.scrollbar_size_vertical * is_kept_free

    def _most_lines(self, height: int) -> int:
        """How many lines can be seen of a board that does not scroll; its lower edge always is."""
        if self.styles.overflow_y != "hidden":
            return 0
        most = self.styles.max_height
        return int(most.value) if self.styles.is_auto_height and most and most.is_cells else height

    def _to_first(self) -> None:
        here = self.spot.cells if self.spot else ()
        own = here or next((each.cells for each in self._board.spots if each.cells), ())
        place = next((at for at, each in enumerate(own) if each.value == self._first), None)
        if place is not None and not (self.has_focus and self._has_moved):
            self.set_reactive(Board.cell, place)

    def _laid_out(self, width: int, height: int) -> cards.Board:
        return cards.laid_out(self._bands(width, height), width, height if self._is_filled else 0)

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight."""
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Highlighted())

    def watch_cell(self) -> None:
        """Another part of the line."""
        self.refresh()
        self.post_message(self.Highlighted())

    def action_move(self, step: int) -> None:
        """To the nearest line below or above; at the edge, the rest comes into sight."""
        spot = self.spot
        found = [
            (not _is_over(spot, each), abs(each.top - spot.top), place)
            for place, each in enumerate(self._board.spots)
            if spot and (each.top - spot.top) * step > 0
        ]
        if found:
            self._go_below(min(found)[2])
        else:
            edge = 0 if step < 0 else self.max_scroll_y
            self.scroll_to(y=self.scroll_y + step if spot is None else edge, animate=False)

    def _go_below(self, place: int) -> None:
        """To a line, and in it to the part that stands where the cursor stood."""
        was, own = self.spot, self._board.spots[place].cells
        if was and was.cells and own:
            at = was.cells[min(self.cell, len(was.cells) - 1)].at
            self.cell = min(range(len(own)), key=lambda each: abs(own[each].at - at))
        self.cursor = place

    def action_aside(self, step: int) -> None:
        """To the part beside, or to the card beside."""
        spot = self.spot
        if spot and spot.cells:
            self._has_moved = True
            self.cell = min(max(min(self.cell, len(spot.cells) - 1) + step, 0), len(spot.cells) - 1)
            return
        found = [
            (abs(each.top - spot.top), place)
            for place, each in enumerate(self._board.spots)
            if spot and (each.left - spot.left) * step > 0 and not each.cells
        ]
        if found:
            self.cursor = min(found)[1]

    def action_card(self, step: int) -> None:
        """To the first line of the next card, round and round."""
        spot, spots = self.spot, self._board.spots
        if spot is None:
            return
        if len({each.card for each in spots}) == 1:
            self.screen.focus_next() if step > 0 else self.screen.focus_previous()
            return
        firsts: dict[int, int] = {}
        for place, each in enumerate(spots):
            firsts.setdefault(each.card, place)
        order = list(firsts)
        self.cursor = firsts[order[(order.index(spot.card) + step) % len(order)]]

    def action_end(self, step: int) -> None:
        """To the first or the last."""
        if not self._board.spots:
            self.scroll_to(y=0 if step < 0 else self.max_scroll_y, animate=False)
        self.cursor = 0 if step < 0 else max(len(self._board.spots) - 1, 0)

    def action_page(self, step: int) -> None:
        """A screen on; the cursor comes along."""
        top = min(max(self.scroll_y + step * max(self.size.height - 1, 1), 0), self.max_scroll_y)
        self.scroll_to(y=top, animate=False)
        seen = [
            place for place, spot in enumerate(self._board.spots) if top <= spot.top < top + self.size.height
        ]
        if seen and self.cursor not in seen:
            self.set_reactive(Board.cursor, seen[0] if step > 0 else seen[-1])
            self.refresh()
            self.post_message(self.Highlighted())

    def action_choose(self) -> None:
        """Opens it."""
        if self.spot:
            self.post_message(self.Chosen())

    def on_focus(self) -> None:
        """The light comes."""
        self.refresh()

    def on_blur(self) -> None:
        """The light goes."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """A click goes there; where the cursor is already, it opens."""
        x, y = event.x, event.y + self.scroll_offset.y
        for place, each in enumerate(self._board.spots):
            if each.top <= y < each.top + each.height and each.left <= x < each.left + each.width:
                at = next((n for n, one in enumerate(each.cells) if one.at <= x < one.at + one.width), None)
                is_here = place == self.cursor and (at is None or at == self.cell)
                self.cursor = place
                self._has_moved = self._has_moved or at is not None
                self.cell = self.cell if at is None else at
                if is_here:
                    self.action_choose()
                return

    def on_resize(self) -> None:
        """Another width, another layout; whoever tells what stands here may tell it anew."""
        kept = self.target
        if self._laid_for != (self._room(), self.size.height):
            self._lay_out(self._keep or (lambda target: target == kept))
        self.post_message(self.Resized())

    def render_lines(self, crop: Region) -> list[Strip]:
        """Laid out for the first frame, which comes before anybody is told of a size."""
        if self._keep is not None:
            self._lay_out(self._keep)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        plain = self.style_of("text")
        if at >= len(self._board.lines):
            return Strip.blank(width, plain)
        spot = self.spot
        here = spot.card if spot and self.has_focus else 0 if self._is_lit else None
        lit = [
            (text, _LIT.get(role, role) if card == here else role)
            for text, role, card in self._board.lines[at]
        ]
        segments = [
            Segment("".join(text for text, _ in own), self.style_of(role))
            for role, own in groupby(lit, key=itemgetter(1))
        ]
        strip = Strip(segments).adjust_cell_length(width, plain)
        return self._under_cursor(strip, spot) if spot and self._is_shown(spot, at) else strip

    def _is_shown(self, spot: cards.Spot, at: int) -> bool:
        """A card with one thing in it is lit itself; a line among others is marked."""
        if not spot.top <= at < spot.top + spot.height:
            return False
        return bool(spot.cells) or sum(each.card == spot.card for each in self._board.spots) > 1

    def _under_cursor(self, strip: Strip, spot: cards.Spot) -> Strip:
        left, right, whole = spot.left, spot.left + spot.width, strip.cell_length
        line = self.marked(strip) if self.has_focus else strip
        parts = [strip.crop(0, left), line.crop(left, right), strip.crop(right, whole)]
        if spot.cells:
            cell = spot.cells[min(self.cell, len(spot.cells) - 1)]
            begins, ends = cell.at, cell.at + cell.width
            marked = self.marked(line.crop(begins, ends), is_cell=True)
            parts[1:2] = [line.crop(left, begins), marked, line.crop(ends, right)]
        return Strip.join(parts)

    def _keep_in_sight(self) -> None:
        spot = self.spot
        if spot is None or not self.size.height:
            return
        first = next(each for each in self._board.spots if each.card == spot.card)
        top = spot.top - 1 if spot is first else spot.top
        region = Region(0, top, self.size.width, spot.top + spot.height + 1 - top)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)


def _is_over(spot: cards.Spot, other: cards.Spot) -> bool:
    """Whether one stands above the other, and not beside."""
    return spot.left < other.left + other.width and other.left < spot.left + spot.width
