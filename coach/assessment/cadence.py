"""When an assessment waits, and when a question to somebody does. Each waits some days and goes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.days import day_of

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import time

    from coach.assessment.records import Assessment
    from coach.cycle.records import Season
    from coach.feedback.records import Feedback
    from coach.reflection.records import Reflection

AGAIN = timedelta(days=10)
"""How long until an assessment is asked once more, when that is wanted."""
NEW = timedelta(days=30)
"""So long it can be asked for once more; after that a new one says more."""
HARD = timedelta(days=7)
"""So long after a hard moment somebody who was there is asked."""
_SOON = timedelta(days=14)
"""Whoever asked so lately is not reminded at the turn of a month."""
_SHOWN, _FIRST_SHOWN = timedelta(days=7), timedelta(days=14)
_LATELY, _CYCLE = timedelta(days=48), timedelta(weeks=12)
_SHOWN_UNTIL = 10
"""The day of the month up to which the monthly question waits."""
_ALL_ROUND = 3
"""Roles: then it was once around."""
_JANUARY = 1

Cause = Literal["first", "window", "flagged", "again"]


class Due(NamedTuple):
    """An assessment that waits, and why."""

    cause: Cause
    signs: tuple[str, ...] = ()
    """In mid-season: those that stood out."""


class Asks(NamedTuple):
    """A question to somebody that waits."""

    cause: Literal["month", "hard", "year"]
    of: str = ""
    """The look back it follows."""

    @property
    def about(self) -> str:
        """What it is put off by."""
        return f"ask {self.cause} {self.of}".strip()


def looked_back(season: Season | None, began: date | None, ends: date, day: date) -> date:
    """Since when assessments matter to whether one is due: on most days a few weeks, at the start and
    half way from the window before on."""
    if season and season.name == "redesign":
        return min(season.starts, day - _LATELY)
    if season and (_is_beginning(season, day) or _is_half_way(season, ends, day)):
        return min(began or season.starts, season.starts - _LATELY)
    return day - _LATELY


def assessment_due(
    found: Sequence[Assessment], season: Season | None, ends: date, day: date, day_ends: time
) -> Due | None:
    """As it was asked for, with each window, at the start, and half way to the window for what stood out.
    `found` are those since `looked_back`, in order."""
    full = [each for each in found if each.name == "full"]
    last = full[-1] if full else None
    if last and last.again and last.again <= day < last.again + _SHOWN:
        return Due("again")
    if season is None:
        return None
    if season.name == "redesign":
        return None if last and day_of(last.at, day_ends) >= season.starts else Due("window")
    if _is_beginning(season, day):
        return None if last else Due("first")
    stood = flagged(found) if _is_half_way(season, ends, day) else ()
    since = _middle(season, ends)
    is_done = any(day_of(each.at, day_ends) >= since for each in found)
    return Due("flagged", stood) if stood and not is_done else None


def flagged(found: Sequence[Assessment]) -> tuple[str, ...]:
    """The signs that stood out in the last full one."""
    from coach.assessment.instrument import signs  # noqa: PLC0415 - 2 ms, and most days need none of it
    from coach.assessment.scoring import standing_out  # noqa: PLC0415

    last = next((each for each in reversed(found) if each.name == "full"), None)
    return tuple(standing_out(last.answers, [each.id for each in signs()])) if last else ()


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


def _is_beginning(season: Season, day: date) -> bool:
    return season.starts <= day < season.starts + _FIRST_SHOWN


def _is_half_way(season: Season, ends: date, day: date) -> bool:
    middle = _middle(season, ends)
    return middle <= day < middle + _SHOWN


def _middle(season: Season, ends: date) -> date:
    return season.starts + (ends - season.starts) // 2
