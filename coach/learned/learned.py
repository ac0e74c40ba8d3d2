"""What was learned, where, and when it comes back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.records import Turn
from coach.commitments.trial import POSSIBLE, SHOWED
from coach.core.days import day_of, months_between
from coach.core.errors import NotFoundError
from coach.core.safe_text import first_line, quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.learned.records import Recall
from coach.reflection.records import Reflection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.core.record import Source
    from coach.learned.records import Holds

AFTER = (timedelta(weeks=1), timedelta(weeks=4), timedelta(weeks=12))
WAITS = timedelta(days=6)
"""So long it waits each time; whoever says nothing is asked at the next."""
_ANSWERS = {"action": "rule", "monthly": "became", "quarterly": "became"}
"""The answer of a look back that says what was learned."""
_ENDS = ("renew", "end")
_LONGEST = 300


class Lesson(NamedTuple):
    """One thing that was learned."""

    of: str
    """The record it was learned in, by its id."""
    kind: str
    day: date
    text: str
    said: tuple[Recall, ...] = ()
    """What was said of it since, the earliest first."""

    @property
    def is_over(self) -> bool:
        """Whether it no longer holds."""
        return any(each.holds == "no" for each in self.said)

    def used(self) -> int:
        """How often it was of use."""
        return sum(each.holds == "used" for each in self.said)

    def comes(self) -> list[date]:
        """The days on which it comes back."""
        return [self.day + after for after in AFTER]


class Learned(Service):
    """The lessons, and what was said of them since."""

    def due(self, day: date) -> Lesson | None:
        """The one to ask about, the earliest learned first. Only the months of the days that can be due are
        read."""
        spans = [(day - after - WAITS, day - after) for after in AFTER]
        found = [
            lesson
            for first, last in spans
            for lesson in self._lessons(first, last)
            if self._is_due(lesson, day)
        ]
        return min(found, key=lambda each: (each.day, each.of), default=None)

    def all(self) -> list[Lesson]:
        """All that was learned, the latest first."""
        found = self._in(self._store.months(), date.min, date.max)
        return sorted(found, key=lambda each: (each.day, each.of), reverse=True)

    def get(self, of: str) -> Lesson:
        """The one learned in a record."""
        for each in self.all():
            if each.of == of:
                return each
        raise NotFoundError(words.learned.none_there, do=words.learned.none_there_do)

    def say(self, lesson: Lesson, holds: Holds, source: Source = "app") -> Recall:
        """Whether it still holds."""
        clock, today = self._store.clock, self._today()
        line = quoted(first_line(lesson.text, _LONGEST))
        with self._store.change(filled(words.learned.undo, lesson=line)) as change:
            found = self._store.read_since(today, Recall)
            own = [each for each in found if each.of == lesson.of and day_of(each.at, self._ends) == today]
            if own:  # said otherwise on one day, it is the last word that counts
                now = own[-1].but(holds=holds, updated=clock.now())
                change.put(now.kind, now.id, now.fields())
                return now
            new = Recall(**happened(clock), of=lesson.of, holds=holds, source=source)
            change.keep(new)
        return new

    def next(self, lesson: Lesson) -> date | None:
        """When it comes back, today included."""
        today = self._today()
        if self._is_due(lesson, today):
            return today
        return None if lesson.is_over else next((each for each in lesson.comes() if each > today), None)

    def _is_due(self, lesson: Lesson, day: date) -> bool:
        """Whether one of its days is here and nothing was said since that day."""
        said = [day_of(each.at, self._ends) for each in lesson.said]
        here = (each for each in lesson.comes() if each <= day <= each + WAITS)
        return not lesson.is_over and any(all(on < each for on in said) for each in here)

    def _lessons(self, first: date, last: date) -> Iterator[Lesson]:
        return self._in(months_between(first, last + timedelta(days=1)), first, last)

    def _in(self, months: Iterable[str], first: date, last: date) -> Iterator[Lesson]:
        """Those of some months, with what was said of them in any month since."""
        named = list(months)
        turned, reflected = (self._store.holding(named, cls.kind) for cls in (Turn, Reflection))
        taught = (self._ended_in(turned), self._said_in(reflected))
        found = [lesson for each in taught for lesson in each if first <= lesson.day <= last]
        if found:
            said: dict[str, list[Recall]] = {}
            for recall in self._store.read_since(min(each.day for each in found), Recall):
                said.setdefault(recall.of, []).append(recall)
            for each in found:
                own = sorted(said.get(each.of, ()), key=lambda one: (one.at, one.id))
                yield each._replace(said=tuple(own))

    def _ended_in(self, months: Iterable[str]) -> Iterator[Lesson]:
        """What the ends of commitments and trials say was learned; most say nothing."""
        for turn in (each for month in months for each in self._store.read(month, Turn)):
            if turn.result not in _ENDS:
                continue  # tried again: it is not over
            said = (turn.answers.get(name, "").strip() for name in (POSSIBLE, SHOWED))
            yield from self._lesson(turn, "\n".join(filter(None, said)))

    def _said_in(self, months: Iterable[str]) -> Iterator[Lesson]:
        """What reflections say was learned."""
        for each in (each for month in months for each in self._store.read(month, Reflection)):
            yield from self._lesson(each, each.answers.get(_ANSWERS.get(each.name, ""), "").strip())

    def _lesson(self, record: Turn | Reflection, text: str) -> Iterator[Lesson]:
        if text:
            yield Lesson(record.id, record.kind, day_of(record.at, self._ends), text)
