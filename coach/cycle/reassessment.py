"""S3: a reassessment as plain functions of what was said so far: which step it is at, and what is open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.frame.frames import PARTS

if TYPE_CHECKING:
    from coach.core.own_days import Days
    from coach.cycle.records import Reassessment
    from coach.frame.records import Frame

Step = Literal["questions", "signals", "commitments", "frame", "close"]
STEPS: tuple[Step, ...] = ("questions", "signals", "commitments", "frame", "close")
HARD = ("contradicts", "optimising", "noticing")
"""S3: the three questions, by the names of assets/content/cycle/reassessment.toml."""
AUTOMATION = ("unchosen", "dependency", "invisible", "gains")
"""S16."""
SUDDEN = ("premise", "still_true", "decided", "waits")
"""S9, S10: what a reassessment that was called, or an emergency, is asked."""
RATED = ("direction", "giving_up", "outcome", "flow")
URGENT = (*RATED, "context")
"""S10, M4: what an emergency may change."""
OFTEN = 3
"""So often in ten weeks that execution breaks."""
LATELY = timedelta(weeks=10)
RARE = 2
"""So many cycles without one: then the frame is no longer on anybody's mind."""
_DAY = timedelta(days=1)


class Stands(NamedTuple):
    """Where a reassessment stands."""

    day: date
    reassessment: Reassessment | None
    rests_until: date | None
    """The first day on which the answers may be opened, while they rest."""
    signals: int
    """How many wait for their answer."""
    settled: int
    commitments: int
    """How many have not been through their gate in this window."""
    through: int

    @property
    def step(self) -> Step:
        """What is next. Everything after the seal waits for it."""
        kept = self.reassessment
        if kept is None or kept.sealed is None or self.rests_until:
            return "questions"
        if self.signals:
            return "signals"
        if self.commitments:
            return "commitments"
        return "close" if is_decided(kept) else "frame"

    @property
    def is_open(self) -> bool:
        """Whether the deciding steps are open."""
        return is_opened(self.reassessment) and not self.rests_until


def rests_until(reassessment: Reassessment | None, days: Days, nights: int = 1) -> date | None:
    """Until when the answers rest: so many days after they were sealed, unless they were opened before."""
    if reassessment is None or reassessment.sealed is None or reassessment.unsealed:
        return None
    opens = days.of(reassessment.sealed) + nights * _DAY
    return opens if days.today < opens else None


def is_opened(reassessment: Reassessment | None) -> bool:
    """Whether the hard questions are answered and sealed, or were opened on purpose without that."""
    return reassessment is not None and bool(reassessment.sealed or reassessment.unsealed)


def is_decided(reassessment: Reassessment) -> bool:
    """Whether it was said what the frame is to be: other in some part, or as it is."""
    return bool(reassessment.frame or reassessment.keeps)


def changed_parts(reassessment: Reassessment, frame: Frame | None) -> list[str]:
    """The parts of the frame that would become others."""
    return [name for name in PARTS if is_other(frame, name, reassessment.frame.get(name))]


def is_other(frame: Frame | None, name: str, said: str | None) -> bool:
    """Whether what is said of a part is not what stands there."""
    return said is not None and " ".join(said.split()) != (getattr(frame, name, None) or "")


def answered(reassessment: Reassessment) -> bool:
    """Whether one of the hard questions has an answer."""
    return any(reassessment.answers.get(name, "").strip() for name in questions(automation=True))


def unfounded(reassessment: Reassessment, frame: Frame | None) -> list[str]:
    """S17: the changes without a real condition behind them."""
    given = {name for name, text in reassessment.conditions.items() if text.strip()}
    return [name for name in changed_parts(reassessment, frame) if name not in given]


def is_founded(reassessment: Reassessment) -> bool:
    """Whether the frame changed, or was kept for a reason that rests on a record."""
    return bool(reassessment.changed or (reassessment.keeps and reassessment.cites.get("keeps")))


def questions(*, automation: bool) -> tuple[str, ...]:
    """What is asked on the empty page."""
    return HARD + (AUTOMATION if automation else ())


def cited(reassessment: Reassessment) -> tuple[int, int]:
    """How many of the answers rest on a record, of how many."""
    conditions = {f"condition-{name}": text for name, text in reassessment.conditions.items()}
    answers = {name: text for name, text in reassessment.answers.items() if name not in SUDDEN}
    said = {**answers, **conditions, "keeps": reassessment.keeps}
    given = [name for name, text in said.items() if text.strip()]
    return sum(bool(reassessment.cites.get(name)) for name in given), len(given)
