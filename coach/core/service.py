"""What every service has: the store, and when the person's days end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from coach.core.days import day_of
from coach.core.own_days import Days

if TYPE_CHECKING:
    from datetime import date, time

    from coach.app import Coach
    from coach.store.store import Store


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
