"""Changes to records that happen together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from coach.core.errors import DamagedError, UsageError
from coach.core.kinds import class_of, is_known
from coach.core.texts import filled, words
from coach.store.data_files import is_name
from coach.store.history import STANDING, Edit, Mark, place_of

if TYPE_CHECKING:
    from coach.core.record import Record
    from coach.store.format import Fields
    from coach.store.store import Store

R = TypeVar("R", bound="Record")


class Transaction:
    """What is put or removed, until it is on the disk."""

    def __init__(self, store: Store, what: str) -> None:
        self.what = what
        self.number = 0
        """The change it became, once that is on the disk."""
        self._store = store
        self._edits: dict[tuple[str, str], Edit] = {}
        self._marks: dict[tuple[str, str], Mark] = {}

    def get(self, kind: str, record_id: str) -> Fields | None:
        """The record as it will be."""
        edit = self._edits.get((kind, record_id))
        return edit.after if edit else self._store.find(kind, record_id)

    def standing(self, cls: type[R]) -> list[R]:
        """The records of a kind that stays, as they will be."""
        records = dict(self._store.records(STANDING, cls.kind))
        for (kind, record_id), edit in self._edits.items():
            if kind == cls.kind:
                records.pop(record_id, None)
                records |= {record_id: edit.after} if edit.after is not None else {}
        return list(self._store.understood(records, cls))

    def add(self, kind: str, record_id: str, fields: Fields) -> None:
        """A record with a new id."""
        check(kind, record_id, fields)
        self._edits[kind, record_id] = Edit(kind, record_id, None, fields)

    def put(self, kind: str, record_id: str, fields: Fields) -> None:
        """The record, as it is from now on."""
        check(kind, record_id, fields)
        self._edits[kind, record_id] = Edit(kind, record_id, self._before(kind, record_id), fields)

    def keep(self, record: Record) -> None:
        """A record as its room made it, new or changed. No month is searched for a new one."""
        keep = self.put if record.updated else self.add
        keep(record.kind, record.id, record.fields())

    def remove(self, kind: str, record_id: str) -> None:
        """The record is gone. Refused while there are words in it nobody has looked at."""
        before = self._before(kind, record_id)
        self._store.refuse_parted(kind, record_id, before)
        self._edits[kind, record_id] = Edit(kind, record_id, before, None)

    def edit(self, edit: Edit) -> None:
        """A change whose before is known."""
        self._edits[edit.kind, edit.id] = edit

    def remember(self, place: str, record_id: str, kept: Fields) -> None:
        """What machines know of a record that comes from elsewhere, unless something is known of it here."""
        if self._store.beside(place, record_id) is None:
            self._marks[place, record_id] = Mark(place, record_id, None, kept)

    def marks(self) -> tuple[Mark, ...]:
        """What is to be remembered besides what the change itself says."""
        return tuple(self._marks.values())

    def edits(self) -> tuple[Edit, ...]:
        """What is different in the end."""
        return tuple(edit for edit in self._edits.values() if edit.before != edit.after)

    def _before(self, kind: str, record_id: str) -> Fields | None:
        edit = self._edits.get((kind, record_id))
        return edit.before if edit else self._store.find(kind, record_id)


def check(kind: str, record_id: str, fields: Fields) -> None:
    """What is acknowledged can be read back, from a file that somebody looks into."""
    if not is_name(place_of(fields)):
        raise UsageError(
            filled(words.store.error.is_no_moment_coach_can_keep, value=f"{fields['at']!r}"),
            kept=words.store.error.nothing_was_changed,
        )
    if is_known(kind):
        try:
            class_of(kind).read(record_id, fields)
        except DamagedError as error:
            raise UsageError(
                filled(words.store.error.this_cannot_be_kept, what=error.what),
                kept=words.store.error.nothing_was_changed,
            ) from error
