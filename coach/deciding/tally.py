"""L11: thirty decisions over two weeks, each a key: did it need me? More than 38.6% is fragile."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import UsageError
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.deciding.records import Tallied, TallyRound

if TYPE_CHECKING:
    from coach.core.record import Source

_SHOWN = timedelta(weeks=4)
LASTS, ENOUGH = timedelta(days=13), 30
"""Two weeks, the first day counts; so many decisions say enough."""
FRAGILE = 0.386
"""The source's own figure: where it begins to be worth a talk, no verdict."""


class Count(NamedTuple):
    """How far a round is."""

    round: TallyRound
    me: int
    of: int
    is_over: bool

    @property
    def share(self) -> float:
        """How many of them needed me."""
        return self.me / self.of if self.of else 0.0

    @property
    def reading(self) -> str:
        """fragile, fine; little before thirty."""
        if self.of < ENOUGH:
            return "little"
        return "fragile" if self.share > FRAGILE else "fine"


class Tallies(Service):
    """Rounds, and what was counted in them."""

    def rounds(self) -> list[TallyRound]:
        """Every one, the latest first."""
        found = self._store.read_since(None, TallyRound)
        return sorted(found, key=lambda each: (each.at, each.id), reverse=True)

    def running(self) -> TallyRound | None:
        """The one that is counted in today."""
        today = self._today()
        first = next(iter(self.rounds()), None)
        return first if first and first.stopped is None and today <= first.first + LASTS else None

    def count(self, of: TallyRound) -> Count:
        """How far it is."""
        found = [each for each in self._store.read_since(None, Tallied) if each.round == of.id]
        is_over = of.stopped is not None or self._today() > of.first + LASTS
        return Count(of, sum(each.needed_me for each in found), len(found), is_over)

    def latest(self) -> Count | None:
        """The last one, running or over."""
        first = next(iter(self.rounds()), None)
        return self.count(first) if first else None

    def lately(self) -> Count | None:
        """The last one, while it runs and for some weeks after."""
        latest = self.latest()
        return latest if latest and self._today() <= latest.round.first + LASTS + _SHOWN else None

    def start(self, source: Source = "app") -> TallyRound:
        """Two weeks from today."""
        with self._store.change(words.deciding.undo.tally_started) as change:
            if self.running():
                raise UsageError(words.deciding.error.tally_runs)
            new = TallyRound(**happened(self._store.clock), first=self._today(), source=source)
            change.keep(new)
        return new

    def add(self, *, needed_me: bool, text: str = "", source: Source = "app") -> Count:
        """One decision, a key."""
        with self._store.change(words.deciding.undo.tallied) as change:
            running = self.running()
            if running is None:
                raise UsageError(words.deciding.error.no_tally, do=words.deciding.error.no_tally_do)
            line = " ".join(text.split())
            stamp = happened(self._store.clock)
            change.keep(Tallied(**stamp, round=running.id, needed_me=needed_me, text=line, source=source))
        return self.count(running)

    def stop(self) -> Count:
        """Before its two weeks are over."""
        with self._store.change(words.deciding.undo.tally_stopped) as change:
            running = self.running()
            if running is None:
                raise UsageError(words.deciding.error.no_tally, do=words.deciding.error.no_tally_do)
            now = self._changed(change, running.but(stopped=self._store.clock.now()))
        return self.count(now)


def count_line(found: Count) -> str:
    """What it says so far."""
    numbers = {"me": found.me, "of": found.of, "share": f"{found.share:.0%}", "needed": ENOUGH}
    key = "over_little" if found.is_over and found.reading == "little" else found.reading
    return filled(words.deciding.tally[key], **numbers)
