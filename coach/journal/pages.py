"""The journal as one turns its pages: days, their check-ins, what was written on them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.checkins import by_day
from coach.checkin.records import Checkin
from coach.core.record import day_about
from coach.find import EVERYTHING, Filter, newest_first
from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from coach.app import Coach
    from coach.commitments.records import Mark
    from coach.store.store import Store


class DayRow(NamedTuple):
    """A day, with its check-in if there is one."""

    day: date
    checkin: Checkin | None


def month_rows(store: Store, month: str, ends: time) -> list[DayRow | Entry]:
    """A month's entries under their days, the newest first."""
    checkins = by_day(store.read(month, Checkin))
    rows: list[DayRow | Entry] = []
    last: date | None = None
    for entry in newest_first(store.read(month, Entry), EVERYTHING, ends):
        day = day_about(entry, ends)
        while checkins and (newest := max(checkins)) > day:
            rows.append(DayRow(newest, checkins.pop(newest)))
        if day != last:
            rows.append(DayRow(day, checkins.pop(day, None)))
            last = day
        rows.append(entry)
    rows += [DayRow(day, checkins[day]) for day in sorted(checkins, reverse=True)]
    return rows


class DayPage(NamedTuple):
    """All of a day."""

    day: date
    checkin: Checkin | None
    marks: tuple[tuple[str, Mark], ...]
    """Each with what it is of."""
    entries: tuple[Entry, ...]
    """In the order of the day."""
    before: Entry | None
    """From this day a year before."""


def day_page(coach: Coach, day: date, entries: Sequence[Entry]) -> DayPage:
    """Everything that was said of a day, beside what was written on it."""
    names = {each.id: each.text for each in coach.commitments.all()}
    marks = coach.marks.between(day, day)
    said = ((names[each], mark) for each, found in marks.items() for mark in found.values() if each in names)
    try:
        then = day.replace(year=day.year - 1)
    except ValueError:
        then = day - timedelta(days=366)
    before = next(iter(coach.journal.entries(Filter(since=then, until=then))), None)
    return DayPage(day, coach.checkins.of(day), tuple(said), tuple(entries), before)


def after(rows: Sequence[DayRow | Entry], further: list[DayRow | Entry]) -> list[DayRow | Entry]:
    """The further rows; a night that reaches into the next month has its heading once."""
    first = further[0] if further else None
    last = next((row.day for row in reversed(rows) if isinstance(row, DayRow)), None)
    return further[1:] if isinstance(first, DayRow) and first.day == last else further
