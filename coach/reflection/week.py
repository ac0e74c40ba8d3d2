"""The facts of a week, for its review: what was said and marked, before anything is asked."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.checkins import energy_of
from coach.commitments.glance import results
from coach.commitments.overview import commitments_on
from coach.commitments.progress import due_days
from coach.core.bar import bar
from coach.core.counting import counted
from coach.core.said_days import say_day
from coach.core.scale import SIGNS
from coach.core.texts import filled, words
from coach.find import Filter
from coach.frame.frames import NUMBERS
from coach.reflection.sure import STEPS, step_of
from coach.reflection.typed import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from coach.reflection.records import Reflection

_SHOWN_REASONS, _WIDE = 3, 10
_WEEK = timedelta(days=7)


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
    days: tuple[int | None, ...] = ()
    """The energy day by day; nothing where none was said, or the day was unusual."""
    days_before: tuple[int | None, ...] = ()
    sure: float | None = None
    """How sure it was, a week ago, that this one goes as planned."""
    energy_before: tuple[int, ...] = ()
    kept_before: tuple[int, int] = (0, 0)
    """Of the week before: how many of how many marks."""

    @property
    def kept(self) -> tuple[int, int]:
        """How many of how many marks."""
        return _kept(mark for _, marks in self.commitments for mark in marks)


def week_of_review(coach: Coach, day: date) -> Week:
    """The week whose review is held on a day."""
    first, last = coach.reviews.week(day)
    marks = coach.marks.between(first, last)
    held = [each for each in commitments_on(coach, day) if each.state != "coming"]
    with_marks = ((each, marks.get(each.commitment.id, {})) for each in held)
    entries = sum(1 for _ in coach.journal.entries(Filter(first, last)))
    lately = coach.reviews.lately(day)
    past = lately[0] if lately else None
    return Week(
        first=first,
        last=last,
        energy=_energies(coach, first, last),
        commitments=tuple(
            (each, tuple(mark for _, mark in sorted(of_week.items())))
            for each, of_week in with_marks
            if of_week or each.state in {"held", "paused"}
        ),
        entries=entries,
        signals=coach.signals.parked(first, last),
        before=numbers_before(coach, day),
        plans=past.plans if past and past.last >= first - _WEEK else (),
        sure=past.confidence if past and past.last >= first - _WEEK else None,
        days=_days(coach, first, last),
        days_before=_days(coach, first - _WEEK, last - _WEEK),
        energy_before=_energies(coach, first - _WEEK, last - _WEEK),
        kept_before=_kept(
            mark
            for of_one in coach.marks.between(first - _WEEK, last - _WEEK).values()
            for mark in of_one.values()
        ),
    )


def _energies(coach: Coach, first: date, last: date) -> tuple[int, ...]:
    days = sorted(coach.checkins.between(first, last).items())
    return tuple(each.energy for _, each in days if each.energy and not each.unusual)


def _days(coach: Coach, first: date, last: date) -> tuple[int | None, ...]:
    return tuple(energy_of(coach.checkins.between(first, last), last, (last - first).days + 1))


def _kept(marks: Iterable[Mark]) -> tuple[int, int]:
    told = [each.result for each in marks if each.result != "pass"]
    return told.count("kept"), len(told)


def numbers_before(coach: Coach, day: date) -> Reflection | None:
    """The latest review that told both numbers which the frame of a day has."""
    since = [coach.frames.part_since(name, day) for name in NUMBERS]
    return coach.reviews.with_numbers(day, max((each for each in since if each), default=None))


def facts(week: Week) -> list[str]:
    """The facts in words, one a line."""
    lines = list(_pictures(week))
    if week.energy and not week.energy_before:
        middle = f"{fmean(week.energy):.1f}"
        lines.append(filled(words.weekly.energy_said, count=counted(len(week.energy), "day"), mean=middle))
    lines += [
        mark_line(each, marks)
        for each, marks in week.commitments
        if marks or each.times or due_days(each.commitment, week.first, week.last)
    ]
    lines.append(
        filled(
            words.reflect.says.written_parked,
            count=counted(week.entries, "entry"),
            count_2=counted(week.signals, "signal"),
        )
    )
    return lines


def _pictures(week: Week) -> Iterator[str]:
    """This week beside the last, where both say something."""
    said = words.weekly
    if week.energy and week.energy_before:
        drawn = ["".join(SIGNS[level or 0] for level in each) for each in (week.days, week.days_before)]
        means = [f"{fmean(each):.1f}" for each in (week.energy, week.energy_before)]
        yield filled(said.energy_beside, now=drawn[0], mean=means[0], before=drawn[1], mean_before=means[1])
    if week.sure is not None and week.kept[1]:
        yield filled(
            said.confidence.facts,
            sure=step_of(week.sure), steps=STEPS, kept=week.kept[0], of=week.kept[1],
        )  # fmt: skip
    if week.kept[1] and week.kept_before[1]:
        (kept, of), (kept_before, of_before) = week.kept, week.kept_before
        drawn_kept = "".join(bar(kept / of, _WIDE))
        yield filled(
            said.kept_beside, bar=drawn_kept, kept=kept, of=of, before=kept_before, of_before=of_before
        )


def mark_line(each: Progress, marks: tuple[Mark, ...]) -> str:
    """How one commitment went in the week, with the reasons, and how often nothing was said."""
    if not marks:
        return filled(words.reflect.says.no_mark, said=each.commitment.text)
    reasons = [
        f"{say_day(mark.day, mark.day)[:3]} {words.marks.reason[mark.reason]}"
        for mark in marks
        if mark.reason
    ][:_SHOWN_REASONS]
    return f"{each.commitment.text}: {results(marks)}{' (' + ', '.join(reasons) + ')' if reasons else ''}."


def last_numbers(before: Reflection) -> str:
    """The two numbers of the last time."""
    said = ", ".join(as_typed(each) for each in (before.flow, before.outcome) if each is not None)
    return f"{words.weekly.last_time} {said}"
