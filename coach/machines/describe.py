"""Two versions of a record in words, one under the other."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from coach.core.counting import counted
from coach.core.kinds import called, class_of, is_known
from coach.core.said_days import say_moment
from coach.core.texts import filled, table, words
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.app import Coach
    from coach.machines.machines import TwoVersions


def heading(coach: Coach, seen: TwoVersions) -> str:
    """What it is about."""
    if not is_known(seen.kind):
        return seen.kind
    record = class_of(seen.kind).read(seen.id, seen.record)
    day = coach.days.say(coach.days.about(record))
    return f"{called(seen.kind).capitalize()}, {day}"


def lines_of(coach: Coach, seen: TwoVersions) -> Iterator[Told]:
    """What stands, then what the other machine has, field by field."""
    yield Told(words.machines.both.stands_head, "strong")
    yield from _fields(seen.stands)
    yield Told()
    where = words.machines.both["here" if seen.other.is_here else "elsewhere"]
    yield Told(filled(where, written=say_moment(seen.other.written, coach.today())), "strong")
    yield from _fields(seen.other.fields)
    if seen.more:
        yield Told(filled(words.machines.both.more, count=counted(seen.more, "more version")), "quiet")


def where_they_part(seen: TwoVersions) -> tuple[str, str]:
    """What stands and what is beside it, each from the first word that differs."""
    path = next(iter(seen.stands))
    stands, other = (" ".join(said(each[path]).split()) for each in (seen.stands, seen.other.fields))
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(stands, other, strict=False)))
    start = stands.rfind(" ", 0, alike) + 1
    return (f"… {stands[start:]}", f"… {other[start:]}") if start else (stands, other)


def _fields(fields: Mapping[str, Any]) -> Iterator[Told]:
    for path, value in fields.items():
        label = "" if path == "text" else f"{label_of(path)}: "
        first, *more = said(value).split("\n")
        yield Told(f"{label}{first}", indent=2, hang=len(label))
        yield from (Told(each, indent=2 + len(label)) for each in more)


def label_of(path: str) -> str:
    """A field in a word or two."""
    name, _, part = path.partition("/")
    label = str(table("machines")["field"].get(name, name.replace("_", " ")))
    return f"{label} ({part.replace('_', ' ')})" if part else label


def said(value: Any) -> str:
    """What was written in it."""
    if value is None or value in ("", [], {}):
        return words.machines.both.nothing
    if isinstance(value, bool):
        return words.machines.both["yes" if value else "no"]
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {said(each)}" for name, each in value.items())
    return str(value)
