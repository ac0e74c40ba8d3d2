"""What marks say of commitments: what is behind misses, what turned out well, what drifts, what is silent."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.chance import Contrast, at_least, of_late, of_two
from coach.commitments.glance import NAME_WIDTH
from coach.commitments.progress import asked_days
from coach.core.counting import counted
from coach.core.days import WEEKDAYS
from coach.core.safe_text import first_line
from coach.core.said_days import weekday
from coach.core.texts import filled, words
from coach.facts import fact
from coach.findings import QUARTER, Bar, Finding, contrasted, part, weekdays
from coach.pauses.pauses import resting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.chance import Weeks
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark
    from coach.facts import Fact
    from coach.findings import Known
    from coach.pauses.records import Rest

_WORTH = {"kept": 1.0, "partly": 0.5, "missed": 0.0}
_THRICE = 3
_LATELY, _MOSTLY_KEPT = 7, 4
_AGAIN, _WELL, _SPELLS = 12, 10, (12, 24)
_SHARE = 0.3
"""A reason behind more of the misses than this stands out: of six, several come up so often."""
_LEAST = 0.15
_SELDOM, _SELDOM_BAD, _SELDOM_WELL = 0.01, 0.03, 0.001
_SILENT, _MUST_BE_DUE, _AT_WORK = timedelta(days=14), 4, 7
_DRIFT, _DRIFTS = 4, 0.2
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def rules(_: Coach, known: Known) -> Iterator[Finding]:
    """What is asked again each month: days of the week, and what falls or rises."""
    every = known.read(_of_all(known))
    yield from _weekday(known, "all", words.findings.all_of_it, every)
    for each in _held(known):
        value = known.read(_of(known.marks.get(each.commitment.id, {})))
        name = _name(each)
        yield from _weekday(known, each.commitment.id, name, value)
        yield from _drift(known, each, value)


def now(coach: Coach, known: Known) -> Iterator[Finding]:
    """What is so today: a reason behind misses, what goes well since, what nothing is said of."""
    rests = coach.commitments.rests()
    for each in _held(known):
        marks = known.marks.get(each.commitment.id, {})
        told = [mark for _, mark in sorted(marks.items()) if mark.result in _WORTH]
        yield from _reason(known, each, told)
        yield from _success(known, each, told)
        yield from _silence(known, each, marks, rests)


def _held(known: Known) -> list[Progress]:
    return [each for each in known.held if each.state == "held"]


def _name(each: Progress) -> str:
    return first_line(each.commitment.text, NAME_WIDTH)


def _of(marks: Mapping[date, Mark]) -> Callable[[date], float | None]:
    return lambda day: _WORTH.get(marks[day].result) if day in marks else None


def _of_all(known: Known) -> Callable[[date], float | None]:
    """How much of what was marked on a day was kept."""

    def value(day: date) -> float | None:
        said = [
            _WORTH[each[day].result]
            for each in known.marks.values()
            if day in each and each[day].result in _WORTH
        ]
        return fmean(said) if said else None

    return value


def _weekday(known: Known, about: str, name: str, value: Callable[[date], Weeks]) -> Iterator[Finding]:
    marks = known.marks.get(about, {})
    for number, first, found in weekdays(known, value):
        day_name = weekday(number)
        own = sorted(day for day in marks if day.weekday() == number and first <= day <= known.last)
        yield contrasted(
            known,
            found,
            _LEAST,
            marks,
            own,
            kind="weekday_kept" if about != "all" else "weekday_kept_all",
            about=f"{about} {WEEKDAYS[number]}",
            subject=f"{name}, {day_name}",
            first=first,
            numbers={"name": name, "weekday": day_name, **_parts(found)},
            bars=_bars(found, day_name, words.findings.others),
            against=_against(known, [marks[day] for day in own], found),
            commitment=about,
        )


def _parts(found: Contrast) -> dict[str, object]:
    return {
        "inside": f"{found.inside * 100:.0f}%",
        "outside": f"{found.outside * 100:.0f}%",
        "n": found.n,
        "rest": found.rest,
    }


def _bars(found: Contrast, label: str, other: str) -> tuple[Bar, ...]:
    return (
        Bar(label, found.inside, f"{found.inside * 100:.0f}% n {found.n}"),
        Bar(other, found.outside, f"{found.outside * 100:.0f}% n {found.rest}"),
    )


def _against(known: Known, marks: list[Mark], found: Contrast) -> Fact | None:
    """The latest that went the other way."""
    return _latest(known, marks, "missed" if found.effect > 0 else "kept")


def _latest(known: Known, marks: Sequence[Mark], result: str) -> Fact | None:
    own = [each for each in marks if each.result == result][-1:]
    kind = "against_missed" if result == "missed" else "against_mark"
    return fact(kind, own, day=known.days.say(own[0].day)) if own else None


def _drift(known: Known, each: Progress, value: Callable[[date], Weeks]) -> Iterator[Finding]:
    """The last four weeks against the rest of its quarter, and the quarter against the one before."""
    name, marks = _name(each), known.marks.get(each.commitment.id, {})
    for weeks, last in ((QUARTER, _DRIFT), (2 * QUARTER, QUARTER)):
        first = known.last + _DAY - weeks * _WEEK
        found = of_late(value(first), last) if first >= known.first else None
        if found is None:
            continue
        late = sorted(day for day in marks if known.last - last * _WEEK < day <= known.last)
        yield contrasted(
            known,
            found,
            _DRIFTS,
            marks,
            late,
            kind="drift_up" if found.effect > 0 else "drift_down",
            about=each.commitment.id,
            subject=name,
            first=first,
            numbers={"name": name, "weeks": last, **_parts(found)},
            bars=_bars(found, filled(words.findings.last_weeks, weeks=last), words.findings.before),
            against=_against(known, [marks[day] for day in late], found),
            commitment=each.commitment.id,
        )


def _reason(known: Known, each: Progress, told: list[Mark]) -> Iterator[Finding]:
    """One reason behind clearly more than its share of the misses, while it does not go well."""
    since = each.commitment.since or each.commitment.starts
    told = [mark for mark in told if mark.day >= since]
    missed = [mark for mark in told if mark.reason]
    lately = told[-_LATELY:]
    if not missed:
        return
    reason, count = Counter(mark.reason for mark in missed).most_common(1)[0]
    if count < _THRICE or reason is None:
        return
    is_so_now = sum(mark.result == "kept" for mark in lately) <= _MOSTLY_KEPT
    own = [mark for mark in missed if mark.reason == reason]
    chance = at_least(count, len(missed), _SHARE)
    bar = _SELDOM_BAD if 2 * len(missed) > len(told) else _SELDOM
    name = _name(each)
    most = words.findings["each_time" if count == len(missed) else "some_times"]
    yield Finding(
        kind="reason",
        about=f"{each.commitment.id} {reason}",
        subject=f"{name}: {words.marks.reason[reason]}",
        first=told[0].day,
        last=known.day,
        n=len(told),
        effect=count / len(missed),
        chance=chance,
        is_clear=is_so_now and chance <= bar and any(mark.reason == reason for mark in lately),
        numbers={
            "name": name,
            "times": counted(len(missed), "time"),
            "since": known.days.say(missed[0].day),
            "most": filled(most, count=count),
            "reason": words.marks.reason[reason],
            "asks": words.commitments.again[reason, "question"],
        },
        bars=(
            part(words.marks.reason[reason], count, len(missed)),
            part(words.findings.other_reasons, len(missed) - count, len(missed)),
        ),
        ids=tuple(mark.id for mark in own),
        against=_latest(known, told, "kept"),
        commitment=each.commitment.id,
    )


def _success(known: Known, each: Progress, told: list[Mark]) -> Iterator[Finding]:
    """Kept nearly always, after a spell of less than half; the spell is as long as it is plainest."""
    late = told[-_AGAIN:]
    kept = sum(mark.result == "kept" for mark in late)
    found = []
    for length in _SPELLS:
        before = told[-_AGAIN - length : -_AGAIN]
        was = sum(mark.result == "kept" for mark in before)
        if kept >= _WELL and len(before) >= _WELL and 2 * was < len(before):
            found.append((of_two(kept, len(late), was, len(before)) * len(_SPELLS), was, len(before)))
    if not found:
        return
    chance, was, of = min(found)
    name = _name(each)
    yield Finding(
        kind="success",
        about=each.commitment.id,
        subject=name,
        first=told[-len(late) - of].day,
        last=known.day,
        n=len(late) + of,
        effect=kept / len(late) - was / of,
        chance=chance,
        is_clear=chance <= _SELDOM_WELL,
        numbers={"name": name, "kept": kept, "of": len(late), "was": was, "before": of},
        bars=(
            part(words.findings.now, kept, len(late)),
            part(words.findings.before, was, of),
        ),
        ids=tuple(mark.id for mark in late),
        commitment=each.commitment.id,
    )


def _silence(
    known: Known, each: Progress, marks: Mapping[date, Mark], rests: Sequence[Rest]
) -> Iterator[Finding]:
    """None marked for two weeks, while check-ins go on."""
    first = known.day - _SILENT
    if any(day >= first for day in marks) or each.commitment.starts > first:
        return
    due = asked_days(each.commitment, rests, known.unusual, first, known.day - _DAY)
    at_work = sum(first <= day <= known.day for day in known.checkins)
    is_asked = len(due) >= _MUST_BE_DUE or (each.times and marks)
    if (
        not is_asked
        or resting(rests, known.day, each.commitment.id)
        or resting(rests, first, each.commitment.id)
    ):
        return
    name = _name(each)
    last = max(marks, default=each.commitment.starts)
    yield Finding(
        kind="silence",
        about=f"{each.commitment.id} {last}",
        subject=name,
        first=first,
        last=known.day,
        n=at_work,
        effect=-1.0,
        chance=None,
        is_clear=at_work >= _AT_WORK,
        numbers={"name": name, "checkins": counted(at_work, "check-in"), "day": known.days.say(last)},
        ids=known.on(marks, [last]),
        commitment=each.commitment.id,
    )
