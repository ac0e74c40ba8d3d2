"""What is kept of the ladders."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import Written, joined, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Skills, Source

Ladder = Literal["management", "leadership"]
LADDERS: tuple[Ladder, ...] = get_args(Ladder)

one_of("Ladder", LADDERS)


class LadderRating(Written):
    """M6: how far one is on a ladder, skill by skill, once a quarter."""

    kind: ClassVar[str] = "ladders"
    words: ClassVar[str] = ""

    ladder: Ladder
    last: date
    """The last day of the quarter."""
    at: datetime
    zone: str
    skills: Skills
    """1 to 5, by the ids of assets/content/ladders/ladders.toml."""
    source: Source = "app"


class Round(Written):
    """M10: a practice written out, done, and looked at."""

    kind: ClassVar[str] = "rounds"

    commitment: str
    """What is practised."""
    at: datetime
    zone: str
    plan: str = ""
    review: str = ""
    did: str = ""
    landed: str = ""
    missing: str = ""
    """What did not land."""
    adjust: str = ""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.plan, self.review, self.did, self.landed, self.missing, self.adjust)
