"""What other machines wrote, as a sync brings it: whole files in the place of ours, and copies beside them.

A file of another machine never replaces what this one knows. What we had is made anew from our copies and
our history, both are joined, and what is different is one change. Where nothing is, their file stays as it
lies: whoever writes it again only makes the next sync busy. Everything here runs inside the lock.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, DamagedError
from coach.core.texts import filled, words
from coach.store import files, lives, repair
from coach.store.format import FORMAT, VERSIONS, kinds_in, newer
from coach.store.history import STANDING, Change
from coach.store.joining import Joining, rows_of
from coach.store.marking import Marking, check_marks
from coach.store.strays import name_of, parts_in, stray_keys, strays

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coach.store.format import Fields, Tables
    from coach.store.history import Edit
    from coach.store.joining import Found, Joined
    from coach.store.store import Store


def is_foreign(store: Store, name: str) -> bool:
    """Whether a file is of another machine, and nobody here has taken it in."""
    try:
        return store.data_files.file(name).staging.number is None
    except CoachError:
        return False


def take_in(store: Store, names: Sequence[str]) -> None:
    """Joins files of other machines with what was here."""
    pending = [name for name in dict.fromkeys(names) if is_foreign(store, name)]
    if not pending:
        return
    before = {name: _before(store, name) for name in pending}
    theirs = {name: store.data_files.file(name).staging.content for name in pending}
    for name, content in theirs.items():
        if content.format > FORMAT:
            raise newer(name)
        check_marks(content.tables)

    def mine(name: str) -> Tables:
        if name in before:
            return before[name]
        if is_foreign(store, name):
            raise _AlsoError
        return store.data_files.file(name).staging.content.tables

    joining = Joining(mine, Finder(store, mine))
    is_begun = bool(store.history.tail().last or store.copies.names())
    try:
        for name, content in theirs.items() if is_begun else ():
            joining.take(name, content.tables)
        joined = joining.joined()
    except _AlsoError:
        take_in(store, [*pending, *store.data_files.names()])
        return
    _settle(store, before if is_begun else dict.fromkeys(before, None), joined)
    if not is_begun:
        _follow_moves(store, list(before))


def _follow_moves(store: Store, names: Sequence[str]) -> None:
    """Of files that were all taken as they lay, one may not have heard yet that a record moved to another, or
    went from there."""
    joining = Joining(store.tables, Finder(store, store.tables))
    left: dict[str, list[str]] = {}
    for name in names:
        for record_id, mark in store.tables(name).get(VERSIONS, {}).items():
            if "gone" in mark or _may_have_moved(mark):
                left.setdefault(record_id, []).append(name)
    for name in store.data_files.names() if left else ():
        tables = store.tables(name)
        for kind in kinds_in(tables):
            for record_id in left.keys() & tables[kind].keys():
                for other in left[record_id]:
                    if other != name:
                        joining.follow(name, kind, record_id, other)
    if joined := joining.joined():
        store.commit([_arrival(store, joined)])


def _may_have_moved(mark: Fields) -> bool:
    return "versions" in mark or "at" in mark.get("fields", ()) or lives.is_marked(mark.get("base", "~"))


def _arrival(store: Store, joined: Joined) -> Change:
    what = words.store.says.undo_arrived
    return Change(store.stamp(), what, tuple(joined.edits), marks=tuple(joined.marks), is_arrival=True)


class _AlsoError(Exception):
    """Another file has to be taken in as well."""


def fold(store: Store) -> None:
    """Joins the copies a sync left beside our files, in one change, and sets them aside. One that cannot be
    read, or has not arrived in full, waits."""
    joining = Joining(store.tables, Finder(store, store.tables))
    folded = []
    for path in strays(store):
        try:
            parts = parts_in(store, path)
        except (CoachError, OSError):
            continue
        take_in(store, [name for name, _ in parts])
        for name, tables in parts:
            joining.take(name, tables)
        folded.append(path)
    joined = joining.joined()
    merge(store, joined, filled(words.store.says.undo_folded, count=len(folded)))
    for path in folded:
        repair.set_aside(store, path, name_of(path))
        files.discard(path)
    for path in stray_keys(store):
        repair.set_aside(store, path)
        files.discard(path)
        store.neighbours.told.append(words.store.says.keys_changed_twice)
    names = [os.path.basename(path) for path in folded]
    if joined:
        store.neighbours.folded += names
    else:
        store.neighbours.told += [filled(words.store.says.held_nothing_new, name=name) for name in names]


def merge(store: Store, joined: Joined, what: str, back: Sequence[Edit] = ()) -> None:
    """What came of joining, as one change that can be undone; with what was deleted here and comes back."""
    if joined or back:
        marking = Marking(store.data_files, store.machine.name, store.clock.milliseconds())
        marks = [*joined.marks, *(mark for edit in back for mark in marking.of_edit(edit))]
        edits = (*joined.edits, *back)
        change = Change(store.stamp(), what, edits, marks=tuple(marks), is_merge=True)
        store.commit([change])
        for name in change.files():
            store.apart.look(name, store.tables(name))


def _before(store: Store, name: str) -> Tables:
    """A file as this machine knew it."""
    base, _ = repair.newest_copy(store, name)
    later, is_whole = store.history.after(base.revision, name)
    if not is_whole and later:
        raise DamagedError(
            filled(words.store.error.is_older_than_the_history_and, name=name),
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.coach_doctor_repair_shows_what_can,
        )
    return repair.replay(base, name, later)[0].tables


_FEW = 20
"""Records that are looked for one by one, each where it most likely lies."""


class Finder:
    """Looks for records in all files."""

    def __init__(self, store: Store, mine: Callable[[str], Tables]) -> None:
        self._store = store
        self._mine = mine
        self._marked: dict[str, str] | None = None
        self._asked = 0
        self._lying: dict[str, tuple[str, str | None]] = {}
        """The file and kind of every record; where it is gone, the file that knows so."""

    def __call__(self, record_id: str, has_moved: bool) -> Found | None:
        """Where it lies. One that never moved there may have moved here: then it is marked."""
        if not has_moved:
            place = self._all_marked().get(record_id)
            return self._found(place, record_id) if place else None
        self._asked += 1
        if self._asked > _FEW:
            return self._where(record_id)
        gone = None
        for name in self._store.likely_first(record_id):
            found = self._found(name, record_id)
            if found and found[1]:
                return found
            gone = gone or found
        return gone

    def _where(self, record_id: str) -> Found | None:
        """Where it lies, of so many that all files are looked through once."""
        if not self._lying:
            gone: dict[str, tuple[str, str | None]] = {}
            for name in (STANDING, *self._store.months()):
                tables = self._mine(name)
                for kind in kinds_in(tables):
                    self._lying |= dict.fromkeys(tables[kind], (name, kind))
                for each, mark in tables.get(VERSIONS, {}).items():
                    if "gone" in mark:
                        gone.setdefault(each, (name, None))
            self._lying = gone | self._lying
        place, of = self._lying.get(record_id, ("", None))
        fields = self._mine(place).get(of, {}).get(record_id) if of else None
        return (place, of, fields) if place else None

    def _found(self, name: str, record_id: str) -> Found | None:
        tables = self._mine(name)
        for kind in kinds_in(tables):
            if record_id in tables[kind]:
                return name, kind, tables[kind][record_id]
        return (name, None, None) if "gone" in tables.get(VERSIONS, {}).get(record_id, {}) else None

    def _all_marked(self) -> dict[str, str]:
        if self._marked is None:
            self._marked = {
                record_id: name
                for name in self._store.data_files.names()
                for record_id, mark in self._mine(name).get(VERSIONS, {}).items()
                if "moved" not in mark
            }
        return self._marked


def _settle(store: Store, before: Mapping[str, Tables | None], joined: Joined) -> None:
    change = _arrival(store, joined)
    rows = {
        name: {} if tables is None else _rows(store, name, tables, joined) for name, tables in before.items()
    }
    store.ledger.arrive(change if joined else None, rows)
    for name in {*before, *change.files()}:
        store.apart.look(name, store.data_files.file(name).staging.content.tables)


def _rows(store: Store, name: str, before: Tables, joined: Joined) -> dict[str, dict[str, Fields | None]]:
    """What their file lacks of what comes of both, and what it has too much."""
    theirs = store.data_files.file(name).staging.content.tables
    wanted = rows_of(joined, name)
    for table in {*before, *theirs}:
        mine, other = before.get(table, {}), theirs.get(table, {})
        rows = wanted.setdefault(table, {})
        for record_id in {*mine} if table == VERSIONS else {*mine, *other}:
            rows.setdefault(record_id, mine.get(record_id))
    lacking = {
        table: {each: fields for each, fields in rows.items() if theirs.get(table, {}).get(each) != fields}
        for table, rows in wanted.items()
    }
    return {table: rows for table, rows in lacking.items() if rows}
