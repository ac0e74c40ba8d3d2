"""How it stands with all commitments together, and the next thing that happens with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.trial import is_trial
from coach.core.counting import counted
from coach.core.said_days import say_day
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coach.app import Coach
    from coach.commitments.progress import Progress


def standing_lines(coach: Coach, commitments: Sequence[Progress], day: date) -> list[str]:
    """What is worth a line: an exception that ends, work outside the frame, a direction nobody serves."""
    found, said = coach.commitments, list[str]()
    held = [each for each in commitments if each.state in {"held", "coming", "paused"}]
    if exceptions := found.exceptions(day):
        until = say_day(min(each.until for each in exceptions), day)
        said.append(filled(words.commitments.more_until, limit=found.limit, day=until))
    if found.is_over(day):
        said.append(filled(words.commitments.over_now, limit=found.limit))
    if outside := sum(each.commitment.fits is False for each in held):
        said.append(f"{counted(outside, 'commitment')} {words.commitments.outside}.")
    if not any(each.commitment.fits for each in held) and coach.frames.current():
        said.append(words.commitments.unserved)
    return said


def when_line(each: Progress, day: date) -> str:
    """The next thing that happens with it, in a few words."""
    if each.state == "lapsed":
        return words.trials.g_decides if is_trial(each.commitment) else words.commitments.g_renews
    if each.state == "ended":
        return words.commitments.ended[each.commitment.ended_as or "ended"]
    if each.is_gate_open:
        return filled(words.commitments.gate_days, days=(each.gate - day).days)
    if each.commitment.due and each.is_due and each.commitment.due < day:
        return filled(words.commitments.was_due, day=say_day(each.commitment.due, day))
    if each.next_due:
        return say_day(each.next_due, day)
    return words.commitments.outside if each.commitment.fits is False else ""
