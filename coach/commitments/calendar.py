"""The days of a commitment, each with what became of it, and how often it was kept in any stretch of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from coach.commitments.recurrence import period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coach.commitments.records import Mark, Result
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
    day: date

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
        """Week by week, or month by month; the one that runs asks for no more than was done in it."""
        kept = of = 0
        for begins, ends in _periods(rule, first, last):
            done = sum(
                self.cells.get(begins + each * _DAY) == "kept" for each in range((ends - begins).days + 1)
            )
            kept += min(done, rule.times)
            of += min(done, rule.times) if ends >= self.day else rule.times
        return Rate(kept, of)


def calendar(
    marks: Mapping[date, Mark],
    due: Iterable[date],
    rule: Rule | None,
    starts: date,
    day: date,
    *,
    is_asking: bool,
) -> Calendar:
    """From its marks and the days it is due, those ahead included."""
    cells: dict[date, Cell] = {at: "open" if at < day else "ahead" for at in due if at != day}
    if is_asking:
        cells[day] = "due"
    result: Result
    for at, mark in marks.items():
        result = mark.result
        cells[at] = result
    unusual = frozenset(at for at, mark in marks.items() if mark.reason == "unusual")
    return Calendar(dict(sorted(cells.items())), unusual, rule, starts, day)


def _periods(rule: Rule, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Those that begin inside."""
    begins, ends = period(rule, first)
    while begins <= last:
        if begins >= first:
            yield begins, ends
        begins, ends = period(rule, ends + _DAY)


def month_of(day: date, back: int = 0) -> tuple[date, date]:
    """The first and the last day of a month, or of one before it."""
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, 1), following - _DAY
