"""A commitment as cards: its weeks day by day, its rate month by month, its terms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.commitments.amount import goal_of, say
from coach.commitments.glance import CELLS, amount_said, count_in
from coach.commitments.records import TERMS
from coach.commitments.trial import is_trial
from coach.commitments.trial_words import moves_line
from coach.core.bar import bar
from coach.core.counting import counted
from coach.core.days import month_span
from coach.core.safe_text import safe_text
from coach.core.said_days import month_short, say_day, say_day_padded
from coach.core.texts import filled, words
from screens.widgets.cards import Card, CardLine, Cell, labelled, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coach.commitments.amount import Amount
    from coach.commitments.calendar import Calendar
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from screens.widgets.drawn import Piece

LABEL = 14
_DAY, _BAR, _SHORT_BAR = 4, 20, 12
_WEEK = timedelta(weeks=1)
_ROLES = {"kept": "warm", "partly": "warm", "due": "strong", "ahead": "hint", "missed": "text"}


def weeks(
    calendar: Calendar,
    first: date,
    day: date,
    marks: Mapping[date, Mark] | None = None,
    goal: Amount | None = None,
) -> Iterator[CardLine]:
    """A line a week and a sign a day. With the marks, days can be gone to, and reasons stand beside them."""
    names = "".join(
        words.dates.weekdays_two[(first + timedelta(days=each)).weekday()].center(_DAY) for each in range(7)
    )
    yield CardLine(((" " * LABEL + names, "hint"),))
    while first <= day:
        days = [first + timedelta(days=each) for each in range(7)]
        pieces: list[Piece] = [(f"{say_day_padded(first, day):<{LABEL}}", "quiet")]
        pieces += [cell_of(calendar, each) for each in days]
        if marks is None:
            yield CardLine(tuple(pieces))
        else:
            is_monthly = calendar.rule is not None and calendar.rule.times and calendar.rule.unit == "month"
            rate = calendar.rate(first, first + timedelta(days=6))
            pieces.append(
                (
                    f"   {filled(words.counting.of, kept=rate.kept, of=rate.of)}"
                    if rate.of and not is_monthly
                    else "",
                    "quiet",
                )
            )
            if goal and (done := amount_said(calendar, goal, first, days[-1])):
                pieces.append((f"   {done}", "quiet"))
            said = ", ".join(_said_of(marks[each] for each in days if each in marks))
            beside = (f"   {said}", "quiet") if said else ("", "text")
            cells = tuple(
                Cell(LABEL + place * _DAY, _DAY, each) for place, each in enumerate(days) if each <= day
            )
            yield CardLine((*pieces, beside), first, cells)
        first += _WEEK


def _said_of(marks: Iterable[Mark]) -> Iterator[str]:
    """The reasons, each once, and the notes."""
    own = list(marks)
    yield from dict.fromkeys(words.marks.reason[each.reason] for each in own if each.reason)
    yield from (safe_text(f"“{each.note}”") for each in own if each.note)


def cell_of(calendar: Calendar, day: date, width: int = _DAY) -> Piece:
    """A day as its sign."""
    cell = calendar.cells.get(day)
    return (CELLS[cell].center(width), _ROLES.get(cell, "quiet")) if cell else (" " * width, "text")


def dotted(each: Progress, width: int = 0) -> Iterator[Piece]:
    """The last times, each sign in its colour, in so many columns."""
    for place, dot in enumerate(each.dots):
        yield " " * (place > 0), "quiet"
        yield CELLS[dot], _ROLES.get(dot, "quiet")
    yield " " * max(width - 2 * len(each.dots) + 1, 0), "text"


def months(each: Progress, calendar: Calendar) -> Iterator[CardLine]:
    """A bar a month, of how often it was kept, the latest first; months with nothing to say are left out."""
    goal, back = goal_of(each.commitment), 0
    while (span := month_span(calendar.day, back))[1] >= each.commitment.starts:
        rate, back = calendar.rate(*span), back + 1
        if rate.of:
            full, rest = bar(rate.kept / rate.of, _BAR if goal is None else _SHORT_BAR)
            done = amount_said(calendar, goal, *span) if goal else ""
            yield CardLine(
                (
                    (f"{month_short(span[0].month)} {span[0].year}  ", "quiet"),
                    (full, "warm"),
                    (rest, "line"),
                    (f"  {filled(words.counting.of, kept=f'{rate.kept:>2}', of=rate.of)}", "text"),
                    (f"   {done}" if done else "", "quiet"),
                )
            )


def about(each: Progress, day: date, width: int) -> Iterator[CardLine]:
    """When it is due, its last times, its gate, its terms."""
    commitment = each.commitment
    when = (
        filled(words.commitments.says.due, day=say_day(commitment.due, day))
        if commitment.due
        else commitment.rhythm
    )
    yield from labelled(words.commitments.field.when, when or words.commitments.never_due, width, LABEL)
    if goal := goal_of(commitment):
        yield from labelled(words.commitments.field.amount, _amount(each, goal, day), width, LABEL)
    if each.dots:
        last = words.commitments.field.last
        yield CardLine(((f"{last:<{LABEL}}", "quiet"), *dotted(each), (f"   {count_in(each)}", "text")))
    yield from labelled(words.commitments.field.gate, _gate(each, day), width, LABEL)
    if commitment.moves:
        yield from labelled(words.trials.called, moves_line(commitment, {}, day), width, LABEL)
    if each.again:
        yield CardLine()
        yield from told(words.commitments.again[each.again, "question"], width, "asked")
        yield from told(words.commitments.again[each.again, "about"], width, "quiet")
    if commitment.fits is False or any(getattr(commitment, name) for name in TERMS):
        yield CardLine()
    if commitment.fits is False:
        yield from told(words.commitments.outside.capitalize(), width, "quiet")
    for name in TERMS:
        if text := getattr(commitment, name):
            yield from labelled(words.commitments.field[name], text, width, LABEL)


def beside(each: Progress, day: date, width: int) -> Card:
    """What stands beside the list: all of it in short."""
    first = day - timedelta(days=day.weekday()) - 5 * _WEEK
    began = each.commitment.starts - timedelta(days=each.commitment.starts.weekday())
    lines = (*about(each, day, width), CardLine(), *weeks(each.calendar, max(first, began), day))
    return Card(each.commitment.text, lines)


def _amount(each: Progress, goal: Amount, day: date) -> str:
    """The goal, what was done today and what this week."""
    monday = day - timedelta(days=day.weekday())
    spans = (("today", day), ("this_week", monday))
    said = [say(goal)]
    for name, first in spans:
        if done := amount_said(each.calendar, goal, first, day):
            said.append(f"{done} {words.commitments.done[name]}")
    return "; ".join(said)


def _gate(each: Progress, day: date) -> str:
    said = say_day(each.gate, day)
    if each.state == "lapsed":
        text = words.trials.over_since if is_trial(each.commitment) else words.commitments.lapsed
        return filled(text, day=said)
    if each.state == "ended":
        return filled(words.commitments.says.ended_on, day=say_day(each.commitment.ended or day, day))
    if each.is_gate_open:
        return filled(
            words.commitments.says.gate_open_left, said=said, count=counted((each.gate - day).days, "day")
        )
    return said
