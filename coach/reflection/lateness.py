"""L16: how late things are, beside how sure one is: what is late while one is sure is looked at by nobody."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.overview import commitments_on
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.deciding.clock import until
from coach.reflection.sure import STEPS, step_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Mark
    from coach.reflection.records import Reflection

_SURE = 4
_WEEK = timedelta(weeks=1)
_MOMENT = timedelta(seconds=1)
"""The end of a day is the first moment of the next."""


class Late(NamedTuple):
    """What was promised for a day that has passed."""

    tasks: list[int]
    """Days since each was due."""
    decisions: list[int]

    @property
    def days(self) -> list[int]:
        """Since each was due."""
        return [*self.tasks, *self.decisions]


def late(coach: Coach, day: date) -> Late:
    """What a day finds late."""
    held = (each.commitment for each in commitments_on(coach, day) if each.state == "held")
    due = [(each, each.due) for each in held if each.due and each.due < day]
    marks = coach.marks.between(min((each.starts for each, _ in due), default=day), day)
    tasks = [(day - last).days for each, last in due if not _is_told(marks.get(each.id, {}), last)]
    opened = [each for each in coach.decisions.active() if each.is_open]
    times = (until(each, coach.clock, coach.settings.day_ends) for each in opened)
    decisions = [(day - coach.days.of(each - _MOMENT)).days for each in times if each]
    return Late(tasks, [each for each in decisions if each > 0])


def _is_told(marks: Mapping[date, Mark], last: date) -> bool:
    """Whether it was done, or something was said of it since its day."""
    return any(at >= last or mark.result == "kept" for at, mark in marks.items())


def late_lines(coach: Coach, last: date, lately: Sequence[Reflection]) -> Iterator[str]:
    """How late things are; and what it means when one was sure all the same."""
    found, said = late(coach, min(last, coach.today())), words.weekly.late
    if not found.days:
        return
    counts = [counted(len(found.tasks), "commitment"), counted(len(found.decisions), "decision")]
    told = [each for each, of in zip(counts, found, strict=True) if of]
    what = told[0] if len(told) == 1 else filled(said.both, first=told[0], second=told[1])
    yield filled(said.now, what=what, days=counted(round(fmean(found.days)), "day"))
    before = lately[0] if lately and lately[0].last >= last - _WEEK else None
    sure = step_of(before.confidence) if before else None
    if sure and sure >= _SURE:
        yield filled(said.sure, sure=sure, of=STEPS)
