"""S4: signals. Parked in seconds, out of sight until the frame is on the table."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from coach.core.days import FIRST_YEAR, day_of
from coach.core.errors import UsageError
from coach.core.quick import quick
from coach.core.record import NOTHING
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.texts import filled, words
from coach.signals.parking import new_signal
from coach.signals.records import ABOUT, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import time

    from coach.app import Coach
    from coach.core.record import Source
    from coach.cycle.records import Season
    from coach.cycle.seasons import Seasons
    from coach.signals.records import About, Settled
    from coach.store.store import Store
    from coach.store.transaction import Transaction


_EVER = date(FIRST_YEAR, 1, 1)
_GLANCE = timedelta(days=400)
"""How far a count looks back, every morning. The window itself leaves nothing out."""


class Signals(Service):
    """What was noticed about the frame."""

    def __init__(self, store: Store, ends: time, seasons: Seasons) -> None:
        super().__init__(store, ends)
        self._seasons = seasons

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With the seasons, which say when a signal is on the table."""
        return cls(coach.store, coach.settings.day_ends, coach.seasons)

    def park(self, text: str, about: About | None = None, source: Source = "app") -> str:
        """Gives its id; it is on the disk when this returns."""
        record_id, fields = new_signal(self._store.clock, text, about, source)
        with self._store.change(quick("signals", "undo_parked")) as change:
            change.add(Signal.kind, record_id, fields)
        return record_id

    def for_window(self) -> list[Signal]:
        """Those the next window is for, or the open one: all that were parked since the last was over,
        before the first season and between seasons too."""
        return self.since(_since(self._seasons.all()))

    def hides(self) -> bool:
        """Whether those that wait are out of sight now: always, but in a window."""
        now = self._seasons.now()
        return now is None or now.is_held

    def waiting(self) -> list[Signal]:
        """Those of them without an answer."""
        return waiting_of(self.for_window())

    def count_waiting(self, day: date) -> int:
        """How many of them there are on a day."""
        return self.count(max(_since(self._seasons.all()), day - _GLANCE))

    def count(self, since: date) -> int:
        """How many were parked since a day and wait for their answer, without looking at them."""
        first = f"{since}T{self._ends:%H:%M}"
        return sum(
            str(fields.get("at")) >= first and not fields.get("settled")
            for month in self._store.months(since)
            for fields in self._store.records(month, Signal.kind).values()
        )

    def parked(self, first: date, last: date) -> int:
        """How many were parked in these days, answered or not."""
        return sum(day_of(each.at, self._ends) <= last for each in self.since(first))

    def settle(
        self,
        signals: Sequence[Signal],
        settled: Settled,
        because: str,
        tries: Mapping[str, str] = NOTHING,
    ) -> None:
        """S4: each one is answered, with a word why it is kept or let go. What the first is to be tried by is
        kept with it."""
        if settled in {"keep", "drop"} and not because.strip():
            raise UsageError(words.reassessment.signals.why)
        if settled == "test" and not tries.get("text"):
            raise UsageError(words.reassessment.signals.tries, do=words.reassessment.signals.tries_do)
        what = (
            quoted(signals[0].text)
            if len(signals) == 1
            else filled(words.signals.says.signals, count=len(signals))
        )
        with self._store.change(filled(words.signals.says.undo_answered, what=what)) as change:
            is_group = len(signals) > 1
            self.put(
                change, signals[:1], settled, because, tries if settled == "test" else {}, in_bulk=is_group
            )
            self.put(change, signals[1:], settled, because, in_bulk=is_group)

    def put(
        self,
        change: Transaction,
        signals: Sequence[Signal],
        settled: Settled,
        because: str,
        tries: Mapping[str, str] = NOTHING,
        *,
        in_bulk: bool,
    ) -> None:
        """Answers them inside another change. One that is gone is nobody's question any more."""
        now, why = self._store.clock.now(), " ".join(because.split())
        for each in signals:
            if fields := change.get(Signal.kind, each.id):
                answer = {
                    "settled": settled,
                    "because": why,
                    "settled_at": now,
                    "in_bulk": in_bulk,
                    "tries": dict(tries),
                }
                kept = Signal.read(each.id, fields).but(**answer, updated=now)
                change.put(Signal.kind, each.id, kept.fields())

    def since(self, day: date) -> list[Signal]:
        """What was parked since a day, the earliest first."""
        found = self._store.read_since(day, Signal)
        return sorted(
            (each for each in found if day_of(each.at, self._ends) >= day), key=lambda each: each.id
        )


def _since(seasons: Iterable[Season]) -> date:
    """A window that ended left no signal without an answer."""
    ended = (each.starts for each in seasons if each.name == "redesign" and each.closed)
    return max(ended, default=_EVER)


def waiting_of(signals: Iterable[Signal]) -> list[Signal]:
    """Those without an answer, what is about the same side by side."""
    order = [*ABOUT, None]
    return sorted(
        (each for each in signals if each.settled is None),
        key=lambda each: (order.index(each.about), each.id),
    )
