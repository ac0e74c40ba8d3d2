"""S4: signals. Parked in seconds, out of sight until the frame is on the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.days import day_of
from coach.parking import new_signal, said
from coach.records import Signal

if TYPE_CHECKING:
    from datetime import date, time

    from coach.records import About, Source
    from coach.store.store import Store


class Signals:
    """What was noticed about the frame."""

    def __init__(self, store: Store, ends: time) -> None:
        self._store = store
        self._ends = ends

    def park(self, text: str, about: About | None = None, source: Source = "app") -> str:
        """Gives its id; it is on the disk when this returns."""
        record_id, fields = new_signal(self._store.clock, text, about, source)
        with self._store.change(said(fields["text"])) as change:
            change.add(Signal.kind, record_id, fields)
        return record_id

    def count(self, since: date) -> int:
        """How many were parked since a day, without looking at them."""
        first = f"{since}T{self._ends:%H:%M}"
        return sum(
            str(fields.get("at")) >= first
            for month in self._store.months(since)
            for fields in self._store.records(month, Signal.kind).values()
        )

    def since(self, day: date) -> list[Signal]:
        """What was parked since a day, the earliest first."""
        found = self._store.read_since(day, Signal)
        return sorted(
            (each for each in found if day_of(each.at, self._ends) >= day), key=lambda each: each.id
        )
