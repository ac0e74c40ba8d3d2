"""What is kept of a lesson that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import Record, one_of

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Source

Holds = Literal["still", "used", "no"]
ANSWERS: tuple[Holds, ...] = get_args(Holds)

one_of("Holds", ANSWERS)


class Recall(Record):
    """Whether something that was learned still holds."""

    kind: ClassVar[str] = "recalls"

    of: str
    """The record it was learned in, by its id."""
    holds: Holds
    """Still so, used since, or no longer so."""
    at: datetime
    zone: str
    source: Source = "app"
