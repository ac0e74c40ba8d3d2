"""Every change of a record is marked with who made it and what they knew, so that two machines can join.

Marks lie in the file of the record, in a table of their own. A record nobody changed since it was made has
none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DamagedError
from coach.core.kinds import class_of, is_known
from coach.store import lives
from coach.store.format import VERSIONS
from coach.store.history import Mark, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from coach.store.data_files import DataFiles
    from coach.store.format import Fields
    from coach.store.history import Change, Edit


class Marking:
    """Marks changes one after the other, each knowing those before it."""

    def __init__(self, data_files: DataFiles, machine: str, now: int) -> None:
        self._data_files = data_files
        self._machine = machine
        self._now = now
        self._pending: dict[tuple[str, str], Fields | None] = {}

    def marked(self, changes: Sequence[Change]) -> list[Change]:
        """The changes with what is to be remembered of each record."""
        return [each if each.is_merge else each._replace(marks=self._of(each)) for each in changes]

    def _of(self, change: Change) -> tuple[Mark, ...]:
        found, told = [*change.marks], {mark.id for mark in change.marks}
        for edit in change.edits:
            if edit.id not in told:
                found += self.of_edit(edit)
        return tuple(found)

    def of_edit(self, edit: Edit, *, settles: bool = False) -> list[Mark]:
        """What is to be remembered of one edit; with `settles`, what was written beside it is done with."""
        before, after = edit.before, edit.after
        was = place_of(before) if before is not None else place_of(after or {})
        beside = self.beside(was, edit.id)
        if before is None and beside is None:
            return []
        life = known(edit.id, before, beside)
        new = lives.written(life, after, self._machine, self._now, is_sound(edit.kind), settles=settles)
        return self.put(edit.id, was, place_of(after) if after is not None else was, lives.kept(new))

    def put(self, record_id: str, was: str, goes: str, beside: Fields | None) -> list[Mark]:
        """What is kept beside a record from now on, where it was and where it is."""
        wanted = {goes: beside} if goes == was else {was: {"moved": goes}, goes: beside}
        found = []
        for place, kept in wanted.items():
            before = self.beside(place, record_id)
            if before != kept:
                found.append(Mark(place, record_id, before, kept))
                self._pending[place, record_id] = kept
        return found

    def beside(self, place: str, record_id: str) -> Fields | None:
        """What is kept beside a record in a file."""
        if (place, record_id) in self._pending:
            return self._pending[place, record_id]
        return self._data_files.file(place).records(VERSIONS).get(record_id)


def settled(data_files: DataFiles, machine: str, now: datetime, edit: Edit) -> tuple[Mark, ...]:
    """What is to be remembered where a person chose between what two machines wrote."""
    marking = Marking(data_files, machine, int(now.timestamp() * 1000))
    return tuple(marking.of_edit(edit, settles=True))


def taken_back(data_files: DataFiles, machine: str, now: datetime, target: Change, turned: Change) -> Change:
    """A merge taken back: what the other machine did is no longer known here, as if it had not come in. So it
    comes in again with the next merge, and nobody takes it for deleted."""
    marking = Marking(data_files, machine, int(now.timestamp() * 1000))
    touched = {edit.id for edit in turned.edits if _is_touched(edit, target)}
    marks = [mark for edit in turned.edits if edit.id in touched for mark in marking.of_edit(edit)]
    for mark in reversed(target.marks):
        here = marking.beside(mark.place, mark.id)
        if mark.id not in touched:
            marks.append(Mark(mark.place, mark.id, here, _as_before(mark.before, here, machine)))
    return turned._replace(marks=tuple(marks), is_merge=True)


def _is_touched(edit: Edit, target: Change) -> bool:
    """Whether a record was changed since it was merged."""
    return any(each.id == edit.id and each.after != edit.before for each in target.edits)


def _as_before(before: Fields | None, here: Fields | None, machine: str) -> Fields | None:
    """What was remembered before; but what this machine wrote itself stays written."""
    own = (here or {}).get("seen", {}).get(machine)
    if own is None or (before and "seen" not in before):
        return before
    if before is None:
        return {"seen": {machine: own}, "gone": True}
    return {**before, "seen": {**before["seen"], machine: own}}


def known(record_id: str, record: Fields | None, beside: Fields | None) -> lives.Life | None:
    """The life of a record, from what lies beside it."""
    try:
        return lives.read(record, None if beside is None or "moved" in beside else beside)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedError(f"what is known of {record_id} cannot be read ({error!r})") from error


def is_sound(kind: str) -> Callable[[Fields], bool]:
    """Whether fields make a record of a kind."""

    def sound(fields: Fields) -> bool:
        try:
            if is_known(kind):
                class_of(kind).read("", fields)
        except DamagedError:
            return False
        return True

    return sound
