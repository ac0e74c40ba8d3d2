"""What is kept of a look back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Record, Written, joined, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Share, Source

ReflectionName = Literal["weekly", "monthly", "quarterly", "yearly", "action", "replant"]
Severity = Literal["noticed", "delayed", "cost", "serious"]
REFLECTIONS: tuple[ReflectionName, ...] = get_args(ReflectionName)

SEVERITIES: tuple[Severity, ...] = get_args(Severity)

Number = Literal["flow", "outcome"]
"""L10: the two of the frame."""

one_of("Number", get_args(Number))
one_of("ReflectionName", REFLECTIONS)
one_of("Severity", SEVERITIES)


class Reflection(Written):
    """A guided look back, as it was answered."""

    kind: ClassVar[str] = "reflections"

    name: ReflectionName
    first: date
    last: date
    """The days it is about."""
    at: datetime
    zone: str
    answers: dict[str, str]
    """By the question's id."""
    before: dict[str, str] = NOTHING
    """M7: what was answered before one's own records lay beside the question, where it was another answer."""
    asked: dict[str, str] = NOTHING
    """Each question in the words in which it was asked."""
    cites: dict[str, tuple[str, ...]] = NOTHING
    """The records an answer rests on, by their ids."""
    experiment: str = ""
    """What is tried in the time to come."""
    of: str | None = None
    """L17: the record it looks back on, by its id."""
    severity: Severity | None = None
    """L17: how grave it was."""
    plans: tuple[str, ...] = ()
    """If-then lines for what comes."""
    came: dict[str, str] = NOTHING
    """What came of each of them, by its place: done, not, or never, where its moment did not come."""
    flow: float | None = None
    outcome: float | None = None
    """L10: the two numbers of the frame."""
    parted: str = ""
    """L10: weekly: that the two numbers had gone in opposite directions for weeks."""
    confidence: Share | None = None
    """How sure the week to come goes as planned."""
    source: Source = "shell"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(*self.answers.values(), self.experiment, *self.plans)


class Reading(Record):
    """L10: one of the frame's two numbers on a day, between the weekly reflections or before one; at most one
    a day of each."""

    kind: ClassVar[str] = "readings"

    name: Number
    value: float
    day: date
    at: datetime
    """The day's noon, so that it lies in the month of its day whenever it was written."""
    zone: str
    source: Source = "shell"
