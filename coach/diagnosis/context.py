"""M3, M4: the context a day lies in, and how much leading is usual for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.diagnosis.diagnosis import moment_of, usual

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Context
    from coach.diagnosis.diagnosis import Usual


def context_on(coach: Coach, day: date) -> tuple[Context | None, str]:
    """The context of the frame of a day, and where on its timeline a crisis is."""
    frame = coach.frames.on(day)
    if frame is None or frame.context != "crisis":
        return frame.context if frame else None, ""
    return "crisis", moment_of(coach.frames.part_since("context", day) or day, day)


def usual_on(coach: Coach, day: date) -> Usual | None:
    """How much leading is usual for it."""
    frame = coach.frames.on(day)
    found = usual(*context_on(coach, day), frame.stage if frame else None)
    return found and found._replace(pace=coach.settings.pace)
