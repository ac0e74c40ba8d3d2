"""M7, S7, L17: looking back on a month, on a quarter, on one event."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.answers import merged
from coach.checkin.records import Checkin
from coach.core.days import day_of, month_ends, quarter_of, year_of
from coach.core.errors import UsageError
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import words
from coach.journal.records import Entry
from coach.reflection.records import Reflection
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.record import Source
    from coach.reflection.records import ReflectionName, Severity
    from coach.store.transaction import Transaction

DUE_FOR: dict[ReflectionName, timedelta] = {
    "monthly": timedelta(days=10),
    "quarterly": timedelta(days=20),
    "yearly": timedelta(days=31),
}
"""So long after the last day it waits on Today. The quarter waits until the month is told, then the year."""
_LATELY = timedelta(days=100)
_DAY_LONG, _MINUTE = len("2026-11-20"), len("2026-11-20T09:00")
_NOTHING: dict[str, str] = {}


class Answered(NamedTuple):
    """What a person says when looking back. All of it may be left out but one thing."""

    answers: dict[str, str]
    before: dict[str, str] = _NOTHING
    """What was answered before the records were seen."""
    asked: dict[str, str] = _NOTHING
    cites: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - never written to
    experiment: str = ""
    plans: tuple[str, ...] = ()
    """When and how often it is tried."""
    severity: Severity | None = None

    @classmethod
    def of(cls, reflection: Reflection | None) -> Answered:
        """What was said so far."""
        if reflection is None:
            return cls({})
        before, asked = dict(reflection.before), dict(reflection.asked)
        cites, plans = dict(reflection.cites), reflection.plans
        experiment, severity = reflection.experiment, reflection.severity
        return cls(dict(reflection.answers), before, asked, cites, experiment, plans, severity)

    def over(self, began: Answered, kept: Answered) -> Answered:
        """What was kept, with what became different since this was begun."""
        answers = merged(self.answers, began.answers, kept.answers)
        before = {name: text for name, text in (self.before | kept.before).items() if name in answers}
        return Answered(
            answers,
            {name: text for name, text in before.items() if text.strip() != answers[name]},
            {name: text for name, text in (kept.asked | self.asked).items() if name in answers},
            {name: ids for name, ids in (kept.cites | self.cites).items() if ids and name in answers},
            self.experiment if self.experiment != began.experiment else kept.experiment,
            self.plans if self.plans != began.plans or self.experiment != began.experiment else kept.plans,
            self.severity if self.severity != began.severity else kept.severity,
        )


class Reflections(Service):
    """What was said when looking back."""

    def since(self, day: date) -> list[Reflection]:
        """Those of the months since a day."""
        return list(self._store.read_since(day, Reflection))

    def period(self, name: ReflectionName, day: date) -> tuple[date, date]:
        """The days a reflection of this day is about: those that ended lately, or those that are running."""
        late = day - DUE_FOR[name] if name in DUE_FOR else day
        if name == "monthly":
            ended = month_ends(late)
            last = ended if ended < day else month_ends(day)
            return last.replace(day=1), last
        if name == "quarterly":
            first, last = quarter_of(late)
            return (first, last) if last < day else quarter_of(day)
        if name == "yearly":
            return year_of(late if late.year < day.year else day)
        return day, day

    def is_due(self, name: ReflectionName, day: date) -> bool:
        """Whether it waits: from the last day on and for some days, until it was held. Where nothing was
        written down, there is nothing to look back on."""
        first, last = self.period(name, day)
        if last > day:
            return False
        return self._is_lived(first, last) and self.of(name, last) is None

    def _is_lived(self, first: date, last: date) -> bool:
        """Whether there is enough of these days: who began in their last third looks back on the next."""
        if next(self._lived(first, last), None) is None:
            return False
        return self._began_in_time(first, last)

    def _began_in_time(self, first: date, last: date) -> bool:
        was_there = any(month < f"{first:%Y-%m}" for month in self._store.months())
        began = self._today() if was_there else min(self._lived(first, last), default=self._today())
        return was_there or began <= first + (last - first) * 2 / 3

    def first_of(self, name: ReflectionName, last: date) -> date:
        """The first of the days that end so."""
        return {"quarterly": quarter_of(last)[0], "yearly": year_of(last)[0]}.get(name, last.replace(day=1))

    def lived(self, until: date) -> set[date]:
        """The days on which something was checked in or written down."""
        return set(self._lived(date.min, until))

    def _lived(self, first: date, last: date) -> Iterator[date]:
        """Those of a stretch, the latest month first, read as they are taken."""
        since = first if first > date.min else None
        until = f"{last + timedelta(days=1):%Y-%m}"  # the night after it belongs to it
        for month in self._store.months(since):
            for cls in (Checkin, Entry) if month <= until else ():
                for fields in self._store.records(month, cls.kind).values():
                    day = self._day_told(str(fields.get("day") or fields.get("at"))[:_MINUTE])
                    if day and first <= day <= last:
                        yield day

    def _day_told(self, written: str) -> date | None:
        """The person's day of what was written; nothing where it cannot be read."""
        try:
            at = datetime.fromisoformat(written)
        except ValueError:
            return None
        return at.date() if len(written) <= _DAY_LONG else day_of(at, self._ends)

    def next_day(self, name: ReflectionName, day: date) -> date:
        """When it is due next, today included."""
        ends = {"monthly": month_ends(day), "yearly": year_of(day)[1]}
        return ends.get(name, quarter_of(day)[1])

    def ahead(self, day: date) -> list[tuple[ReflectionName, date]]:
        """Those that come by themselves, with their next day, today included."""
        return [(name, self._next_lived(name, day)) for name in DUE_FOR]

    def _next_lived(self, name: ReflectionName, day: date) -> date:
        """The first that is begun in time; who began late in a month is asked at the end of the next."""
        last = self.next_day(name, day)
        if self._began_in_time(self.first_of(name, last), last):
            return last
        return self.next_day(name, last + timedelta(days=1))

    def of(self, name: ReflectionName, last: date) -> Reflection | None:
        """The one about the days that end so; it may be kept long after."""
        months = self._store.months(self.first_of(name, last))
        about_it = (where("name") == name) & (where("last") == last.isoformat())
        own = (each for month in months for each in self._store.read(month, Reflection, about_it))
        return max(own, key=lambda each: each.id, default=None)

    def before(self, name: ReflectionName, first: date) -> Reflection | None:
        """The one before, when it is not long ago."""
        since = first - _LATELY
        found = self._store.read_since(since, Reflection, where("name") == name)
        own = [each for each in found if since <= each.last < first]
        return max(own, key=lambda each: (each.last, each.id), default=None)

    def a_year_before(self, reflection: Reflection) -> Reflection | None:
        """The one about the same days of the year before."""
        then = reflection.last.replace(year=reflection.last.year - 1, day=1)
        last = month_ends(then) if reflection.name in DUE_FOR else None
        return self.of(reflection.name, last) if last else None

    def past(self) -> Iterator[Reflection]:
        """Every one, weekly reviews too, the latest first, read month by month as they are taken."""
        for month in self._store.months():
            found = self._store.read(month, Reflection)
            yield from sorted(found, key=lambda each: (each.at, each.id), reverse=True)

    def thread(self, name: ReflectionName, question: str) -> Iterator[tuple[Reflection, str]]:
        """All answers to one question, the latest first."""
        for each in self.past():
            if each.name == name and (text := each.answers.get(question)):
                yield each, text

    def put(
        self,
        change: Transaction,
        name: ReflectionName,
        said: Answered,
        days: tuple[date, date],
        *,
        source: Source = "app",
        of: str | None = None,
        began: Answered | None = None,
        again: Reflection | None = None,
    ) -> Reflection:
        """What was said of these days, inside a change. Held again, only what became different is changed;
        what looks back on an event stands beside others of the day, unless it is one held `again`."""
        clock = self._store.clock
        kept = self.of(name, days[1]) if name in DUE_FOR else again and self._as_it_is(change, again)
        now = said.over(began or Answered({}), Answered.of(kept))
        if not any((*now.answers.values(), now.experiment)):
            raise UsageError(
                words.reflect.error.looking_back_takes_one_answer, do=words.reflect.error.any_one_will_do
            )
        parts: dict[str, Any] = now._asdict()
        if kept:
            own = {} if name in DUE_FOR else {"first": days[0], "last": days[1]}
            reflection = kept.but(**parts, **own, updated=clock.now())
        else:
            first, last = days
            reflection = Reflection(
                **happened(clock), name=name, first=first, last=last, of=of, source=source, **parts
            )
        change.keep(reflection)
        return reflection
