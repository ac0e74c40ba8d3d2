"""Patterns: what holds in both halves of a period, each with one record that speaks against it."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from statistics import fmean, variance
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.records import MOSTLY
from coach.core.counting import counted
from coach.core.days import WEEKDAYS
from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.facts import ENOUGH, Fact, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.checkin.records import Checkin
    from coach.commitments.records import Mark
    from coach.reflection.lived import Lived

MOST = 3
"""So many at a time, and no more."""
_LEAST = 0.5
"""Half a point of energy; less is the weather."""
_A_HALF = ENOUGH // 2
"""At least so many days with it, and without it, in each half."""
_CLEAR = 2.5
"""How many standard errors apart: of the dozens that are tried, hardly one is that far by chance."""
_NAME_WIDTH = 50
_TAGS = 4


class Contrast(NamedTuple):
    """Energy on some days against that of the others."""

    with_it: float
    without: float
    first: float
    """How far they are apart in the first half of the period."""
    second: float
    n: int
    of: int

    @property
    def weight(self) -> float:
        """How much it says: the weaker half, and on how many days."""
        return min(abs(self.first), abs(self.second)) * sqrt(self.n)


def contrast(lived: Lived, days: Sequence[Checkin]) -> Contrast | None:
    """How far these days differ, if they differ the same way in both halves."""
    felt, chosen = lived.felt, {each.id for each in days}
    if len(felt) < ENOUGH:
        return None
    apart = []
    for half in lived.halves:
        inside = [each.energy or 0 for each in half if each.id in chosen]
        outside = [each.energy or 0 for each in half if each.id not in chosen]
        if min(len(inside), len(outside)) < _A_HALF:
            return None
        apart.append(fmean(inside) - fmean(outside))
    if min(map(abs, apart)) < _LEAST or apart[0] * apart[1] < 0:
        return None
    inside = [each.energy or 0 for each in felt if each.id in chosen]
    outside = [each.energy or 0 for each in felt if each.id not in chosen]
    if not _is_clear(inside, outside):
        return None
    return Contrast(fmean(inside), fmean(outside), apart[0], apart[1], len(inside), len(felt))


def _is_clear(inside: Sequence[int], outside: Sequence[int]) -> bool:
    """Whether two groups of days are further apart than their own ups and downs explain."""
    error = sqrt(variance(inside) / len(inside) + variance(outside) / len(outside))
    return abs(fmean(inside) - fmean(outside)) >= _CLEAR * error


def tags(lived: Lived, role: str) -> list[Fact]:
    """What gave or took energy, and how often. Its effect is told only where it holds in both halves."""
    usual = lived.usual
    count = Counter(tag for each in usual if (tag := getattr(each, role)))
    found = []
    for tag, times in count.most_common(_TAGS):
        records = [each for each in usual if getattr(each, role) == tag]
        effect = contrast(lived, [each for each in lived.felt if getattr(each, role) == tag])
        if effect and (effect.with_it > effect.without) == (role == "gave"):
            numbers = {"mean": f"{effect.with_it:.1f}", "others": f"{effect.without:.1f}", "of": effect.of}
            found.append(fact(f"{role}_effect", records, tag=tag, count=counted(times, "day"), **numbers))
        else:
            found.append(fact(role, records, tag=tag, count=counted(times, "day")))
    return found


def findings(lived: Lived) -> list[Fact]:
    """The strongest, at most three; that there is none, or too little to go on, is said."""
    if len(lived.felt) < ENOUGH:
        return [fact("patterns_little", lived.felt, count=counted(len(lived.felt), "day"))]
    found = sorted(_all(lived), key=lambda each: -each[0])
    return [each for _, each in found[:MOST]] or [fact("patterns_none", lived.felt)]


def _all(lived: Lived) -> Iterator[tuple[float, Fact]]:
    for role in ("gave", "took"):
        for tag in sorted({tag for each in lived.felt if (tag := getattr(each, role))}):
            yield from _of_days(lived, [x for x in lived.felt if getattr(x, role) == tag], role, tag=tag)
    for kind in MOSTLY:
        days = [each for each in lived.felt if each.mostly == kind]
        yield from _of_days(lived, days, "mostly", kind=words.checkin.mostly[kind])
    for number, weekday in enumerate(WEEKDAYS):
        days = [each for each in lived.felt if each.day.weekday() == number]
        yield from _of_days(lived, days, "weekday", weekday=weekday.capitalize())
    yield from _of_reasons(lived)


def _of_days(lived: Lived, days: list[Checkin], kind: str, /, **values: str) -> Iterator[tuple[float, Fact]]:
    """Energy on days that have something in common."""
    found = contrast(lived, days)
    if found is None:
        return
    against = _against(lived, days, found)
    numbers = {
        "mean": f"{found.with_it:.1f}",
        "others": f"{found.without:.1f}",
        "n": str(found.n),
        "rest": str(found.of - found.n),
        "first": f"{found.first:+.1f}",
        "second": f"{found.second:+.1f}",
    }
    told = fact(f"pattern_{kind}", days, **values, **numbers)
    yield found.weight, told._replace(against=against)


def _against(lived: Lived, days: list[Checkin], found: Contrast) -> Fact | None:
    """A day with it that was like the others; else one without it that was as if it had been there."""
    sign = 1 if found.with_it > found.without else -1
    least = min(days, key=lambda each: (each.energy or 0) * sign)
    if ((least.energy or 0) - found.without) * sign <= 0:
        return fact("against_day", [least], day=lived.days.say(least.day), energy=least.energy)
    chosen = {each.id for each in days}
    others = [each for each in lived.felt if each.id not in chosen]
    most = max(others, key=lambda each: (each.energy or 0) * sign)
    if ((most.energy or 0) - found.with_it) * sign < 0:
        return None
    return fact("against_other", [most], day=lived.days.say(most.day), energy=most.energy)


def _of_reasons(lived: Lived) -> Iterator[tuple[float, Fact]]:
    """One reason behind misses of a commitment in both halves."""
    for commitment, each in lived.commitments.items():
        marks = lived.told_marks(commitment)
        for reason, count in Counter(mark.reason for mark in marks if mark.reason).items():
            own = [mark for mark in marks if mark.reason == reason]
            early = sum(mark.day <= lived.middle for mark in own)
            if min(early, count - early) < _A_HALF or len(marks) < ENOUGH or reason is None:
                continue
            said = words.marks.reason[reason]
            name = first_line(each.text, _NAME_WIDTH)
            told = fact(
                "pattern_reason", own, n=len(marks), reason=said, name=name, count=count, of=len(marks)
            )
            yield count / len(marks) * sqrt(count), told._replace(against=_kept_once(marks, lived))


def _kept_once(marks: Sequence[Mark], lived: Lived) -> Fact | None:
    kept = [mark for mark in marks if mark.result == "kept"]
    return fact("against_mark", kept[-1:], day=lived.days.say(kept[-1].day)) if kept else None
