"""When an assessment waits, and when a question to somebody does. Each waits some days and goes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.assessing.instrument import signs
from coach.assessing.scoring import standing_out
from coach.days import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from coach.records import Assessment, Feedback, Reflection, Season

AGAIN = timedelta(days=10)
"""How long until an assessment is asked once more, when that is wanted."""
HARD = timedelta(days=7)
"""So long after a hard moment somebody who was there is asked."""
MONTHLY = timedelta(days=28)
_SHOWN, _FIRST_SHOWN = timedelta(days=7), timedelta(days=14)
_LATELY, _LONG = timedelta(days=45), timedelta(days=182)
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
    of: str | None = None
    """The look back it follows."""

    @property
    def about(self) -> str:
        """What it is put off by."""
        return f"ask {self.cause}"


def looked_back(season: Season | None, ends: date, day: date) -> date:
    """Since when assessments matter to whether one is due: on most days a few weeks."""
    if season and season.name == "redesign":
        return min(season.starts, day - _LATELY)
    if season and (_is_beginning(season, day) or _is_half_way(season, ends, day)):
        return day - _LONG
    return day - _LATELY


def assessment_due(
    found: Sequence[Assessment], season: Season | None, ends: date, day: date, day_ends: time
) -> Due | None:
    """As it was asked for, with each window, at the start, and half way to the window for what stood out.
    `found` are those since `looked_back`, in order."""
    days = [day_of(each.at, day_ends) for each in found]
    wanted = [each.again for each in found if each.again and each.again <= day < each.again + _SHOWN]
    if wanted and (not days or days[-1] < min(wanted)):
        return Due("again")
    if season is None:
        return None
    if season.name == "redesign":
        is_held = any(
            each.name == "full" and at >= season.starts for each, at in zip(found, days, strict=True)
        )
        return None if is_held else Due("window")
    if _is_beginning(season, day):
        return None if found else Due("first")
    stood = flagged(found) if _is_half_way(season, ends, day) else ()
    return Due("flagged", stood) if stood and days[-1] < _middle(season, ends) else None


def flagged(found: Sequence[Assessment]) -> tuple[str, ...]:
    """The signs that stood out in the last full one."""
    last = next((each for each in reversed(found) if each.name == "full"), None)
    return tuple(standing_out(last.answers, [each.id for each in signs()])) if last else ()


def feedback_due(
    asked: Sequence[Feedback], hard: Reflection | None, day: date, *, is_usual: bool
) -> Asks | None:
    """M9: after a hard moment somebody who was there; once a month one person; in January all round, the
    last two only where this is done at all. `asked` are those of the month and of four weeks."""
    if hard and not any(each.of == hard.id or each.at > hard.at for each in asked):
        return Asks("hard", hard.id)
    if not is_usual:
        return None
    if day.month == _JANUARY:
        roles = {each.role for each in asked if each.at.date() >= day.replace(day=1)}
        return Asks("year") if len(roles) < _ALL_ROUND else None
    return Asks("month") if day.day <= _SHOWN_UNTIL and not asked else None


def _is_beginning(season: Season, day: date) -> bool:
    return season.starts <= day < season.starts + _FIRST_SHOWN


def _is_half_way(season: Season, ends: date, day: date) -> bool:
    middle = _middle(season, ends)
    return middle <= day < middle + _SHOWN


def _middle(season: Season, ends: date) -> date:
    return season.starts + (ends - season.starts) // 2
