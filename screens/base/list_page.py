"""A page whose heart is one list: above it, lit, what is next here; beside it, what the cursor is on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content

from coach.core.safe_text import safe_text
from coach.core.texts import words
from screens.base.place import Looking
from screens.base.text_page import delete
from screens.widgets.board import Board
from screens.widgets.cards import Card, alone, inside
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.core.record import Record
    from screens.widgets.drawn import Piece

K = TypeVar("K")
T = TypeVar("T")


class Heading(NamedTuple):
    """A line between items, which the cursor passes over."""

    text: str = ""
    role: str = "strong"


class ListPage(Looking, Generic[K, T]):
    """What is known is gathered in the background; its items, how one looks and opens, are the page's."""

    HAS_LIST = True
    HAS_SIDE: ClassVar[bool] = True
    """Whether something stands beside the list."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "delete", words.keys.delete, id="delete", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.known: K | None = None

    def inside(self) -> Iterator[Widget]:
        """What is next, the list, and what the cursor is on."""
        yield Board(id="lit", is_lit=True)
        with Container(id="list-page"):
            yield Rows[T | Heading](self._draw, is_heading=_is_heading, id="list")
            if self.HAS_SIDE:
                yield Board(id="beside", is_filled=True)

    def on_mount(self) -> None:
        """The keys move the list."""
        self.rows.add_class("card")
        self.rows.focus()

    def on_resize(self) -> None:
        """Another width, another cut."""
        self.show_list()

    @property
    def rows(self) -> Rows[T | Heading]:
        """The list."""
        return self.query_one("#list", Rows)

    @property
    def current(self) -> T | None:
        """What the cursor is on."""
        rows: Rows[T | Heading] | None = self.query_one_optional("#list", Rows)  # none while the page goes
        found = rows.current if rows else None
        return None if isinstance(found, Heading) else found

    async def load(self) -> None:
        """What is known now."""
        coach = self.coach
        known = await self.home.background.do(lambda: self.gather(coach))
        if known is None:
            self.close()
            return
        self.known = known
        self.show_list()

    def show_list(self) -> None:
        """As it is known now; a page that was left meanwhile shows nothing."""
        if self.known is None or not self.size.width or not self.is_attached:
            return
        kept = self.current
        title, hint = self.title_of(self.known)
        self.rows.border_title = Content(safe_text(title))
        self.rows.border_subtitle = Content(safe_text(hint))
        self.rows.empty = self.empty()
        self.rows.show(
            [*self.items(self.known)],
            keep=lambda each: (
                kept is not None and not isinstance(each, Heading) and self.key(each) == self.key(kept)
            ),
        )
        self._light()
        self.refresh_bindings()

    def on_rows_highlighted(self) -> None:
        """Another one beside the list, and other keys."""
        if self.known is not None and self.HAS_SIDE:
            self.attempt(partial(self._tell, self.current), "beside")
        self.refresh_bindings()

    def on_board_resized(self) -> None:
        """What stands beside is told for the room there is."""
        self.on_rows_highlighted()

    def on_rows_chosen(self) -> None:
        """Opens it."""
        if (found := self.current) is not None:
            self.open(found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a record can be deleted."""
        del parameters
        return action != "delete" or self._record() is not None

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        if record := self._record():
            self.home.attempt(partial(delete, self.home, record))

    def gather(self, coach: Coach) -> K | None:
        """What the page shows, found in the background; nothing closes the page."""
        raise NotImplementedError

    def items(self, known: K) -> Iterable[T | Heading]:
        """The lines of the list."""
        raise NotImplementedError

    def draw(self, item: T, width: int) -> Sequence[Piece]:
        """One of them, for so many columns."""
        raise NotImplementedError

    def key(self, item: T) -> object:
        """What an item is known by, from one look to the next."""
        return getattr(item, "id", item)

    def open(self, item: T) -> None:
        """The item was chosen."""

    def title_of(self, known: K) -> tuple[str, str]:
        """The title of the list, and a count or a hint."""
        raise NotImplementedError

    def empty(self) -> str:
        """What is said where nothing is yet."""
        return ""

    def next(self, known: K, width: int) -> Card | None:
        """What is next here, with its key, for so many columns."""
        del known, width
        return None

    def beside(self, item: T, coach: Coach, width: int) -> Card | None:
        """All of an item, found in the background."""
        raise NotImplementedError

    def record(self, item: T) -> Record | None:
        """The record an item stands for, where it can be deleted."""
        del item
        return None

    def _record(self) -> Record | None:
        found = self.current if self.query(Rows) else None
        return None if found is None else self.record(found)

    def _light(self) -> None:
        known = self.known
        if known is None:
            return
        for board in self.query("#lit").results(Board):
            board.display = self.next(known, self.size.width) is not None
            board.show(lambda width, _: alone(self.next(known, inside(width))))

    async def _tell(self, item: T | None) -> None:
        coach, board = self.coach, self.query_one("#beside", Board)
        width, card = board.size.width, None
        if not width:
            self.call_after_refresh(self.on_rows_highlighted)
            return
        if item is not None:
            card = await self.home.background.do(lambda: self.beside(item, coach, inside(width)))
        board.show(lambda *_: alone(card or Card("", ())))

    def _draw(self, item: T | Heading, width: int) -> Sequence[Piece]:
        if isinstance(item, Heading):
            return ((item.text, item.role),)
        return self.draw(item, width)


def _is_heading(item: Any) -> bool:
    return isinstance(item, Heading)
