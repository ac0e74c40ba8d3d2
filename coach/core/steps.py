"""How far a long work is. Whoever waits is told, and may stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import INTERRUPTED, CoachError
from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    T = TypeVar("T")

_EVERY = 200


class StoppedError(CoachError):
    """The person stopped it."""

    code = INTERRUPTED


class Steps:
    """Counts what is done, and ends the work when it is asked to."""

    def __init__(self, told: Callable[[int, int], None] | None = None) -> None:
        self._told = told
        self.is_stopped = False

    def each(self, found: Iterable[T], of: int) -> Iterator[T]:
        """What was found, counted."""
        for done, one in enumerate(found):
            if done % _EVERY == 0:
                self.look(done, of)
            yield one
        self.look(of, of)

    def look(self, done: int = 0, of: int = 0) -> None:
        """Tells, and stops when that was asked for."""
        if self.is_stopped:
            raise StoppedError(words.exchange.stopped, kept=words.exchange.stopped_kept)
        if self._told and of:
            self._told(done, of)
