"""What is kept of looking: what was found, when it was told, and how much was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import Record, one_of

if TYPE_CHECKING:
    from datetime import date, datetime


Coin = Literal["said", "held"]

one_of("Coin", get_args(Coin))


class Found(Record):
    """Something the records said, in the words in which it was told."""

    kind: ClassVar[str] = "findings"

    what: str
    """What kind of finding."""
    about: str
    """What it is about, by a name that stays the same while it is about that."""
    text: str
    asks: str
    """The question it leads to."""
    first: date
    last: date
    """The days it is about."""
    n: float
    effect: float
    chance: float | None = None
    """How often chance gives as much; nothing where something is only counted."""
    looked: float = 0
    """How many things were looked at with it."""
    bars: tuple[str, ...] = ()
    """Its picture: `label|part|said`, a bar each."""
    ids: tuple[str, ...] = ()
    """The records it rests on."""
    against: str = ""
    """What speaks against it."""
    commitment: str = ""
    """The commitment it is about, by its id."""
    of_look: date | None = None
    """The last day of the weeks in which it was found; nothing where it was found on the day it was told."""
    told: date | None = None
    """When it was said unasked."""
    coin: Coin | None = None
    """What a coin said of it, where one was tossed: said, or held back though it would have been said."""
    at: datetime
    zone: str

    @property
    def name(self) -> str:
        """Its own name: what kind, and about what."""
        return f"{self.what} {self.about}"


class Look(Record):
    """That the weeks up to a day were looked at."""

    kind: ClassVar[str] = "looks"

    last: date
    looked: float
    found: float
    at: datetime
    zone: str
