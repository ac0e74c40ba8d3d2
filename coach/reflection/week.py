"""The facts of a week, for its review: what was said and marked, before anything is asked."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median_low
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.glance import results
from coach.commitments.overview import commitments_on
from coach.commitments.progress import due_days
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.find import Filter
from coach.frame.frames import NUMBERS
from coach.reflection.reviews import as_typed

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from coach.reflection.records import Reflection

_SHOWN_REASONS = 3


class Week(NamedTuple):
    """What is known of seven days."""

    first: date
    last: date
    energy: tuple[int, ...]
    commitments: tuple[tuple[Progress, tuple[Mark, ...]], ...]
    """Each that was held, with its marks of the week."""
    entries: int
    signals: int
    before: Reflection | None
    """The review before, with the two numbers of the frame."""
    plans: tuple[str, ...]
    """What was planned a week ago."""


def week_of_review(coach: Coach, day: date) -> Week:
    """The week whose review is held on a day."""
    first, last = coach.reviews.week(day)
    days = coach.checkins.between(first, last)
    marks = coach.marks.between(first, last)
    held = [each for each in commitments_on(coach, day) if each.state != "coming"]
    with_marks = ((each, marks.get(each.commitment.id, {})) for each in held)
    entries = sum(1 for _ in coach.journal.entries(Filter(first, last)))
    lately = coach.reviews.lately(day)
    past = lately[0] if lately else None
    return Week(
        first=first,
        last=last,
        energy=tuple(each.energy for each in days.values() if each.energy and not each.unusual),
        commitments=tuple(
            (each, tuple(mark for _, mark in sorted(of_week.items())))
            for each, of_week in with_marks
            if of_week or each.state in {"held", "paused"}
        ),
        entries=entries,
        signals=coach.signals.count(first),
        before=numbers_before(coach, day),
        plans=past.plans if past and past.last >= first - timedelta(days=7) else (),
    )


def numbers_before(coach: Coach, day: date) -> Reflection | None:
    """The latest review that told both numbers which the frame of a day has."""
    since = [coach.frames.part_since(name, day) for name in NUMBERS]
    return coach.reviews.with_numbers(day, max((each for each in since if each), default=None))


def facts(week: Week) -> list[str]:
    """The facts in words, one a line."""
    lines = []
    if week.energy:
        middle = words.checkin.energy[str(median_low(week.energy))]
        lines.append(f"Energy: {counted(len(week.energy), 'day')} said, about {middle}.")
    lines += [
        mark_line(each, marks)
        for each, marks in week.commitments
        if marks or each.times or due_days(each.commitment, week.first, week.last)
    ]
    lines.append(
        f"{counted(week.entries, 'entry', 'entries')} written, {counted(week.signals, 'signal')} parked."
    )
    return lines


def mark_line(each: Progress, marks: tuple[Mark, ...]) -> str:
    """How one commitment went in the week, with the reasons, and how often nothing was said."""
    if not marks:
        return f"{each.commitment.text}: no mark."
    reasons = [
        f"{say_day(mark.day, mark.day)[:3]} {words.marks.reason[mark.reason]}"
        for mark in marks
        if mark.reason
    ][:_SHOWN_REASONS]
    return f"{each.commitment.text}: {results(marks)}{' (' + ', '.join(reasons) + ')' if reasons else ''}."


def diverged(now: Reflection, before: Reflection) -> str:
    """L10: that the two numbers went in opposite directions, in words."""
    numbers = {"flow": now.flow, "outcome": now.outcome}
    was = {"flow_before": before.flow, "outcome_before": before.outcome}
    said = {name: as_typed(value) for name, value in {**numbers, **was}.items() if value is not None}
    return filled(words.weekly.diverged, **said)


def last_numbers(before: Reflection) -> str:
    """The two numbers of the last time."""
    said = ", ".join(as_typed(each) for each in (before.flow, before.outcome) if each is not None)
    return f"{words.weekly.last_time} {said}"
