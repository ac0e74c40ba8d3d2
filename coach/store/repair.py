"""Making a damaged file whole again: the newest copy that can be read, and the history since.

The damaged bytes go to the quarantine folder; nothing is thrown away.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from coach.errors import CoachError, DamagedError
from coach.store import files
from coach.store.format import META, Content, Tables, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from coach.store.history import Change
    from coach.store.store import Store


@dataclass(frozen=True, slots=True)
class Offer:
    """What a repair of one file would bring."""

    name: str
    made: datetime | None
    """When the copy was made; None when there is none and the history alone has to do."""
    replayed: int
    """Changes taken from the history on top of the copy."""
    whole: bool
    """Whether nothing is missing."""
    records: int
    content: Content


def offer(store: Store, name: str) -> Offer:
    """The best that can be made of a damaged or missing file."""
    base, made = newest_copy(store, name)
    later, whole = store.history.after(base.revision)
    content, replayed = replay(base, name, later)
    count = sum(len(records) for records in content.tables.values())
    return Offer(name, made, replayed, whole, count, content)


def replay(base: Content, name: str, changes: Iterable[Change]) -> tuple[Content, int]:
    """A file as it was after the changes, from an earlier state of it; and how many touched it."""
    tables: Tables = {table: dict(records) for table, records in base.tables.items()}
    revision, count = base.revision, 0
    for change in changes:
        if change.number <= base.revision:
            continue
        for edit in change.edits:
            for place, fields in edit.changes():
                if place == name:
                    revision, count = change.number, count + 1
                    if fields is None:
                        tables.get(edit.kind, {}).pop(edit.id, None)
                    else:
                        tables.setdefault(edit.kind, {})[edit.id] = fields
    return Content(tables, base.format, revision), count


def newest_copy(store: Store, name: str, up_to: int | None = None) -> tuple[Content, datetime | None]:
    """The newest readable copy of a file, at most `up_to` a change; an empty file where there is none."""
    for copy in reversed(store.copies.of(name)):
        if up_to is None or copy.number <= up_to:
            try:
                return decode(store.sealing.open(name, files.read(copy.path)), name), copy.made
            except (OSError, CoachError):
                continue
    return Content({}, 0, 0), None


def behind(store: Store) -> dict[str, int]:
    """Whole files that lack changes the history has, as when a sync tool brought an old one back."""
    decided: dict[str, list[int]] = {}
    for change in store.history.backwards():
        for edit in change.edits if change else ():
            for name, _ in edit.changes():
                decided.setdefault(name, []).append(change.number if change else 0)
    found = {}
    for name in set(store.shelf.names()) & decided.keys():
        try:
            revision = store.shelf.file(name).staging.content.revision
        except CoachError:
            continue
        if missed := {number for number in decided[name] if number > revision}:
            found[name] = len(missed)
    return found


def apply(store: Store, chosen: Offer) -> str | None:
    """Puts the file as offered in its place; gives the path of the damaged bytes, if there were any."""
    return _put(store, chosen.name, chosen.content)


def accept(store: Store, name: str) -> int:
    """Takes a file that was changed outside coach as it stands, if it is readable JSON. Gives its records."""
    try:
        kept = json.loads(store.sealing.open(name, files.read(store.shelf.path_of(name))))
        meta = kept.pop(META, {})
        revision = int(meta.get("file", {}).get("rev", 0))
        shaped = all(isinstance(fields, dict) for records in kept.values() for fields in records.values())
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise DamagedError(
            f"{name} is not readable JSON",
            kept="Nothing was changed",
            do="`coach doctor --repair` offers a copy",
        ) from error
    if not shaped:
        raise DamagedError(f"{name} does not hold records", kept="Nothing was changed")
    _put(store, name, Content(kept, 0, revision))
    return sum(len(records) for records in kept.values())


def set_aside(store: Store, path: str) -> str:
    """Keeps the bytes of a file that cannot be read; gives their path."""
    files.make_folder(store.paths.quarantine)
    stamp = store.clock.now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    place = os.path.join(store.paths.quarantine, f"{stamp}-{os.path.basename(path)}")
    files.write_atomically(place, files.read(path))
    return place


def set_captures_aside(store: Store) -> list[str]:
    """Moves captures that cannot be read or were cut off out of the inbox; gives where they are now."""
    with store.repairing():
        places = []
        for path in (*store.damage.captures, *files.leftovers(store.paths.inbox)):
            places.append(set_aside(store, path))
            files.discard(path)
    store.refresh()
    return places


def _put(store: Store, name: str, content: Content) -> str | None:
    path = store.shelf.path_of(name)
    with store.repairing():
        files.make_folder(os.path.dirname(path))
        aside = set_aside(store, path) if os.path.exists(path) else None
        sealed = store.sealing.seal(name, encode(name, content.tables, content.revision))
        files.write_atomically(path, sealed)
        store.copies.add(name, content.revision, store.clock.now(), path, always=True)
    store.refresh()
    return aside
