"""What is kept of the cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Record, Written, joined, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Fields, ReassessmentName, Source

SeasonName = Literal["execution", "redesign"]

one_of("SeasonName", get_args(SeasonName))


class Season(Record):
    """S2: a stretch of execution or of redesign. It begins when the person opens it and not by itself."""

    kind: ClassVar[str] = "seasons"

    name: SeasonName
    rhythm: str
    """By its id in assets/content/cycle/rhythms.toml, or weeks like 8+2."""
    starts: date
    ends: date
    """The last day as it was planned; days of rest come on top."""
    due: date | None = None
    """The day it was planned for, when another season led up to it."""
    planned: date | None = None
    """The last day as it was planned at first, where it was moved."""
    closed: date | None = None
    """The first day that is no longer in it."""
    left: bool = False
    """Whether it was a window in which nothing was decided."""
    because: str = ""
    """S9: what shifted, when the window was opened before its day."""


class Reassessment(Written):
    """S3, S9, S10: the direction itself, questioned step by step. What is decided is carried out together,
    when it is closed."""

    kind: ClassVar[str] = "reassessments"

    name: ReassessmentName
    season: str
    """The season it is held in, by its id."""
    at: datetime
    zone: str
    answers: dict[str, str] = NOTHING
    """By the question's id."""
    cites: dict[str, tuple[str, ...]] = NOTHING
    """The records an answer rests on, by their ids."""
    spent: dict[str, float] = NOTHING
    """How many seconds each question was in front of the person."""
    sealed: datetime | None = None
    """Since when the answers rest."""
    unsealed: datetime | None = None
    """When they were opened before they had rested."""
    ratings: dict[str, float] = NOTHING
    """How well each part of the frame still holds, 1 to 5."""
    gates: dict[str, dict[str, str]] = NOTHING
    """What is to become of each commitment, by its id."""
    frame: dict[str, str] = NOTHING
    """The parts of the frame that are to be others."""
    conditions: dict[str, str] = NOTHING
    """S17: the real condition behind each change."""
    keeps: str = ""
    """Why what stays, stays."""
    surprised: str = ""
    """S11: which answer came as a surprise."""
    closed: datetime | None = None
    left: datetime | None = None
    """When its window was left without being closed."""
    changed: tuple[str, ...] = ()
    """The parts of the frame that became others."""
    source: Source = "app"

    @property
    def is_sealed(self) -> bool:
        """S3: whether the answers are out of sight, wherever one looks."""
        return bool(self.sealed) and not (self.closed or self.left)

    def as_json(self) -> Fields:
        """As a program is shown it: what is sealed is not."""
        shown = super().as_json()
        return {name: each for name, each in shown.items() if name != "answers"} if self.is_sealed else shown

    @property
    def words(self) -> str:
        """What was written. What is sealed is not found before the window is closed."""
        answers = () if self.is_sealed else self.answers.values()
        return joined(*answers, *self.conditions.values(), self.keeps, self.surprised)
