"""M9: when a question to somebody waits. It waits some days and goes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.days import day_of

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import time

    from coach.feedback.records import Feedback, Role
    from coach.reflection.records import Reflection

HARD = timedelta(days=7)
"""So long after a hard moment somebody who was there is asked."""
_SOON = timedelta(days=14)
"""Whoever asked so lately is not reminded at the turn of a month."""
BEGUN = timedelta(weeks=12)
"""Whoever asked somebody in these weeks does so already in a first season."""
MONTHLY: tuple[Role, ...] = ("manager", "peer", "team")
"""Whoever is asked once a month, each in a week of its own; in January all of them, in more words."""
_WEEK = 7
_JANUARY = 1


class Asks(NamedTuple):
    """A question to somebody that waits."""

    cause: Literal["month", "hard", "year"]
    of: str = ""
    """The look back it follows."""
    role: Role | None = None
    """Who is to be asked."""

    @property
    def about(self) -> str:
        """What it is put off by."""
        return " ".join(filter(None, ("ask", self.cause, self.of, self.role)))


def asked_back(day: date) -> date:
    """Since when it matters who was asked: on most days since the last hard moment could have been."""
    first = day.replace(day=1)
    return min(first, day - _SOON) if _turn(day) or day.month == _JANUARY else day - HARD


def feedback_due(
    asked: Sequence[Feedback],
    hard: Reflection | None,
    day: date,
    put_off: Container[str],
    day_ends: time,
    *,
    is_begun: bool,
) -> Asks | None:
    """M9: after a hard moment somebody who was there; once a month one of each role, in its own week; in
    January all round. The last two begin by themselves after the first season. `asked` are those since
    `asked_back`."""
    if hard and not any(each.of == hard.id or each.at > hard.at for each in asked):
        after = Asks("hard", hard.id)
        if after.about not in put_off:
            return after
    if not is_begun:
        return None
    first = day.replace(day=1)
    if day.month == _JANUARY:
        roles = {each.role for each in asked if day_of(each.at, day_ends) >= first}
        due = Asks("year") if set(MONTHLY) - roles else None
    else:
        role, since = _turn(day), min(first, day - _SOON)
        if any(day_of(each.at, day_ends) > day - HARD for each in asked):
            return None  # one person a week is enough
        own = [each for each in asked if each.role == role and day_of(each.at, day_ends) >= since]
        due = Asks("month", role=role) if role and not own else None
    return due if due and due.about not in put_off else None


def _turn(day: date) -> Role | None:
    """Whose week of the month it is; the last days are nobody's."""
    week = (day.day - 1) // _WEEK
    return MONTHLY[week] if week < len(MONTHLY) else None
