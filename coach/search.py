"""Finding words in everything written: whatever their case and accents, newest first."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from coach.days import day_of, day_starts
from coach.errors import DamagedError
from coach.records import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, time

    from coach.records import Mode
    from coach.store.format import Fields
    from coach.store.store import Store

    Records = dict[str, Fields]

_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_LOOKED_THROUGH = 20_000
_TERM = r'"([^"]*)"|(\S+)'


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries are meant. Days are the person's own, both ends included."""

    since: date | None = None
    until: date | None = None
    tags: tuple[str, ...] = ()
    mode: Mode | None = None

    def covers_month(self, month: str, ends: time) -> bool:
        """Whether a month of wall time can hold one. The last day reaches into the night after it."""
        first = f"{day_starts(self.since, ends):%Y-%m}" if self.since else ""
        last = f"{day_starts(self.until + timedelta(days=1), ends):%Y-%m}" if self.until else month
        return first <= month <= last

    def fits(self, entry: Entry, ends: time) -> bool:
        """Whether an entry is meant."""
        day = day_of(entry.at, ends)
        return (
            (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and (self.mode is None or entry.mode == self.mode)
            and all(tag.casefold() in {each.casefold() for each in entry.tags} for tag in self.tags)
        )


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry, and where in its text the words stand."""

    entry: Entry
    terms: tuple[str, ...]

    def spans(self, first: int = _LOOKED_THROUGH) -> list[tuple[int, int]]:
        """Where the words stand in the first so many characters of the text."""
        return spans(self.entry.text[:first], self.terms)


def fold(text: str) -> str:
    """The text as it is compared: no case, no accents, every white space one space."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())


def terms_of(typed: Sequence[str]) -> list[str]:
    """Words and "phrases". In a shell, an argument with spaces in it was quoted, so it is a phrase."""
    found: list[str] = []
    for each in typed:
        if '"' in each or (len(typed) == 1 and " " not in each.strip()):
            found += [phrase or word.strip('"') for phrase, word in re.findall(_TERM, each)]
        else:
            found.append(each)
    return [term for term in map(fold, found) if term]


class Search:
    """Searches entries, and remembers their folded texts for the next time."""

    def __init__(self, store: Store, ends: time) -> None:
        self._store = store
        self._ends = ends
        self._folded: dict[str, tuple[Records, dict[str, tuple[Fields, str]]]] = {}

    def find(self, terms: Sequence[str], wanted: Filter = EVERYTHING) -> Iterator[Hit]:
        """The entries in which all terms stand, newest first, month by month as they are taken."""
        for month in self._store.months():
            if not wanted.covers_month(month, self._ends):
                continue
            found = {
                record_id: fields
                for record_id, (fields, text) in self._month(month).items()
                if all(term in text for term in terms)
            }
            for entry in newest_first(readable(self._store, found), wanted, self._ends):
                yield Hit(entry, tuple(terms))

    def _month(self, month: str) -> dict[str, tuple[Fields, str]]:
        """The month's texts, folded; only those that changed are folded again."""
        records = self._store.records(month, Entry.kind)
        seen, folded = self._folded.get(month, (None, {}))
        if seen is not records:
            folded = {
                record_id: known
                if (known := folded.get(record_id)) and known[0] is fields
                else (fields, fold(str(fields.get("text", ""))))
                for record_id, fields in records.items()
            }
            self._folded[month] = records, folded
        return folded


def readable(store: Store, records: dict[str, Fields]) -> Iterator[Entry]:
    """The records as entries; one that makes no sense is noted, not shown."""
    for record_id, fields in records.items():
        try:
            yield Entry.read(record_id, fields)
        except DamagedError as error:
            store.damage.records[record_id] = error.what


def newest_first(entries: Iterable[Entry], wanted: Filter, ends: time) -> list[Entry]:
    """Those meant, the latest happening first; of two at the same moment, the one written later."""
    meant = (entry for entry in entries if wanted.fits(entry, ends))
    return sorted(meant, key=lambda entry: (entry.at, entry.id), reverse=True)


def spans(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where the terms stand in the text as it was written, in order and without overlap."""
    folded, places = _with_places(text)
    found = []
    for term in terms:
        start = folded.find(term)
        while start >= 0:
            found.append((places[start], places[start + len(term) - 1] + 1))
            start = folded.find(term, start + len(term))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(found):
        if merged and first < merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place it came from."""
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = " " if character.isspace() else fold(character)
        if folded == " " and (not parts or parts[-1] == " "):
            continue
        parts += folded
        places += [place] * len(folded)
    return "".join(parts), places
