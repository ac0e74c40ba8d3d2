"""A data file in which git left both sides of a conflict: a record is a line, so each side can be read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from coach.store import arrivals, files, repair, strays
from coach.store.data_files import is_name
from coach.store.format import META, VERSIONS, encode
from coach.store.history import place_of
from coach.store.marking import is_sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.format import Fields, Tables
    from coach.store.store import Store

_OURS, _BASE, _THEIRS, _END = b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> "
_TABLE = re.compile(rb'^\{?"([a-z_]+)": \{$')


def has_marks(path: str) -> bool:
    """Whether git left both sides in it."""
    try:
        raw = files.read(path)
    except OSError:
        return False
    lines = raw.split(b"\n")
    return any(line.startswith(_OURS) for line in lines) and any(line.startswith(_END) for line in lines)


def bring_together(store: Store, name: str) -> None:
    """Each side is put beside the file as a copy of its own, ours stands again, and both are folded in.
    Inside the lock."""
    path = store.data_files.path_of(name)
    for tables in sides(files.read(path)):
        raw = encode(name, _sound(name, tables), 0, by=strays.BY_NO_MACHINE)
        files.write_atomically(strays.beside(path), store.sealing.seal(name, raw))
    repair.apply(store, repair.offer(store, name))
    arrivals.fold(store)
    store.neighbours.folded.append(f"{name}.json")


def sides(raw: bytes) -> Iterator[Tables]:
    """What each side holds, as far as its lines can be read."""
    for is_ours in (True, False):
        tables: dict[str, dict[str, Fields]] = {}
        table = ""
        for line in _side(raw, is_ours=is_ours):
            if heading := _TABLE.match(line):
                table = heading[1].decode()
            elif table and table != META and line.startswith(b'"'):
                record = _read(line)
                if record is not None:
                    tables.setdefault(table, {}).update(record)
        yield tables


def _side(raw: bytes, *, is_ours: bool) -> Iterator[bytes]:
    where = "both"
    for line in raw.split(b"\n"):
        if line.startswith(_OURS):
            where = "ours"
        elif line.startswith(_BASE) and where == "ours":
            where = "base"
        elif line.startswith(_THEIRS) and where in {"ours", "base"}:
            where = "theirs"
        elif line.startswith(_END) and where == "theirs":
            where = "both"
        elif where in {"both", "ours" if is_ours else "theirs"}:
            yield line


def _read(line: bytes) -> dict[str, Fields] | None:
    try:
        found = json.loads(b"{%s}" % line.rstrip(b"\r").removesuffix(b","))
    except (ValueError, RecursionError):
        return None
    return found if all(isinstance(fields, dict) for fields in found.values()) else None


def _sound(name: str, tables: Tables) -> Tables:
    """Only what makes sense, and lies where it belongs."""
    return {
        kind: {
            record_id: fields
            for record_id, fields in records.items()
            if kind == VERSIONS or (place_of(fields) == name and is_name(name) and is_sound(kind)(fields))
        }
        for kind, records in tables.items()
    }
