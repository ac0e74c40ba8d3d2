"""What became of a record on several machines, and how two of them become one.

A machine marks each field it writes with a stamp: when, and who. A version is a record with the stamps of
its fields and the writes it was written in the knowledge of; a life is every version that nobody has replaced
yet, and all writes known. Of two lives that of both follows by rule alone: whoever joins, in whatever order
and how often, gets the same (docs/two-machines.md). Nothing here touches the disk.
"""

from __future__ import annotations

import re
from binascii import crc32
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.json_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from coach.store.format import Fields

    Seen = Mapping[str, int]
    """Of each machine the latest write that is known, in milliseconds."""

_DIGITS = 13
_STAMP = re.compile(r"\d{13} [0-9a-z~]{1,16}")
_UNMARKED = "~"
"""How those begin that stand for a version nobody marked: as it was made, or changed by an earlier coach."""
_AS_MADE = 0
_LATEST = 9_000_000_000_000
"""A clock that says a later day than one in 2255 is wrong."""
_ITSELF = {"updated"}
"""What says only that something was written."""


class Version(NamedTuple):
    """A record as one machine left it."""

    last: str
    """The stamp of the write it came from."""
    seen: Seen
    """What was known when it was written."""
    base: str
    """The stamp of every field that has none of its own."""
    fields: Mapping[str, str]
    """The stamp of the last write of a field; of one name in a field of several, `answers/why`."""
    record: Fields
    open: tuple[str, ...] = ()
    """Writes that it knew of as somebody else's, and did not replace: nobody has looked at them yet."""

    def knew(self, stamp: str) -> bool:
        """Whether it was written in the knowledge of a write."""
        return stamp not in self.open and _covers(self.seen, stamp)

    def stamp(self, path: str) -> str:
        """Of what lies at a path."""
        return self.fields.get(path) or self.fields.get(path.partition("/")[0]) or self.base


class Life(NamedTuple):
    """Every version of a record that nobody replaced; none where it is gone."""

    seen: Seen
    versions: tuple[Version, ...]


class Parted(NamedTuple):
    """A field two machines wrote without knowing of each other: what stands, and what else was written."""

    path: str
    stands: Any
    others: Mapping[str, Any]
    """By the stamp of the write."""


def made(record: Fields) -> Life:
    """The life of a record that nobody marked."""
    updated = record.get("updated")
    at = _milliseconds(updated) if isinstance(updated, str) else _AS_MADE
    machine = f"{_UNMARKED}{crc32(one_line(record).encode()):08x}"
    last = _stamp(at, machine)
    seen = {machine: at} | ({_UNMARKED: _AS_MADE} if at else {})
    return Life(seen, (Version(last, seen, last, {}, record),))


def written(
    life: Life | None,
    after: Fields | None,
    machine: str,
    now: int,
    is_sound: Callable[[Fields], bool] = lambda _: True,
    settled: Collection[str] = (),
) -> Life:
    """The life after a write here. Versions whose words are still to be looked at stay; what was written with
    the stamps `settled` was."""
    known = life.seen if life else {}
    at = max(min(now, _LATEST), max(known.values(), default=0) + 1)
    if after is None:
        return Life({**known, machine: at}, ())
    last = _stamp(at, machine)
    versions = life.versions if life else ()
    shown, parted = resolved(versions, is_sound)
    open_still = {each.last: {*_lost(each, parted)} - {*settled} for each in versions}
    lost = {last: tuple(sorted(stamps)) for last, stamps in open_still.items() if stamps}
    context = known if not lost else _together(each.seen for each in versions if each.last not in lost)
    sources = versions[-1:] if shown is not None and shown is versions[-1].record else versions
    kept = {path: max(each.stamp(path) for each in sources) for path in _marked(versions)}
    changed = dict.fromkeys(differing(shown, after), last) if shown is not None else {}
    base = max((each.base for each in sources), default=last)
    fields = {path: stamp for path, stamp in {**kept, **changed}.items() if stamp != base}
    new = Version(last, {**context, machine: at}, base, fields, after, _all(lost.values()))
    stay = (each for each in versions if each.last in lost)
    return Life({**known, machine: at}, _in_order((*stay, new)))


