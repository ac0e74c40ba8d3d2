"""What is kept of something one prepared for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import NOTHING, Written, joined

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Source


class Preparation(Written):
    """M19: both halves of one act, written down before it, and what came of it."""

    kind: ClassVar[str] = "preparations"
    mode = "both"

    card: str
    """Which situation, by its id in assets/content/preparing/situations.toml."""
    day: date
    """When it takes place."""
    at: datetime
    """The day's noon, so that it lies in the month of its day, however long before it was written."""
    zone: str
    text: str = ""
    """What it is about."""
    settle: str = ""
    people: str = ""
    sentence: str = ""
    cue: str = ""
    act: str = ""
    of: str | None = None
    """The commitment or the entry it is about, by its id."""
    after: dict[str, str] = NOTHING
    """What was answered afterwards: to its own questions by their place, and `next`."""
    source: Source = "app"

    @property
    def is_told(self) -> bool:
        """Whether it was looked back on."""
        return bool(self.after)

    @property
    def words(self) -> str:
        """What was written."""
        own = (self.text, self.settle, self.people, self.sentence, self.cue, self.act)
        return joined(*own, *self.after.values())
