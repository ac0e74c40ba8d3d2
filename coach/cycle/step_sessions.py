"""The steps of a window that are answered, as sessions: which is open, and what has to come before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import UsageError
from coach.core.texts import words
from coach.cycle.frame_session import FrameSession
from coach.cycle.questions_session import QuestionsSession
from coach.cycle.signals_session import SettlingSession

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.cycle.window import Window
    from coach.session import Session

ANSWERED = ("questions", "signals", "frame")
"""Those that are."""


def session_of(coach: Coach, found: Window, step: str) -> Session:
    """The session of a step, when it is open."""
    season, kept = found.now.season.id, found.stands.reassessment
    if step == "questions":
        if kept and kept.sealed:
            raise UsageError(words.reassessment.sealed_already)
        return QuestionsSession(coach, found.now)
    if not found.stands.is_open:
        raise UsageError(words.reassessment.step_locked)
    if step == "frame":
        return FrameSession(coach, found)
    if not found.waiting:
        raise UsageError(words.reassessment.signals.none)
    return SettlingSession(coach, found.waiting, f"signals-{season}")
