"""What is kept: one small frozen class per kind. Read it as a glossary."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, get_args

from coach.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Fields = dict[str, Any]
Mode = Literal["managing", "leading", "both"]
Source = Literal["shell", "app", "import"]
T = TypeVar("T")
MODES: tuple[Mode, ...] = get_args(Mode)


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


KINDS: dict[str, type[Record]] = {cls.kind: cls for cls in (Entry,)}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
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


def _mode(value: Any) -> Any:
    if value not in MODES:
        raise ValueError(f"{value!r} is not a mode")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(each) for each in _is(value, list))


def _text(value: Any) -> str:
    return _is(value, str)


def _flag(value: Any) -> bool:
    return _is(value, bool)


_RESTORERS: dict[str, Callable[[Any], Any]] = {
    "datetime": _moment,
    "tuple[str, ...]": _texts,
    "bool": _flag,
    "Mode": _mode,
}
_FOUND: dict[str, dict[str, Callable[[Any], Any]]] = {}


def _is(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value
