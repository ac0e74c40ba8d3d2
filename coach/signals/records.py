"""What is kept of a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Written, joined, one_of

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Fields, Source

About = Literal["people", "value", "workaround", "contradicts", "automation"]
Settled = Literal["change", "test", "keep", "drop"]
ABOUT: tuple[About, ...] = get_args(About)
SETTLED: tuple[Settled, ...] = get_args(Settled)

one_of("About", ABOUT)
one_of("Settled", SETTLED)


class Signal(Written):
    """S4: something noticed about the frame, parked until it is on the table."""

    kind: ClassVar[str] = "signals"

    text: str
    at: datetime
    zone: str
    about: About | None = None
    """What it is a signal of, when the person says so."""
    checkin: str | None = None
    """The check-in it was parked in, by its id."""
    source: Source = "shell"
    settled: Settled | None = None
    """What became of it, once the frame was on the table."""
    because: str = ""
    settled_at: datetime | None = None
    tries: dict[str, str] = NOTHING
    """What is to be tried once the window is closed: `text`, `rhythm` or `due`, what would be `seen`."""
    in_bulk: bool = False
    """Whether others were settled by the same word."""

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.text, self.because, *self.tries.values())

    @classmethod
    def words_in(cls, fields: Fields) -> str:
        """The words of a record that is not one yet."""
        tries = fields.get("tries")
        planned = map(str, tries.values()) if isinstance(tries, dict) else ()
        return joined(str(fields.get("text", "")), str(fields.get("because", "")), *planned)
