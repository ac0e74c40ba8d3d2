"""The journal: entries written, found, changed and taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.daily.capture import new_entry, said
from coach.errors import CoachError, NotFoundError, UsageError
from coach.records import Entry
from coach.references import resolve
from coach.search import EVERYTHING, newest_first, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, time

    from coach.records import Mode, Source
    from coach.search import Filter
    from coach.store.store import Store


class Journal:
    """What the person wrote."""

    def __init__(self, store: Store, ends: time) -> None:
        self._store = store
        self._ends = ends

    def write(
        self,
        text: str,
        *,
        tags: Sequence[str] = (),
        mode: Mode | None = None,
        share: bool = False,
        at: datetime | None = None,
        source: Source = "app",
    ) -> Entry:
        """A new entry, on the disk when this returns."""
        record_id, fields = new_entry(
            self._store.clock, text, tags=tags, mode=mode, share=share, at=at, source=source
        )
        with self._store.change(said("added", text)) as change:
            change.add(Entry.kind, record_id, fields)
        return Entry.read(record_id, fields)

    def entries(self, wanted: Filter = EVERYTHING) -> Iterator[Entry]:
        """The entries meant, newest first, read month by month as they are taken."""
        for month in self._store.months():
            if wanted.covers_month(month, self._ends):
                found = readable(self._store, self._store.records(month, Entry.kind))
                yield from newest_first(found, wanted, self._ends)

    def find(self, reference: str) -> Entry:
        """The one entry a reference means."""
        return self.get(resolve(self._store, reference))

    def get(self, record_id: str) -> Entry:
        """The entry with this id."""
        fields = self._store.find(Entry.kind, record_id)
        if fields is None:
            raise NotFoundError(f"there is no entry {record_id}")
        return Entry.read(record_id, fields)

    def rewrite(self, entry: Entry, text: str) -> Entry:
        """The entry with another text. Refused when somebody changed the entry since it was read."""
        if not text.strip():
            raise UsageError("there is no text to keep", do="`coach delete` takes an entry away")
        changed = replace(entry, text=text, updated=self._store.clock.now())
        with self._store.change(said("changed", entry.text)) as change:
            kept = change.get(Entry.kind, entry.id)
            if kept is None or Entry.read(entry.id, kept) != entry:
                raise CoachError("the entry was changed elsewhere meanwhile", kept="Neither text is lost")
            change.put(Entry.kind, entry.id, changed.fields())
        return changed

    def delete(self, entry: Entry) -> None:
        """The entry is gone, until undo."""
        with self._store.change(said("deleted", entry.text)) as change:
            change.remove(Entry.kind, entry.id)
