"""L12: ten days in four steps, each with what shows that it is done, and what is to be seen on the tenth."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import UsageError
from coach.core.service import CoachService
from coach.core.stamp import made
from coach.core.texts import words
from coach.deciding.records import TenDays, running_of
from coach.deciding.telemetry import span_of

if TYPE_CHECKING:
    from coach.deciding.telemetry import Span

LASTS = 10
STEPS = ("log", "cadence", "metrics", "handover")
_BEGINS = {"log": 1, "cadence": 3, "metrics": 5, "handover": 7}
"""The day on which each step comes up."""
_LOGGED, _HANDED = 3, 4
"""So many decisions show a log; one a day is handed over on the last four days."""
_PARTS = ("truth", "tradeoff")
_DAY = timedelta(days=1)


class Step(NamedTuple):
    """One of the four."""

    name: str
    begins: int
    done: int
    of: int

    @property
    def is_done(self) -> bool:
        """Whether there is enough to be seen."""
        return self.done >= self.of


class Standing(NamedTuple):
    """Where the programme is."""

    programme: TenDays
    day: int
    """Of ten; more, once they are over."""
    steps: tuple[Step, ...]

    @property
    def is_over(self) -> bool:
        """Whether the tenth day is over."""
        return self.day > LASTS

    @property
    def next(self) -> Step | None:
        """The latest that is up and not done."""
        up = [each for each in self.steps if each.begins <= self.day and not each.is_done]
        return up[-1] if up else None


class Programmes(CoachService):
    """One at a time."""

    def latest(self) -> TenDays | None:
        """The last one, running or over."""
        found = self._store.read_standing(TenDays)
        return self.running() or max(found, key=lambda each: (each.first, each.id), default=None)

    def running(self) -> TenDays | None:
        """The latest that was not ended yet, paused or not."""
        return running_of(self._store.read_standing(TenDays))

    def start(self) -> TenDays:
        """Today is its first day."""
        with self._store.change(words.ten_days.undo.started) as change:
            if self.running():
                raise UsageError(words.ten_days.error.runs)
            new = TenDays(**made(self._store.clock), first=self._today())
            change.keep(new)
        return new

    def pause(self) -> TenDays:
        """No day of it passes until it goes on."""
        with self._store.change(words.ten_days.undo.paused) as change:
            now = self._now()
            return self._changed(change, now if now.paused else now.but(paused=self._today()))

    def resume(self) -> TenDays:
        """It goes on where it was."""
        with self._store.change(words.ten_days.undo.resumed) as change:
            now = self._now()
            rested = (self._today() - now.paused).days if now.paused else 0
            return self._changed(change, now.but(paused=None, rested=now.rested + max(rested, 0)))

    def end(self) -> TenDays:
        """Over, or left."""
        with self._store.change(words.ten_days.undo.ended) as change:
            now = self._now()
            rested = (self._today() - now.paused).days if now.paused else 0
            return self._changed(
                change, now.but(ended=self._today(), paused=None, rested=now.rested + max(rested, 0))
            )

    def standing(self, programme: TenDays, day: date | None = None) -> Standing:
        """Where it is on a day, and what is done of each step."""
        until = day or self._today()
        counted = (programme.paused or until) - programme.first
        place = max(counted.days - round(programme.rested), 0) + 1
        done = self._done(programme, until)
        steps = tuple(Step(name, _BEGINS[name], *done[name]) for name in STEPS)
        return Standing(programme, place, steps)

    def seen(self, programme: TenDays) -> tuple[Span, Span]:
        """The days of it beside as many before, by the telemetry's numbers."""
        last = programme.ended or self._today()
        length = max((last - programme.first).days + 1, 1)
        before = programme.first - _DAY
        coach = self._coach
        return (
            span_of(coach, programme.first, last),
            span_of(coach, before - timedelta(days=length - 1), before),
        )

    def _done(self, programme: TenDays, day: date) -> dict[str, tuple[int, int]]:
        coach, first = self._coach, programme.first
        made = [each for each in coach.decisions.since(first) if coach.days.of(each.at) <= day]
        logged = sum(bool(each.reversal) for each in made)
        handed = [each for each in coach.handovers.since(first) if each.day <= day]
        reviews = coach.reviews.held_between(first, day)
        said = {name for each in reviews for name in _PARTS if len(each.answers.get(name, "").strip()) > 1}
        frame = coach.frames.current()
        metrics = sum(bool(getattr(frame, name, "")) for name in ("flow", "outcome"))
        return {
            "log": (min(logged, _LOGGED), _LOGGED),
            "cadence": (len(said), len(_PARTS)),
            "metrics": (metrics, 2),
            "handover": (min(len(handed), _HANDED), _HANDED),
        }

    def _now(self) -> TenDays:
        now = self.running()
        if now is None:
            raise UsageError(words.ten_days.error.none, do=words.ten_days.error.none_do)
        return now
