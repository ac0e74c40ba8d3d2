"""A clock that is set from act to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.days import Clock
from coach.core.ids import new_id

if TYPE_CHECKING:
    import random
    from datetime import datetime

_STEP = 250
"""Nanoseconds, so that what is made in one moment keeps its order."""


class LivedClock(Clock):
    """It says what it was set to, and the same year gets the same ids."""

    def __init__(self, like: Clock, chance: random.Random) -> None:
        super().__init__(like.now(), like.place)
        self._chance = chance
        self._made = 0

    def set_to(self, moment: datetime) -> None:
        """From now on it is then."""
        if moment != self._frozen:
            self._made = 0
        self._frozen = moment

    def new_id(self) -> str:
        """Of this moment, after all others of it."""
        self._made += 1
        nanoseconds = int(self.now().timestamp() * 1_000_000_000) + self._made * _STEP
        return new_id(nanoseconds, self._chance.randbytes(8))
