"""When an assessment waits. It waits some days and goes by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.days import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from coach.assessment.records import Assessment
    from coach.cycle.records import Season

AGAIN = timedelta(days=10)
"""How long until an assessment is asked once more, when that is wanted."""
NEW = timedelta(days=30)
"""So long it can be asked for once more; after that a new one says more."""
_SHOWN, _FIRST_SHOWN = timedelta(days=7), timedelta(days=14)
_LATELY, _CYCLE = timedelta(days=48), timedelta(weeks=12)

Cause = Literal["first", "window", "flagged", "again"]


class Due(NamedTuple):
    """An assessment that waits, and why."""

    cause: Cause
    signs: tuple[str, ...] = ()
    """In mid-season: those that stood out."""


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
    is_done = any(day_of(each.at, day_ends) >= since and set(stood) <= set(each.order) for each in found)
    return Due("flagged", stood) if stood and not is_done else None


def flagged(found: Sequence[Assessment]) -> tuple[str, ...]:
    """The signs that stood out in the last full one."""
    from coach.assessment.instrument import signs  # 2 ms, and most days need none of it
    from coach.assessment.scoring import standing_out

    last = next((each for each in reversed(found) if each.name == "full"), None)
    return tuple(standing_out(last.answers, [each.id for each in signs()])) if last else ()


def _is_beginning(season: Season, day: date) -> bool:
    return season.starts <= day < season.starts + _FIRST_SHOWN


def _is_half_way(season: Season, ends: date, day: date) -> bool:
    middle = _middle(season, ends)
    return middle <= day < middle + _SHOWN


def _middle(season: Season, ends: date) -> date:
    return season.starts + (ends - season.starts) // 2
