"""A year at a glance, and this day in other years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.checkins import by_day
from coach.checkin.records import Checkin
from coach.core.record import day_about
from coach.find import Filter
from coach.journal.records import Entry

if TYPE_CHECKING:
    from datetime import time

    from coach.journal.journal import Journal
    from coach.store.store import Store


class DayLook(NamedTuple):
    """How much was written on a day, and its energy."""

    entries: int = 0
    energy: int | None = None
    unusual: bool = False


NOTHING = DayLook()


def look_over(store: Store, year: int, ends: time) -> dict[date, DayLook]:
    """Every day of a year on which something was kept."""
    counts: dict[date, int] = {}
    said: list[Checkin] = []
    # The first night of the next year still belongs to this one.
    for month in (*(f"{year}-{number:02}" for number in range(1, 13)), f"{year + 1}-01"):
        for entry in store.read(month, Entry):
            day = day_about(entry, ends)
            counts[day] = counts.get(day, 0) + 1
        said += store.read(month, Checkin)
    checkins = by_day(said)
    return {
        day: DayLook(
            counts.get(day, 0),
            checkins[day].energy if day in checkins else None,
            day in checkins and checkins[day].unusual,
        )
        for day in counts.keys() | checkins.keys()
        if day.year == year
    }


def first_year(store: Store) -> int | None:
    """The year of the first thing kept."""
    months = store.months()
    return int(months[-1][:4]) if months else None


def same_day_before(journal: Journal, store: Store, day: date) -> list[Entry]:
    """What was written on this day in earlier years, the latest first. On 28 February also of the 29th."""
    found: list[Entry] = []
    first = first_year(store) or day.year
    for year in range(day.year - 1, first - 1, -1):
        try:
            then = day.replace(year=year)
        except ValueError:
            continue
        until = then + timedelta(days=1) if _is_before_a_leap_day(then, day) else then
        found += journal.entries(Filter(since=then, until=until))
    return found


def _is_before_a_leap_day(then: date, day: date) -> bool:
    """A 29 February that this year does not have is remembered on the 28th."""
    has_leap_day = (day + timedelta(days=1)).month == day.month
    return (then.month, then.day) == (2, 28) and (then + timedelta(days=1)).day == 29 and not has_leap_day  # noqa: PLR2004
