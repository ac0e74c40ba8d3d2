"""L9, L18: the weekly review. Delivery first, with facts; what touches the direction is parked."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.answers import merged
from coach.asking_on import MORE, as_asked, asked_on
from coach.core.days import WEEKDAYS, day_of
from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.service import CoachService
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.reflection.parting import parted
from coach.reflection.plans import lines_about, plans_of
from coach.reflection.records import Reflection
from coach.reflection.sure import STEPS, share_of, step_of
from coach.reflection.typed import as_typed, number_of
from coach.signals.parking import new_signal
from coach.signals.records import Signal
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import time

    from coach.app import Coach
    from coach.core.record import Source
    from coach.store.store import Store
    from coach.store.transaction import Transaction

MOST_PLANS = 3
"""Too many plans undo the benefit of having any."""
OPEN_DAYS = 2
"""So many days after its day it still waits on Today."""
SPRINT = ("problem", "landscape", "roadmap")
"""S8: what the review at the end of a sprint asks, too."""
ANSWERS = ("truth", "moments", "tradeoff", *SPRINT)
PLANS = ("plan1", "plan2", "plan3")
"""The lines of a session, by the names of assets/content/reflection/weekly.toml."""
_HALVES = ("truth", "tradeoff")
_WEEK = 7
_EVE = timedelta(days=1)
_HALF_A_YEAR = timedelta(weeks=26)
_SERIES = timedelta(weeks=8)
_WEEKLY = where("name") == "weekly"


def draft_name(last: date) -> str:
    """What the draft of a week's review is called, in the app and in the shell."""
    return f"review-{last}"


def unsaid(answers: Mapping[str, str]) -> list[str]:
    """L18: which of the two, a delivery truth and a tradeoff, a review lacks. A letter is neither."""
    return [name for name in _HALVES if len(answers.get(name, "").strip()) <= 1]


class Said(NamedTuple):
    """What a person says in a weekly review. All of it may be left out but one thing."""

    answers: dict[str, str] = MappingProxyType({})  # type: ignore[assignment] # one for all
    plans: tuple[str, ...] = ()
    flow: float | None = None
    outcome: float | None = None
    confidence: float | None = None
    """L16: how sure the person is, in a hundred, that the week to come goes as planned."""
    asked: dict[str, str] = MappingProxyType({})  # type: ignore[assignment]
    """What was asked on, by the name of its answer."""

    @classmethod
    def of(cls, review: Reflection | None) -> Said:
        """What was said so far."""
        return cls(**{name: getattr(review, name) for name in cls._fields}) if review else cls()

    @classmethod
    def read(cls, fields: Mapping[str, str]) -> Said:
        """What stands in the lines of a session."""
        more = asked_on(fields)
        answers = {name: text for name in (*ANSWERS, *more) if (text := fields.get(name, "").strip())}
        answers = {name: text for name, text in answers.items() if name not in _HALVES or len(text) > 1}
        missing, asked = unsaid(answers), f"truth{MORE}"
        if len(missing) == 1 and asked in answers:  # L18: the other half, asked for once more
            answers[missing[0]] = answers.pop(asked)
        return cls(
            answers,
            tuple(line for name in PLANS if (line := " ".join(fields.get(name, "").split()))),
            number_of(fields.get("flow", "")),
            number_of(fields.get("outcome", "")),
            share_of(number_of(fields.get("confidence", ""))),
            {name: ask for name, ask in more.items() if name in answers},
        )

    def lines(self) -> dict[str, str]:
        """As lines that `read` takes."""
        numbers = {"flow": self.flow, "outcome": self.outcome, "confidence": step_of(self.confidence)}
        said = {name: as_typed(value) for name, value in numbers.items() if value is not None}
        plans = dict(zip(PLANS, self.plans, strict=False))
        return {**self.answers, **plans, **said, **as_asked(self.answers, self.asked)}

    def over(self, began: Said, kept: Said) -> Said:
        """What was kept, with what became different since this was begun."""
        return Said(
            answers := merged(self.answers, began.answers, kept.answers),
            self.plans if self.plans != began.plans else kept.plans,
            self.flow if self.flow != began.flow else kept.flow,
            self.outcome if self.outcome != began.outcome else kept.outcome,
            self.confidence if self.confidence != began.confidence else kept.confidence,
            {name: ask for name, ask in (dict(kept.asked) | self.asked).items() if name in answers},
        )


