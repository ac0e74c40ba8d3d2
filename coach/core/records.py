"""What is kept: one small frozen class per kind. Read it as a glossary."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

from coach.core.days import day_of
from coach.core.record import Record, one_of

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from coach.core.record import Fields

Mode = Literal["managing", "leading", "both"]
Source = Literal["shell", "app", "import"]
Mostly = Literal["direction", "delivery", "admin"]
About = Literal["people", "value", "workaround", "contradicts", "automation"]
SeasonName = Literal["execution", "redesign"]
Context = Literal[
    "early", "scaling", "mature", "crisis", "steady", "first-years", "middle-years", "later-years"
]
Exempt = Literal["pause", "limit"]
Ending = Literal["finished", "dropped", "ended"]
Result = Literal["kept", "partly", "missed", "pass"]
Reason = Literal["capacity", "waiting", "cue", "forgot", "unclear", "changed", "unusual"]
TurnResult = Literal["renew", "change", "expand", "end", "finish", "renegotiate", "drop"]
ReflectionName = Literal["weekly", "monthly", "quarterly", "action", "replant"]
Settled = Literal["change", "test", "keep", "drop"]
ReassessmentName = Literal["window", "called", "emergency"]
Said = Literal["useful", "not useful", "wrong", "later"]
AssessmentName = Literal["full", "flagged"]
Wording = Literal["team", "alone"]
Given = Literal["yes", "partly", "no", "unsure"]
Role = Literal["team", "peer", "manager", "mentor", "observer", "other"]
Ladder = Literal["management", "leadership"]
Energy = int
Share = float
"""Of a hundred."""
Often = dict[str, float]
"""How often each sign was, 0 to 4."""
Skills = dict[str, float]
"""How well each is done, 1 to 5."""

MODES: tuple[Mode, ...] = get_args(Mode)
MOSTLY: tuple[Mostly, ...] = get_args(Mostly)
ABOUT: tuple[About, ...] = get_args(About)
CONTEXTS: tuple[Context, ...] = get_args(Context)
RESULTS: tuple[Result, ...] = get_args(Result)
REASONS: tuple[Reason, ...] = get_args(Reason)
TURNS: tuple[TurnResult, ...] = get_args(TurnResult)
REFLECTIONS: tuple[ReflectionName, ...] = get_args(ReflectionName)
SETTLED: tuple[Settled, ...] = get_args(Settled)
WORDINGS: tuple[Wording, ...] = get_args(Wording)
GIVEN: tuple[Given, ...] = get_args(Given)
ROLES: tuple[Role, ...] = get_args(Role)
LADDERS: tuple[Ladder, ...] = get_args(Ladder)
CHOICES = {
    "Mode": MODES, "Mostly": MOSTLY, "About": ABOUT, "SeasonName": get_args(SeasonName), "Context": CONTEXTS,
    "Exempt": get_args(Exempt), "Ending": get_args(Ending), "Result": RESULTS, "Reason": REASONS,
    "TurnResult": TURNS, "ReflectionName": REFLECTIONS, "Said": get_args(Said), "Settled": SETTLED,
    "ReassessmentName": get_args(ReassessmentName), "AssessmentName": get_args(AssessmentName),
    "Wording": WORDINGS, "Given": GIVEN, "Role": ROLES, "Ladder": LADDERS,
}  # fmt: skip
for _name, _values in CHOICES.items():
    one_of(_name, _values)


_NOTHING: Any = MappingProxyType({})
"""One for all, so not to be written to."""


class Untagged(Record):
    """What is found by its words alone: only an entry has tags and a mode."""

    mode: ClassVar[None] = None
    labels: ClassVar[tuple[str, ...]] = ()


class Entry(Record):
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
    prompt: str | None = None
    """The question it answers, by its id in assets/content/prompts.toml."""

    @property
    def words(self) -> str:
        """What was written."""
        return self.text

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is found by, besides its words."""
        return self.tags


