"""How long nobody was at the keys."""

from __future__ import annotations

from coach.core.days import since_boot

_MINUTE = 60


class Idle:
    """How long nobody pressed a key; time that the machine slept counts."""

    def __init__(self) -> None:
        self._since = since_boot()

    def touched(self) -> None:
        """Somebody is there."""
        self._since = since_boot()

    def is_over(self, minutes: int) -> bool:
        """Whether it has been so long."""
        return minutes > 0 and since_boot() - self._since >= minutes * _MINUTE
