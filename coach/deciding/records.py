"""What is kept of decisions, of triage, of who decides what, and of forecasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Record, Written, day_read, each_one_of, joined, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from coach.core.record import Rated, Scores, Share, Source

Came = Literal["yes", "no"]
CAME: tuple[Came, ...] = get_args(Came)
Height = Literal["low", "high"]
HEIGHTS: tuple[Height, ...] = get_args(Height)
Reversible = Literal["yes", "no"]
BUCKETS = ("market", "technical", "organisational")
"""L2: where uncertainty lies."""

Outcome = Literal["alike", "otherwise", "outside", "none"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""How what was handed over was decided in a week: as I would have, otherwise and well, outside its limits."""

one_of("Came", CAME)
Looks = dict[str, Outcome]
one_of("Outcome", OUTCOMES)
each_one_of("Looks", OUTCOMES, day_read)
one_of("Height", HEIGHTS)
one_of("Reversible", get_args(Reversible))


class Decision(Written):
    """L3: something to decide, what was chosen, what is expected of it, and what came of it."""

    kind: ClassVar[str] = "decisions"

    text: str
    options: tuple[str, ...]
    """At least two."""
    decider: str
    at: datetime
    """When it was raised."""
    zone: str
    by: date | None = None
    """Until when it is to be decided."""
    cross: bool = False
    """L4: whether others wait for it: then it is decided within 36 hours."""
    frame: bool = False
    """Whether it touches the direction or what is given up for it."""
    domain: str | None = None
    """L5: the page it takes its roles from, by its id."""
    gives_up: str = ""
    reversal: str = ""
    """The new evidence that would change it."""
    outcome: str = ""
    """What will be seen if it was right."""
    due: date | None = None
    """When that can be seen."""
    odds: Share | None = None
    """How likely that is, of a hundred."""
    failures: tuple[str, ...] = ()
    """Two causes of failure that lie in one's own hands."""
    of: str | None = None
    """What it came from, by its id."""
    chosen: str = ""
    because: str = ""
    dissent: str = ""
    """What was said against it, by whom."""
    decided: datetime | None = None
    made: date | None = None
    """The day it was really made, where that was earlier."""
    came: Came | None = None
    """Whether the outcome was seen."""
    process: Rated | None = None
    """How well it was decided, apart from the outcome, 1 to 5."""
    reviewed: datetime | None = None
    evidence: str = ""
    """What was new when it was reversed."""
    reversed: datetime | None = None
    closed: datetime | None = None
    """When nothing more was expected of it."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(
            self.text, *self.options, self.gives_up, self.reversal, self.outcome, *self.failures,
            self.because, self.dissent, self.evidence,
        )  # fmt: skip

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided."""
        return self.decided is None and self.closed is None

    @property
    def is_active(self) -> bool:
        """Whether anything is still to come of it."""
        return not (self.closed or self.reversed or self.reviewed)


class Agenda(Record):
    """An active decision in short, beside what stays: Today looks at no month for it."""

    kind: ClassVar[str] = "agenda"

    of: str
    """The decision, by its id."""
    month: str
    """The month it lies in."""
    by: date | None = None
    """The day by which it is to be decided, while it is open."""
    until: datetime | None = None
    """The moment by which others wait for it."""
    due: date | None = None
    """When its outcome can be seen, once it is decided."""


class Triage(Written):
    """L1: how ambiguous, how coupled, how reversible something is, and so how to begin."""

    kind: ClassVar[str] = "triages"

    text: str
    ambiguity: Height
    coupling: Height
    reversible: Reversible
    at: datetime
    zone: str
    of: str | None = None
    """The commitment or decision it is about, by its id."""
    handoff: str = ""
    """Where it was split: what goes from one part to the other."""
    parts: tuple[str, ...] = ()
    """The two commitments it became, by their ids."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.text, self.handoff)


class Domain(Record):
    """L5: one page: who recommends, gives input, agrees, performs and decides, and inside which limits."""

    kind: ClassVar[str] = "domains"

    name: str
    decides: str
    recommends: str = ""
    input: str = ""
    agrees: str = ""
    performs: str = ""
    budget: str = ""
    """The limits set before: what it may cost."""
    risk: str = ""
    """What may go wrong."""
    inside: str = ""
    """Who may decide within them."""
    escalates: str = ""
    """What brings it up by itself, for who otherwise jumps into details."""
    looked: date | None = None
    """When its limits were looked at last."""


class Forecast(Written):
    """Two keys: how likely something is to be done by a day."""

    kind: ClassVar[str] = "forecasts"

    text: str
    odds: Share
    due: date
    at: datetime
    zone: str
    of: str | None = None
    """The commitment it is about, by its id."""
    came: Came | None = None
    reviewed: datetime | None = None
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return self.text


class TallyRound(Record):
    """L11: two weeks in which it is counted which decisions needed one person."""

    kind: ClassVar[str] = "tallies"

    first: date
    at: datetime
    zone: str
    stopped: datetime | None = None
    """When it was ended before its two weeks were over."""
    source: Source = "app"


class Tallied(Written):
    """One decision that came up in them."""

    kind: ClassVar[str] = "tallied"

    round: str
    needed_me: bool
    at: datetime
    zone: str
    text: str = ""
    """What it was, if that was said."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return self.text


class Uncertainty(Record):
    """L2: how uncertain something is in a week, in three parts."""

    kind: ClassVar[str] = "uncertainties"

    text: str
    last: date
    """The last day of the week."""
    scores: Scores
    """Each of `BUCKETS`, from 0 to 5."""
    at: datetime
    zone: str
    of: str | None = None
    """The commitment it is about, by its id; without one it is something else in words."""
    source: Source = "app"

    @property
    def total(self) -> int:
        """Of fifteen."""
        return int(sum(self.scores.get(each, 0) for each in BUCKETS))

    @property
    def about(self) -> str:
        """What is scored, by a name that stays the same."""
        return self.of or self.text.casefold()


class Handover(Record):
    """L11: one kind of decision that another takes from now on, within written limits."""

    kind: ClassVar[str] = "handovers"

    text: str
    to: str
    boundary: str
    """Up to where they decide alone: an amount, a risk, what brings it back."""
    day: date
    looks: Looks = NOTHING
    """What was seen of it, by the day one looked."""
    ended: date | None = None
    """Since when it is taken back."""


class TenDays(Record):
    """L12: the programme of ten days."""

    kind: ClassVar[str] = "programmes"

    first: date
    rested: float = 0
    """So many days it was paused so far."""
    paused: date | None = None
    """Since when it is paused now."""
    ended: date | None = None


def running_of(found: Iterable[TenDays]) -> TenDays | None:
    """The latest that was not ended yet, paused or not."""
    own = [each for each in found if each.ended is None]
    return max(own, key=lambda each: (each.first, each.id), default=None)
