"""Finding words in everything written: whatever their case and accents, newest first."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from coach.core.days import day_starts
from coach.core.kinds import written
from coach.core.record import Written, day_about
from coach.folded import Folded, FoldedMonth, fold, stays
from coach.query import NOT, OR, fitting, near, shown, with_signs
from coach.store.history import STANDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, time

    from coach.core.record import Mode
    from coach.store.format import Fields
    from coach.store.store import Store

    Records = dict[str, Fields]

_LOOKED_THROUGH = 20_000
_BEFORE_MATCH = 24
_NEAR_IN = 20_000
"""In so many of the latest texts a word that was meant is looked for."""
T = TypeVar("T", bound=Written)
_TAG = r'(?<!\S)#(?:"([^"]+)"|([^\s"#]+))'
_TERM = r'"([^"]*)"|(\S+)'


class Filter(NamedTuple):
    """Which records are meant. Days are the person's own, both ends included."""

    since: date | None = None
    until: date | None = None
    tags: tuple[str, ...] = ()
    mode: Mode | None = None

    def covers_month(self, month: str, ends: time) -> bool:
        """Whether a month of wall time can hold one. The last day reaches into the night after it."""
        first = f"{day_starts(self.since, ends):%Y-%m}" if self.since else ""
        last = f"{day_starts(self.until + timedelta(days=1), ends):%Y-%m}" if self.until else month
        return first <= month <= last

    def fits(self, record: Written, ends: time) -> bool:
        """Whether a record is meant."""
        day = day_about(record, ends)
        return (
            (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and (self.mode is None or record.mode == self.mode)
            and all(tag.casefold() in {each.casefold() for each in record.labels} for tag in self.tags)
        )


EVERYTHING = Filter()


class Hit(NamedTuple):
    """A record, and where in its words the terms stand."""

    record: Written
    terms: tuple[str, ...]

    def spans(self, first: int = _LOOKED_THROUGH) -> list[tuple[int, int]]:
        """Where the terms stand in the first so many characters."""
        return spans(self.record.words[:first], shown(self.terms))

    def excerpt(self, room: int) -> tuple[str, list[tuple[int, int]], bool, bool]:
        """The words around the first match, where in them the terms stand, and whether they are cut off
        before and after."""
        text, found = self.record.words, self.spans()
        first = found[0][0] if found else 0
        start = 0 if first < room // 2 else min(first - _BEFORE_MATCH, len(text) - room)
        start = max(text.find(" ", start, first) + 1, start) if start > 0 else 0
        end = min(len(text), start + room)
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in found if a < end and b > start]
        return text[start:end], inside, start > 0, end < len(text)


def terms_of(typed: Sequence[str]) -> list[str]:
    """Words and "phrases", OR and NOT. In a shell, an argument with spaces in it was quoted, so it is a
    phrase."""
    found: list[str] = []
    for each in typed:
        if '"' in each or (len(typed) == 1 and " " not in each.strip()):
            found += [f" {phrase}" if phrase else word.strip('"') for phrase, word in re.findall(_TERM, each)]
        else:
            found.append(each)
    return with_signs(found, [fold(each) for each in found])