def reopened(life: Life, earlier: tuple[Version, ...], machine: str, now: int) -> Life:
    """What was decided is open again: each version as it was, written anew without knowing of the others, so
    that no machine takes them for replaced."""
    at = max(min(now, _LATEST), max(life.seen.values(), default=0) + 1)
    stamps = [_stamp(at + place, machine) for place in range(len(earlier))]
    known = {**life.seen, machine: at + len(earlier) - 1}
    parted = [each.path for each in resolved(earlier)[1]]
    versions = []
    for stamp, version in zip(stamps, earlier, strict=True):
        fields = {**version.fields, **dict.fromkeys(parted, stamp)}
        others = tuple(each for each in stamps if each != stamp)
        versions.append(version._replace(last=stamp, seen=known, fields=fields, open=others))
    return Life(known, _in_order(versions))


def joined(one: Life | None, other: Life | None) -> Life:
    """The life of both: what one of them has, and the other never saw or has, too."""
    if one is None or other is None:
        return one or other or Life({}, ())
    there = {each.last: each for each in other.versions}
    both = [
        max(each, there.get(each.last, each), key=_told)
        for each in one.versions
        if each.last in there or not _covers(other.seen, each.last)
    ]
    known = {each.last for each in one.versions}
    both += [each for each in other.versions if each.last not in known and not _covers(one.seen, each.last)]
    return Life(_together((one.seen, other.seen)), _in_order(both))


def _told(version: Version) -> tuple[str, ...]:
    """By which each machine takes the same of two versions that say they are of one write."""
    return tuple(map(one_line, (version.record, version.seen, version.base, version.fields, version.open)))


def resolved(
    versions: tuple[Version, ...], is_sound: Callable[[Fields], bool] = lambda _: True
) -> tuple[Fields | None, list[Parted]]:
    """The record as it is to be shown, of each field what was written last; and the fields that were written
    on several machines without one knowing of the other."""
    if not versions:
        return None, []
    *others, latest = versions
    if not others:
        return latest.record, []
    record = dict(latest.record)
    for name in dict.fromkeys(name for each in reversed(versions) for name in each.record):
        value = _of_field(name, versions)
        if value is not NOTHING:
            record[name] = value
        else:
            record.pop(name, None)
    if is_sound(record):
        return record, list(_parted(record, versions))
    # Fields that mean nothing without each other: one version as it is, and all the other one says beside it.
    return latest.record, list(_parted(latest.record, versions, whole=latest))


def _of_field(name: str, versions: tuple[Version, ...]) -> Any:
    values = [each.record.get(name) for each in versions]
    if any(isinstance(each, dict) for each in values) and all(
        isinstance(each, dict) or not each for each in values
    ):
        parts = dict.fromkeys(part for each in values for part in each or ())
        found = {part: _value(f"{name}/{part}", versions) for part in parts}
        return {part: value for part, value in found.items() if value is not NOTHING}
    return _value(name, versions)


def _value(path: str, versions: tuple[Version, ...]) -> Any:
    return at(max(versions, key=lambda each: (each.stamp(path), each.last)).record, path)


def _parted(record: Fields, versions: tuple[Version, ...], whole: Version | None = None) -> Iterator[Parted]:
    for path in _paths(versions):
        stands = at(record, path)
        others: dict[str, Any] = {}
        for each in versions:
            value, stamp = at(each.record, path), each.stamp(path)
            is_lost = not whole.knew(stamp) if whole else _loses(each, path, versions, stands)
            if value != stands and is_lost and value not in others.values():
                others[stamp] = value
        if others:
            told = {stamp: _shown(value) for stamp, value in others.items()}
            yield Parted(path, _shown(stands), told)


def _loses(version: Version, path: str, versions: tuple[Version, ...], stands: Any) -> bool:
    """Whether what it says there was written without knowing of what stands, and the other way round."""
    stamp = version.stamp(path)
    rivals = [each for each in versions if at(each.record, path) == stands]
    if not rivals:
        return False
    latest = max(rivals, key=lambda each: (each.stamp(path), each.last))  # others only still say so
    return not latest.knew(stamp) and not version.knew(latest.stamp(path))


def _lost(version: Version, parted: Iterable[Parted]) -> tuple[str, ...]:
    """The writes in it that are not shown and that nobody has looked at."""
    return tuple(
        sorted({version.stamp(each.path) for each in parted} & {s for p in parted for s in p.others})
    )


def _all(stamps: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for each in stamps for one in each}))


def _paths(versions: Iterable[Version]) -> list[str]:
    """Every path somebody may have written to, but what only says that something was written."""
    found: dict[str, None] = {}
    for each in versions:
        for name, value in each.record.items():
            if name not in _ITSELF:
                found |= dict.fromkeys(
                    [f"{name}/{part}" for part in value] if isinstance(value, dict) else [name]
                )
    return list(found)