class Checkin(Record):
    """How a day was, in half a minute. Every field may be left out; there is at most one a day."""

    kind: ClassVar[str] = "checkins"

    day: date
    at: datetime
    """The day's noon, so that it lies in the month of its day whenever it was written."""
    zone: str
    energy: Energy | None = None
    mostly: Mostly | None = None
    gave: str | None = None
    """The tag that gave energy, "+"."""
    took: str | None = None
    """The tag that took energy, "-"."""
    line: str = ""
    unusual: bool = False
    """Leaves the day out of every rule."""
    recalled: bool = False
    """Written so late that it is memory more than a record."""
    source: Source = "shell"
    mode: ClassVar[None] = None

    @property
    def words(self) -> str:
        """What was written, and what gave and took."""
        return checkin_words(self.line, self.gave, self.took)

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is found by, besides its words."""
        return tuple(tag for tag in (self.gave, self.took) if tag)


def checkin_words(line: str, gave: str | None, took: str | None) -> str:
    """What a check-in is found by."""
    parts = [line, f"+ {gave}" if gave else "", f"− {took}" if took else ""]
    return "  ".join(part for part in parts if part)


class Signal(Untagged):
    """S4: something noticed about the frame, parked until it is on the table."""

    kind: ClassVar[str] = "signals"

    text: str
    at: datetime
    zone: str
    about: About | None = None
    """What it is a signal of, when the person says so."""
    checkin: str | None = None
    """The check-in it was parked in, by its id."""
    source: Source = "shell"
    settled: Settled | None = None
    """What became of it, once the frame was on the table."""
    because: str = ""
    settled_at: datetime | None = None
    in_bulk: bool = False
    """Whether others were settled by the same word."""

    @property
    def words(self) -> str:
        """What was written."""
        return _joined(self.text, self.because)


class Frame(Untagged):
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
    """M3: what kind of season it is for."""
    because: str = ""
    """Why it became so."""
    conditions: dict[str, str] = _NOTHING
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
        return _joined(*said, *self.conditions.values())


class Season(Record):
    """S2: a stretch of execution or of redesign. It begins when the person opens it and not by itself."""

    kind: ClassVar[str] = "seasons"

    name: SeasonName
    rhythm: str
    """By its id in assets/content/rhythms.toml, or weeks like 8+2."""
    starts: date
    ends: date
    """The last day as it was planned; days of rest come on top."""
    due: date | None = None
    """The day it was planned for, when another season led up to it."""
    closed: date | None = None
    """The first day that is no longer in it."""
    because: str = ""
    """S9: what shifted, when the window was opened before its day."""


class Rest(Record):
    """L15: an exception with an expiry. Either days of rest, of one commitment or of everything; or more
    commitments at a time than the limit."""

    kind: ClassVar[str] = "exceptions"

    what: Exempt
    first: date
    until: date
    """The last day of it."""
    commitment: str | None = None
    because: str = ""


class Commitment(Untagged):
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
    drop_if: str = ""
    process: bool = False
    """L19: whether it is a rule for how things are done."""
    avoids: str = ""
    """L19: the decision that the rule would stand in for."""
    practice: str | None = None
    """What it was adopted from, by its id in practices.toml, signs.toml or ladders.toml in assets/content."""
    trial_of: str | None = None
    """The reflection or assessment it is an experiment of, by its id."""
    ended: date | None = None
    ended_as: Ending | None = None

    @property
    def at(self) -> datetime:
        """When it was made."""
        return self.created

    @property
    def words(self) -> str:
        """What was written."""
        said = (self.text, self.why, self.problem, self.obstacle, self.cue, self.act, self.drop_if)
        return _joined(*said, self.avoids)


class Mark(Record):
    """How it went on a day. There is at most one for a commitment and a day."""

    kind: ClassVar[str] = "marks"

    commitment: str
    day: date
    at: datetime
    """The day's noon, so that it lies in the month of its day whenever it was written."""
    zone: str
    result: Result
    reason: Reason | None = None
    source: Source = "shell"


class Turn(Untagged):
    """What became of a commitment at one point: through its gate, or by a decision on the way."""

    kind: ClassVar[str] = "turns"

    commitment: str
    result: TurnResult
    at: datetime
    zone: str
    answers: dict[str, str] = _NOTHING
    """S6: what the gate asked, by the question's id."""
    because: str = ""
    was: str = ""
    """How it stood before, in words."""

    @property
    def words(self) -> str:
        """What was written."""
        return _joined(self.because, *self.answers.values())


