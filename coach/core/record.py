"""What every record has, and how it becomes JSON and comes back. Types of a few rooms stand here, too,
where they are more than a choice (`one_of`)."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, get_args

from coach.core.days import day_of
from coach.core.errors import DamagedError, UsageError
from coach.core.shape import Shape
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import time

Fields = dict[str, Any]
T = TypeVar("T")
NOTHING: Any = MappingProxyType({})
"""One for all, so not to be written to."""

Mode = Literal["managing", "leading", "both"]
Source = Literal["shell", "app", "import"]
Context = Literal[
    "early", "scaling", "mature", "crisis", "steady", "first-years", "middle-years", "later-years"
]
Stage = Literal["first-years", "middle-years", "later-years"]
"""M3: of a career; beside it lies the situation one is in, which is its context."""
Given = Literal["yes", "partly", "no", "unsure"]
ReassessmentName = Literal["window", "called", "emergency"]
Energy = int
Share = float
"""Of a hundred."""
Often = dict[str, float]
"""How often each sign was, 0 to 4."""
Skills = dict[str, float]
"""How well each is done, 1 to 5."""
Felt = dict[str, float]
"""Energy, by the time at which it was said."""
Scores = dict[str, float]
"""Each from 0 to 5."""
Rated = float
"""1 to 5."""
MODES: tuple[Mode, ...] = get_args(Mode)
CONTEXTS: tuple[Context, ...] = get_args(Context)
GIVEN: tuple[Given, ...] = get_args(Given)
STAGES: tuple[Stage, ...] = get_args(Stage)

LOWEST_ENERGY, HIGHEST_ENERGY = 1, 5
_WHOLE = 100


class Record(Shape):
    """What every kind has. `unknown` carries what a newer version wrote, so that nothing is dropped."""

    kind: ClassVar[str]

    id: str
    created: datetime
    """When it was written, by the clock of the machine it was written on."""
    created_zone: str
    updated: datetime | None = None
    unknown: Fields = NOTHING

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        try:
            _restored(type(self), self.fields())
        except (TypeError, ValueError) as reason:
            what = filled(words.core.error.cannot_be_kept, kind=self.kind, id=self.id, reason=reason)
            raise UsageError(what, kept=words.core.error.nothing_was_changed) from reason

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Record) and self.id == other.id and super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self.id)

    def fields(self) -> Fields:
        """The record as JSON keeps it, without its id, which is its key."""
        known = {name: _plain(getattr(self, name)) for name in self.types if name not in {"id", "unknown"}}
        return known | self.unknown

    def is_later_than(self, other: Record | None) -> bool:
        """Of two that a sync left for one thing, the one written or changed later counts."""
        if other is None:
            return True
        return (self.updated or self.created, self.id) > (other.updated or other.created, other.id)

    def as_json(self) -> Fields:
        """The record as a program is shown it."""
        return {"id": self.id, **self.fields()}

    @classmethod
    def read(cls, record_id: str, kept: Mapping[str, Any]) -> Self:
        """The record as it was kept; one that makes no sense is said to be damaged, never guessed."""
        try:
            known = _restored(cls, kept)
            is_known = len(known) == len(kept)
            unknown = NOTHING if is_known else {name: kept[name] for name in kept.keys() - known.keys()}
            record = cls.__new__(cls)
            if not cls.needed <= {"id", *known}:
                Shape.__init__(record, id=record_id, **known)  # says what is missing
            record.__dict__.update(known, id=record_id, unknown=unknown)  # checked just now
        except (TypeError, ValueError) as reason:
            raise DamagedError(f"{cls.kind} {record_id} cannot be read ({reason})") from reason
        return record


class Written(Record):
    """What has words and a moment: what can be listed by time and searched."""

    if TYPE_CHECKING:

        @property
        def at(self) -> datetime:
            """When it happened, or was made."""

        @property
        def words(self) -> str:
            """What was written."""

        @property
        def mode(self) -> Mode | None:
            """The mode it was written in; only an entry has one."""

        @property
        def labels(self) -> tuple[str, ...]:
            """What it is found by, besides its words."""

    else:
        mode = None
        labels = ()

    @classmethod
    def words_in(cls, fields: Fields) -> str:
        """The words of a record that is not one yet: searching through thousands makes none."""
        try:
            return cls.read("", fields).words
        except DamagedError:
            return ""


def day_about(record: Record, ends: time) -> date:
    """The person's day a record belongs to: its own, or the one on which it happened or was made. At 02:00
    it is still yesterday."""
    own: date | None = getattr(record, "day", None)
    return own or day_of(getattr(record, "at", record.created), ends)


def joined(*said: str) -> str:
    """What was written in several places."""
    return "\n".join(each for each in said if each)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict | MappingProxyType):
        return {name: _plain(each) for name, each in value.items()}
    return list(value) if isinstance(value, tuple) else value


def one_of(name: str, values: tuple[Any, ...]) -> None:
    """A field annotated with this name takes one of these values."""

    def restored(value: Any) -> Any:
        if value not in values:
            raise ValueError(f"{value!r} is not one of {', '.join(values)}")
        return value

    if CHOICES.setdefault(name, values) != values:
        raise ValueError(f"{name} is already one of {', '.join(CHOICES[name])}")
    _RESTORERS[name] = restored


def each_one_of(name: str, values: tuple[Any, ...], key: Callable[[Any], Any] | None = None) -> None:
    """A field annotated with this name holds, under names that are texts, one of these values each; `key`
    refuses a name."""
    one_of(f"{name} each", values)
    restored, named = _RESTORERS[f"{name} each"], key or _text

    def each(value: Any) -> dict[str, Any]:
        return {str(named(place) and place): restored(one) for place, one in _is(value, dict).items()}

    EACH[name] = values
    _RESTORERS[name] = each


EACH: dict[str, tuple[Any, ...]] = {}
"""What each value of a field may be, by the name it is annotated with."""
CHOICES: dict[str, tuple[Any, ...]] = {}
"""What a field may be, by the name it is annotated with."""


def _restored(cls: type[Record], kept: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the fields that were kept; what makes no sense is refused."""
    return {name: restored(kept[name]) for name, restored in _restorers(cls).items() if name in kept}


