"""What waits to be assessed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.assessment.cadence import assessment_due, looked_back
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.assessment.cadence import Due
    from coach.cycle.season import Standing

_FIRST_WEEK = timedelta(days=7)


def due_on(coach: Coach, day: date, now: Standing | None) -> Due | None:
    """The assessment that waits; none while everything rests. Where nothing was assessed lately, its service
    is not even loaded: this is asked at every start."""
    if now and now.rest:
        return None
    season, ends, day_ends = now.season if now else None, now.ends if now else day, coach.settings.day_ends
    before = [each.starts for each in coach.seasons.all() if season and each.starts < season.starts]
    since = looked_back(season, max(before, default=None), ends, day)
    found = coach.assessments.since(since) if coach.store.has_any("assessments", since) else ()
    return assessment_due(found, season, ends, day, day_ends)


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """On Today."""
    due = due_on(coach, day, now)
    if due is None or (due.cause == "first" and _is_new(coach, day)):
        return None
    label = words.assess.today.row
    return Waiting(due.cause, label, due_line(due), "assess", due, begun="assessment")


def _is_new(coach: Coach, day: date) -> bool:
    """In the first week of all there are no ten working days to look back on."""
    seasons = coach.seasons.all()
    return len(seasons) == 1 and day < seasons[0].starts + _FIRST_WEEK


def due_line(due: Due) -> str:
    """Why it waits, and how long it takes."""
    return filled(words.assess.today[due.cause], count=counted(len(due.signs), "sign"))
