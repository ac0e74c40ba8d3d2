"""L9, L18: the weekly review. Delivery first, with facts; what touches the direction is parked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.days import day_of
from coach.errors import UsageError
from coach.parking import new_signal
from coach.records import Reflection, Signal
from coach.stamp import happened
from coach.when import say_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from coach.records import Source
    from coach.store.store import Store

MOST_PLANS = 3
"""Too many plans undo the benefit of having any."""
OPEN_DAYS = 3
"""So many days after its day it still waits on Today."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = 7


class Said(NamedTuple):
    """What a person says in a weekly review. All of it may be left out but one thing."""

    answers: dict[str, str]
    plans: tuple[str, ...] = ()
    flow: float | None = None
    outcome: float | None = None


class Reviews:
    """The weekly reviews."""

    def __init__(self, store: Store, ends: time, weekday: str = "friday") -> None:
        self._store = store
        self._ends = ends
        self.weekday = WEEKDAYS.index(weekday)

    def week(self, day: date) -> tuple[date, date]:
        """The seven days a review of this day is about: up to its weekday, or up to today before that."""
        last = day - timedelta(days=(day.weekday() - self.weekday) % _WEEK)
        if (day - last).days > OPEN_DAYS:
            last = day
        return last - timedelta(days=_WEEK - 1), last

    def next_day(self, day: date) -> date:
        """The next day of review, today included."""
        return day + timedelta(days=(self.weekday - day.weekday()) % _WEEK)

    def is_due(self, day: date, began: date) -> bool:
        """Whether it waits: on its day and a few days on, until it was held. `began` is the first day there
        was something to review."""
        since = (day.weekday() - self.weekday) % _WEEK
        if since > OPEN_DAYS or began >= day - timedelta(days=since):
            return False
        first, _ = self.week(day)
        return not any(each.last > first for each in self._near(day))

    def of(self, day: date) -> Reflection | None:
        """The review of the week a day lies in, as far as it was held."""
        first, last = self.week(day)
        found = [each for each in self._near(day) if first < each.last <= last]
        return max(found, key=lambda each: each.id, default=None)

    def keep(
        self, said: Said, day: date | None = None, source: Source = "app", doubt: str = ""
    ) -> Reflection:
        """The review of this week; held again, it is changed. A doubt is parked with it, not decided."""
        clock = self._store.clock
        day = day or day_of(clock.now(), self._ends)
        plans = tuple(line for each in said.plans if (line := " ".join(each.split())))
        answers = {name: text.strip() for name, text in said.answers.items() if text.strip()}
        if len(plans) > MOST_PLANS:
            raise UsageError(f"at most {MOST_PLANS} if-then lines: more undo one another")
        if not (answers or plans or doubt.strip() or said.flow is not None or said.outcome is not None):
            raise UsageError("a review needs one answer", do="Any one will do")
        first, last = self.week(day)
        with self._store.change(f"reviewed the week to {say_day(last, day)}") as change:
            kept = self.of(day)
            if kept:
                review = kept.but(
                    answers=answers, plans=plans, flow=said.flow, outcome=said.outcome, updated=clock.now()
                )
            else:
                review = Reflection(
                    **happened(clock),
                    name="weekly",
                    first=first,
                    last=last,
                    answers=answers,
                    plans=plans,
                    source=source,
                    flow=said.flow,
                    outcome=said.outcome,
                )
            change.put(Reflection.kind, review.id, review.fields())
            if doubt.strip():
                change.add(Signal.kind, *new_signal(clock, doubt, "contradicts", source))
        return review

    def past(self) -> Iterator[Reflection]:
        """Every review, the latest first, read month by month as they are taken."""
        for month in self._store.months():
            found = self._store.read(month, Reflection)
            yield from sorted(found, key=lambda each: (each.last, each.id), reverse=True)

    def before(self, day: date) -> Reflection | None:
        """The latest review before this week's that has both numbers."""
        first, _ = self.week(day)
        return next((each for each in self.past() if each.last <= first and _has_numbers(each)), None)

    def _near(self, day: date) -> list[Reflection]:
        since = f"{day - timedelta(days=2 * _WEEK):%Y-%m}"
        months = [month for month in self._store.months() if month >= since]
        found = (each for month in months for each in self._store.read(month, Reflection))
        return [each for each in found if each.name == "weekly"]


def diverge(now: Reflection | Said, before: Reflection | None) -> bool:
    """L10: whether the two numbers went in opposite directions."""
    if before is None or now.flow is None or now.outcome is None or not _has_numbers(before):
        return False
    flow, outcome = now.flow - (before.flow or 0), now.outcome - (before.outcome or 0)
    return flow * outcome < 0


def _has_numbers(review: Reflection) -> bool:
    return review.flow is not None and review.outcome is not None
