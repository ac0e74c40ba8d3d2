"""What of decisions waits on Today: the clock of an open one, an outcome, a forecast whose day came."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.domains import LIMITS
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.app import Coach
    from coach.cycle.season import Standing
    from coach.deciding.records import Decision

_NAME = 60
_SOON = timedelta(hours=36)
_HOUR = 3600
_MONTH = timedelta(days=30)


def open_decision(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """L4: the one whose time runs out first, from 36 hours before."""
    del day
    if now and now.rest:
        return None
    moment = coach.clock.now()
    own = [(each.until, each) for each in coach.decisions.agenda() if each.until]
    due, short = min(own, key=lambda found: (found[0], found[1].of), default=(None, None))
    if due is None or short is None or due - moment > _SOON:
        return None
    first = coach.decisions.on_agenda(short)
    if first is None:
        return None
    return Waiting("decision", words.deciding.row_open, said_of(first, due, moment), "decide", first)


def said_of(decision: Decision, due: datetime, moment: datetime) -> str:
    """Its name, and how long is left."""
    name, left = first_line(decision.text, _NAME), (due - moment).total_seconds() / _HOUR
    key = "left" if left >= 0 else "over"
    return filled(words.deciding.clock[key], name=name, hours=f"{abs(left):.0f}")


def limits(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """L5: the limits set before are looked at once a month."""
    if now and (now.rest or not now.is_held):
        return None
    for page in coach.domains.all():
        last = page.looked or coach.days.of(page.created)
        if any(getattr(page, name) for name in LIMITS) and last <= day - _MONTH:
            return Waiting("rights", words.deciding.row_rights, page.name, "rights_page")
    return None


def outcome(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """One whose outcome can be seen by now; else a forecast whose day has come."""
    if now and now.rest:
        return None
    seen = [(each.due, each) for each in coach.decisions.agenda() if each.due and each.due <= day]
    short = min(seen, key=lambda found: (found[0], found[1].of))[1] if seen else None
    first = coach.decisions.on_agenda(short) if short else None
    if first:
        return Waiting(
            "outcome", words.deciding.row_outcome, first_line(first.text, _NAME), "review_decision", first
        )
    waiting = coach.forecasts.waiting(day)
    if waiting:
        return Waiting(
            "forecast", words.deciding.row_forecast, waiting[0].text, "resolve_forecast", waiting[0]
        )
    return None