def _marked(versions: Iterable[Version]) -> set[str]:
    return {path for each in versions for path in each.fields}


def differing(before: Fields, after: Fields) -> Iterator[str]:
    """The paths at which two records differ."""
    for name in {**before, **after}:
        was, now = before.get(name, NOTHING), after.get(name, NOTHING)
        if was == now:
            continue
        if isinstance(was, dict) and isinstance(now, dict):
            yield from (
                f"{name}/{part}"
                for part in {**was, **now}
                if was.get(part, NOTHING) != now.get(part, NOTHING)
            )
        else:
            yield name


class _Nothing:
    """Where there is no such field."""


NOTHING = _Nothing()


def at(record: Fields, path: str) -> Any:
    """What lies at a path."""
    name, _, part = path.partition("/")
    value = record.get(name, NOTHING)
    if not part or not isinstance(value, dict):
        return NOTHING if part else value
    return value.get(part, NOTHING)


def put(record: Fields, path: str, value: Any) -> None:
    """From now on this lies at a path. What the record held is not written into: others hold it, too."""
    name, _, part = path.partition("/")
    holder, key = (dict(record.get(name) or {}), part) if part else (record, name)
    if value is NOTHING:
        holder.pop(key, None)
    else:
        holder[key] = value
    if part:
        record[name] = holder


def _shown(value: Any) -> Any:
    return None if value is NOTHING else value


def _in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda each: each.last))


def _together(seen: Iterable[Seen]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in seen:
        for machine, at in each.items():
            found[machine] = max(at, found.get(machine, -1))
    return found


def _covers(seen: Seen, stamp: str) -> bool:
    """Whether the write is known there."""
    at, machine = when_and_who(stamp)
    return seen.get(machine, -1) >= at or (
        at == _AS_MADE and machine.startswith(_UNMARKED) and _UNMARKED in seen
    )


def when_and_who(stamp: str) -> tuple[int, str]:
    """The milliseconds and the machine of a write."""
    return int(stamp[:_DIGITS]), stamp[_DIGITS + 1 :]


def is_marked(stamp: str) -> bool:
    """Whether somebody wrote it since it was made."""
    return _UNMARKED not in stamp


def _stamp(at: int, machine: str) -> str:
    return f"{at:0{_DIGITS}} {machine}"


def _milliseconds(moment: str) -> int:
    try:
        return min(max(int(datetime.fromisoformat(moment).timestamp() * 1000), 1), _LATEST)
    except ValueError:
        return 1


# As it is kept, beside the record.


def kept(life: Life) -> Fields | None:
    """What has to be kept of a life besides the record that is shown; nothing where nobody marked it."""
    if len(life.versions) == 1:
        (only,) = life.versions
        if life == made(only.record):
            return None
        return {"seen": dict(life.seen), **_version(only, life.seen)}
    return {"seen": dict(life.seen)} | (
        {"versions": [{**_version(each, {}), "record": each.record} for each in life.versions]}
        if life.versions
        else {"gone": True}
    )


def _version(version: Version, seen: Seen) -> Fields:
    found: Fields = {"last": version.last, "base": version.base, "fields": dict(version.fields)}
    found |= {"open": list(version.open)} if version.open else {}
    return found if version.seen == seen else found | {"knew": dict(version.seen)}


def read(record: Fields | None, beside: Fields | None) -> Life | None:
    """The life of a record, from what is kept beside it. What makes no sense raises what Python raises."""
    if beside is None:
        return None if record is None else made(record)
    seen = {str(machine): int(at) for machine, at in beside["seen"].items()}
    if "versions" in beside:
        return Life(seen, _in_order(_read(each, {}, each["record"]) for each in beside["versions"]))
    if beside.get("gone"):
        return Life(seen, ()) if record is None else joined(Life(seen, ()), made(record))
    return None if record is None else Life(seen, (_read(beside, seen, record),))


def _read(kept: Fields, seen: Seen, record: Fields) -> Version:
    knew = {str(machine): int(at) for machine, at in kept.get("knew", seen).items()}
    fields = {str(path): _checked(stamp) for path, stamp in kept["fields"].items()}
    still_open = tuple(map(_checked, kept.get("open", ())))
    return Version(_checked(kept["last"]), knew, _checked(kept["base"]), fields, dict(record), still_open)


def _checked(stamp: object) -> str:
    if not isinstance(stamp, str) or not _STAMP.fullmatch(stamp):
        raise ValueError(f"{stamp!r} is no stamp")
    return stamp
