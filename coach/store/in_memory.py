"""A store that remembers what is done, and has nothing on the disk until that is replayed elsewhere."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from coach.store.history import STANDING, Change
from coach.store.store import R, Store
from coach.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tinydb.queries import QueryLike

    from coach.core.days import Clock
    from coach.core.paths import Paths
    from coach.store.format import Fields


class MemoryStore(Store):
    """Services read and change it as they do any other."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        super().__init__(paths, clock)
        self.done: list[Change] = []
        """In its order, and each with its time."""
        self._files: dict[str, dict[str, dict[str, Fields]]] = {}

    def months(self, since: date | None = None) -> list[str]:
        """As of any store."""
        first = f"{since:%Y-%m}" if since else ""
        return sorted((name for name in self._files if first <= name != STANDING), reverse=True)

    def holding(self, months: list[str], kind: str) -> list[str]:
        """As of any store."""
        return [month for month in months if kind in self._files[month]]

    def records(self, name: str, kind: str) -> dict[str, Fields]:
        """As of any store."""
        return self.tables(name).get(kind, {})

    def tables(self, name: str) -> dict[str, dict[str, Fields]]:
        """As of any store."""
        return self._files.get(name, {})

    def read(self, name: str, cls: type[R], query: QueryLike | None = None) -> Iterator[R]:
        """As of any store."""
        kept = self.records(name, cls.kind).items()
        found = {record_id: fields for record_id, fields in kept if query is None or query(fields)}
        return self.understood(found, cls)

    def beside(self, place: str, record_id: str) -> Fields | None:
        """Nothing is remembered before it lies on a disk."""
        del place, record_id
        return None

    def _get(self, name: str, kind: str, record_id: str) -> Fields | None:
        return self.records(name, kind).get(record_id)

    @contextmanager
    def change(self, what: str) -> Iterator[Transaction]:
        """Everything put or removed inside is remembered when this ends."""
        transaction = Transaction(self, what)
        yield transaction
        edits = transaction.edits()
        if edits:
            self.done.append(Change(self.stamp(), transaction.what, edits))
        for edit in edits:
            for name, fields in edit.changes():
                records = self._files.setdefault(name, {}).setdefault(edit.kind, {})
                records.pop(edit.id, None)
                if fields is not None:
                    records[edit.id] = fields
