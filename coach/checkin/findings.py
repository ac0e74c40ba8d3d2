"""What the check-ins say of energy: days of the week, what gives and takes, its level, a low spell."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING

from coach.chance import Contrast, of_days, of_late, of_run
from coach.checkin.records import MOSTLY
from coach.core.days import WEEKDAYS
from coach.core.said_days import weekday
from coach.core.texts import filled, words
from coach.facts import fact
from coach.findings import QUARTER, Bar, Finding, contrasted, lasting, weekdays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet
    from datetime import date

    from coach.app import Coach
    from coach.chance import Weeks
    from coach.checkin.records import Checkin
    from coach.facts import Fact
    from coach.findings import Known

_LEAST = 0.3
"""Of a point; less is the weather."""
_SIDES = ("gave", "took")
_TAGS = 12
"""So many of the commonest are looked at."""
_SPELL, _LOW, _HIGH = 3, 2, 4
_SELDOM = 0.01
_STAYS = 0.15
"""So often a low day follows another, where nothing is known yet."""
_HIGHEST, _YEAR = 5, 52
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def rules(coach: Coach, known: Known) -> Iterator[Finding]:
    """What is asked again each month."""
    energy = known.read(known.energy)
    yield from _weekdays(known, energy)
    yield from _tags(known, energy)
    for kind in MOSTLY:
        days = {day for day, each in known.checkins.items() if each.mostly == kind}
        yield from _of(known, "mostly", kind, words.checkin.mostly[kind], days, _chosen(known, energy, days))
    yield from _own_scale(coach.checkins.scale, known)
    yield from _level(coach, known)


def _own_scale(name: str, known: Known) -> Iterator[Finding]:
    """Days high on the person's own scale against the others on it."""
    said = {day: each.own for day, each in known.checkins.items() if each.own and each.own_name == name}
    if not name or not said:
        return
    energy = known.read(lambda day: known.energy(day) if day in said else None)
    days = {day for day, step in said.items() if step >= _HIGH}
    subject = filled(words.checkin.own_high, scale=name)
    yield from _of(known, "goes_with", subject, subject, days, _chosen(known, energy, days))


def now(_: Coach, known: Known) -> Iterator[Finding]:
    """A spell of low days that is seldom for this person, while it lasts."""
    lately = [day for back in range(3 * _SPELL) if known.energy(day := known.day - back * _DAY)]
    run: list[date] = []
    for day in lately:
        if (known.energy(day) or 0) > _LOW:
            break
        run.append(day)
    before = [each for day, each in known.checkins.items() if each.energy and day not in run]
    if len(run) < _SPELL or run[0] < known.day - _DAY or run[0] - run[-1] >= 2 * len(run) * _DAY:
        return
    low = [(each.energy or 0) <= _LOW for each in before]
    share = (0.5 + sum(low)) / (1 + len(low))
    after = [then for was, then in pairwise(low) if was]
    stays = (sum(after) + 2 * max(share, _STAYS)) / (len(after) + 2)
    chance = of_run(len(run), share, stays, QUARTER * 7)
    yield Finding(
        kind="low_spell",
        about=str(run[-1]),
        subject="",
        first=run[-1],
        last=run[0],
        n=len(run),
        effect=fmean(known.energy(day) or 0 for day in run) - fmean([e.energy or 0 for e in before] or [3]),
        chance=chance,
        is_clear=chance <= _SELDOM,
        numbers={"count": len(run), "day": known.days.say(run[-1])},
        ids=known.on(known.checkins, run),
    )


def _chosen(
    known: Known, energy: Callable[[date], Weeks], days: AbstractSet[date]
) -> Callable[[date], Contrast | None]:
    """Days that have something in common against the others."""
    return lambda first: of_days(energy(first), known.weeks(days.__contains__, first))


def _weekdays(known: Known, energy: Callable[[date], Weeks]) -> Iterator[Finding]:
    for number, first, found in weekdays(known, energy):
        days = {day for day in known.checkins if day.weekday() == number}
        yield _told(known, "weekday_energy", WEEKDAYS[number], weekday(number), days, first, found)


