"""A week or a year in ten lines: what was lived, kept, tried and found."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.commitments.records import RESULTS
from coach.commitments.trial_facts import trial_facts
from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.scale import SIGNS
from coach.core.texts import filled, words
from coach.describe import on_one_line
from coach.insights.known import YEAR
from coach.insights.looking import look
from coach.reflection.lived import Lived, gather, numbers
from coach.reflection.plans import plans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.app import Coach
    from coach.commitments.records import Mark

LINES = 10
_WIDTH, _FEW = 100, 3
_DAY = timedelta(days=1)
_MONTH = 28


def week_digest(coach: Coach, day: date) -> list[str]:
    """The seven days up to a day."""
    lived = gather(coach, day - 6 * _DAY, day)
    lines = [_title(coach, lived), *_energy_of_days(lived), *_marks(lived), *_named(lived)]
    lines += [*_trials(coach, lived), *_numbers(lived), *_written(lived)]
    lines += [
        filled(words.digest.plan, line=plan.line, came=_came(plan.came))
        for plan in plans_of(coach.store, day + _DAY)
    ]
    return _cut(lines)


def year_digest(coach: Coach, day: date) -> list[str]:
    """The 52 weeks up to a day."""
    lived = gather(coach, day - (7 * YEAR - 1) * _DAY, day)
    lines = [_title(coach, lived), *_energy_of_months(lived), *_marks(lived), *_named(lived)]
    lines += [*_trials(coach, lived), *_numbers(lived), *_decided(coach, lived), *_written(lived)]
    room = max(LINES - len(lines), 1)
    return _cut([*lines, *(each.says for each in look(coach, day).found[:room])])


def _cut(lines: Sequence[str]) -> list[str]:
    return [first_line(each, _WIDTH) for each in lines[:LINES]]


def _title(coach: Coach, lived: Lived) -> str:
    first, last = (coach.days.say(each) for each in (lived.first, lived.last))
    return filled(words.digest.title, first=first, last=last)


def _energy_of_days(lived: Lived) -> Iterator[str]:
    if not lived.felt:
        return
    days = [lived.first + each * _DAY for each in range((lived.last - lived.first).days + 1)]
    said = {each.day: each.energy or 0 for each in lived.felt}
    signs = "".join(SIGNS[said[day]] if day in said else "·" for day in days)
    mean = f"{fmean(said.values()):.1f}"
    yield filled(words.digest.energy, signs=signs, mean=mean, count=counted(len(said), "day"))


def _energy_of_months(lived: Lived) -> Iterator[str]:
    felt = lived.felt
    if not felt:
        return
    months: list[list[int]] = [[] for _ in range(YEAR * 7 // _MONTH)]
    for each in felt:
        months[min((each.day - lived.first).days // _MONTH, len(months) - 1)].append(each.energy or 0)
    signs = "".join(SIGNS[round(fmean(each))] if each else "·" for each in months)
    mean = f"{fmean(each.energy or 0 for each in felt):.1f}"
    yield filled(words.digest.energy, signs=signs, mean=mean, count=counted(len(felt), "day"))


def _marks(lived: Lived) -> Iterator[str]:
    """All of it, then what went best and worst."""
    told = {name: lived.told_marks(name) for name in lived.commitments}
    every = [mark for marks in told.values() for mark in marks]
    if not every:
        return
    count = Counter(mark.result for mark in every)
    said = ", ".join(f"{count[name]} {words.marks.result[name]}" for name in RESULTS if count[name])
    yield filled(words.digest.marks, said=said)
    ranked = sorted((each for each in told.items() if len(each[1]) >= _FEW), key=lambda each: _rate(each[1]))
    if len(ranked) > 1 and _rate(ranked[0][1]) < _rate(ranked[-1][1]):
        parts = {"best": ranked[-1], "least": ranked[0]}
        values = {name: _rated(lived, *each) for name, each in parts.items()}
        yield filled(words.digest.best_and_least, **values)


def _rate(marks: Sequence[Mark]) -> float:
    return sum(mark.result == "kept" for mark in marks) / len(marks)


def _rated(lived: Lived, name: str, marks: Sequence[Mark]) -> str:
    kept = sum(mark.result == "kept" for mark in marks)
    return filled(
        words.reflect.says.kept_of,
        said=first_line(lived.commitments[name].text, 30),
        kept=kept,
        count=len(marks),
    )


def _named(lived: Lived) -> Iterator[str]:
    """What gave and took, the commonest of each."""
    for role in ("gave", "took"):
        count = Counter(tag for each in lived.usual if (tag := getattr(each, role)))
        if count:
            said = ", ".join(f"{tag} {times}" for tag, times in count.most_common(_FEW))
            yield filled(words.digest[role], said=said)


def _trials(coach: Coach, lived: Lived) -> Iterator[str]:
    yield from (each.text for each in list(trial_facts(coach, lived.first, lived.last))[-_FEW:])


def _numbers(lived: Lived) -> Iterator[str]:
    yield from (each.text for each in numbers(lived))


def _decided(coach: Coach, lived: Lived) -> Iterator[str]:
    """Frames that changed, and the latest decision."""
    if lived.changed:
        yield filled(words.digest.frames, count=counted(len(lived.changed), "time"))
    if lived.turns:
        last = on_one_line(lived.turns[-1], coach)
        yield filled(words.digest.turns, count=counted(len(lived.turns), "commitment"), last=last)


def _written(lived: Lived) -> Iterator[str]:
    yield filled(
        words.digest.written,
        entries=counted(len(lived.entries), "entry"),
        signals=counted(len(lived.signals), "signal"),
        reviews=counted(len(lived.reviews), "weekly-reflection"),
    )


def _came(name: str) -> str:
    return words.plans.came[name] if name else words.digest.open
