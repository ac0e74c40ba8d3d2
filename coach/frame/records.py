"""What is kept of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Written, joined, one_of

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.record import Context, ReassessmentName, Source, Stage


Less = Literal["flow", "outcome", "both"]
LESS: tuple[Less, ...] = get_args(Less)

one_of("Less", LESS)


class Frame(Written):
    """What the person has decided to hold, as it stood from one change to the next."""

    kind: ClassVar[str] = "frames"

    direction: str
    giving_up: str = ""
    """L6: the tradeoff."""
    outcome: str = ""
    """The number that would prove the bet."""
    flow: str = ""
    """L10: its pair, a number of how the work flows that is hard to game."""
    context: Context | None = None
    """M3: what kind of season it is for. An older frame may say a stage here."""
    stage: Stage | None = None
    """M3: of a career."""
    less: Less | None = None
    """L10: of which of the two numbers less is better."""
    because: str = ""
    """Why it became so."""
    conditions: dict[str, str] = NOTHING
    """S17: the real condition behind each change, by the part that changed."""
    came_of: ReassessmentName | None = None
    """The kind of reassessment that changed it, when it was one."""

    @property
    def at(self) -> datetime:
        """Since when it holds."""
        return self.created

    @property
    def words(self) -> str:
        """What was written."""
        said = (self.direction, self.giving_up, self.outcome, self.flow, self.because)
        return joined(*said, *self.conditions.values())


class Quote(Written):
    """L6: the tradeoff as the person had it in mind."""

    kind: ClassVar[str] = "quotes"

    text: str
    """What is given up."""
    at: datetime
    zone: str
    frame: str
    """The frame it was quoted from, by its id."""
    direction: str = ""
    """The priority, where it was asked for, too."""
    outcome: str = ""
    """The number that would prove the bet."""
    source: Source = "shell"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.text, self.direction, self.outcome)
