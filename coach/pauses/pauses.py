"""L15: exceptions with an expiry. Days of rest cost nothing: what they cover is not due, and what would have
ended ends that much later."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.pauses.records import Rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.core.days import Clock
    from coach.pauses.records import Exempt
    from coach.store.transaction import Transaction

LONGEST = timedelta(weeks=26)
_DAY = timedelta(days=1)


def covers(rest: Rest, day: date, commitment: str | None = None) -> bool:
    """Whether everything, or this commitment, rests on a day."""
    return rest.first <= day <= rest.until and rest.what == "pause" and rest.commitment in {None, commitment}


def resting(rests: Iterable[Rest], day: date, commitment: str | None = None) -> Rest | None:
    """What gives rest on a day; of several, the one that lasts longest."""
    found = [each for each in rests if covers(each, day, commitment)]
    return max(found, key=lambda each: each.until, default=None)


def rested(rests: Sequence[Rest], first: date, last: date, commitment: str | None = None) -> int:
    """How many of these days were days of rest."""
    days: set[date] = set()
    for each in rests:
        if each.what == "pause" and each.commitment in {None, commitment}:
            day, end = max(first, each.first), min(last, each.until)
            while day <= end:
                days.add(day)
                day += _DAY
    return len(days)


def shifted(planned: date, since: date, rests: Sequence[Rest], commitment: str | None = None) -> date:
    """When something ends that was agreed on `since`, with the days of rest that came upon it."""
    end = planned
    while (moved := planned + timedelta(days=rested(rests, since, end, commitment))) != end:
        end = moved
    return end


def unshifted(end: date, since: date, rests: Sequence[Rest], commitment: str | None = None) -> date:
    """The day to keep, so that `shifted` gives this one."""
    return end - timedelta(days=rested(rests, since, end, commitment))


def end_now(
    change: Transaction, rests: Iterable[Rest], today: date, now: datetime, commitment: str | None = None
) -> None:
    """The pause of everything, or of this commitment, ends with yesterday; one of today alone, or one that
    is yet to come, never was."""
    own = [each for each in rests if each.what == "pause" and each.commitment == commitment]
    running = [each for each in own if each.first <= today <= each.until]
    found = running or [each for each in own if each.first > today]
    if not found:
        raise UsageError(words.season.error.there_is_no_pause_to_end)
    for each in found:
        if each.first >= today:
            change.remove(Rest.kind, each.id)
        else:
            ended = each.but(until=today - _DAY, updated=now)
            change.put(Rest.kind, each.id, ended.fields())


def new_rest(
    clock: Clock,
    what: Exempt,
    first: date,
    until: date,
    *,
    commitment: str | None = None,
    because: str = "",
) -> Rest:
    """An exception. One that ends before it begins, or hardly ever ends, is refused."""
    today = clock.now().date()
    if until < first:
        raise UsageError(filled(words.season.error.it_would_end_on_before_it, day=say_day(until, today)))
    if until - first > LONGEST:
        raise UsageError(
            filled(words.season.error.is_more_than_half_a_year, day=say_day(until, today)),
            do=words.season.error.take_a_nearer_day,
        )
    return Rest(
        **made(clock),
        what=what,
        first=first,
        until=until,
        commitment=commitment,
        because=" ".join(because.split()),
    )
