"""What the journal keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import Written

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Fields, Mode, Source


class Entry(Written):
    """A piece of journal: what was on the person's mind, and when."""

    kind: ClassVar[str] = "entries"

    text: str
    at: datetime
    """When it happened, in the wall time of where it happened."""
    zone: str
    tags: tuple[str, ...] = ()
    mode: Mode | None = None
    share: bool = False
    """Whether a packet for a mentor may carry it. Off until the person says so."""
    source: Source = "shell"
    files: tuple[str, ...] = ()
    """What belongs to it and lies elsewhere, each by its path; nothing of it is copied."""
    prompt: str | None = None
    """The question it answers, by its id in assets/content/journal/prompts.toml."""

    @property
    def words(self) -> str:
        """What was written."""
        return self.text

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is found by, besides its words."""
        return self.tags

    @classmethod
    def words_in(cls, fields: Fields) -> str:
        """The words of a record that is not one yet."""
        return str(fields.get("text", ""))
