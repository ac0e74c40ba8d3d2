"""Every change of a record is marked with who made it and what they knew, so that two machines can join.

Marks lie in the file of the record, in a table of their own. A record nobody changed since it was made has
none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DamagedError
from coach.core.kinds import class_of, is_known
from coach.core.texts import filled, words
from coach.store import lives
from coach.store.format import VERSIONS, kinds_in
from coach.store.history import Mark, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from coach.store.data_files import DataFiles
    from coach.store.format import Fields, Tables
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

    def of_edit(self, edit: Edit, settled: Collection[str] = ()) -> list[Mark]:
        """What is to be remembered of one edit; what was written beside it with the stamps `settled` is done
        with."""
        before, after = edit.before, edit.after
        was = place_of(before) if before is not None else place_of(after or {})
        beside = self.beside(was, edit.id)
        if before is None and beside is None:
            return []
        life = known(edit.id, before, beside)
        new = lives.written(life, after, self._machine, self._now, is_sound(edit.kind), settled)
        return self.put(edit.id, was, place_of(after) if after is not None else was, lives.kept(new))

    def reopened(self, target: Change, mark: Mark, edit: Edit | None) -> list[Mark]:
        """A choice taken back, where nothing was changed since; the record goes back to where it lay."""
        stands = edit.before if edit else self._lying(mark)
        if stands is None:
            return []
        place = place_of(stands)
        left = [each.after for each in target.marks if (each.place, each.id) == (place, mark.id)]
        here = self.beside(place, mark.id)
        life, earlier = known(mark.id, stands, here), known(mark.id, stands, mark.before)
        if left != [here] or life is None or earlier is None:
            return []
        new = lives.reopened(life, earlier.versions, self._machine, self._now)
        return self.put(mark.id, place, mark.place, lives.kept(new))

    def _lying(self, mark: Mark) -> Fields | None:
        tables = self._data_files.file(mark.place).staging.staged
        return next((tables[kind][mark.id] for kind in kinds_in(tables) if mark.id in tables[kind]), None)

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


def settled(
    data_files: DataFiles, machine: str, now: int, edit: Edit, stamps: Collection[str]
) -> tuple[Mark, ...]:
    """What is to be remembered where a person chose between what two machines wrote."""
    marking = Marking(data_files, machine, now)
    return tuple(marking.of_edit(edit, stamps))


def turned(data_files: DataFiles, machine: str, now: int, target: Change, change: Change) -> Change:
    """What is to be remembered where a merge or a choice is taken back.

    After a merge, what the other machine did is no longer known here, as if it had not come in: so it comes
    in again with the next merge, and nobody takes it for deleted. After a choice, both versions wait again.
    """
    marking = Marking(data_files, machine, now)
    edits = {edit.id: edit for edit in change.edits}
    marks: list[Mark] = []
    for mark in reversed(target.marks):
        here, edit = marking.beside(mark.place, mark.id), edits.get(mark.id)
        if not target.is_merge:
            marks += marking.reopened(target, mark, edit) if _says_which(mark) else ()
        elif here == mark.after and (edit is None or not _is_touched(edit, target)):
            marks.append(Mark(mark.place, mark.id, here, mark.before))
    told = {mark.id for mark in marks}
    for edit in change.edits:
        if edit.id not in told and any(mark.id == edit.id for mark in target.marks):
            marks += marking.of_edit(edit)
    return change._replace(marks=tuple(marks), is_merge=target.is_merge)


def is_choice(change: Change) -> bool:
    """Whether it said which of several versions holds."""
    return not change.is_merge and any(_says_which(mark) for mark in change.marks)


def _says_which(mark: Mark) -> bool:
    return "versions" in (mark.before or {}) and "versions" not in (mark.after or {"versions": ()})


def _is_touched(edit: Edit, target: Change) -> bool:
    """Whether a record was changed since it was merged."""
    return any(each.id == edit.id and each.after != edit.before for each in target.edits)


def known(record_id: str, record: Fields | None, beside: Fields | None) -> lives.Life | None:
    """The life of a record, from what lies beside it."""
    try:
        return lives.read(record, None if beside is None or "moved" in beside else beside)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedError(
            filled(words.store.error.marks_cannot_be_read, id=record_id),
            kept=words.store.error.nothing_was_changed,
        ) from error


def check_marks(tables: Tables) -> None:
    """Refuses a file with marks that make no sense."""
    records = {each: table[each] for kind, table in tables.items() if kind != VERSIONS for each in table}
    for record_id, mark in tables.get(VERSIONS, {}).items():
        if not (isinstance(mark, dict) and isinstance(mark.get("moved"), str)):
            known(record_id, records.get(record_id), mark)


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
