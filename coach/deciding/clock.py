"""L4: an open decision others wait for is decided within 36 hours; any other by the end of its day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from coach.core.days import Clock
    from coach.core.own_days import Days
    from coach.deciding.records import Agenda, Decision

WITHIN = timedelta(hours=36)
_DAY = timedelta(days=1)
_HOUR = 3600


def within(decision: Decision) -> datetime | None:
    """The moment others can count on."""
    return decision.at + WITHIN if decision.cross else None


def until(decision: Decision, clock: Clock, ends: time) -> datetime | None:
    """The moment by which it is to be decided, if there is one, as the clock shows it here."""
    return _earliest(decision.by, within(decision), clock, ends)


def until_in_short(short: Agenda, clock: Clock, ends: time) -> datetime | None:
    """The moment by which something on the agenda is to be decided, if there is one."""
    return _earliest(short.by, short.until, clock, ends)


def _earliest(by: date | None, moment: datetime | None, clock: Clock, ends: time) -> datetime | None:
    """A day ends when the person's day does."""
    evening = clock.at(datetime.combine(by + _DAY, ends)) if by else None
    first = min((each for each in (evening, moment) if each), default=None)
    return clock.here(first) if first else None


def hours_taken(decision: Decision, days: Days) -> float | None:
    """From raised to decided. What was made before it was written down was not measured."""
    if decision.decided is None or decision.decided == decision.at:
        return None
    if decision.made:
        open_days = (decision.made - days.of(decision.at)).days
        return open_days * 24.0 if open_days > 0 else None
    return (decision.decided - decision.at).total_seconds() / _HOUR


def is_over(decision: Decision, clock: Clock, days: Days) -> bool:
    """Whether it was decided after its time."""
    due = until(decision, clock, days.ends)
    if due is None or decision.decided is None:
        return False
    return decision.made > days.of(due) if decision.made else decision.decided > due


def is_late(decision: Decision, days: Days) -> bool:
    """L3: whether it was written down more than a day after it was made."""
    made, decided = decision.made, decision.decided
    return bool(made and decided and days.of(decided) - made > _DAY)
