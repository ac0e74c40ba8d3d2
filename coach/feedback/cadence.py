"""M9: when a question to somebody waits. It waits some days and goes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.days import day_of

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import time

    from coach.feedback.records import Feedback
    from coach.reflection.records import Reflection

HARD = timedelta(days=7)
"""So long after a hard moment somebody who was there is asked."""
_SOON = timedelta(days=14)
"""Whoever asked so lately is not reminded at the turn of a month."""
_CYCLE = timedelta(weeks=12)
_SHOWN_UNTIL = 10
"""The day of the month up to which the monthly question waits."""
_ALL_ROUND = 3
"""Roles: then it was once around."""
_JANUARY = 1


class Asks(NamedTuple):
    """A question to somebody that waits."""

    cause: Literal["month", "hard", "year"]
    of: str = ""
    """The look back it follows."""

    @property
    def about(self) -> str:
        """What it is put off by."""
        return f"ask {self.cause} {self.of}".strip()


def asked_back(day: date) -> date:
    """Since when it matters who was asked: on most days since the last hard moment could have been."""
    return day - (_CYCLE if _is_for_asking(day) else HARD)


def feedback_due(
    asked: Sequence[Feedback], hard: Reflection | None, day: date, put_off: Container[str], day_ends: time
) -> Asks | None:
    """M9: after a hard moment somebody who was there; once a month one person; in January all round, the
    last two only where this is done at all. `asked` are those since `asked_back`."""
    if hard and not any(each.of == hard.id or each.at > hard.at for each in asked):
        after = Asks("hard", hard.id)
        if after.about not in put_off:
            return after
    if not asked or not _is_for_asking(day):
        return None
    first = day.replace(day=1)
    if day.month == _JANUARY:
        roles = {each.role for each in asked if day_of(each.at, day_ends) >= first}
        due = Asks("year") if len(roles) < _ALL_ROUND else None
    else:
        since = min(first, day - _SOON)
        due = None if any(day_of(each.at, day_ends) >= since for each in asked) else Asks("month")
    return due if due and due.about not in put_off else None


def _is_for_asking(day: date) -> bool:
    return day.month == _JANUARY or day.day <= _SHOWN_UNTIL
