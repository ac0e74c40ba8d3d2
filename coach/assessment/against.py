"""What an answer says and the records of the same days do not: a question, no correction."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.facts import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coach.app import Coach
    from coach.assessment.records import Assessment

_DAYS = timedelta(days=13)
_FEW, _MANY = 0.6, 0.8
_LOW, _HIGH = 2.5, 3.5


def against(coach: Coach, assessment: Assessment) -> Iterator[str]:
    """Delivery beside what was kept, spirits beside energy."""
    last = coach.days.of(assessment.at)
    yield from _delivery(coach, assessment, last - _DAYS, last)
    yield from _morale(coach, assessment, last - _DAYS, last)


def _delivery(coach: Coach, assessment: Assessment, first: date, last: date) -> Iterator[str]:
    said = assessment.diagnostics.get("delivery")
    marks = [mark for of_one in coach.marks.between(first, last).values() for mark in of_one.values()]
    told = [mark for mark in marks if mark.result != "pass"]
    if said not in {"yes", "no"} or len(told) < ENOUGH:
        return
    kept = sum(mark.result == "kept" for mark in told)
    if (said == "yes") != (kept / len(told) >= (_FEW if said == "yes" else _MANY)):
        text = words.assess.against[f"delivery_{said}"]
        yield filled(text, kept=kept, of=counted(len(told), "mark"))


def _morale(coach: Coach, assessment: Assessment, first: date, last: date) -> Iterator[str]:
    said = assessment.diagnostics.get("morale")
    known = coach.checkins.between(first, last)
    felt = [each.energy for each in known.values() if each.energy and not each.unusual]
    if said not in {"yes", "no"} or len(felt) < ENOUGH:
        return
    mean = fmean(felt)
    if (said == "yes" and mean < _LOW) or (said == "no" and mean > _HIGH):
        yield filled(
            words.assess.against[f"morale_{said}"], mean=f"{mean:.1f}", count=counted(len(felt), "day")
        )
