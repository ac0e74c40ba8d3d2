"""What is kept: one small frozen class per kind. Read it as a glossary."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, get_args

from coach.days import day_of
from coach.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import time

Fields = dict[str, Any]
Mode = Literal["managing", "leading", "both"]
Source = Literal["shell", "app", "import"]
Mostly = Literal["direction", "delivery", "admin"]
T = TypeVar("T")
MODES: tuple[Mode, ...] = get_args(Mode)
MOSTLY: tuple[Mostly, ...] = get_args(Mostly)
LOWEST_ENERGY, HIGHEST_ENERGY = 1, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every kind has. `unknown` carries what a newer version wrote, so that nothing is dropped."""

    kind: ClassVar[str]

    id: str
    created: datetime
    """When it was written, by the clock of the machine it was written on."""
    created_zone: str
    updated: datetime | None = None
    unknown: Fields = field(default_factory=dict)

    def fields(self) -> Fields:
        """The record as JSON keeps it, without its id, which is its key."""
        known = {
            each.name: _plain(getattr(self, each.name))
            for each in fields(self)
            if each.name not in {"id", "unknown"}
        }
        return known | self.unknown

    @classmethod
    def read(cls, record_id: str, kept: Mapping[str, Any]) -> Self:
        """The record as it was kept; one that makes no sense is said to be damaged, never guessed."""
        try:
            known = {name: restored(kept[name]) for name, restored in _restorers(cls).items() if name in kept}
            unknown = {name: kept[name] for name in kept.keys() - known.keys()}
            return cls(id=record_id, unknown=unknown, **known)
        except (TypeError, ValueError) as reason:
            raise DamagedError(f"{cls.kind} {record_id} cannot be read ({reason})") from reason


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkin(Record):
    """How a day was, in half a minute. Every field may be left out; there is at most one a day."""

    kind: ClassVar[str] = "checkins"

    day: date
    at: datetime
    """The day's noon, so that it lies in the month of its day whenever it was written."""
    zone: str
    energy: int | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal(Record):
    """S4: something noticed about the frame, parked until it is on the table."""

    kind: ClassVar[str] = "signals"

    text: str
    at: datetime
    zone: str
    checkin: str | None = None
    """The check-in it was parked in, by its id."""
    source: Source = "shell"
    mode: ClassVar[None] = None
    labels: ClassVar[tuple[str, ...]] = ()

    @property
    def words(self) -> str:
        """What was written."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Record):
    """What the person has decided to hold. So far its direction, in a sentence."""

    kind: ClassVar[str] = "frames"

    direction: str


Written = Entry | Checkin | Signal
"""What has words and a moment: what can be listed by time and searched."""

WRITTEN: tuple[type[Written], ...] = get_args(Written)
KINDS: dict[str, type[Record]] = {cls.kind: cls for cls in (Entry, Checkin, Signal, Frame)}


def written_on(record: Written, ends: time) -> date:
    """The person's day a record belongs to: at 02:00 it is still yesterday."""
    return record.day if isinstance(record, Checkin) else day_of(record.at, ends)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _restorers(cls: type[Record]) -> dict[str, Callable[[Any], Any]]:
    """For each field of a kind, what makes its value of a JSON value. Found out once."""
    found = _FOUND.get(cls.kind)
    if found is None:
        types = {each.name: str(each.type) for each in fields(cls) if each.name not in {"id", "unknown"}}
        found = _FOUND[cls.kind] = {name: _restorer(kind) for name, kind in types.items()}
    return found


def _restorer(annotation: str) -> Callable[[Any], Any]:
    restored = _RESTORERS.get(annotation.removesuffix(" | None"), _text)
    return _or_none(restored) if annotation.endswith(" | None") else restored


def _or_none(restored: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else restored(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"{value} has no offset")
    return moment


def _day(value: Any) -> date:
    return date.fromisoformat(_text(value))


def _energy(value: Any) -> int:
    if isinstance(value, bool) or not LOWEST_ENERGY <= _is(value, int) <= HIGHEST_ENERGY:
        raise ValueError(f"{value!r} is not an energy from {LOWEST_ENERGY} to {HIGHEST_ENERGY}")
    return value  # type: ignore[no-any-return]


def _one_of(values: tuple[Any, ...]) -> Callable[[Any], Any]:
    def restored(value: Any) -> Any:
        if value not in values:
            raise ValueError(f"{value!r} is not one of {', '.join(values)}")
        return value

    return restored


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(each) for each in _is(value, list))


def _text(value: Any) -> str:
    return _is(value, str)


def _flag(value: Any) -> bool:
    return _is(value, bool)


_RESTORERS: dict[str, Callable[[Any], Any]] = {
    "datetime": _moment,
    "date": _day,
    "tuple[str, ...]": _texts,
    "bool": _flag,
    "int": _energy,
    "Mode": _one_of(MODES),
    "Mostly": _one_of(MOSTLY),
}
_FOUND: dict[str, dict[str, Callable[[Any], Any]]] = {}


def _is(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value
