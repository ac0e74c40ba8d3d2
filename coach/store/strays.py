"""Copies that a sync tool or git left beside a file of ours, because two machines had changed it.

They are nobody's data until they are brought in: never read as history, never thrown away.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.core.errors import DamagedError
from coach.core.texts import filled, words
from coach.store import files
from coach.store.data_files import is_name
from coach.store.format import FORMAT, HEAD, META, VERSIONS, checksum_holds, newer, put_row
from coach.store.history import STANDING, decided_in, place_of
from coach.store.sealing import SEALED, sealed_aside_as

if TYPE_CHECKING:
    from coach.store.format import Fields, Tables
    from coach.store.store import Store

_MONTH = len("2026-11")
_NUMBER = len("0000000001")
_NAMED = rf"{STANDING}|\d{{4}}-\d\d(?!\d)"
_LINE = rb'[0-9a-f]{8} (\{"number"|[A-Za-z0-9+/=])'
_HEAD_BYTES = 64

BY_NO_MACHINE = "0"
"""Who wrote what two sides were joined to: each machine takes it in."""


def strays(store: Store) -> list[str]:
    """The paths of such copies, and of a history that another machine's earlier coach left in the home. Costs
    a look at the folders."""
    history = os.path.join(store.paths.home, "history")
    found = [
        os.path.join(folder, name)
        for folder in store.data_files.folders()
        for name in store.data_files.names_in(folder)
        if _is_beside_a_month(name)
    ]
    return found + [
        os.path.join(history, name)
        for name in files.names_in(history)
        if name.endswith(".jsonl") and name[:_NUMBER].isdigit()
    ]


def stray_keys(store: Store) -> list[str]:
    """The paths of keys that another machine had changed at the same time."""
    own = {os.path.basename(path) for path in (store.paths.keys, store.paths.keys_copy)}
    named = (name for name in files.names_in(store.paths.home) if name.startswith("keys") and name not in own)
    return [path for name in named if os.path.isfile(path := os.path.join(store.paths.home, name))]


def _is_beside_a_month(name: str) -> bool:
    stem, _, ending = name.rpartition(".")
    is_of_one = stem.startswith(STANDING) or (is_name(stem[:_MONTH]) and not stem[_MONTH:][:1].isdigit())
    return ending == "json" and is_of_one and not is_name(stem)


def beside(path: str) -> str:
    """A new name for the other side of a conflict, beside the data file it is one of."""
    return f"{path.removesuffix('.json')}.sync-conflict-git-{os.urandom(4).hex()}.json"


def is_ours(path: str) -> bool:
    """Whether a file was written by coach, whatever it is called by now."""
    with open(path, "rb") as file:
        begins = file.read(_HEAD_BYTES)
    return begins.startswith((HEAD, SEALED)) or re.match(_LINE, begins) is not None


def tables_in(store: Store, path: str, *, only_whole: bool = False) -> Tables:
    """What a copy holds, whole or not: of a data file its records, of a history what its changes left."""
    raw = files.read(path)
    if re.match(_LINE, raw):
        return _left_by(store, raw)
    for name in (name_of(path), sealed_aside_as(path)):
        with suppress(ValueError, AttributeError, TypeError, RecursionError, KeyError):
            plain = store.sealing.open(name, raw)
            if checksum_holds(plain) or not only_whole:
                kept = json.loads(plain)
                form = int(kept.pop(META)["file"]["format"])
                return _of_this_format(name, form, {kind: dict(records) for kind, records in kept.items()})
    raise _unreadable(path)


def _of_this_format(name: str, form: int, tables: Tables) -> Tables:
    if form > FORMAT:
        raise newer(name)
    return tables


def _unreadable(path: str) -> DamagedError:
    return DamagedError(
        filled(words.store.error.cannot_be_read, path=path), kept=words.store.error.it_is_left_as_it_is
    )


def parts_in(store: Store, path: str) -> list[tuple[str, Tables]]:
    """What a copy holds, by the files its records lie in; one with senseless records is refused."""
    from coach.store.marking import check_marks, is_sound  # seldom

    found: dict[str, dict[str, dict[str, Fields]]] = {}
    tables = tables_in(store, path, only_whole=True)
    check_marks(tables)
    named = name_of(path) or STANDING
    for kind, records in tables.items():
        sound = is_sound(kind)
        for record_id, fields in records.items():
            place = place_of(fields) if kind != VERSIONS else named
            if not is_name(place) or not (kind == VERSIONS or sound(fields)):
                raise _unreadable(path)
            found.setdefault(place, {}).setdefault(kind, {})[record_id] = fields
    return list(found.items())


def name_of(path: str) -> str:
    """The file a copy is one of; nothing for one of the history."""
    found = re.search(_NAMED, os.path.basename(path))
    return found[0] if found else ""


def _left_by(store: Store, raw: bytes) -> Tables:
    tables: dict[str, dict[str, Fields]] = {}
    for change in decided_in(raw, store.sealing):
        for edit in change.edits:
            put_row(tables, edit.kind, edit.id, edit.after)
    return tables
