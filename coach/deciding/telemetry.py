"""L7: how long deciding takes, how much is changed on the way, how much of what was due moved, what returns.

Of four weeks beside the four before. Latency and volatility that rise together: leading is missing. Flow that
falls while volatility is low: managing is missing.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from math import prod
from statistics import fmean, median
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.chance import at_least, of_late, of_two
from coach.commitments.records import Turn
from coach.cycle.season import at
from coach.deciding.clock import hours_taken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from coach.app import Coach
    from coach.commitments.records import Mark

    Verdict = Literal["lead", "manage", "none", "little"]

SPAN = timedelta(days=28)
"""L7's own: what comes back within it is the same trouble."""
LOW = 2
"""So few changes in four weeks are few; a figure of this program's own."""
_DECISIONS, _MARKS = 3, 8
"""Of fewer nothing is concluded."""
_SCOPE = ("change", "expand", "renegotiate", "drop")
_EACH, _BOTH = 0.05, 0.008
"""How seldom chance may give each part, and all of it, before the coach says it unasked."""
_DAY = timedelta(days=1)
_RAISED = timedelta(days=400)
"""What is decided or reversed now may have been raised long before."""


class Span(NamedTuple):
    """Four weeks."""

    first: date
    last: date
    hours: tuple[float, ...]
    """From raised to decided, of each decision made in them."""
    changes: int
    """Of what a commitment is, outside a window, and decisions reversed."""
    moved: int
    waited: int
    """Of what was due and marked."""
    troubles: int
    """Each a commitment and a reason behind a miss."""
    back: int
    """Those of them that came again within 28 days."""
    ids: tuple[str, ...]
    """The decisions and changes."""
    marks: tuple[str, ...] = ()
    """The marks of what waited."""

    @property
    def latency(self) -> float | None:
        """The median hours."""
        return median(self.hours) if self.hours else None

    @property
    def due(self) -> int:
        """What was due, and marked."""
        return self.moved + self.waited

    @property
    def flow(self) -> float | None:
        """Flow efficiency: active of active and waiting."""
        return self.moved / self.due if self.due else None


class Telemetry(NamedTuple):
    """Four weeks beside the four before."""

    now: Span
    before: Span
    verdict: Verdict
    chance: float | None
    """How often chance gives as much, where the verdict is one."""
    is_clear: bool
    """Whether it is seldom enough to be said unasked."""


def telemetry(coach: Coach, last: date) -> Telemetry:
    """The four weeks up to a day."""
    before, now = spans(coach, last)
    verdict = verdict_of(now, before)
    chances = []
    if verdict == "lead":
        chances = [_of_latency(now, before), at_least(now.changes, now.changes + before.changes, 0.5)]
    elif verdict == "manage":
        chances = [_of_flow(coach, last)]
    whole = prod(chances)
    is_clear = bool(chances) and max(chances) <= _EACH and whole <= _BOTH
    return Telemetry(now, before, verdict, whole if chances else None, is_clear)


def spans(coach: Coach, last: date) -> tuple[Span, Span]:
    """The four weeks before the last four, and those."""
    first = last - SPAN + _DAY
    return span_of(coach, first - SPAN, first - _DAY), span_of(coach, first, last)


def span_of(coach: Coach, first: date, last: date) -> Span:
    """Some days."""
    told = _told_marks(coach, first - SPAN, last)
    days, seasons = coach.days, coach.seasons.all()

    def is_inside(moment: datetime | None) -> bool:
        return moment is not None and first <= days.of(moment) <= last

    def is_held(moment: datetime) -> bool:
        season = at(seasons, days.of(moment))
        return season is None or season.name != "redesign"

    decisions = coach.decisions.since(first - _RAISED)
    made = [each for each in decisions if is_inside(each.decided)]
    moments = [(each.at, each.id) for each in coach.store.read_since(first, Turn) if each.result in _SCOPE]
    moments += [(each.reversed, each.id) for each in decisions if each.reversed]
    changes = [name for moment, name in moments if is_inside(moment) and is_held(moment)]
    inside = [mark for mark in told if mark.day >= first]
    count = Counter(mark.result for mark in inside)
    troubles, back = _troubles(told, first)
    return Span(
        first,
        last,
        tuple(taken for each in made if (taken := hours_taken(each, days)) is not None),
        len(changes),
        count["kept"] + count["partly"],
        count["missed"],
        troubles,
        back,
        (*(each.id for each in made), *changes),
        tuple(mark.id for mark in inside if mark.result == "missed"),
    )


def _troubles(marks: Sequence[Mark], first: date) -> tuple[int, int]:
    """How many there were, and how many of them were not there for the first time in 28 days."""
    told: dict[tuple[str, str], list[date]] = {}
    for mark in marks:
        if mark.reason:
            told.setdefault((mark.commitment, mark.reason), []).append(mark.day)
    own = [days for days in told.values() if any(first <= day for day in days)]
    return len(own), sum(_comes_back(sorted(days), first) for days in own)


def _comes_back(days: Sequence[date], first: date) -> bool:
    return any(after >= first and after - day <= SPAN for day, after in pairwise(days))


def verdict_of(now: Span, before: Span) -> Verdict:
    """L7's rule, on the plain numbers."""
    has_hours = min(len(now.hours), len(before.hours)) >= _DECISIONS
    has_marks = min(now.due, before.due) >= _MARKS
    if has_hours and (now.latency or 0) > (before.latency or 0) and now.changes > before.changes:
        return "lead"
    if has_marks and (now.flow or 0) < (before.flow or 0) and now.changes <= LOW:
        return "manage"
    return "none" if has_hours or has_marks else "little"


def _of_latency(now: Span, before: Span) -> float:
    """How often chance makes as many of the late ones the slower half."""
    middle = median([*now.hours, *before.hours])
    slow, was_slow = (sum(each > middle for each in span.hours) for span in (now, before))
    return of_two(slow, len(now.hours), was_slow, len(before.hours))


def _of_flow(coach: Coach, last: date) -> float:
    """How often chance lets as much less move: week by week, as a bad week is one and not five bad days."""
    first = last - 2 * SPAN + _DAY
    told = _told_marks(coach, first, last)
    days = [first + place * _DAY for place in range(2 * SPAN.days)]
    values: list[float | None] = []
    for day in days:
        own = [mark.result != "missed" for mark in told if mark.day == day]
        values.append(fmean(own) if own else None)
    found = of_late([values[place : place + 7] for place in range(0, len(values), 7)], SPAN.days // 7)
    return found.chance if found and found.effect < 0 else 1.0


def _told_marks(coach: Coach, first: date, last: date) -> list[Mark]:
    """What was marked of what was due, of usual days."""
    unusual = {day for day, each in coach.checkins.between(first, last).items() if each.unusual}
    return [
        mark
        for of_one in coach.marks.between(first, last).values()
        for day, mark in of_one.items()
        if day not in unusual and mark.result != "pass" and mark.reason != "unusual"
    ]
