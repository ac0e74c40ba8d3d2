"""M3: how much of the days went into direction, beside what such a situation usually asks for. No verdict."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.facts import ENOUGH, Fact, fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.checkin.records import Checkin, OnDirection
    from coach.diagnosis.diagnosis import Usual
    from coach.frame.records import Frame

OF_THE_DAY: dict[OnDirection, int] = {"none": 0, "hour": 12, "half": 50, "most": 80}
"""What an answer counts as, of a hundred: an hour is one of eight."""


class Blend(NamedTuple):
    """How much of the days that say so went into direction, of a hundred."""

    percent: int
    days: list[Checkin]


def actual(checkins: Sequence[Checkin]) -> Blend | None:
    """What a day was mostly is no share of it: only the days count that say how much went into direction."""
    told = [each for each in checkins if each.direction]
    if len(told) < ENOUGH:
        return None
    return Blend(round(fmean(OF_THE_DAY[each.direction] for each in told if each.direction)), told)


def beside(checkins: Sequence[Checkin], frame: Frame | None, known: Usual | None) -> list[Fact]:
    """What is usual and what was."""
    found = []
    if frame and known:
        name = "expected_crisis" if known.is_crisis else "expected"
        found.append(fact(name, [frame], context=known.said, leading=known.leading))
        if known.pace and not known.is_crisis:
            found.append(fact(f"pace_{known.pace}", [frame]))
    share = actual(checkins)
    if share:
        found.append(fact("actual_days", share.days, share=share.percent, of=len(share.days)))
    else:
        told = [each for each in checkins if each.direction]
        found.append(fact("actual_little", told, of=len(told), needed=ENOUGH))
    return found
