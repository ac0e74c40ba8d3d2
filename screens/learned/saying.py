"""Whether something that was learned still holds: one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.learned.records import ANSWERS
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.learned.learned import Lesson
    from screens.app import CoachApp

_NAME = 60


async def say_learned(app: CoachApp, lesson: Lesson) -> None:
    """Still so, used since, or no longer so."""
    coach = app.coach
    options = [(words.learned.key[name], words.learned.holds[name], name) for name in ANSWERS]
    holds = await app.push_screen_wait(PickSheet(words.learned.ask, options, lesson.text))
    if holds:
        await app.change(lambda: coach.learned.say(lesson, holds))
        said = words.learned.holds[holds]
        app.tell(filled(words.learned.told, said=said, lesson=first_line(lesson.text, _NAME)))
