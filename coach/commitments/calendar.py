"""The days of a commitment, each with what became of it, and how often it was kept in any stretch of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from coach.commitments.amount import goal_of, of_mark
from coach.commitments.recurrence import period
from coach.core.record import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coach.commitments.records import Commitment, Mark, Result
    from coach.commitments.recurrence import Rule

Cell: TypeAlias = Literal["kept", "partly", "missed", "pass", "open", "due", "ahead"]
"""What became of a day; or that it was due and nothing was said, asks today, or comes."""
_DAY = timedelta(days=1)


class Rate(NamedTuple):
    """So many of so many."""

    kept: int
    of: int


class Calendar(NamedTuple):
    """The days that had, have or will have something to say."""

    cells: Mapping[date, Cell]
    unusual: frozenset[date]
    """Days of marks that count for nothing."""
    rule: Rule | None
    starts: date
    """Since when it is as it is: an earlier rhythm asked for something else."""
    last: date
    """The last day it asked for something, so far."""
    day: date
    rested: frozenset[date] = frozenset()
    amounts: Mapping[date, float] = NOTHING
    """How much was done on each day, where it has a goal."""

    def total(self, first: date, last: date) -> float:
        """How much was done in a stretch of days."""
        return sum(number for at, number in self.amounts.items() if first <= at <= last)

    def rate(self, first: date, last: date) -> Rate:
        """How often it was kept of how often it was to be. A pass asks for nothing, nor does what comes."""
        first, last = max(first, self.starts), min(last, self.day)
        if self.rule and self.rule.times:
            return self._of_times(self.rule, first, last)
        said = [
            cell
            for at, cell in self.cells.items()
            if first <= at <= last and cell not in {"pass", "due", "ahead"} and at not in self.unusual
        ]
        return Rate(said.count("kept"), len(said))

    def _of_times(self, rule: Rule, first: date, last: date) -> Rate:
        """Week by week, or month by month. One that is cut, rested in or runs asks for what was done."""
        kept = of = 0
        begins, ends = period(rule, first)
        while begins <= last:
            days = [begins + each * _DAY for each in range((ends - begins).days + 1)]
            done = min(sum(self.cells.get(day) == "kept" for day in days if first <= day <= last), rule.times)
            is_whole = begins >= first and ends <= min(last, self.last) and ends < self.day
            kept += done
            of += rule.times if is_whole and self.rested.isdisjoint(days) else done
            begins, ends = period(rule, ends + _DAY)
        return Rate(kept, of)


def calendar(
    commitment: Commitment,
    marks: Mapping[date, Mark],
    due: Iterable[date],
    day: date,
    last: date,
    *,
    rule: Rule | None,
    is_asking: bool,
    rested: Iterable[date] = (),
) -> Calendar:
    """From its marks and the days it is due, those ahead included. What is due once is over with its mark."""
    if commitment.due and marks:
        due = ()
    cells: dict[date, Cell] = {at: "open" if at < day else "ahead" for at in due if at != day}
    if is_asking:
        cells[day] = "due"
    result: Result
    for at, mark in marks.items():
        result = mark.result
        cells[at] = result
    unusual = frozenset(at for at, mark in marks.items() if mark.reason == "unusual")
    starts = commitment.since or commitment.starts
    goal = goal_of(commitment)
    amounts = {at: of_mark(mark, goal) for at, mark in marks.items()} if goal else NOTHING
    return Calendar(dict(sorted(cells.items())), unusual, rule, starts, last, day, frozenset(rested), amounts)
