"""How it went with a commitment: how much of it, why when it did not, and a note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.commitments.amount import done, goal_of, say
from coach.commitments.glance import mark_said
from coach.commitments.marks import Given
from coach.commitments.records import REASONS, RESULTS, SHORT
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from datetime import date

    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from screens.app import CoachApp

_NAME = 60
_NO_REASON = "0"
_AMOUNT, _NOTE = "amount", "note"


async def ask_how(app: CoachApp, progress: Progress, day: date) -> Given | None:
    """What was said; nothing when it was left."""
    commitment, marks = progress.commitment, app.coach.marks
    kept = await app.background.do(lambda: marks.between(day, day).get(commitment.id, {}).get(day))
    note: str | None = None
    while True:
        picked = await _picked(app, progress, day, kept)
        if picked == _NOTE:
            note = await _note(app, note if note is not None else kept.note if kept else "")
            if note is None or kept is None:
                continue
            return Given(commitment, kept.result, kept.reason, kept.amount, note)
        if picked == _AMOUNT:
            return await _by_amount(app, progress, day, note)
        if picked is None:
            return None
        reason: Any = await _why(app, progress, day) if picked in SHORT else _NO_REASON
        if reason is None:
            return None
        return Given(commitment, picked, None if reason == _NO_REASON else reason, note=note)


async def _picked(app: CoachApp, progress: Progress, day: date, kept: Mark | None) -> Any:
    goal, asked = goal_of(progress.commitment), f"{words.marks.ask.result}   {app.coach.days.say(day)}"
    options: list[tuple[str, str, Any]] = [
        (words.marks.result_key[each], words.marks.result[each], each) for each in RESULTS
    ]
    if goal:
        options.append(("a", filled(words.marks.amount, goal=say(goal)), _AMOUNT))
    options.append(("n", words.marks.note, _NOTE))
    if kept:
        asked += f"   {filled(words.marks.so_far, said=mark_said(kept, goal))}"
    return await app.push_screen_wait(
        PickSheet(first_line(progress.commitment.text, _NAME), options, asked=asked)
    )


async def _why(app: CoachApp, progress: Progress, day: date) -> Any:
    """What got in the way; nothing when it was left."""
    reasons: list[tuple[str, str, Any]] = [
        (str(place), words.marks.reason[each], each) for place, each in enumerate(REASONS, 1)
    ]
    reasons.append((_NO_REASON, words.marks.no_reason, _NO_REASON))
    name, asked = first_line(progress.commitment.text, _NAME), words.marks.ask.reason
    sheet = PickSheet(name, reasons, asked=f"{asked}   {app.coach.days.say(day)}")
    return await app.push_screen_wait(sheet)


async def _note(app: CoachApp, written: str) -> str | None:
    return await app.push_screen_wait(
        AskSheet(words.marks.ask.note, written=written, about=words.marks.ask.note_about)
    )


async def _by_amount(app: CoachApp, progress: Progress, day: date, note: str | None) -> Given | None:
    """How much, counted against the goal."""
    goal, marks = goal_of(progress.commitment), app.coach.marks
    assert goal  # noqa: S101 - offered only where there is one
    sheet = AskSheet(
        words.marks.ask.amount,
        hint=words.marks.ask.amount_hint,
        about=filled(words.marks.ask.amount_about, goal=say(goal)),
        check=lambda typed: done(typed, goal),
    )
    typed = await app.push_screen_wait(sheet)
    if not typed or not typed.strip():
        return None
    said = done(typed, goal)
    return await app.background.do(partial(marks.counted, progress.commitment, said, day, None, note))
