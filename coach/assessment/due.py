"""What waits to be assessed, and who waits to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.assessment.cadence import assessment_due, looked_back
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.feedback.cadence import HARD, asked_back

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.assessment.cadence import Due
    from coach.cycle.season import Standing
    from coach.feedback.cadence import Asks


def due_on(coach: Coach, day: date, now: Standing | None) -> Due | None:
    """The assessment that waits; none while everything rests. Where nothing was assessed lately, its service
    is not even loaded: this is asked at every start."""
    if now and now.rest:
        return None
    season, ends, day_ends = now.season if now else None, now.ends if now else day, coach.settings.day_ends
    before = [each.starts for each in coach.seasons.all() if season and each.starts < season.starts]
    since = looked_back(season, max(before, default=None), ends, day)
    found = coach.assessments.since(since) if _has(coach, "assessments", since) else ()
    return assessment_due(found, season, ends, day, day_ends)


def asks_on(coach: Coach, day: date, now: Standing | None) -> Asks | None:
    """The question to somebody that waits; in a window and at rest nothing tactical is said."""
    if now is None or now.rest or not now.is_held:
        return None
    is_used = _has(coach, "feedback", asked_back(day)) or _has(coach, "reflections", day - HARD)
    return coach.feedback.due(day) if is_used else None


def _has(coach: Coach, kind: str, since: date) -> bool:
    """Whether anything of a kind was written from the month of a day on."""
    return any(coach.store.records(month, kind) for month in coach.store.months(since))


def due_line(due: Due) -> str:
    """Why it waits, and how long it takes."""
    return filled(words("today", f"assess_{due.cause}"), count=counted(len(due.signs), "sign"))
