"""Coming back after days away: they are noticed once, and rest or count as they are, as the person says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.records import Reply
from coach.core.days import day_of
from coach.core.stamp import happened
from coach.core.texts import words
from coach.pauses.pauses import resting
from coach.store.history import STANDING

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import time

    from coach.app import Coach
    from coach.pauses.records import Rest
    from coach.store.store import Store

DAYS = 7
"""So many days with nothing kept on them are days away."""
_STAYS = 7
"""So many days after coming back the question stays."""
_MONTHS = 12
_DAY = timedelta(days=1)


class Away(NamedTuple):
    """The days between, both ends included."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """What it is known by."""
        return f"away-{self.last}"


def away(coach: Coach, day: date, checked: Container[date]) -> Away | None:
    """The days away that nothing was said of yet. `checked` are the days with a check-in."""
    came = _came_back(day, checked)
    if came is None:
        return None
    last = _last_before(coach, came)
    found = Away(last + _DAY, came - _DAY) if last else None
    if found is None or (found.last - found.first).days + 1 < DAYS:
        return None
    if resting(coach.seasons.rests(), found.last):
        return None
    said = coach.store.read_since(came, Reply)
    return None if any(each.about == found.name for each in said) else found


def let_rest(coach: Coach, days: Away) -> Rest:
    """Nothing was due on them, and what would have ended ends that much later."""
    return coach.seasons.pause(days.last, first=days.first, because=words.today.away.because)


def leave(coach: Coach, days: Away) -> None:
    """They count as they are, and are not asked about any more."""
    with coach.store.change(words.today.away.left) as change:
        change.keep(Reply(**happened(coach.clock), about=days.name, said="later"))


def _came_back(day: date, checked: Container[date]) -> date | None:
    """The day of these last ones, today among them, before which there was no check-in for so long."""
    for back in range(_STAYS):
        came = day - back * _DAY
        if back and came not in checked:
            continue
        if not any(came - each * _DAY in checked for each in range(1, DAYS + 1)):
            return came
    return None


def _last_before(coach: Coach, day: date) -> date | None:
    """The last day before on which anything was written or marked."""
    ends, store = coach.settings.day_ends, coach.store
    standing = _made_before(store, STANDING, day, ends)
    for month in islice(store.months(), _MONTHS):
        if before := _made_before(store, month, day, ends):
            return max([*before, *standing])
    return None


def _made_before(store: Store, place: str, day: date, ends: time) -> list[date]:
    """On which days before it something there was made or changed."""
    moments = (
        fields[name]
        for kind in store.kinds_in(place)
        for fields in store.records(place, kind).values()
        for name in ("created", "updated")
        if fields.get(name)
    )
    days = (day_of(datetime.fromisoformat(each), ends) for each in moments)
    return [each for each in days if each < day]