def _tags(known: Known, energy: Callable[[date], Weeks]) -> Iterator[Finding]:
    common = sorted(known.tags.items(), key=lambda each: (-len(each[1]), each[0]))[:_TAGS]
    for tag, days in common:
        role = _role(known, tag, days)
        for each in _of(known, "goes_with", tag, tag, days, _chosen(known, energy, days)):
            yield each._replace(is_clear=each.is_clear and _fits(role, each.effect))


def _role(known: Known, tag: str, days: AbstractSet[date]) -> str:
    """Whether a tag mostly gave or took; one of entries did neither."""
    said = [
        role
        for day in days
        for role in _SIDES
        if day in known.checkins and _is(known.checkins[day], role, tag)
    ]
    return max(_SIDES, key=said.count) if 2 * len(said) > len(days) else ""


def _is(checkin: Checkin, role: str, tag: str) -> bool:
    return (getattr(checkin, role) or "").casefold() == tag.casefold()


def _fits(role: str, effect: float) -> bool:
    """What gave is not told to go with less: another one was named on the better days, and that is all."""
    return not role or (effect > 0) == (role == "gave")


def _of(
    known: Known,
    kind: str,
    about: str,
    subject: str,
    days: AbstractSet[date],
    measure: Callable[[date], Contrast | None],
) -> Iterator[Finding]:
    """Energy on some days against that of the others."""
    for first, found in lasting(known, measure):
        yield _told(known, kind, about, subject, days, first, found)


def _told(
    known: Known, kind: str, about: str, subject: str, days: AbstractSet[date], first: date, found: Contrast
) -> Finding:
    own = sorted(day for day in days if known.energy(day) and first <= day <= known.last)
    return contrasted(
        known,
        found,
        _LEAST,
        known.checkins,
        own,
        kind=kind,
        about=about,
        subject=subject,
        first=first,
        numbers=_numbers(found, subject),
        bars=_bars(found, subject, words.findings.others),
        against=_against(known, own, found),
    )


def _numbers(found: Contrast, subject: str) -> dict[str, object]:
    return {
        "subject": subject,
        "inside": f"{found.inside:.1f}",
        "outside": f"{found.outside:.1f}",
        "n": found.n,
        "rest": found.rest,
    }


def _bars(found: Contrast, subject: str, other: str) -> tuple[Bar, ...]:
    sides = (subject, found.inside, found.n), (other, found.outside, found.rest)
    return tuple(Bar(label, mean / _HIGHEST, f"{mean:.1f} n {n}") for label, mean, n in sides)


def _against(known: Known, days: list[date], found: Contrast) -> Fact | None:
    """The day with it that was furthest on the other side."""
    sign = 1 if found.effect > 0 else -1
    day = min(days, key=lambda day: ((known.energy(day) or 0) * sign, -day.toordinal()), default=None)
    if day is None or ((known.energy(day) or 0) - found.outside) * sign > 0:
        return None
    return fact(
        "against_day", [known.checkins[day]], day=known.days.say(day), energy=known.checkins[day].energy
    )


def _level(coach: Coach, known: Known) -> Iterator[Finding]:
    """The last quarter against the one before, and against the same weeks a year ago."""
    quarter = known.last + _DAY - QUARTER * _WEEK
    for kind, weeks in (("level", QUARTER), ("level_year", _YEAR)):
        began = quarter - weeks * _WEEK
        then = (
            known.checkins if began >= known.first else coach.checkins.between(began, began + QUARTER * _WEEK)
        )
        days = [began + each * _DAY for each in range(7 * QUARTER)]
        before = [_felt(then.get(day)) for day in days]
        now = [known.energy(day + weeks * _WEEK) for day in days]
        both = [said[at : at + 7] for said in (before, now) for at in range(0, len(days), 7)]
        found = of_late(both, QUARTER)
        if found is None:
            continue
        yield contrasted(
            known,
            found,
            _LEAST,
            known.checkins,
            sorted(day for day in known.checkins if day >= quarter),
            kind=kind,
            about="energy",
            subject=words.findings.energy,
            first=quarter,
            numbers=_numbers(found, words.findings.energy),
            bars=_bars(found, words.findings.now, words.findings.then),
        )


def _felt(checkin: Checkin | None) -> float | None:
    return checkin.mean if checkin and checkin.energy and not checkin.unusual else None