class Reviews(CoachService):
    """The weekly reviews."""

    def __init__(self, store: Store, ends: time, coach: Coach) -> None:
        super().__init__(store, ends, coach)
        self.weekday = WEEKDAYS.index(coach.settings.review_day)

    def week(self, day: date) -> tuple[date, date]:
        """The seven days a review of this day is about: up to the last review day while that is near, else up
        to the next."""
        since = (day.weekday() - self.weekday) % _WEEK
        last = day - timedelta(days=since) if since <= OPEN_DAYS else day + timedelta(days=_WEEK - since)
        return last - timedelta(days=_WEEK - 1), last

    def next_day(self, day: date) -> date:
        """The next day of review, today included."""
        return day + timedelta(days=(self.weekday - day.weekday()) % _WEEK)

    def holding(self, day: date) -> tuple[date, date]:
        """The seven days of a review that a day lies in."""
        last = day + timedelta(days=(self.weekday - day.weekday()) % _WEEK)
        return last - timedelta(days=_WEEK - 1), last

    def is_due(self, day: date, began: date) -> bool:
        """Whether it waits: on its day and a few days on, until it was held. `began` is the first day there
        was something to review."""
        _, last = self.week(day)
        kept = self.of(day)
        if last > day or began >= last:
            return False
        return not self._is_held(kept, last)

    def is_held(self, day: date) -> bool:
        """Whether the review of the week of a day was held."""
        return self._is_held(self.of(day), self.week(day)[1])

    def _is_held(self, kept: Reflection | None, last: date) -> bool:
        return kept is not None and day_of(kept.updated or kept.at, self._ends) >= last - _EVE

    def of(self, day: date) -> Reflection | None:
        """The review of the week a day lies in, as far as it was held."""
        first, last = self.week(day)
        found = self._store.read_since(first, Reflection, _WEEKLY)
        own = [each for each in found if first < each.last <= last]
        return max(own, key=lambda each: each.id, default=None)

    def keep(
        self,
        said: Said,
        day: date | None = None,
        source: Source = "app",
        doubt: str = "",
        began: Said | None = None,
        along: Callable[[Transaction], object] | None = None,
    ) -> Reflection:
        """The review of this week; held again, only what became different since it was begun is changed.
        A doubt is parked with it, not decided. What comes `along` is changed together with it."""
        clock = self._store.clock
        day = day or self._today()
        if len(said.plans) > MOST_PLANS:
            raise UsageError(filled(words.reflect.error.at_most_if_then_lines_more, MOST_PLANS=MOST_PLANS))
        if said.confidence is not None and said.confidence not in map(share_of, range(1, STEPS + 1)):
            raise UsageError(filled(words.weekly.confidence.range, least=1, most=STEPS))
        first, last = self.week(day)
        with self._store.change(filled(words.reflect.says.undo_week, day=say_day(last, day))) as change:
            kept = self.of(day)
            now = said.over(began or Said(), Said.of(kept))
            if now == Said({}) and not doubt.strip():
                raise UsageError(
                    words.reflect.error.a_review_needs_one_answer, do=words.reflect.error.any_one_will_do
                )
            parts: dict[str, Any] = now._asdict() | {"answers": dict(now.answers), "asked": dict(now.asked)}
            parts |= {"parted": self._parted(day, now)}
            if kept:
                review = kept.but(**parts, updated=clock.now())
            else:
                review = Reflection(
                    **happened(clock), name="weekly", first=first, last=last, source=source, **parts
                )
            change.keep(review)
            if along:
                along(change)
            if doubt.strip():
                change.add(Signal.kind, *new_signal(clock, doubt, "contradicts", source))
        return review

    def _parted(self, day: date, now: Said) -> str:
        """L10: whether the two numbers part, told with the review in which they do."""
        return parted(self._coach, day - timedelta(days=1), now)

    def plans_about(self, name: str, others: Iterable[str]) -> list[str]:
        """The if-then lines of this week that are about a commitment, as long as nothing was said of them."""
        lines = [each.line for each in plans_of(self._store, self._today()) if not each.came]
        return lines_about(lines, name, others)

    def with_numbers(self, day: date, since: date | None = None) -> Reflection | None:
        """The latest before this week's that has both numbers of the frame, counted so since a day."""
        own = (each for each in self.lately(day) if since is None or each.last >= since)
        return next(filter(has_numbers, own), None)

    def series(
        self, day: date, since: Mapping[str, date | None], lasts: timedelta = _SERIES
    ) -> dict[str, list[float]]:
        """The numbers of the frame in the reviews of some weeks, oldest first, each as it is counted since a
        day."""
        return {
            name: self.numbers(name, max(day - lasts, first or day - lasts), day)
            for name, first in since.items()
        }

    def numbers(self, name: str, first: date, last: date) -> list[float]:
        """One number of the frame in the weeks that end on some days, oldest first: as the review says it,
        else as it was last read off in that week."""
        reviews = self._store.read_since(first, Reflection, _WEEKLY)
        of_week = {self.holding(each.day)[1]: each.value for each in self._coach.readings.since(first, name)}
        of_week |= {each.last: value for each in reviews if (value := getattr(each, name)) is not None}
        return [of_week[week] for week in sorted(of_week) if first <= week <= last]

    def held_between(self, first: date, last: date) -> list[Reflection]:
        """Those that were held, or held again, on some days."""
        found = self._store.read_since(first - timedelta(days=_WEEK), Reflection, _WEEKLY)
        return [each for each in found if first <= day_of(each.updated or each.at, self._ends) <= last]

    def lately(self, day: date) -> list[Reflection]:
        """The reviews of half a year before this week's, the latest first."""
        first, _ = self.week(day)
        found = self._store.read_since(day - _HALF_A_YEAR, Reflection, _WEEKLY)
        own = [each for each in found if each.last <= first]
        return sorted(own, key=lambda each: (each.last, each.id), reverse=True)


def has_numbers(review: Reflection) -> bool:
    return review.flow is not None and review.outcome is not None
