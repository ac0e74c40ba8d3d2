"""L4: an open decision others wait for is decided within 36 hours; any other by its day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from coach.core.days import Clock
    from coach.deciding.records import Decision

WITHIN = timedelta(hours=36)
LOGGED_WITHIN = timedelta(hours=24)
_DAY, _EVENING = timedelta(days=1), timedelta(hours=11, minutes=59)


def until(decision: Decision, clock: Clock) -> datetime | None:
    """The moment by which it is to be decided, if there is one."""
    by = clock.noon(decision.by) + _EVENING if decision.by else None
    within = decision.at + WITHIN if decision.cross else None
    return min((each for each in (by, within) if each), default=None)


def is_late(decision: Decision) -> bool:
    """L3: whether it was written down more than a day after it was made."""
    made, decided = decision.made, decision.decided
    return bool(made and decided and (decided.date() - made) > _DAY)
