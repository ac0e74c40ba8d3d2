"""The journal: entries written, found, changed and taken away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from coach.core.errors import CoachError, NotFoundError, UsageError
from coach.core.quick import quick
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.tags import clean_tags
from coach.core.texts import filled, words
from coach.find import EVERYTHING, Filter, newest_first
from coach.journal.capture import new_entry, refuse_ahead
from coach.journal.records import Entry
from coach.references import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from random import Random

    from coach.core.record import Mode, Source


_OLD = timedelta(days=30)


class Journal(Service):
    """What the person wrote."""

    def write(
        self,
        text: str,
        *,
        tags: Sequence[str] = (),
        mode: Mode | None = None,
        share: bool = False,
        at: datetime | None = None,
        source: Source = "app",
        prompt: str | None = None,
    ) -> Entry:
        """A new entry, on the disk when this returns."""
        record_id, fields = new_entry(
            self._store.clock, text, tags=tags, mode=mode, share=share, at=at, source=source, prompt=prompt
        )
        with self._store.change(quick("journal", "undo_added", what=quoted(text))) as change:
            change.add(Entry.kind, record_id, fields)
        return Entry.read(record_id, fields)

    def entries(self, wanted: Filter = EVERYTHING) -> Iterator[Entry]:
        """The entries meant, newest first, read month by month as they are taken."""
        for month in self._store.months():
            if wanted.covers_month(month, self._ends):
                yield from self.in_month(month, wanted)

    def in_month(self, month: str, wanted: Filter = EVERYTHING) -> list[Entry]:
        """The entries of one month, newest first."""
        return newest_first(self._store.read(month, Entry), wanted, self._ends)

    def old_page(self, chance: Random) -> Entry | None:
        """Any entry that is older than some weeks; nothing where there is none. No month is likelier than
        another, so that the thin ones come up too."""
        until = self._today() - _OLD
        months = [month for month in self._store.months() if month <= f"{until:%Y-%m}"]
        chance.shuffle(months)
        for month in months:
            if found := self.in_month(month, Filter(until=until)):
                return chance.choice(found)
        return None

    def find(self, reference: str) -> Entry:
        """The one entry a reference means."""
        return self.get(resolve(self._store, reference))

    def get(self, record_id: str) -> Entry:
        """The entry with this id."""
        fields = self._store.find(Entry.kind, record_id)
        if fields is None:
            raise NotFoundError(filled(words.journal.error.there_is_no_entry, record_id=record_id))
        return Entry.read(record_id, fields)

    def check_moment(self, at: datetime | None) -> None:
        """Refuses one that is yet to come."""
        refuse_ahead(at, self._store.clock.now())

    def change(
        self,
        entry: Entry,
        *,
        text: str | None = None,
        tags: Sequence[str] | None = None,
        mode: Mode | Literal[""] | None = "",
        share: bool | None = None,
        at: datetime | None = None,
        files: Sequence[str] | None = None,
    ) -> Entry:
        """The entry, other in what is given. Refused when somebody changed it since it was read."""
        self.check_moment(at)
        changed = entry.but(
            text=entry.text if text is None else text,
            tags=entry.tags if tags is None else tuple(clean_tags(tags)),
            mode=entry.mode if mode == "" else mode,
            share=entry.share if share is None else share,
            files=entry.files if files is None else tuple(files),
        )
        if at:
            changed = changed.but(at=at, zone=self._store.clock.zone_of(at))
        if not changed.text.strip():
            raise UsageError(
                words.journal.error.there_is_no_text_to_keep,
                do=words.journal.error.coach_delete_takes_an_entry_away,
            )
        if changed == entry:
            return entry
        changed = changed.but(updated=self._store.clock.now())
        with self._store.change(filled(words.journal.says.undo_changed, what=quoted(entry.text))) as change:
            kept = change.get(Entry.kind, entry.id)
            if kept is None or Entry.read(entry.id, kept) != entry:
                raise CoachError(
                    words.journal.error.the_entry_was_changed_elsewhere_meanwhile,
                    kept=words.journal.error.neither_text_is_lost,
                )
            change.put(Entry.kind, entry.id, changed.fields())
        return changed