class Search:
    """Searches everything written, and remembers the folded texts for the next time."""

    def __init__(self, store: Store, ends: time) -> None:
        self._store = store
        self._ends = ends
        self._kept = Folded(store)
        self._folded: dict[tuple[str, str], tuple[Records, dict[str, tuple[Fields, str]]]] = {}

    def everything(
        self, wanted: Filter = EVERYTHING, kinds: Sequence[type[Written]] | None = None
    ) -> Iterator[Written]:
        """All records of these kinds, newest first, read month by month as they are taken."""
        kinds = written() if kinds is None else kinds
        for month in self._months(wanted, kinds):
            found = (each for cls in kinds for each in self._of_month(month, cls))
            yield from newest_first(found, wanted, self._ends)

    def find(
        self, terms: Sequence[str], wanted: Filter = EVERYTHING, kinds: Sequence[type[Written]] | None = None
    ) -> Iterator[Hit]:
        """The records in which all terms stand, newest first, month by month as they are taken."""
        for hits in self.by_month(terms, wanted, kinds):
            yield from hits

    def by_month(
        self, terms: Sequence[str], wanted: Filter = EVERYTHING, kinds: Sequence[type[Written]] | None = None
    ) -> Iterator[list[Hit]]:
        """What is found a month at a time, also where it is nothing: whoever waits can do other things."""
        kinds = written() if kinds is None else kinds
        for month in self._months(wanted, kinds):
            kept = self._kept.of(month)
            found = [each for cls in kinds for each in self._in_month(month, cls, terms, kept)]
            yield [Hit(each, tuple(terms)) for each in newest_first(found, wanted, self._ends)]

    def near(self, terms: Sequence[str]) -> list[str]:
        """The terms, each that occurs nowhere in what was written lately as the word it nearly is; nothing
        where none is."""
        texts = list(islice(self._all_texts(), _NEAR_IN))
        told = [term if _is_there(term, texts) else near(term, texts) for term in terms]
        return told if all(told) and told != list(terms) else []

    def _all_texts(self) -> Iterator[str]:
        for month in self._months(EVERYTHING, written()):
            kept = self._kept.of(month)
            for cls in written():
                if kept and self._lies_in(month, cls):
                    yield from kept.texts(cls.kind)
                    continue
                for _, text in self._texts(STANDING if stays(cls) else month, cls).values():
                    yield text

    def _lies_in(self, month: str, cls: type[Written]) -> bool:
        """Whether all of a kind that belongs to a month lies in it by now."""
        return not (stays(cls) or self._store.awaits(month, cls.kind))

    def _months(self, wanted: Filter, kinds: Sequence[type[Written]]) -> Iterator[str]:
        """The months that can hold some, newest first; what stays belongs to the month it was made in."""
        months = set(self._store.months())
        for cls in filter(stays, kinds):
            months |= {_made_in(fields) for fields in self._store.records(STANDING, cls.kind).values()}
        for month in sorted(months, reverse=True):
            if wanted.covers_month(month, self._ends):
                yield month

    def _of_month(self, month: str, cls: type[Written]) -> Iterator[Written]:
        if not stays(cls):
            yield from self._store.read(month, cls)
            return
        kept = self._store.records(STANDING, cls.kind).items()
        yield from self._store.understood({name: each for name, each in kept if _made_in(each) == month}, cls)

    def _in_month(
        self, month: str, cls: type[Written], terms: Sequence[str], kept: FoldedMonth | None
    ) -> Iterator[Written]:
        if kept and self._lies_in(month, cls):
            return self._store.some(month, cls, kept.fitting(cls.kind, terms))
        place, fits = STANDING if stays(cls) else month, fitting(terms)
        found = {
            record_id: fields
            for record_id, (fields, text) in self._texts(place, cls).items()
            if (place == month or _made_in(fields) == month) and fits(text)
        }
        return self._store.understood(found, cls)

    def _texts(self, month: str, cls: type[Written]) -> dict[str, tuple[Fields, str]]:
        """The month's texts, folded; only those that changed are folded again."""
        records = self._store.records(month, cls.kind)
        seen, folded = self._folded.get((month, cls.kind), (None, {}))
        if seen is not records:
            folded = {
                record_id: known
                if (known := folded.get(record_id)) and known[0] is fields
                else (fields, fold(cls.words_in(fields)))
                for record_id, fields in records.items()
            }
            self._folded[month, cls.kind] = records, folded
        return folded


def by_kind(hits: Iterable[Hit]) -> list[tuple[str, list[Hit]]]:
    """What was found, a kind at a time, each as it came; the kind with the latest of them first."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.record.kind, []).append(hit)
    return list(found.items())


def _is_there(term: str, texts: Iterable[str]) -> bool:
    """Whether it is met, or is no word to be met."""
    return term == OR or term.startswith(NOT) or any(term in text for text in texts)


def _made_in(fields: Fields) -> str:
    return str(fields.get("created"))[:7]


def asked_for(typed: str) -> tuple[list[str], list[str]]:
    """The terms and the tags in what was typed: words, "phrases", #tags and #"tags of two words"."""
    tags = [quoted or bare for quoted, bare in re.findall(_TAG, typed)]
    rest = re.sub(_TAG, " ", typed)
    return terms_of([rest] if '"' in rest else rest.split()), [tag.strip() for tag in tags]


def newest_first(records: Iterable[T], wanted: Filter, ends: time) -> list[T]:
    """Those meant, the latest happening first; of two at the same moment, the one written later."""
    meant = (record for record in records if wanted.fits(record, ends))
    return sorted(meant, key=lambda record: (record.at, record.id), reverse=True)


def spans(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where the terms stand in the text as it was written, in order and without overlap."""
    folded, places = with_places(text)
    found = []
    for term in filter(None, terms):
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


def with_places(text: str) -> tuple[str, list[int]]:
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
