"""A talk that is over, or that is tomorrow and has no agenda: one row on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing

_WIDTH = 60


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """The earliest of them; none while everything rests."""
    if now and now.rest:
        return None
    waits = coach.talks.waiting(day)
    if waits is None:
        return None
    talk, is_over = waits
    said = words.talks.row["over" if is_over else "near"]
    about = filled(said, to=talk.to, day=coach.days.say(talk.day), agenda=first_line(talk.agenda, _WIDTH))
    command = f"coach talk {short(talk.id)}{' --after' if is_over else ''}"
    label = words.talks.row.label
    if is_over:
        return Waiting("talk", label, about.strip(), "after_talk", talk, command, begun=f"told-{talk.id}")
    return Waiting("talk", label, about.strip(), "before_talk", talk, command, begun=f"talk-{talk.id}")