class Reflection(Untagged):
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
    before: dict[str, str] = _NOTHING
    """M7: what was answered before one's own records lay beside the question, where it was another answer."""
    asked: dict[str, str] = _NOTHING
    """Each question in the words in which it was asked."""
    cites: dict[str, tuple[str, ...]] = _NOTHING
    """The records an answer rests on, by their ids."""
    experiment: str = ""
    """What is tried in the time to come."""
    of: str | None = None
    """L17: the record it looks back on, by its id."""
    plans: tuple[str, ...] = ()
    """If-then lines for what comes."""
    flow: float | None = None
    outcome: float | None = None
    """L10: the two numbers of the frame."""
    source: Source = "shell"

    @property
    def words(self) -> str:
        """What was written."""
        return _joined(*self.answers.values(), self.experiment, *self.plans)


class Reassessment(Untagged):
    """S3, S9, S10: the direction itself, questioned step by step. What is decided is carried out together,
    when it is closed."""

    kind: ClassVar[str] = "reassessments"

    name: ReassessmentName
    season: str
    """The season it is held in, by its id."""
    at: datetime
    zone: str
    answers: dict[str, str] = _NOTHING
    """By the question's id."""
    cites: dict[str, tuple[str, ...]] = _NOTHING
    """The records an answer rests on, by their ids."""
    spent: dict[str, float] = _NOTHING
    """How many seconds each question was in front of the person."""
    sealed: datetime | None = None
    """Since when the answers rest."""
    unsealed: datetime | None = None
    """When they were opened before they had rested."""
    ratings: dict[str, float] = _NOTHING
    """How well each part of the frame still holds, 1 to 5."""
    gates: dict[str, dict[str, str]] = _NOTHING
    """What is to become of each commitment, by its id."""
    frame: dict[str, str] = _NOTHING
    """The parts of the frame that are to be others."""
    conditions: dict[str, str] = _NOTHING
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
        return _joined(*answers, *self.conditions.values(), self.keeps, self.surprised)


class Quote(Untagged):
    """L6: the tradeoff as the person had it in mind."""

    kind: ClassVar[str] = "quotes"

    text: str
    at: datetime
    zone: str
    frame: str
    """The frame it was quoted from, by its id."""
    source: Source = "shell"

    @property
    def words(self) -> str:
        """What was written."""
        return self.text


class Assessment(Untagged):
    """M13 to M15: how often each sign happened in ten working days, and what speaks for and against."""

    kind: ClassVar[str] = "assessments"
    words: ClassVar[str] = ""

    name: AssessmentName
    """All of it, or only the signs that stood out the time before."""
    wording: Wording
    at: datetime
    zone: str
    order: tuple[str, ...]
    """The signs as they were asked, by their ids in assets/content/signs.toml."""
    answers: Often = _NOTHING
    """0 to 4 by sign; one that is not here was left open, or could not be told."""
    unsure: tuple[str, ...] = ()
    """What could not be told."""
    diagnostics: dict[str, Given] = _NOTHING
    """yes, partly, no, unsure, by question."""
    cites: dict[str, tuple[str, ...]] = _NOTHING
    """The records an answer rests on, by their ids."""
    spent: dict[str, float] = _NOTHING
    """How many seconds each question was in front of the person."""
    again: date | None = None
    """The day on which it is asked once more, when the person wanted that."""
    source: Source = "app"


class Diagnosis(Untagged):
    """M2: five questions on a situation, and the blend they give."""

    kind: ClassVar[str] = "diagnoses"

    text: str
    """The situation."""
    at: datetime
    zone: str
    answers: dict[str, str]
    """By the ids of assets/content/diagnosis.toml."""
    leading: Share
    """How much of it asks for leading, of a hundred."""
    usual: Share | None = None
    """How much is usual for the context it was in."""
    context: Context | None = None
    crisis: str = ""
    """M4: how long the crisis lasted by then, by its name in assets/content/diagnosis.toml."""
    commitment: str | None = None
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return self.text

    @property
    def about(self) -> str:
        """What is looked at each time: a commitment, or the same words."""
        return self.commitment or self.text


