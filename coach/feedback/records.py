"""What is kept of what others said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import Written, joined, one_of

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Given, Source

Role = Literal["team", "peer", "manager", "mentor", "observer", "other"]
ROLES: tuple[Role, ...] = get_args(Role)

one_of("Role", ROLES)


class Feedback(Written):
    """M9, M16: who was asked what, what they answered, and what follows."""

    kind: ClassVar[str] = "feedback"

    role: Role
    asked: str
    """The question in the words in which it was asked."""
    at: datetime
    zone: str
    name: str = ""
    question: str | None = None
    """By its id in assets/content/feedback/feedback.toml, when it is one of those."""
    expected: Given | None = None
    """How one would have answered oneself."""
    seen: Given | None = None
    """How they see it."""
    answer: str = ""
    will: str = ""
    """What one does about it."""
    of: str | None = None
    """What it is about, by its id."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.name, self.asked, self.answer, self.will)
