"""What is kept: one small frozen class per kind. Read it as a glossary."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, get_args

from coach.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields = dict[str, Any]
Mode = Literal["managing", "leading", "both"]
Source = Literal["shell", "app", "import"]
T = TypeVar("T")
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every kind has. `unknown` carries what a newer version wrote, so that nothing is dropped."""

    kind: ClassVar[str]
    standing: ClassVar[bool] = False

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
            known = {
                each.name: _restored(str(each.type), kept[each.name])
                for each in fields(cls)
                if each.name in kept and each.name not in {"id", "unknown"}
            }
            unknown = {name: value for name, value in kept.items() if name not in known}
            return cls(id=record_id, unknown=unknown, **known)
        except (TypeError, ValueError) as reason:
            raise DamagedError(
                f"{cls.kind} {record_id} cannot be read ({reason})",
                do="`coach doctor` says what can be done",
            ) from reason


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


def _restored(annotation: str, value: Any) -> Any:
    """A JSON value as the field it belongs to wants it."""
    if value is None and annotation.endswith("| None"):
        return None
    match annotation.removesuffix(" | None"):
        case "datetime":
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is None:
                raise ValueError(f"{value} has no offset")
            return moment
        case "tuple[str, ...]":
            return tuple(_is(each, str) for each in _is(value, list))
        case "bool":
            return _is(value, bool)
        case "Mode" if value not in MODES:
            raise ValueError(f"{value!r} is not a mode")
        case _:
            return _is(value, str)


def _is(value: Any, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not {kind.__name__}")
    return value
