"""How it went with a commitment, and why when it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.marks import Given
from coach.commitments.records import REASONS, RESULTS
from coach.core.safe_text import first_line
from coach.core.texts import words
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from datetime import date

    from coach.commitments.progress import Progress
    from screens.app import CoachApp

_NAME = 60
_NO_REASON = "0"


async def ask_how(app: CoachApp, progress: Progress, day: date) -> Given | None:
    """What was said; nothing when it was left."""
    name, said = first_line(progress.commitment.text, _NAME), app.coach.days.say(day)
    results: list[tuple[str, str, Any]] = [
        (words.marks.result_key[each], words.marks.result[each], each) for each in RESULTS
    ]
    result = await app.push_screen_wait(PickSheet(name, results, asked=f"{words.marks.ask.result}   {said}"))
    if result is None or result in {"kept", "pass"}:
        return Given(progress.commitment, result) if result else None
    reasons: list[tuple[str, str, Any]] = [
        (str(place), words.marks.reason[each], each) for place, each in enumerate(REASONS, 1)
    ]
    reasons.append((_NO_REASON, words.marks.no_reason, _NO_REASON))
    reason = await app.push_screen_wait(PickSheet(name, reasons, asked=f"{words.marks.ask.reason}   {said}"))
    if reason is None:
        return None
    return Given(progress.commitment, result, None if reason == _NO_REASON else reason)