def _restorers(cls: type[Record]) -> dict[str, Callable[[Any], Any]]:
    """For each field of a kind, what makes its value of a JSON value. Found out once."""
    found = _FOUND.get(cls.kind)
    if found is None:
        types = {name: kind for name, kind in cls.types.items() if name not in {"id", "unknown"}}
        found = _FOUND[cls.kind] = {name: _restorer(kind) for name, kind in types.items()}
    return found


def _restorer(annotation: str) -> Callable[[Any], Any]:
    restored = _RESTORERS[annotation.removesuffix(" | None")]
    return _or_none(restored) if annotation.endswith(" | None") else restored


def _or_none(restored: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else restored(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"{value} has no offset")
    return moment


def day_read(value: Any) -> date:
    """A day as it is kept."""
    return date.fromisoformat(_text(value))


def _energy(value: Any) -> int:
    if isinstance(value, bool) or not LOWEST_ENERGY <= _is(value, int) <= HIGHEST_ENERGY:
        raise ValueError(f"{value!r} is not an energy from {LOWEST_ENERGY} to {HIGHEST_ENERGY}")
    return value  # type: ignore[no-any-return]


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is not a number")
    return value


def _step(lowest: int, highest: int) -> Callable[[Any], float]:
    def restored(value: Any) -> float:
        if not lowest <= _number(value) <= highest or value != int(value):
            raise ValueError(f"{value!r} is no step from {lowest} to {highest}")
        return value  # type: ignore[no-any-return]

    return restored


def _share(value: Any) -> float:
    if not 0 <= _number(value) <= _WHOLE:
        raise ValueError(f"{value!r} is no share of a hundred")
    return value  # type: ignore[no-any-return]


def _given(value: Any) -> Any:
    return _RESTORERS["Given"](value)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(each) for each in _is(value, list))


def _named(restored: Callable[[Any], T]) -> Callable[[Any], dict[str, T]]:
    return lambda value: {name: restored(each) for name, each in _is(value, dict).items()}


def _text(value: Any) -> str:
    return _is(value, str)


def _flag(value: Any) -> bool:
    return _is(value, bool)


_RESTORERS: dict[str, Callable[[Any], Any]] = {
    "str": _text,
    "datetime": _moment,
    "date": day_read,
    "tuple[str, ...]": _texts,
    "dict[str, str]": _named(_text),
    "dict[str, tuple[str, ...]]": _named(_texts),
    "dict[str, float]": _named(_number),
    "Share": _share,
    "Often": _named(_step(0, 4)),
    "Skills": _named(_step(1, 5)),
    "Felt": _named(_step(1, 5)),
    "Scores": _named(_step(0, 5)),
    "Rated": _step(1, 5),
    "dict[str, Given]": _named(_given),
    "dict[str, dict[str, str]]": _named(_named(_text)),
    "bool": _flag,
    "float": _number,
    "Energy": _energy,
    "Source": _text,
}
_FOUND: dict[str, dict[str, Callable[[Any], Any]]] = {}


def _is(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value


for _name, _values in {
    "Mode": MODES, "Context": CONTEXTS, "Stage": STAGES,
    "Given": GIVEN, "ReassessmentName": get_args(ReassessmentName),
}.items():  # fmt: skip
    one_of(_name, _values)
