"""The pictures of some weeks: energy over time and by weekday, what goes with it, what was kept and moved."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.records import MOSTLY
from coach.commitments.trial import is_trial
from coach.commitments.trial_card import TrialCard, card
from coach.commitments.trial_facts import decided
from coach.core.days import WEEKDAYS
from coach.core.said_days import weekday_short
from coach.core.texts import filled, words
from coach.diagnosis.context import usual_on
from coach.diagnosis.mix import beside
from coach.findings import QUARTER, Finding
from coach.frame.frames import NUMBERS
from coach.insights.known import YEAR
from coach.insights.known import known as known_of
from coach.insights.looking import Looked, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.facts import Fact
    from coach.findings import Known

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_FEW, _SHOWN = 5, 6
_SHOWN_FOR = timedelta(weeks=4)
"""So long a trial that was decided on still has its card here."""
_MEAN_OF = 7


class Period(NamedTuple):
    """Some weeks that are looked at."""

    name: str
    first: date
    last: date

    @property
    def weeks(self) -> int:
        """Whole weeks, the first of them perhaps begun before."""
        return ceil(((self.last - self.first).days + 1) / 7)


class Part(NamedTuple):
    """One bar: how much, of how many, and the days behind it."""

    label: str
    value: float
    n: int
    ids: tuple[str, ...]


class Pictures(NamedTuple):
    """What is drawn of a period."""

    period: Period
    looked: Looked
    known: Known
    """What was said in these weeks; what holds is looked for in a year."""
    energy: tuple[float | None, ...]
    """Day by day, the mean of the seven days up to it."""
    felt: int
    of: int
    weekdays: tuple[Part, ...]
    goes_with: tuple[Finding, ...]
    """What goes with energy, the most first; what holds is among what was found."""
    kept: tuple[tuple[int, int], ...]
    """Week by week: so many of so many."""
    numbers: dict[str, tuple[str, tuple[float, ...]]]
    """Each number of the frame: what it is called, and review by review."""
    mostly: tuple[Part, ...]
    emphasis: tuple[Fact, ...]
    """M3: how much leading is usual where one stands, and how much there was."""
    trials: tuple[TrialCard, ...]
    tried: tuple[Fact, ...]
    """What trials showed that were decided on in these weeks."""

    def found(self, *kinds: str) -> list[Finding]:
        """What holds of some kinds."""
        return [each for each in self.looked.found if each.kind in kinds]


def periods(coach: Coach) -> list[Period]:
    """The cycles, the earliest first, and the last quarter."""
    day = coach.today()
    starts = sorted(
        {each.starts for each in coach.seasons.all() if each.name != "redesign" and each.starts <= day}
    )
    cycles = [
        Period(filled(words.insights.cycle, day=coach.days.say(first)), first, min(after - _DAY, day))
        for first, after in pairwise([*starts, day + _DAY])
    ]
    return [each for each in cycles if each.weeks > 1] + [quarter(day)]


def quarter(day: date) -> Period:
    """The last 13 weeks."""
    return Period(words.insights.quarter, day + _DAY - QUARTER * _WEEK, day)


def year(day: date) -> Period:
    """The last 52 weeks."""
    return Period(words.insights.year, day + _DAY - YEAR * _WEEK, day)


def pictures(coach: Coach, period: Period) -> Pictures:
    """All that is drawn of it."""
    looked = look(coach, period.last)
    known = known_of(coach, period.last, looked.known.held, weeks=period.weeks)
    days = [period.first + each * _DAY for each in range((period.last - period.first).days + 1)]
    felt = [known.energy(day) for day in days]
    return Pictures(
        period,
        looked,
        known,
        tuple(_means(felt)),
        sum(each is not None for each in felt),
        len(days),
        tuple(_weekdays(known)),
        tuple(_goes_with(looked, period)),
        tuple(_kept(known)),
        _numbers(coach, period),
        tuple(_mostly(known)),
        tuple(emphasis(coach, period)),
        tuple(trial_cards(coach, period)),
        tuple(decided(coach, period.first, period.last)),
    )


def _means(felt: Sequence[float | None]) -> list[float | None]:
    """A line that does not jump: each day with the six before it, where most of them were told."""
    found = []
    for place in range(len(felt)):
        said = [each for each in felt[max(place - _MEAN_OF + 1, 0) : place + 1] if each is not None]
        found.append(fmean(said) if len(said) > 1 else None)
    return found


def _weekdays(known: Known) -> list[Part]:
    found = []
    for number in range(len(WEEKDAYS)):
        days = [day for day in known.checkins if day.weekday() == number and known.energy(day)]
        said = [known.energy(day) or 0 for day in days]
        mean = fmean(said) if said else 0.0
        found.append(Part(weekday_short(number), mean, len(days), known.on(known.checkins, days)))
    return found


def _goes_with(looked: Looked, period: Period) -> list[Finding]:
    """What was looked at on days enough, the furthest from the others on either side; of these weeks, where
    that can be told."""
    own = [each for each in looked.all if each.kind == "goes_with"]
    own.sort(key=lambda each: -abs((each.first - period.first).days))
    told = {each.name: each for each in own}
    ranked = sorted(told.values(), key=lambda each: -abs(each.effect))[:_SHOWN]
    return sorted(ranked, key=lambda each: -each.effect)


def _kept(known: Known) -> list[tuple[int, int]]:
    count = (known.last + _DAY - known.first).days // 7
    weeks = [[0, 0] for _ in range(count)]
    for of_one in known.marks.values():
        for day, mark in of_one.items():
            place = (day - known.first).days // 7
            if mark.result != "pass" and 0 <= place < count:
                weeks[place][0] += mark.result == "kept"
                weeks[place][1] += 1
    return [(kept, of) for kept, of in weeks]


def _numbers(coach: Coach, period: Period) -> dict[str, tuple[str, tuple[float, ...]]]:
    frame = coach.frames.on(period.last)
    since = {name: coach.frames.part_since(name, period.last) for name in NUMBERS}
    series = coach.reviews.series(period.last, since, period.last - period.first)
    return {name: (getattr(frame, name, ""), tuple(series[name])) for name in NUMBERS if series[name]}


def _mostly(known: Known) -> list[Part]:
    count = Counter(each.mostly for day, each in known.checkins.items() if day >= known.first and each.mostly)
    whole = sum(count.values())
    return [
        Part(
            words.checkin.mostly[kind],
            count[kind] / whole,
            count[kind],
            tuple(each.id for each in known.checkins.values() if each.mostly == kind),
        )
        for kind in MOSTLY
        if whole
    ]


def emphasis(coach: Coach, period: Period) -> list[Fact]:
    """M3: nothing, where no situation is named."""
    usual = usual_on(coach, period.last)
    if usual is None:
        return []
    said = coach.checkins.between(period.first, period.last).values()
    return beside([each for each in said if not each.unusual], coach.frames.on(period.last), usual)


def trial_cards(coach: Coach, period: Period) -> list[TrialCard]:
    """Those that are over and undecided first, then those that run, then those decided on lately."""
    day = coach.today()
    found = [each for each in coach.commitments.all() if is_trial(each) and _is_of(each, period, day)]
    cards = [card(coach, each, day) for each in found]
    return sorted(
        cards, key=lambda each: (each.commitment.ended is not None, not each.is_over, each.during.first)
    )


def _is_of(commitment: Commitment, period: Period, day: date) -> bool:
    ended = commitment.ended
    is_shown = ended is None or ended > day - _SHOWN_FOR or period.last < day
    return is_shown and commitment.starts <= period.last and commitment.gate >= period.first
