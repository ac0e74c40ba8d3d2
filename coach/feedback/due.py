"""Who waits to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.feedback.cadence import BEGUN, HARD
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing
    from coach.feedback.cadence import Asks


def asks_on(coach: Coach, day: date, now: Standing | None) -> Asks | None:
    """The question to somebody that waits; in a window and at rest nothing tactical is said."""
    if now is None or now.rest or not now.is_held:
        return None
    is_begun = len(coach.seasons.all()) > 1 or coach.store.has_any("feedback", day - BEGUN)
    is_hard = coach.store.has_any("reflections", day - HARD)
    return coach.feedback.due(day, is_begun=is_begun) if is_begun or is_hard else None


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """On Today."""
    asks = asks_on(coach, day, now)
    if asks is None:
        return None
    role = words.feedback.role[asks.role] if asks.role else ""
    label, about = words.feedback.today.row, filled(words.feedback.today[asks.cause], role=role)

    def put_off(now: Coach) -> None:
        now.feedback.put_off(asks)

    return Waiting(asks.cause, label, about, "ask_after", asks, put_off=put_off)
