"""What is kept of an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Written, joined, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Given, Often, Source

AssessmentName = Literal["full", "flagged"]
Wording = Literal["team", "alone"]
WORDINGS: tuple[Wording, ...] = get_args(Wording)

one_of("AssessmentName", get_args(AssessmentName))
one_of("Wording", WORDINGS)


class Assessment(Written):
    """M13 to M15: how often each sign happened in ten working days, and what speaks for and against."""

    kind: ClassVar[str] = "assessments"
    name: AssessmentName
    """All of it, or only the signs that stood out the time before."""
    wording: Wording
    at: datetime
    zone: str
    order: tuple[str, ...]
    """The signs as they were asked, by their ids in assets/content/assessment/signs.toml."""
    answers: Often = NOTHING
    """0 to 4 by sign; one that is not here was left open, or could not be told."""
    unsure: tuple[str, ...] = ()
    """What could not be told."""
    no_occasion: tuple[str, ...] = ()
    """What could not have happened: where nobody proposes any more, nothing is turned down."""
    diagnostics: dict[str, Given] = NOTHING
    """yes, partly, no, unsure, by question."""
    cites: dict[str, tuple[str, ...]] = NOTHING
    """The records an answer rests on, by their ids."""
    more: dict[str, str] = NOTHING
    """What was said where the records say otherwise, by the name of what was asked on."""
    asked: dict[str, str] = NOTHING
    """What was asked on, in its words."""
    spent: dict[str, float] = NOTHING
    """How many seconds each question was in front of the person."""
    again: date | None = None
    """The day on which it is asked once more, when the person wanted that."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(*self.more.values())
