"""What of decisions waits on Today: the clock of an open one, an outcome, a forecast whose day came."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.clock import WITHIN
from coach.deciding.domains import LIMITS
from coach.deciding.records import TenDays, running_of
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date, datetime

    from coach.app import Coach
    from coach.cycle.season import Standing
    from coach.deciding.records import Decision

_NAME, _TO = 60, 30
_HOUR = 3600
_OF_A_DAY, _IN_DAYS = 24, 48
_MONTH = timedelta(days=30)


def open_decision(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """L4: the one whose time runs out first, from 36 hours before."""
    del day
    if now and now.rest:
        return None
    moment, found = coach.clock.now(), coach.decisions.first_open()
    if found is None or found[0] - moment > WITHIN:
        return None
    due, first = found
    return Waiting("decision", words.deciding.row_open, said_of(first, due, moment), "decide", first)


def said_of(decision: Decision, due: datetime, moment: datetime) -> str:
    """Its name, and how long is left."""
    name, left = first_line(decision.text, _NAME), (due - moment).total_seconds() / _HOUR
    key = "left" if left >= 0 else "over"
    hours, days = round(abs(left)), round(abs(left) / _OF_A_DAY)
    said = counted(hours, "hour") if hours < _IN_DAYS else counted(days, "day")
    return filled(words.deciding.clock[key], name=name, hours=said)


def limits(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """L5: the limits set before are looked at once a month."""
    if now and (now.rest or not now.is_held):
        return None
    for page in coach.domains.all():
        last = page.looked or coach.days.of(page.created)
        if any(getattr(page, name) for name in LIMITS) and last <= day - _MONTH:
            return Waiting("rights", words.deciding.row_rights, first_line(page.name, _NAME), "rights_page")
    return None


def outcome(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """One whose outcome can be seen by now; else a forecast whose day has come."""
    if now and now.rest:
        return None
    first = coach.decisions.first_due(day)
    if first:
        return Waiting(
            "outcome", words.deciding.row_outcome, first_line(first.text, _NAME), "review_decision", first
        )
    waiting = coach.forecasts.waiting(day)
    if waiting:
        return Waiting(
            "forecast",
            words.deciding.row_forecast,
            first_line(waiting[0].text, _NAME),
            "resolve_forecast",
            waiting[0],
        )
    return None


def handed_over(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """L11: how what was handed over goes, once a week until it is steady."""
    if now and now.rest:
        return None
    first = coach.handovers.due(day)
    if first is None:
        return None
    about = filled(words.handover.row_about, what=first_line(first.text, _NAME), to=first_line(first.to, _TO))
    return Waiting("handover", words.handover.row, about, "look_at_handover", first)


def ten_days(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """L12: what the day asks for, while the ten days run."""
    if now and now.rest:
        return None
    running = running_of(coach.store.read_standing(TenDays))
    if running is None or running.paused:
        return None
    from coach.deciding.ten_days_lines import day_line  # with all the telemetry, only while they run

    about = day_line(coach.ten_days.standing(running, day))
    return Waiting("ten_days", words.ten_days.row, about, "ten_days_page")
