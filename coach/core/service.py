"""What every service has: the store, and when the person's days end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from coach.core.days import day_of
from coach.core.errors import NotFoundError
from coach.core.own_days import Days
from coach.core.texts import words

if TYPE_CHECKING:
    from datetime import date, time

    from coach.app import Coach
    from coach.core.record import Record
    from coach.store.store import Store
    from coach.store.transaction import Transaction

R = TypeVar("R", bound="Record")
_EVENING = 16
"""From this hour on a day is late enough to ask about it."""


class Service:
    """What a practice does with its records. The register names it, and the coach puts it together when it is
    asked for."""

    def __init__(self, store: Store, ends: time) -> None:
        self._store = store
        self._ends = ends

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """This one, of a coach; one that needs more of the coach says so here."""
        return cls(coach.store, coach.settings.day_ends)

    def _today(self) -> date:
        return day_of(self._store.clock.now(), self._ends)

    def _days(self) -> Days:
        return Days(self._today(), self._ends)

    def _is_over(self, happens: date, day: date) -> bool:
        """Whether what takes place on a day lies behind: from its evening on."""
        now = self._store.clock.now()
        return happens < day or (happens == day and (now.hour >= _EVENING or now.date() > day))

    def _as_it_is(self, change: Transaction, record: R) -> R:
        """A record as another may have left it since it was read; one that is gone is an error."""
        fields = change.get(record.kind, record.id)
        if fields is None:
            raise NotFoundError(words.evidence.gone)
        return record.read(record.id, fields)

    def _changed(self, change: Transaction, record: R) -> R:
        """A record that was kept before, as it is from now on."""
        now = record.but(updated=self._store.clock.now())
        change.put(now.kind, now.id, now.fields())
        return now


class CoachService(Service):
    """One that needs other practices: they are asked of the coach when their answer is wanted."""

    def __init__(self, store: Store, ends: time, coach: Coach) -> None:
        super().__init__(store, ends)
        self._coach = coach

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With the coach itself."""
        return cls(coach.store, coach.settings.day_ends, coach)
