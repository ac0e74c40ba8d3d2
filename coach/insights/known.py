"""What rules look at, read once: whole weeks up to a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.core.days import day_of
from coach.find import Filter
from coach.findings import QUARTER, Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.app import Coach
    from coach.checkin.records import Checkin
    from coach.commitments.progress import Progress

YEAR = 52
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def known(
    coach: Coach, day: date, held: Sequence[Progress], last: date | None = None, weeks: int = QUARTER
) -> Known:
    """Everything said of so many weeks up to a day, or of as many as there are."""
    last = last or day
    first = last + _DAY - weeks * _WEEK
    checkins = coach.checkins.between(first, day)
    marks = coach.marks.between(first, day)
    began = min((*checkins, *(at for of_one in marks.values() for at in of_one)), default=last)
    first += max((began - first).days // 7, 0) * _WEEK  # weeks in which nothing was said yet say nothing
    unusual = frozenset(each for each, checkin in checkins.items() if checkin.unusual)
    usual = {each: checkin for each, checkin in sorted(checkins.items()) if each not in unusual}
    return Known(
        days=coach.days,
        first=min(first, last),
        last=last,
        day=day,
        checkins=usual,
        tags=_tags(coach, first, day, usual),
        marks={
            commitment: {
                at: mark for at, mark in of_one.items() if at not in unusual and mark.reason != "unusual"
            }
            for commitment, of_one in marks.items()
        },
        held=tuple(held),
        unusual=unusual,
    )


def _tags(coach: Coach, first: date, last: date, checkins: dict[date, Checkin]) -> dict[str, frozenset[date]]:
    """On which days a tag stands, in its commonest spelling: in a check-in or in an entry."""
    ends = coach.settings.day_ends
    said = [(day, tag) for day, each in checkins.items() for tag in each.labels]
    for entry in coach.journal.entries(Filter(first, last)):
        if entry.tags:
            day = day_of(entry.at, ends)
            said += ((day, tag) for tag in entry.tags)
    spelled: dict[str, str] = {}
    days: dict[str, set[date]] = {}
    for day, tag in said:
        name = spelled.setdefault(tag.casefold(), tag)
        days.setdefault(name, set()).add(day)
    return {tag: frozenset(each) for tag, each in days.items()}
