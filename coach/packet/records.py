"""What is kept of a packet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import NOTHING, Record, Written, joined

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Source


class Packet(Written):
    """L13: what left for a mentor, exactly as it left."""

    kind: ClassVar[str] = "packets"

    to: str
    ask: str
    """The one thing that is asked of them."""
    first: date
    last: date
    """The days it is about."""
    at: datetime
    zone: str
    words_of_own: dict[str, str] = NOTHING
    """What was written for it: whom the direction is for, quality, cost, what is to be challenged."""
    sections: tuple[str, ...] = ()
    """Those that were wanted in it."""
    lines: tuple[str, ...] = ()
    """The names of all lines that left."""
    document: str = ""
    """As it left, in Markdown."""
    files: tuple[str, ...] = ()
    """Where it was written."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.to, self.ask, *self.words_of_own.values())


class Person(Record):
    """Somebody else, whose name a packet does not carry."""

    kind: ClassVar[str] = "people"

    name: str
    said: str
    """What stands in its place: a role or an initial."""
