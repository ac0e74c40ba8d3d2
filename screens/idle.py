"""How long nobody was at the keys."""

from __future__ import annotations

import time

_MINUTE = 60


class Idle:
    """How long nobody pressed a key; time that the machine slept counts."""

    def __init__(self) -> None:
        self._since = now()

    def touched(self) -> None:
        """Somebody is there."""
        self._since = now()

    def is_over(self, minutes: int) -> bool:
        """Whether it has been so long."""
        return minutes > 0 and now() - self._since >= minutes * _MINUTE


def now() -> float:
    """Seconds on a clock nobody sets."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
