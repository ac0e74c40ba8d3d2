"""What is kept of five questions on a situation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import Written

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Context, Share, Source


class Diagnosis(Written):
    """M2: five questions on a situation, and the blend they give."""

    kind: ClassVar[str] = "diagnoses"

    text: str
    """The situation."""
    at: datetime
    zone: str
    answers: dict[str, str]
    """By the ids of assets/content/diagnosis/diagnosis.toml."""
    leading: Share
    """How much of it asks for leading, of a hundred."""
    usual: Share | None = None
    """How much is usual for the context it was in."""
    context: Context | None = None
    crisis: str = ""
    """M4: how long the crisis lasted by then, by its name in assets/content/diagnosis/diagnosis.toml."""
    commitment: str | None = None
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return self.text

    @property
    def about(self) -> str:
        """What is looked at each time: a commitment, or the same words."""
        return self.commitment or self.text
