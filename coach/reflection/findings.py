"""What looks back and reviews say beside the records: the two numbers, and what was named and was not so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.chance import of_slope
from coach.core.counting import counted
from coach.core.texts import words
from coach.findings import QUARTER, Bar, Finding, part
from coach.frame.frames import NUMBERS
from coach.reflection.records import Reflection
from coach.reflection.speaking import ROLES, named_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.findings import Known
    from coach.reflection.speaking import Otherwise

_WEEKS, _THRICE = 6, 3
"""So many numbers at least; never one week's wiggle."""


def rules(coach: Coach, known: Known) -> Iterator[Finding]:
    """The two numbers of the frame, and each answer of the last month that names something."""
    yield from _numbers(coach, known)
    yield from _named(coach, known)


def now(coach: Coach, known: Known) -> Iterator[Finding]:
    """If-then lines whose moment never came."""
    first = known.day - QUARTER * timedelta(weeks=1)
    reviews = [
        each for each in coach.store.read_since(first, Reflection) if each.name == "weekly" and each.came
    ]
    told = [
        (each, name) for each in reviews if first <= each.last <= known.day for name in each.came.values()
    ]
    never = [each for each, name in told if name == "never"]
    if len(never) < _THRICE:
        return
    yield Finding(
        kind="plans",
        about=str(never[-1].last),
        subject=words.findings.kind.plans,
        first=min(each.last for each in never),
        last=known.day,
        n=len(told),
        effect=len(never) / len(told),
        chance=None,
        is_clear=3 * len(never) >= len(told),
        numbers={"count": len(never), "of": len(told)},
        bars=(part(words.plans.came.never, len(never), len(told)),),
        ids=tuple(dict.fromkeys(each.id for each in never)),
    )


def _numbers(coach: Coach, known: Known) -> Iterator[Finding]:
    reviews = [
        each
        for each in coach.store.read_since(known.first, Reflection)
        if each.name == "weekly" and known.first <= each.last <= known.last
    ]
    reviews.sort(key=lambda each: each.last)
    frame = coach.frames.on(known.last)
    for name in NUMBERS:
        since = coach.frames.part_since(name, known.last)
        told = [each for each in reviews if getattr(each, name) is not None]
        told = [each for each in told if since is None or each.last >= since]
        for first in known.spans():
            own = [each for each in told if each.last >= first]
            if len(own) >= _WEEKS:
                yield _number(name, getattr(frame, name, "") or words.season.page[name], own)


def _number(name: str, called: str, told: list[Reflection]) -> Finding:
    series = [float(getattr(each, name)) for each in told]
    third = max(len(series) // 3, 2)
    began, ends = sum(series[:third]) / third, sum(series[-third:]) / third
    most = max(*map(abs, series), 1e-9)
    return Finding(
        kind="number_up" if ends > began else "number_down",
        about=name,
        subject=called,
        first=told[0].last,
        last=told[-1].last,
        n=len(series),
        effect=(ends - began) / most,
        chance=of_slope(series),
        is_clear=began != ends,
        numbers={
            "name": called,
            "began": f"{began:.3g}",
            "ends": f"{ends:.3g}",
            "count": counted(len(series), "review"),
        },
        bars=(
            Bar(words.findings.then, abs(began) / most, f"{began:.3g}"),
            Bar(words.findings.now, abs(ends) / most, f"{ends:.3g}"),
        ),
        ids=tuple(each.id for each in told),
    )


def _named(coach: Coach, known: Known) -> Iterator[Finding]:
    """An answer names one thing, and the check-ins of its month another."""
    first = next(known.spans())
    months = [each for each in coach.store.read_since(first, Reflection) if each.name == "monthly"]
    months = [each for each in months if first <= each.last <= known.last]
    if not months:
        return
    month = max(months, key=lambda each: (each.last, each.id))
    days = [each for day, each in known.checkins.items() if month.first <= day <= month.last]
    for question, role in ROLES.items():
        found = named_otherwise(month.answers.get(question, ""), role, days, known.tags)
        if found:
            yield _said(month, role, found)


def _said(month: Reflection, role: str, found: Otherwise) -> Finding:
    return Finding(
        kind=f"said_{role}",
        about=f"{month.last} {found.named}",
        subject=found.named,
        first=month.first,
        last=month.last,
        n=found.of,
        effect=(found.times - found.own) / found.of,
        chance=None,
        is_clear=found.is_clear,
        numbers=found._asdict() | {"count": found.times},
        bars=(
            part(found.other, found.times, found.of),
            part(found.named, found.own, found.of),
        ),
        ids=(month.id, *found.ids),
    )