class LadderRating(Untagged):
    """M6: how far one is on a ladder, skill by skill, once a quarter."""

    kind: ClassVar[str] = "ladders"
    words: ClassVar[str] = ""

    ladder: Ladder
    last: date
    """The last day of the quarter."""
    at: datetime
    zone: str
    skills: Skills
    """1 to 5, by the ids of assets/content/ladders.toml."""
    source: Source = "app"


class Round(Untagged):
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
        return _joined(self.plan, self.review, self.did, self.landed, self.missing, self.adjust)


class Feedback(Untagged):
    """M9, M16: who was asked what, what they answered, and what follows."""

    kind: ClassVar[str] = "feedback"

    role: Role
    asked: str
    """The question in the words in which it was asked."""
    at: datetime
    zone: str
    name: str = ""
    question: str | None = None
    """By its id in assets/content/feedback.toml, when it is one of those."""
    expected: Given | None = None
    """How one would have answered oneself."""
    seen: Given | None = None
    """How they see it."""
    answer: str = ""
    will: str = ""
    """What one does about it."""
    of: str | None = None
    """What it is about, by its id."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return _joined(self.name, self.asked, self.answer, self.will)


class Person(Record):
    """Somebody else, whose name a packet does not carry."""

    kind: ClassVar[str] = "people"

    name: str
    said: str
    """What stands in its place: a role or an initial."""


class Packet(Untagged):
    """L13: what left for a mentor, exactly as it left."""

    kind: ClassVar[str] = "packets"

    to: str
    ask: str
    """The one thing that is asked of them."""
    first: date
    last: date
    """The days it is about."""
    at: datetime
    zone: str
    words_of_own: dict[str, str] = _NOTHING
    """What was written for it: whom the direction is for, quality, cost, what is to be challenged."""
    sections: tuple[str, ...] = ()
    """Those that were wanted in it."""
    lines: tuple[str, ...] = ()
    """The names of all lines that left."""
    document: str = ""
    """As it left, in Markdown."""
    files: tuple[str, ...] = ()
    """Where it was written."""
    source: Source = "app"

    @property
    def words(self) -> str:
        """What was written."""
        return _joined(self.to, self.ask, *self.words_of_own.values())


class Reply(Record):
    """What the person said to something the coach noticed."""

    kind: ClassVar[str] = "replies"

    about: str
    """What was noticed, by a name that stays the same while it does."""
    said: Said
    at: datetime
    zone: str


Written = (
    Entry | Checkin | Signal | Turn | Reflection | Reassessment | Quote | Assessment | Diagnosis
    | LadderRating | Round | Feedback | Packet | Commitment | Frame
)  # fmt: skip
"""What has words and a moment: what can be listed by time and searched."""

WRITTEN: tuple[type[Written], ...] = get_args(Written)
KINDS: dict[str, type[Record]] = {cls.kind: cls for cls in (*WRITTEN, Mark, Season, Rest, Reply, Person)}


NAMES = {
    "entries": "entry", "checkins": "check-in", "signals": "signal", "frames": "frame", "seasons": "season",
    "exceptions": "exception", "commitments": "commitment", "marks": "mark", "turns": "turn",
    "reflections": "reflection", "reassessments": "reassessment", "quotes": "quote", "replies": "reply",
    "assessments": "assessment", "diagnoses": "five questions", "ladders": "ladder",
    "rounds": "practice round", "feedback": "feedback", "packets": "packet", "people": "person",
}  # fmt: skip
"""A single one of each kind."""


def written_on(record: Written, ends: time) -> date:
    """The person's day a record belongs to: at 02:00 it is still yesterday."""
    return record.day if isinstance(record, Checkin) else day_of(record.at, ends)


def day_about(record: Record, ends: time) -> date:
    """The person's day any record belongs to: its own, or the one on which it happened or was made."""
    own: date | None = getattr(record, "day", None)
    return own or day_of(getattr(record, "at", record.created), ends)


def _joined(*said: str) -> str:
    return "\n".join(each for each in said if each)
