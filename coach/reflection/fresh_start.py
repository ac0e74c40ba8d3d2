"""S13: the moment to begin anew: execution works and energy or meaning has gone, or the direction is talked
about elsewhere."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.facts import ENOUGH, Fact
from coach.reflection.emphasis import WELL, kept, named
from coach.reflection.lived import Lived

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach

WEEKS = 12
_DAY = timedelta(days=1)
_A_YEAR = timedelta(weeks=52)
_FALL = 0.5
_MEANING, _OFTEN, _ROSE = "OM4", 3, 2
_ELSEWHERE = 5
"""So many entries about leading in twelve weeks, and not one signal."""


def fresh_start(coach: Coach, day: date) -> Fact | None:
    """What speaks for it, from twelve weeks; often nothing, and then little of them is read."""
    lived = Lived(coach, day - timedelta(weeks=WEEKS) + _DAY, day)
    return _works_without(coach, lived) or _elsewhere(lived)


def _works_without(coach: Coach, lived: Lived) -> Fact | None:
    """Much is kept while energy is lower than in the same weeks a year before, or the why has gone."""
    share = kept(lived)
    if share is None or share[0].percent < WELL * 100:
        return None
    return _less_energy(coach, lived, share[0].percent) or _less_meaning(coach, lived, share[0].percent)


def _less_energy(coach: Coach, lived: Lived, percent: int) -> Fact | None:
    first, last = (day - _A_YEAR for day in (lived.first, lived.last))
    then = [each for each in coach.checkins.between(first, last).values() if each.mean and not each.unusual]
    if min(len(lived.felt), len(then)) < ENOUGH:
        return None
    before, now = (fmean(each.mean or 0 for each in days) for days in (then, lived.felt))
    if before - now < _FALL:
        return None
    return named("replant", [*then, *lived.felt], kept=percent, before=f"{before:.1f}", after=f"{now:.1f}")


def _less_meaning(coach: Coach, lived: Lived, percent: int) -> Fact | None:
    full = [each for each in coach.assessments.since(lived.first - _A_YEAR) if each.name == "full"]
    told = [each for each in full if _MEANING in each.answers]
    if not told or lived.days.of(told[-1].at) < lived.first:
        return None
    now, before = told[-1].answers[_MEANING], told[-2].answers[_MEANING] if len(told) > 1 else None
    rose = before is None or now - before >= _ROSE
    return named("replant_meaning", told[-2:], kept=percent) if now >= _OFTEN and rose else None


def _elsewhere(lived: Lived) -> Fact | None:
    """The direction is written about, and nothing of it is parked for the window."""
    if lived.signals or lived.windows:
        return None
    leads = lived.led()
    if len(leads) < _ELSEWHERE:
        return None
    return named("replant_outside", leads, count=len(leads), weeks=WEEKS)
