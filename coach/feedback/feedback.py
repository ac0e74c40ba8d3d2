"""M9, M16: asking others. What was asked, what they answered, and how far that is from what one expected."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

from coach.commitments.records import Reply
from coach.core.days import day_of
from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import table, wordings_of, words
from coach.feedback.cadence import HARD, asked_back, feedback_due
from coach.feedback.records import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, time

    from coach.app import Coach
    from coach.assessment.records import Wording
    from coach.core.record import Source
    from coach.feedback.cadence import Asks
    from coach.feedback.records import Role
    from coach.reflection.records import Reflection
    from coach.store.store import Store

WORDS = ("name", "asked", "answer", "will")
Side = Literal["leading", "managing", "both"]
SIDES: tuple[Side, ...] = ("leading", "managing")
LATELY = timedelta(weeks=12)
_STEPS = {"no": 0, "partly": 1, "yes": 2}


class Question(NamedTuple):
    """A question that is ready to be asked."""

    id: str
    role: Role
    side: Side
    is_graded: bool
    """Whether it can be answered with yes, partly or no."""
    wordings: dict[str, str]

    def text(self, wording: Wording) -> str:
        """As it is asked."""
        return self.wordings[wording]


class Gap(NamedTuple):
    """What was expected beside what was heard, for one side."""

    side: Side
    n: int
    """How many answers lie beside an expectation."""
    lower: int
    same: int
    higher: int
    heard: dict[str, int]
    """How many answered what, with and without an expectation."""


@cache
def questions() -> tuple[Question, ...]:
    """All that are ready."""
    return tuple(
        Question(
            each["id"],
            each["role"],
            each["side"],
            each["graded"],
            wordings_of(each),
        )
        for each in table("feedback")["question"]
    )


def question(name: str | None) -> Question | None:
    """One by its id."""
    return next((each for each in questions() if each.id == name), None)


def suggested(reading: str) -> list[Question]:
    """M16: whom to ask after a result that reads so."""
    names = table("feedback")["suggested"][reading]
    return [found for name in names if (found := question(name))]


def gaps(found: Iterable[Feedback]) -> list[Gap]:
    """For each side that anything was heard of."""
    told = [each for each in found if each.seen in _STEPS]
    gaps = []
    for side in SIDES:
        own = [each for each in told if (asked := question(each.question)) and asked.side == side]
        beside = [
            _STEPS[each.seen] - _STEPS[each.expected]
            for each in own
            if each.seen in _STEPS and each.expected in _STEPS
        ]
        if own:
            lower, higher = sum(each < 0 for each in beside), sum(each > 0 for each in beside)
            heard = {name: sum(each.seen == name for each in own) for name in ("yes", "partly", "no")}
            gaps.append(Gap(side, len(beside), lower, len(beside) - lower - higher, higher, heard))
    return gaps


def _tidy(name: str, said: Any) -> Any:
    """On one line; an answer keeps its paragraphs and lists."""
    if name == "answer":
        return "\n".join(" ".join(line.split()) for line in said.strip().splitlines())
    return " ".join(said.split()) if name in WORDS else said


class FeedbackLog(Service):
    """Who was asked what."""

    def __init__(self, store: Store, ends: time, look_backs: Callable[[date], Iterable[Reflection]]) -> None:
        super().__init__(store, ends)
        self._look_backs = look_backs

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With what was looked back on: after a hard moment somebody is asked."""
        return cls(coach.store, coach.settings.day_ends, coach.reflections.since)

    def all(self) -> list[Feedback]:
        """Every one, the latest first."""
        found = self._store.read_since(None, Feedback)
        return sorted(found, key=lambda each: (each.at, each.id), reverse=True)

    def since(self, day: date) -> list[Feedback]:
        """Those since a day, the earliest first."""
        found = self._store.read_since(day, Feedback)
        own = [each for each in found if day_of(each.at, self._ends) >= day]
        return sorted(own, key=lambda each: (each.at, each.id))

    def keep(
        self, parts: Mapping[str, Any], kept: Feedback | None = None, source: Source = "app"
    ) -> Feedback:
        """A question that was asked, or its answer. Only what is given is changed."""
        said = {name: _tidy(name, text) for name, text in parts.items()}
        clock = self._store.clock
        asked = said.get("asked", kept.asked if kept else "")
        if not asked:
            raise UsageError(words.feedback.needs_question)
        what = f"{words.feedback.undo} {quoted(asked)}"
        with self._store.change(what) as change:
            if kept:
                there = change.get(Feedback.kind, kept.id)
                if there is None:
                    raise NotFoundError(words.evidence.gone)
                now = Feedback.read(kept.id, there).but(**said, updated=clock.now())
            else:
                fields = happened(clock) | {"role": "other", "source": source} | said
                now = Feedback(**fields)
            change.keep(now)
        return now

    def put_off(self, asks: Asks) -> None:
        """It does not wait on Today any more, this month."""
        reply = Reply(**happened(self._store.clock), about=asks.about, said="later")
        with self._store.change(words.feedback.undo_later) as change:
            change.keep(reply)

    def due(self, day: date, *, is_begun: bool) -> Asks | None:
        """Whether somebody waits to be asked, and it was not put off this month."""
        since, hard, first = asked_back(day), self._hard(day), day.replace(day=1)
        if hard is None and since == day - HARD:
            return None  # neither a hard moment nor the days on which somebody is asked: as on most days
        lately = self._store.read_since(min(first, since), Reply)
        put_off = {
            each.about for each in lately if day_of(each.at, self._ends) >= first or " hard " in each.about
        }
        asked = self.since(since)
        return feedback_due(asked, hard, day, put_off, self._ends, is_begun=is_begun)

    def _hard(self, day: date) -> Reflection | None:
        """The latest after-action review of the last days."""
        found = self._look_backs(day - HARD)
        own = [each for each in found if each.name == "action" and day_of(each.at, self._ends) > day - HARD]
        return max(own, key=lambda each: each.id, default=None)
