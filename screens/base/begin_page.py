"""A list page of things that can be begun, by their names, and of the records that came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coach.core.record import Record
from coach.core.texts import words
from coach.describe import in_full, name_of
from screens.base.list_page import ListPage
from screens.routes import open_record
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from coach.app import Coach

K = TypeVar("K")
T = TypeVar("T")


class BeginPage(ListPage[K, T], Generic[K, T]):
    """A name begins something, a record is read."""

    def key(self, item: T) -> object:
        """By its name or its record."""
        return item.id if isinstance(item, Record) else item

    def beside(self, item: T, coach: Coach, width: int) -> Card:
        """What it is for, or all of the record."""
        if isinstance(item, Record):
            return Card(name_of(item), told(in_full(item, coach), width), words.reflect.reads)
        return Card(self.called(item), told(self.about(item), width))

    def open(self, item: T) -> None:
        """Begins it, or reads it."""
        if isinstance(item, Record):
            open_record(self.home, item)
        else:
            self.action_begin(item)

    def record(self, item: T) -> Record | None:
        """A record can be deleted."""
        return item if isinstance(item, Record) else None

    def called(self, name: Any) -> str:
        """What can be begun, in a word or two."""
        raise NotImplementedError

    def about(self, name: Any) -> str:
        """What it is for."""
        raise NotImplementedError

    def action_begin(self, name: Any) -> None:
        """One of them. Each is loaded when it is begun."""
        raise NotImplementedError
