"""Personal tags: made on the fly, offered again, renamed and merged."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.records import Checkin
from coach.core.errors import NotFoundError, UsageError
from coach.core.service import Service
from coach.core.tags import clean_tag
from coach.core.texts import filled, words
from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


OFFERED = 10
LATELY = timedelta(days=90)


class TagUse(NamedTuple):
    """A tag, and how often it stands where."""

    tag: str
    entries: int
    gave: int
    took: int

    @property
    def total(self) -> int:
        """How often it stands anywhere."""
        return self.entries + self.gave + self.took


class Tags(Service):
    """The tags of entries and check-ins. They live in the records: a tag nobody uses does not exist."""

    def offered(self, today: date) -> list[str]:
        """At most ten for a check-in: those used most lately, in the order of the alphabet so that a
        tag keeps its key."""
        found: Counter[str] = Counter()
        for month in self._lately(today):
            for each in self._store.read(month, Checkin):
                found.update(tag for tag in (each.gave, each.took) if tag)
        return sorted(_most_used(found, OFFERED), key=str.casefold)

    def suggested(self, today: date) -> list[str]:
        """For an entry: what was used lately, the most used first."""
        found: Counter[str] = Counter()
        for month in self._lately(today):
            for entry in self._store.read(month, Entry):
                found.update(entry.tags)
            for each in self._store.read(month, Checkin):
                found.update(tag for tag in (each.gave, each.took) if tag)
        return _most_used(found)

    def counted(self) -> list[TagUse]:
        """Every tag ever used, the most used first."""
        entries: Counter[str] = Counter()
        gave: Counter[str] = Counter()
        took: Counter[str] = Counter()
        for month in self._store.months():
            for entry in self._store.read(month, Entry):
                entries.update(entry.tags)
            for each in self._store.read(month, Checkin):
                gave.update([each.gave] if each.gave else [])
                took.update([each.took] if each.took else [])
        uses = [TagUse(tag, entries[tag], gave[tag], took[tag]) for tag in {*entries, *gave, *took}]
        return sorted(uses, key=lambda use: (-use.total, use.tag.casefold()))

    def rename(self, old: str, new: str) -> int:
        """Every `old`, whatever its case, is `new` from now on; where that is a tag already, the two are
        one. Gives how many records changed."""
        wanted = clean_tag(new)
        if not wanted:
            raise UsageError(words.journal.error.a_tag_needs_a_name)
        folded = old.casefold()
        now = self._store.clock.now()
        with self._store.change(filled(words.journal.says.undo_renamed, old=old, wanted=wanted)) as change:
            for month in self._store.months():
                for entry in self._store.read(month, Entry):
                    if any(tag.casefold() == folded for tag in entry.tags):
                        tags = (wanted if tag.casefold() == folded else tag for tag in entry.tags)
                        changed = entry.but(tags=tuple(dict.fromkeys(tags)), updated=now)
                        change.put(Entry.kind, entry.id, changed.fields())
                for each in self._store.read(month, Checkin):
                    if folded in {(each.gave or "").casefold(), (each.took or "").casefold()}:
                        gave = wanted if (each.gave or "").casefold() == folded else each.gave
                        took = wanted if (each.took or "").casefold() == folded else each.took
                        kept = each.but(gave=gave, took=took, updated=now)
                        change.put(Checkin.kind, each.id, kept.fields())
            count = len(change.edits())
        if not count:
            raise NotFoundError(filled(words.journal.error.no_record_has_the_tag, old=old))
        return count

    def _lately(self, today: date) -> Iterator[str]:
        first, last = f"{today - LATELY:%Y-%m}", f"{today:%Y-%m}"
        return (month for month in self._store.months() if first <= month <= last)


def _most_used(found: Counter[str], most: int | None = None) -> list[str]:
    """The tags by use, each in its commonest spelling."""
    total: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for tag, count in found.most_common():
        total[tag.casefold()] += count
        spelled.setdefault(tag.casefold(), tag)
    return [spelled[folded] for folded, _ in total.most_common(most)]
