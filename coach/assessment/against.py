"""What an answer says and the records of the same days do not: a question, no correction."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.facts import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from coach.app import Coach
    from coach.assessment.records import Assessment

_DAYS = timedelta(days=13)
_FEW, _MANY = 0.6, 0.8
_LOW, _HIGH = 2.5, 3.5


def against(coach: Coach, assessment: Assessment) -> Iterator[tuple[str, str]]:
    """By question: what the records of the same days say otherwise."""
    last = coach.days.of(assessment.at)
    for name, said in assessment.diagnostics.items():
        if told := against_answer(coach, name, said, last):
            yield name, told


def against_answer(coach: Coach, name: str, said: str, last: date) -> str:
    """Delivery beside what was kept, spirits beside energy; nothing where they agree, or are too few."""
    rule = _RULES.get(name)
    return rule(coach, said, last - _DAYS, last) if rule and said in {"yes", "no"} else ""


def _delivery(coach: Coach, said: str, first: date, last: date) -> str:
    marks = [mark for of_one in coach.marks.between(first, last).values() for mark in of_one.values()]
    told = [mark for mark in marks if mark.result != "pass"]
    if len(told) < ENOUGH:
        return ""
    kept = sum(mark.result == "kept" for mark in told)
    if (said == "yes") == (kept / len(told) >= (_FEW if said == "yes" else _MANY)):
        return ""
    return filled(words.assess.against[f"delivery_{said}"], kept=kept, of=counted(len(told), "mark"))


def _morale(coach: Coach, said: str, first: date, last: date) -> str:
    known = coach.checkins.between(first, last)
    felt = [each.energy for each in known.values() if each.energy and not each.unusual]
    if len(felt) < ENOUGH:
        return ""
    mean = fmean(felt)
    if not (mean < _LOW if said == "yes" else mean > _HIGH):
        return ""
    numbers = {"mean": f"{mean:.1f}", "count": counted(len(felt), "day")}
    return filled(words.assess.against[f"morale_{said}"], **numbers)


_RULES: dict[str, Callable[[Coach, str, date, date], str]] = {"delivery": _delivery, "morale": _morale}
