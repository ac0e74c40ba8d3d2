"""What waits to be assessed, and who waits to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content import filled, words
from coach.counting import counted

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.assessing.cadence import Asks, Due
    from coach.leading.season import Standing


def due_on(coach: Coach, day: date, now: Standing | None) -> Due | None:
    """The assessment that waits; none while everything rests."""
    if now and now.rest:
        return None
    season = now.season if now else None
    before = [each.starts for each in coach.seasons.all() if season and each.starts < season.starts]
    return coach.assessments.due(season, max(before, default=None), now.ends if now else day, day)


def asks_on(coach: Coach, day: date, now: Standing | None) -> Asks | None:
    """The question to somebody that waits; in a window and at rest nothing tactical is said."""
    return None if now is None or now.rest or not now.is_held else coach.feedback.due(day)


def due_line(due: Due) -> str:
    """Why it waits, and how long it takes."""
    return filled(words("assess", "due", due.cause), count=counted(len(due.signs), "sign"))
