"""What is kept of an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import Record, one_of

if TYPE_CHECKING:
    from datetime import date

Exempt = Literal["pause", "limit"]

one_of("Exempt", get_args(Exempt))


class Rest(Record):
    """L15: an exception with an expiry. Either days of rest, of one commitment or of everything; or more
    commitments at a time than the limit."""

    kind: ClassVar[str] = "exceptions"

    what: Exempt
    first: date
    until: date
    """The last day of it."""
    commitment: str | None = None
    because: str = ""
