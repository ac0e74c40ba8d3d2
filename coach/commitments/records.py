"""What is kept of what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from coach.core.record import NOTHING, Record, Written, joined, one_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.core.record import Fields, Source

Ending = Literal["finished", "dropped", "ended"]
Result = Literal["kept", "partly", "missed", "pass"]
Reason = Literal["capacity", "waiting", "cue", "forgot", "unclear", "changed", "unusual", "avoided"]
TurnResult = Literal["renew", "change", "expand", "end", "finish", "renegotiate", "drop"]
Said = Literal["useful", "not useful", "wrong", "later"]
RESULTS: tuple[Result, ...] = get_args(Result)
SHORT: frozenset[Result] = frozenset(("missed", "partly"))
"""Less than was meant: there may be a reason."""
REASONS: tuple[Reason, ...] = get_args(Reason)
TURNS: tuple[TurnResult, ...] = get_args(TurnResult)

one_of("Ending", get_args(Ending))
one_of("Result", RESULTS)
one_of("Reason", REASONS)
one_of("TurnResult", TURNS)
one_of("Said", get_args(Said))

TERMS = ("why", "problem", "obstacle", "cue", "act", "to", "area", "drop_if", "avoids")
"""What is said of a commitment besides its outcome and when it is due."""


class Commitment(Written):
    """What a person holds: an outcome, when it is due, and what it is for."""

    kind: ClassVar[str] = "commitments"

    text: str
    """The outcome."""
    starts: date
    gate: date
    """The last day on which it can be renewed; after that it lapses."""
    agreed: date | None = None
    """When that day was last agreed on, if not at the start."""
    rhythm: str = ""
    """How often it is due, as `rhythm.read` understands it."""
    since: date | None = None
    """Since when in this rhythm, if not from the start."""
    due: date | None = None
    """The one day it is due. Without this and without a rhythm it is held and never due."""
    amount: str = ""
    """How much each time, as `amount.read` understands it; of so much once a week, how much in the week."""
    amounts: tuple[str, ...] = ()
    """S6: other amounts since its last gate, so that going over to another unit is no way to more."""
    why: str = ""
    """The clause of the frame it serves."""
    fits: bool | None = None
    """S5: whether it serves the direction, when the person was asked."""
    problem: str = ""
    """S6: what it was made to solve."""
    obstacle: str = ""
    cue: str = ""
    """If this happens, ..."""
    act: str = ""
    """... then I do that."""
    to: str = ""
    """Whom it was promised to."""
    told: datetime | None = None
    """When they were last told that it will not be as promised."""
    area: str = ""
    """The part of life it belongs to."""
    drop_if: str = ""
    process: bool = False
    """L19: whether it is a rule for how things are done."""
    avoids: str = ""
    """L19: the decision that the rule would stand in for."""
    practice: str | None = None
    """What it was adopted from, by its id in practices.toml, signs.toml or ladders.toml in assets/content."""
    trial_of: str | None = None
    """The reflection, assessment or signal it is an experiment of, by its id."""
    moves: str = ""
    """What a trial is to move, as `trial.py` names it."""
    coin: bool = False
    """Whether a coin says each morning if the day goes with it or without."""
    ended: date | None = None
    ended_as: Ending | None = None

    @property
    def at(self) -> datetime:
        """When it was made."""
        return self.created

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.text, *(getattr(self, name) for name in TERMS))

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is found by, besides its words."""
        return (self.area,) if self.area else ()


class Mark(Written):
    """How it went on a day. There is at most one for a commitment and a day."""

    kind: ClassVar[str] = "marks"

    commitment: str
    day: date
    at: datetime
    """The day's noon, so that it lies in the month of its day whenever it was written."""
    zone: str
    result: Result
    reason: Reason | None = None
    amount: float | None = None
    """How much was done, where it has a goal."""
    note: str = ""
    source: Source = "shell"

    @property
    def words(self) -> str:
        """What was written."""
        return self.note

    @classmethod
    def words_in(cls, fields: Fields) -> str:
        """The words of a record that is not one yet."""
        return str(fields.get("note", ""))


class Turn(Written):
    """What became of a commitment at one point: through its gate, or by a decision on the way."""

    kind: ClassVar[str] = "turns"

    commitment: str
    result: TurnResult
    at: datetime
    zone: str
    answers: dict[str, str] = NOTHING
    """S6: what the gate asked, by the question's id."""
    because: str = ""
    was: str = ""
    """How it stood before, in words."""

    @property
    def words(self) -> str:
        """What was written."""
        return joined(self.because, *self.answers.values())


class Reply(Record):
    """What the person said to something the coach noticed."""

    kind: ClassVar[str] = "replies"

    about: str
    """What was noticed, by a name that stays the same while it does."""
    said: Said
    at: datetime
    zone: str
