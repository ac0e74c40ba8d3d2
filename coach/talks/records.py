"""What is kept of a talk with somebody who asks back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import Written, joined

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Source


class Talk(Written):
    """M9: the agenda before it, what was agreed, the next date."""

    kind: ClassVar[str] = "talks"
    mode = "both"

    day: date
    """When it takes place."""
    at: datetime
    """The day's noon, so that it lies in the month of its day, however long before it was written."""
    zone: str
    to: str
    """With whom."""
    agenda: str = ""
    agreed: str = ""
    """What was agreed, a line each."""
    following: date | None = None
    """The day of the next one."""
    of: str | None = None
    """The packet that was sent before it, by its id."""
    source: Source = "app"

    @property
    def is_told(self) -> bool:
        """Whether it was written down what came of it."""
        return bool(self.agreed)

    @property
    def words(self) -> str:
        """With whom, and what was written."""
        return joined(self.to, self.agenda, self.agreed)
