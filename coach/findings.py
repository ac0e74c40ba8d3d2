"""What the records say of a person's weeks, as a measurement: of what, how far apart, how many, what chance.

A practice names its rules; each is a function of the coach and of what is known, and gives all it looked at.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from coach.chance import of_weekday
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coach.chance import Contrast, Weeks
    from coach.checkin.records import Checkin
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from coach.core.own_days import Days
    from coach.core.record import Record
    from coach.facts import Fact

T = TypeVar("T")

QUARTER = 13
"""So many weeks are looked at again and again."""
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_STANDS_OUT = 0.01
_STILL = 0.25
"""What a year shows is told while the last quarter shows at least so much of it."""


class Bar(NamedTuple):
    """One side of a difference, as it is drawn."""

    label: str
    part: float
    """How much of the whole, 0 to 1."""
    said: str


class Finding(NamedTuple):
    """One thing that was looked at."""

    kind: str
    """By its texts in assets/content/insights/findings.toml."""
    about: str
    """What it is about, by a name that stays the same while it is about that."""
    subject: str
    """What it is about, in the person's words."""
    first: date
    last: date
    n: int
    effect: float
    """How far from the usual, in the units of its kind; its sign says which way."""
    chance: float | None
    """How often chance gives as much; nothing where something is only counted."""
    is_clear: bool = True
    """Whether it is far enough, in both halves where it has halves."""
    numbers: Mapping[str, object] = {}
    """What its sentence says."""
    bars: tuple[Bar, ...] = ()
    ids: tuple[str, ...] = ()
    """The records it rests on."""
    against: Fact | None = None
    """One record that speaks against it."""
    commitment: str = ""
    """The commitment it is about, by its id; `all` of them."""

    @property
    def name(self) -> str:
        """Its own name: what kind, and about what."""
        return f"{self.kind} {self.about}"

    @property
    def says(self) -> str:
        """The sentence."""
        return filled(words.findings.says[self.kind], **self.numbers)

    @property
    def asks(self) -> str:
        """The question it leads to."""
        return str(self.numbers.get("asks") or words.findings.asks[self.kind])


class Known(NamedTuple):
    """The days that rules look at, read once."""

    days: Days
    first: date
    last: date
    """Whole weeks: the first of them begins on `first`, the latest ends on `last`."""
    day: date
    """The day it is. What came after `last` is only counted."""
    checkins: Mapping[date, Checkin]
    """Those of usual days."""
    tags: Mapping[str, frozenset[date]]
    """On which days a tag stands, in a check-in or in an entry."""
    marks: Mapping[str, Mapping[date, Mark]]
    """Of usual days, by commitment."""
    held: tuple[Progress, ...]
    unusual: frozenset[date]

    def spans(self) -> Iterator[date]:
        """The first days of what is looked at: the last quarter, and all there is where that is twice as
        long."""
        quarter = self.last + _DAY - QUARTER * _WEEK
        if quarter < self.first:
            yield max(quarter, self.first)
            if self.last + _DAY - self.first >= 2 * QUARTER * _WEEK:
                yield self.first
        else:
            yield self.first

    def weeks(self, value: Callable[[date], T], first: date) -> list[list[T]]:
        """What is so day by day, week by week since a day."""
        days = range(first.toordinal(), self.last.toordinal() + 1)
        said = [value(date.fromordinal(day)) for day in days]
        return [said[place : place + 7] for place in range(0, len(said) - 6, 7)]

    def read(self, value: Callable[[date], T]) -> Callable[[date], list[list[T]]]:
        """Its weeks, read once for each first day."""
        return cache(partial(self.weeks, value))

    def energy(self, day: date) -> float | None:
        """How a usual day was."""
        checkin = self.checkins.get(day)
        return checkin.mean if checkin and checkin.energy else None

    def on(self, records: Mapping[date, Record], days: Sequence[date]) -> tuple[str, ...]:
        """The records of some days."""
        return tuple(records[day].id for day in days if day in records)


def contrasted(
    known: Known,
    found: Contrast,
    least: float,
    records: Mapping[date, Record],
    days: Sequence[date],
    **said: Any,
) -> Finding:
    """What a contrast gives, with the records of the days it is about; at least so far apart, and in both
    halves."""
    return Finding(
        last=known.last,
        n=found.n + found.rest,
        effect=found.effect,
        chance=found.chance,
        is_clear=found.holds and abs(found.effect) >= least,
        ids=known.on(records, days),
        **said,
    )


def part(label: str, count: int, of: int) -> Bar:
    """So many of so many, as it is drawn."""
    return Bar(label, count / of, f"{count} of {of}")


def lasting(known: Known, measure: Callable[[date], Contrast | None]) -> Iterator[tuple[date, Contrast]]:
    """What a measure gives in the last quarter, and in all there is while the quarter still shows it."""
    found = [(first, each) for first in known.spans() if (each := measure(first))]
    return still(known, found)


def still(known: Known, found: Sequence[tuple[date, Contrast]]) -> Iterator[tuple[date, Contrast]]:
    """Of the last quarter and of all there is: the second only while the first shows some of it."""
    quarter = next((each for first, each in found if first > known.first), None)
    for first, each in found:
        share = quarter.effect / each.effect if quarter and each.effect else 1.0
        if first > known.first or share >= _STILL:
            yield first, each


def weekdays(known: Known, read: Callable[[date], Weeks]) -> Iterator[tuple[int, date, Contrast]]:
    """Each day of the week against the others, in the last quarter and in all there is."""
    found = [_weekdays(known, read(first)) for first in known.spans()]
    for number in range(7):
        own = [
            (first, each[number]) for first, each in zip(known.spans(), found, strict=True) if number in each
        ]
        yield from ((number, first, each) for first, each in still(known, own))


def _weekdays(known: Known, weeks: Weeks) -> dict[int, Contrast]:
    """The one that stands out is left out where the others are measured, or they would stand out with it."""
    places = {number: (number - known.first.weekday()) % 7 for number in range(7)}
    found = {number: each for number, place in places.items() if (each := of_weekday(weeks, place))}
    out = min(found, key=lambda number: found[number].chance, default=None)
    if out is None or found[out].chance > _STANDS_OUT:
        return found
    bare = places[out]
    rest = [[*week[:bare], None, *week[bare + 1 :]] for week in weeks]
    others = {number: of_weekday(rest, place) for number, place in places.items() if number != out}
    return {out: found[out], **{number: each for number, each in others.items() if each}}
