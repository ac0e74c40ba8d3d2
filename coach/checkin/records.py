"""What a check-in keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Written, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Energy, Felt, Fields, Source

Mostly = Literal["direction", "delivery", "admin"]
MOSTLY: tuple[Mostly, ...] = get_args(Mostly)
OnDirection = Literal["none", "hour", "half", "most"]
ON_DIRECTION: tuple[OnDirection, ...] = get_args(OnDirection)

one_of("Mostly", MOSTLY)
one_of("OnDirection", ON_DIRECTION)


class Checkin(Written):
    """How a day was, in half a minute. Every field may be left out; there is at most one a day."""

    kind: ClassVar[str] = "checkins"

    day: date
    at: datetime
    """The day's noon, so that it lies in the month of its day whenever it was written."""
    zone: str
    energy: Energy | None = None
    """Of several times, their mean, as one of the five."""
    felt: Felt = NOTHING
    """Of several times a day, each."""
    own: Energy | None = None
    """On the scale of the person's own, from 1 to 5."""
    own_name: str = ""
    """What that scale was called then."""
    mostly: Mostly | None = None
    direction: OnDirection | None = None
    """How much of the day went into the direction."""
    gave: str | None = None
    """The tag that gave energy, "+"."""
    took: str | None = None
    """The tag that took energy, "-"."""
    line: str = ""
    unusual: bool = False
    """Leaves the day out of every rule."""
    recalled: bool = False
    """Written so late that it is memory more than a record."""
    source: Source = "shell"
    mode: ClassVar[None] = None

    @property
    def mean(self) -> float | None:
        """The day's energy, unrounded."""
        return sum(self.felt.values()) / len(self.felt) if self.felt else self.energy

    @property
    def words(self) -> str:
        """What was written, and what gave and took."""
        return checkin_words(self.line, self.gave, self.took)

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is found by, besides its words."""
        return tuple(tag for tag in (self.gave, self.took) if tag)

    @classmethod
    def words_in(cls, fields: Fields) -> str:
        """The words of a record that is not one yet."""
        return checkin_words(str(fields.get("line", "")), fields.get("gave"), fields.get("took"))


def checkin_words(line: str, gave: str | None, took: str | None) -> str:
    """What a check-in is found by."""
    parts = [line, f"+ {gave}" if gave else "", f"− {took}" if took else ""]
    return "  ".join(part for part in parts if part)
