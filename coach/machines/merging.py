"""Two homes become one: what the other holds and this one does not know, in one change that can be undone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import DamagedError, NotFoundError
from coach.core.json_text import one_line
from coach.core.kinds import counted_of, is_known
from coach.core.texts import filled, words
from coach.exchange import reading
from coach.practices import follows, is_quiet
from coach.store import arrivals, others
from coach.store.format import VERSIONS
from coach.store.history import Edit, place_of
from coach.store.joining import Joining

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.store.format import Fields
    from coach.store.joining import Joined
    from coach.store.others import Parts
    from coach.store.store import Store


class Merge(NamedTuple):
    """What would come of it."""

    joined: Joined
    gone: list[tuple[str, str, Fields]]
    """What the other has and was deleted here: kind, id and record."""
    brings_back: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.joined or (self.brings_back and self.gone))

    def of(self, what: str) -> dict[str, int]:
        """How many records of each kind are new, are changed or go."""
        found: dict[str, int] = {}
        apart = {each[1:] for each in self.joined.parted} | {*self.joined.revived}
        for edit in self.joined.edits:
            is_it = {"new": edit.before is None, "gone": edit.after is None}.get(
                what, edit.before is not None and edit.after is not None
            )
            is_told = follows(edit.kind) or is_quiet(edit.kind) or (edit.kind, edit.id) in apart
            if is_it and not is_told:
                found[edit.kind] = found.get(edit.kind, 0) + 1
        return found


def read(coach: Coach, path: str, secret: str | None = None) -> Parts:
    """What another home, a backup, a copy of a file or an archive holds."""
    place = os.path.abspath(os.path.expanduser(path))
    if not os.path.exists(place):
        raise NotFoundError(filled(words.exchange.bad.no_file, path=path))
    found = others.parts(coach.store, place, secret)
    if found is None and _is_cut_off(place):
        raise DamagedError(
            filled(words.machines.merge.cut_off, path=path), kept=words.machines.merge.not_done
        )
    return _of_archive(coach, place) if found is None else found


def _is_cut_off(place: str) -> bool:
    """Whether it was a backup, and its end is missing."""
    if not os.path.isfile(place):
        return False
    with open(place, "rb") as file:
        return file.read(2) == b"PK"


def _of_archive(coach: Coach, place: str) -> Parts:
    incoming = reading.read(coach, place, "json")
    found: dict[str, dict[str, dict[str, Fields]]] = {}
    for kind, record_id, fields in incoming.records:
        found.setdefault(place_of(fields), {}).setdefault(kind, {})[record_id] = fields
    for name, marks in incoming.marks.items():
        found.setdefault(name, {})[VERSIONS] = marks
    return list(found.items())


def plan(coach: Coach, parts: Parts, *, bring_back: bool = False) -> Merge:
    """What would come of it; nothing is changed."""
    store, before = coach.store, Before(coach.store)
    joining = Joining(store.tables, arrivals.Finder(store, store.tables), before.was_here)
    for name, tables in parts:
        joining.take(name, tables)
    joined = joining.joined()
    deleted = [each for each in (*joined.kept_gone, *before.deleted) if not follows(each[0])]
    return Merge(joined, deleted, bring_back)


def merge(coach: Coach, parts: Parts, name: str, *, bring_back: bool = False) -> Merge:
    """All of it, as one change."""
    store = coach.store
    with store.writing():
        wanted = plan(coach, parts, bring_back=bring_back)
        if wanted.is_empty:
            return wanted
        back = [Edit(kind, each, None, fields) for kind, each, fields in wanted.gone if bring_back]
        arrivals.merge(store, wanted.joined, filled(words.machines.undo.merge, name=name), back)
    return wanted


class Before:
    """What was here once, as far as the history reaches: a record nobody marked may be an earlier version of
    one that was changed or deleted since."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, set[str]] | None = None
        self._away: set[str] = set()
        self.deleted: list[tuple[str, str, Fields]] = []
        """What was met of what somebody deleted here."""

    def was_here(self, kind: str, record_id: str, fields: Fields) -> bool:
        """Whether a record is one this machine had before."""
        if self._known is None:
            self._known = self._read()
        if record_id in self._away and self._store.find(kind, record_id) is None:
            self.deleted.append((kind, record_id, fields))
            return True
        return one_line(fields) in self._known.get(record_id, ())

    def _read(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        settled: set[str] = set()
        for change in self._store.history.backwards():
            if change is None or change.is_merge or change.is_arrival:  # what came in bears marks of its own
                continue
            for edit in change.edits:
                for each in (edit.before, edit.after):
                    if each is not None:
                        found.setdefault(edit.id, set()).add(one_line(each))
                if edit.id not in settled:
                    settled.add(edit.id)
                    if edit.after is None and change.turn in {None, "redo"}:
                        self._away.add(edit.id)
        return found


def told(wanted: Merge) -> Iterator[str]:
    """The plan in words."""
    for what in ("new", "changed", "gone"):
        for kind, count in wanted.of(what).items():
            yield filled(
                words.machines.merge[what],
                count=counted_of(kind, count) if is_known(kind) else f"{count} {kind}",
            )
    if wanted.joined.parted:
        yield filled(words.machines.merge.parted, count=len(wanted.joined.parted))
    if wanted.joined.revived:
        yield filled(words.machines.merge.revived, count=len(wanted.joined.revived))
    if wanted.gone:
        said = words.machines.merge["brought_back" if wanted.brings_back else "stay_gone"]
        yield filled(said, count=len(wanted.gone))
    if wanted.is_empty:
        yield words.machines.merge.nothing
