"""A commitment at a glance: in signs, and in a line. Every sign differs in shape, so that colour is never
needed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coach.commitments.amount import Amount, say
from coach.commitments.records import RESULTS
from coach.core.counting import counted
from coach.core.said_days import say_day
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coach.commitments.calendar import Calendar, Cell
    from coach.commitments.marks import Given
    from coach.commitments.progress import Dot, Progress
    from coach.commitments.records import Mark

SIGNS: dict[Dot, str] = {"kept": "●", "partly": "◐", "missed": "◌", "pass": "–", "open": "·"}
CELLS: dict[Cell, str] = {"due": "○", "ahead": "○", **dict(SIGNS.items())}
"""The signs of a calendar: what became of a day, or that it asks or will."""
NAME_WIDTH = 40
"""Of a commitment's outcome inside a sentence."""


def dots(last: Iterable[Dot]) -> str:
    """The last times, oldest first."""
    return " ".join(SIGNS[dot] for dot in last)


def count(each: Progress) -> str:
    """So many of the last so many, or of those meant for the running week or month."""
    return filled(words.counting.of, kept=each.kept, of=each.of) if each.of else ""


def count_in(each: Progress) -> str:
    """So many, with the week or month they are of."""
    return f"{count(each)} {words.commitments.running[each.unit]}" if each.times else count(each)


def amount_said(calendar: Calendar, goal: Amount, first: date, last: date) -> str:
    """How much was done in a stretch of days; nothing where nothing was."""
    done = calendar.total(first, last)
    return say(Amount(done, goal.unit)) if done else ""


def mark_said(mark: Given | Mark, goal: Amount | None) -> str:
    """How it went, how much, why not, and the note."""
    done = say(Amount(mark.amount, goal.unit)) if goal and mark.amount is not None else ""
    reason = words.marks.reason[mark.reason] if mark.reason else ""
    note = f"“{mark.note}”" if mark.note else ""
    return ", ".join(filter(None, (words.marks.result[mark.result], done, reason, note)))


def results(marks: Iterable[Mark]) -> str:
    """How often it went which way."""
    count = Counter(mark.result for mark in marks)
    return ", ".join(f"{count[name]} {words.marks.result[name]}" for name in RESULTS if count[name])


def sign(each: Progress) -> str:
    """How today went, or that it asks."""
    if each.today:
        return SIGNS[each.today.result]
    return "○" if each.is_due else " "


def gate_line(each: Progress, day: date, name: str) -> str:
    """Until when its gate is open, or since when it is not."""
    if each.state == "lapsed":
        return filled(words.today.gate_lapsed, name=name, day=say_day(each.gate, day))
    return filled(words.today.gate_open, name=name, days=counted((each.gate - day).days, "day"))
