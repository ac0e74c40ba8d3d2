"""What is kept of a calendar: titles the person tagged, their times, their tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Record, each_one_of, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Source

Tag = Literal["direction", "delivery", "admin", "none"]
TAGS: tuple[Tag, ...] = get_args(Tag)
"""L8's three, and what is no meeting of one's work at all."""

Tags = dict[str, Tag]

one_of("Tag", TAGS)
each_one_of("Tags", TAGS)


class Title(Record):
    """A title, and what meetings of this title are for: so that it is asked once."""

    kind: ClassVar[str] = "titles"

    title: str
    tag: Tag


class Audit(Record):
    """L8: ten business days of meetings."""

    kind: ClassVar[str] = "audits"

    first: date
    last: date
    at: datetime
    zone: str
    meetings: dict[str, tuple[str, ...]]
    """By title, each as when it began and how many minutes it took."""
    tags: Tags = NOTHING
    """What each title is for."""
    left: float = 0
    """How many minutes of meetings were not tagged; of them nothing else is kept."""
    has_titles: bool = True
    """Whether the titles are those of the calendar, and not only numbered."""
    source: Source = "app"
