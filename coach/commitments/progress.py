"""How a commitment goes, as a plain function of its marks and a day. Nothing of it is stored, and nothing is
counted that a person could break: no streaks, but "4 of the last 7"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.commitments.amount import by_period, goal_of
from coach.commitments.calendar import calendar
from coach.commitments.recurrence import Rule, on, period
from coach.commitments.rhythm import read
from coach.commitments.trial import is_trial, is_with
from coach.pauses.pauses import resting, shifted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from coach.commitments.calendar import Calendar
    from coach.commitments.records import Commitment, Mark, Reason, Result
    from coach.pauses.records import Rest

State = Literal["held", "coming", "paused", "lapsed", "ended"]
Dot = Literal["kept", "partly", "missed", "pass", "open"]

LOOK_BACK = timedelta(days=56)
LOOK_AHEAD = timedelta(days=92)
_GATE_OPENS, _SHORT = timedelta(days=30), timedelta(days=3)
"""S6: so long before its day the gate is open."""
SHOWN = 7
THRICE = 3
_DONE = ("kept", "partly")
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


class Progress(NamedTuple):
    """A commitment as it stands on a day."""

    commitment: Commitment
    state: State
    gate: date
    """The last day before it lapses, with the days of rest that came upon it."""
    is_gate_open: bool
    is_due: bool
    """Whether it asks for a mark on this day."""
    today: Mark | None
    dots: tuple[Dot, ...]
    """The last times it was due, oldest first; of so many times a week, its weeks, the running one last."""
    kept: int
    of: int
    next_due: date | None
    calendar: Calendar
    """Its days, from eight weeks back to a week ahead."""
    times: int = 0
    """How often a week or month, when it is bound to no days."""
    unit: str = ""
    """Which of the two."""
    again: Reason | None = None
    """The reason that stood behind three misses."""

    @property
    def gate_opens(self) -> date:
        """From when on its gate is open."""
        return gate_opens(self.commitment, self.gate)


def state(commitment: Commitment, rests: Sequence[Rest], day: date) -> State:
    """Whether it is held on a day."""
    if commitment.ended and day >= commitment.ended:
        return "ended"
    if day > gate_of(commitment, rests):
        return "lapsed"
    if commitment.starts > day:
        return "coming"
    return "paused" if resting(rests, day, commitment.id) else "held"


def gate_of(commitment: Commitment, rests: Sequence[Rest]) -> date:
    """The last day on which it can be renewed."""
    return shifted(commitment.gate, commitment.agreed or commitment.starts, rests, commitment.id)


def is_gate_open(commitment: Commitment, gate: date, day: date) -> bool:
    """S6: in the last 30 days, and after it lapsed, until something else became of it. A trial has an end of
    its own."""
    return commitment.ended is None and day >= gate_opens(commitment, gate) and not is_trial(commitment)


def gate_opens(commitment: Commitment, gate: date) -> date:
    """Thirty days before; a trial or a practice that lasts no longer is only asked about at its end."""
    is_tried = bool(commitment.trial_of or commitment.practice)
    is_short = is_tried and gate - (commitment.agreed or commitment.starts) <= _GATE_OPENS
    return gate - (_SHORT if is_short else _GATE_OPENS)


def due_days(commitment: Commitment, first: date, last: date) -> list[date]:
    """The days it is due by its own rhythm, whatever rests."""
    if commitment.due:
        return [commitment.due] if first <= commitment.due <= last else []
    if not commitment.rhythm:
        return []
    days = on(read(commitment.rhythm), commitment.since or commitment.starts, first, last)
    return [each for each in days if is_with(commitment, each)] if commitment.coin else days


def rule_of(commitment: Commitment) -> Rule | None:
    """Its rhythm."""
    return read(commitment.rhythm) if commitment.rhythm else None


def counting(marks: Mapping[date, Mark], unusual: Collection[date]) -> dict[date, Mark]:
    """Those that count: of an unusual day, only what was done on it."""
    return {at: each for at, each in marks.items() if at not in unusual or each.result in {"kept", "partly"}}


def progress(
    commitment: Commitment,
    marks: Mapping[date, Mark],
    rests: Sequence[Rest],
    unusual: Collection[date],
    day: date,
) -> Progress:
    """How it stands. Days of rest and unusual days ask for nothing, but what was done on them counts."""
    now, today = state(commitment, rests, day), marks.get(day)
    gate = gate_of(commitment, rests)
    rule = rule_of(commitment)
    marks = by_period(counting(marks, unusual), goal_of(commitment), rule)
    last = last_asked(commitment, gate, day)
    due = asked_days(commitment, rests, unusual, day - LOOK_BACK, last)
    if rule and rule.times:
        dots, kept, of, is_due = _counted(commitment, rule, marks, rests, day)
    else:
        is_done = commitment.due is not None and any(each.result == "kept" for each in marks.values())
        dots, kept, of = _dated([] if is_done else due, marks, day)
        is_due = _asks_now(commitment, marks, due, day)
    told = {at: each for at, each in marks.items() if at not in unusual}
    again = _again(commitment, told, day)
    until = min(day + LOOK_AHEAD, gate)
    ahead = asked_days(commitment, rests, (), day + _DAY, until) if now in {"held", "coming"} else []
    is_due = is_due and today is None and now == "held" and day not in unusual
    return Progress(
        commitment=commitment,
        state=now,
        gate=gate,
        is_gate_open=is_gate_open(commitment, gate, day),
        is_due=is_due,
        today=today,
        dots=dots,
        kept=kept,
        of=of,
        next_due=next(iter(ahead), None),
        calendar=calendar(
            commitment,
            marks,
            [*due, *(each for each in ahead if each <= day + _WEEK)],
            day,
            last,
            rule=rule,
            is_asking=is_due,
            rested=rested_days(commitment, rests, day - LOOK_BACK, day),
        ),
        times=rule.times if rule else 0,
        unit=rule.unit if rule and rule.times else "",
        again=again,
    )


def last_asked(commitment: Commitment, gate: date, day: date) -> date:
    """The last day it asked for something, so far."""
    return min(day, gate, commitment.ended - _DAY if commitment.ended else day)


def asked_days(
    commitment: Commitment, rests: Sequence[Rest], unusual: Collection[date], first: date, last: date
) -> list[date]:
    """The days it is due, but for those of rest and the unusual ones."""
    due = due_days(commitment, first, last)
    near = [each for each in rests if each.first <= last and each.until >= first]
    return [each for each in due if each not in unusual and not resting(near, each, commitment.id)]


def rested_days(commitment: Commitment, rests: Sequence[Rest], first: date, last: date) -> list[date]:
    """The days it rested, of those that count times; the others are asked day by day."""
    rule = rule_of(commitment) if rests else None
    if rule is None or not rule.times:
        return []
    days = (first + timedelta(days=each) for each in range((last - first).days + 1))
    return [day for day in days if resting(rests, day, commitment.id)]


def _asks_now(commitment: Commitment, marks: Mapping[date, Mark], due: list[date], day: date) -> bool:
    """Whether today asks for a mark; what is due once goes on asking until there is one."""
    if commitment.due:
        since = commitment.since or commitment.starts
        return commitment.due <= day and not any(at >= since for at in marks)
    return day in due and day not in marks


def _dated(due: list[date], marks: Mapping[date, Mark], day: date) -> tuple[tuple[Dot, ...], int, int]:
    """The last times, each with what became of it; today counts once it is marked."""
    days = sorted(each for each in {*due, *marks} if each < day or (each == day and each in marks))[-SHOWN:]
    counted = [
        mark.result if mark else "open"
        for mark in (marks.get(each) for each in days)
        if mark is None or (mark.result != "pass" and mark.reason != "unusual")
    ]
    return tuple(_dot(marks.get(each)) for each in days), counted.count("kept"), len(counted)


def _counted(
    commitment: Commitment, rule: Rule, marks: Mapping[date, Mark], rests: Sequence[Rest], day: date
) -> tuple[tuple[Dot, ...], int, int, bool]:
    """What was done this week or month of what was meant to be done, after what became of those before."""
    first, last = period(rule, day)
    done = [each.result for at, each in marks.items() if first <= at <= last and each.result in _DONE]
    kept = min(done.count("kept"), rule.times)
    before = list(_before(commitment, rule, marks, rests, day))
    running: Dot = "kept" if kept == rule.times else "partly" if done else "open"
    return (*before[1 - SHOWN :], running), kept, rule.times, len(done) < rule.times and day not in marks


def _before(
    commitment: Commitment, rule: Rule, marks: Mapping[date, Mark], rests: Sequence[Rest], day: date
) -> Iterator[Dot]:
    """Each whole week or month before this one: reached, in part, not at all, or nothing was said. Those
    that rested in part are left out."""
    since, until = max(commitment.since or commitment.starts, day - LOOK_BACK), period(rule, day)[0]
    first, last = period(rule, since)
    if first < since:
        first, last = period(rule, last + _DAY)
    while last < until:
        said = [each.result for at, each in marks.items() if first <= at <= last]
        days = [first + each * _DAY for each in range((last - first).days + 1)]
        if said.count("kept") >= rule.times:
            yield "kept"
        elif any(each in _DONE for each in said):
            yield "partly"
        elif not any(resting(rests, each, commitment.id) for each in days):
            yield "missed" if said else "open"
        first, last = period(rule, last + _DAY)


def _dot(mark: Mark | None) -> Dot:
    result: Result | None = mark.result if mark else None
    return result or "open"


def _again(commitment: Commitment, marks: Mapping[date, Mark], day: date) -> Reason | None:
    """One reason three times, since the commitment is as it is."""
    since = max(day - LOOK_BACK, commitment.since or commitment.starts)
    reasons = [
        mark.reason
        for at, mark in sorted(marks.items())
        if at >= since and at <= day and mark.reason and mark.reason != "unusual"
    ]
    return next((each for each in reversed(reasons) if reasons.count(each) >= THRICE), None)
