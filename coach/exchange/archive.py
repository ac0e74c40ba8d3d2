"""Everything that was ever kept, in one JSON file: out, and into an empty home or a full one.

The same records give the same bytes, so that two archives can be compared with any tool.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from coach import settings
from coach.core.days import DAY_ENDS, FIRST_YEAR, LAST_YEAR
from coach.core.errors import DamagedError
from coach.core.ids import is_id
from coach.core.json_text import one_line
from coach.core.kinds import class_of, is_known
from coach.core.record import day_about
from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError, Incoming
from coach.practices import follows
from coach.store.data_files import is_name
from coach.store.format import VERSIONS
from coach.store.history import STANDING, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.core.record import Record
    from coach.core.steps import Steps
    from coach.find import Filter
    from coach.store.format import Fields, Tables

FORMAT, VERSION = "coach-archive", 1
_DAY = re.compile(r"(\d{4})-\d\d-\d\d(?=T|$)")
_KIND = re.compile(r"[a-z][a-z_]*")


def chunks(coach: Coach, wanted: Filter, steps: Steps) -> Iterator[bytes]:
    """The archive, a record a line."""
    found = {kind: of_kind(coach, kind, wanted) for kind in coach.store.kinds() if not follows(kind)}
    of = sum(map(len, found.values()))
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "records": {{'.encode()
    lines = steps.each(_lines(found), of)
    yield from (line.encode() for line in lines)
    yield b"\n}"
    if not (wanted.since or wanted.until):
        yield from _marks(coach)
    if chosen := settings.travelling(coach.paths.config):
        yield f',\n"settings": {one_line(chosen)}'.encode()
    yield b"}\n"


def _marks(coach: Coach) -> Iterator[bytes]:
    """What machines remember of records that were changed, so that an archive can be merged as a home can."""
    after = ',\n"marks": {\n'
    for name in (STANDING, *coach.store.months()):
        if marks := coach.store.tables(name).get(VERSIONS):
            yield f"{after}{one_line(name)}: {one_line(dict(sorted(marks.items())))}".encode()
            after = ",\n"
    if after == ",\n":
        yield b"\n}"


def _lines(found: dict[str, list[tuple[str, Fields]]]) -> Iterator[str]:
    """A record a line, behind the name of its kind."""
    after_kind = ""
    for kind, records in found.items():
        if not records:
            continue
        head = f'{after_kind}\n"{kind}": [\n'
        for place, (record_id, fields) in enumerate(records):
            end = "\n]" if place == len(records) - 1 else ","
            yield f"{head}{one_line({'id': record_id, **fields})}{end}"
            head = "\n"
        after_kind = ","


def of_kind(coach: Coach, kind: str, wanted: Filter) -> list[tuple[str, Fields]]:
    """The records of a kind as they are kept, by their ids."""
    store = coach.store
    found = dict(store.records(STANDING, kind))
    for month in store.months(wanted.since):
        found |= store.records(month, kind)
    if wanted.since or wanted.until:
        found = {name: each for name, each in found.items() if _is_meant(coach, kind, name, each, wanted)}
    return sorted(found.items())


def _is_meant(coach: Coach, kind: str, name: str, fields: Fields, wanted: Filter) -> bool:
    """What stays belongs to every stretch of days: what happened would mean nothing without it."""
    if place_of(fields) == STANDING:
        return True
    if not is_known(kind):
        day = date.fromisoformat(fields["at"][:10])
        return (wanted.since or day) <= day <= (wanted.until or day)
    try:
        day = coach.days.about(class_of(kind).read(name, fields))
    except DamagedError:
        return True
    return (wanted.since or day) <= day <= (wanted.until or day)


def read(kept: Any) -> Incoming:
    """What an archive holds. Everything in it makes sense, or nothing of it is taken."""
    if kept.get("version") != VERSION:
        raise BadFileError(filled(words.exchange.bad.version, version=kept.get("version")))
    records = kept.get("records")
    if not isinstance(records, dict):
        raise BadFileError(words.exchange.bad.no_records)
    found: list[tuple[str, str, Fields]] = []
    seen: set[str] = set()
    for kind, listed in records.items():
        if not _KIND.fullmatch(kind) or not isinstance(listed, list):
            raise BadFileError(filled(words.exchange.bad.kind, kind=kind))
        for place, each in enumerate(listed, 1):
            where = f"{kind} {place}"
            record_id = each.get("id") if isinstance(each, dict) else None
            if not is_id(record_id):
                raise BadFileError(words.exchange.bad.id, where)
            if record_id in seen:
                raise BadFileError(words.exchange.bad.twice, where)
            seen.add(record_id)
            found.append((kind, record_id, _checked(kind, record_id, each, where)))
    marks = kept.get("marks", {})
    if not isinstance(marks, dict) or not all(map(is_name, marks)):
        raise BadFileError(words.exchange.bad.marks)
    chosen = kept.get("settings", {})
    if not isinstance(chosen, dict):
        raise BadFileError(words.exchange.bad.settings)
    return Incoming("archive", found, replaces=True, marks=marks, settings=chosen)


def of_tables(tables: Tables, path: str) -> Incoming:
    """What a data file or a history of coach holds, as an archive would."""
    records = {
        kind: [{"id": record_id, **fields} for record_id, fields in own.items()]
        for kind, own in tables.items()
        if kind != VERSIONS
    }
    found = read({"version": VERSION, "records": records})
    found.path = path
    return found


def _checked(kind: str, record_id: str, each: dict[str, Any], where: str) -> Fields:
    """The fields of a record, when it makes sense and lies in a month there can be."""
    fields = {name: value for name, value in each.items() if name != "id"}
    try:
        if is_known(kind):
            fields = _as_written_here(class_of(kind).read(record_id, fields), fields)
        one_line(fields)
    except (DamagedError, OverflowError, ValueError, TypeError) as error:
        raise BadFileError(filled(words.exchange.bad.record, why=error), where) from error
    place, has_moment = place_of(fields), is_known(kind) and "at" in class_of(kind).types
    if not is_name(place) or (is_known(kind) and has_moment != (place != STANDING)):
        raise BadFileError(words.exchange.bad.misplaced, where)
    if strange := next((day for value in fields.values() if (day := _out_of_reach(value))), None):
        raise BadFileError(filled(words.exchange.bad.day, day=strange), where)
    return fields


def _as_written_here(record: Record, fields: Fields) -> Fields:
    """A record's fields, with moments and days that others write in another way written as they are here: by
    them a record finds its month."""
    _ = day_about(record, DAY_ENDS)
    ours = record.fields()
    strange = {
        name: ours[name]
        for name in record.types
        if isinstance(getattr(record, name), date)
        and isinstance(fields.get(name), str)
        and not _DAY.match(fields[name])
    }
    return fields | strange


def _out_of_reach(value: Any) -> str | None:
    """A day or moment of a year that nobody who writes here lives in. Rules count days."""
    found = _DAY.match(value) if isinstance(value, str) else None
    return found[0] if found and not FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None
