"""What is kept of how others see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import NOTHING, Written, joined

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Given, Often, Source
    from coach.feedback.records import Role


class View(Written):
    """M9: one form that came back. Whoever filled it in is known by their role alone."""

    kind: ClassVar[str] = "views"

    role: Role
    at: datetime
    zone: str
    signs: Often = NOTHING
    """How often each sign was seen, 0 to 4."""
    diagnostics: dict[str, Given] = NOTHING
    answers: dict[str, str] = NOTHING
    """To the three hard questions."""
    source: Source = "import"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(*self.answers.values())
