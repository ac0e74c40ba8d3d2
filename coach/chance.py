"""What may be by chance, measured: whole weeks change places, so that days that hang together stay together.

Seeded by the numbers themselves: the same records say the same every time.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan, comb, cos, erfc, exp, lgamma, log, pi, sqrt
from random import Random
from statistics import correlation, fmean, linear_regression, pstdev, pvariance, variance
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Values = Sequence[float | None]
    Weeks = Sequence[Sequence[float | None]]
    """Seven numbers a week, nothing where nothing was said."""

TURNS = 240
"""So often weeks change places, at most."""
_PLAIN = 16
"""So many that are as far apart say plainly that it is nothing."""
_RARE = 6
"""Fewer that are as far apart are counted no more: how far they usually are says how seldom that is."""
_DAYS = 7
_EACH = 4
"""At least so many days with it, and without it, in each half."""
PLAIN, SELDOM = 0.3, 0.001
"""Above the first, chance alone gives as much; below the second, hardly ever."""
USUAL = 0.05
"""Below it, two groups are said to differ."""
_EXACT = 50
_SHARE = 0.25
"""Each half says at least so much of it."""


class Contrast(NamedTuple):
    """Some days against the others."""

    inside: float
    outside: float
    n: int
    rest: int
    halves: tuple[float, float]
    """How far they are apart in each half."""
    chance: float
    """How often chance alone moves them as far apart."""

    @property
    def effect(self) -> float:
        """How far they are apart."""
        return self.inside - self.outside

    @property
    def holds(self) -> bool:
        """Whether both halves say so: on the same side, and neither a fraction of it."""
        least = abs(self.effect) * _SHARE
        return all(each * self.effect > 0 and abs(each) >= least for each in self.halves)


def of_days(values: Weeks, chosen: Sequence[Sequence[bool]]) -> Contrast | None:
    """Days that have something in common; weeks of numbers change places under them."""
    found = _contrast(values, chosen)
    if found is None:
        return None
    weeks = range(len(values))

    def turned(random: Random) -> float | None:
        keys = [random.random() for _ in weeks]
        order = sorted(weeks, key=keys.__getitem__)
        own = n = 0.0
        for pair, week in zip(pairs, order, strict=True):
            total, some = pair[week]
            own += total
            n += some
        return _apart(own, n, every, said)

    every, said = _sum(values)
    if _is_plain(found, values):
        return found
    pairs = [[_picked(week, picked) for week in values] for picked in chosen]
    return found._replace(chance=_chance(values, found.effect, turned))


def of_weekday(values: Weeks, place: int) -> Contrast | None:
    """A day of the week; within each week any day may stand in its place."""
    found = _contrast(values, [[day == place for day in range(_DAYS)]] * len(values))
    if found is None:
        return None
    every, said = _sum(values)
    said_in = ([each for each in week if each is not None] for week in values if week[place] is not None)
    weeks = [(week, len(week)) for week in said_in]

    def turned(random: Random) -> float | None:
        pick = random.random  # choice would take three times as long
        own = sum([each[int(pick() * count)] for each, count in weeks])
        return _apart(own, len(weeks), every, said)

    if _is_plain(found, values):
        return found
    return found._replace(chance=_chance(values, found.effect, turned))


def of_late(values: Weeks, last: int) -> Contrast | None:
    """The latest weeks against those before, each group with the ups and downs of its own (Welch)."""
    early, late = (_told(part) for part in (values[:-last], values[-last:]))
    least = max(last * 2 // 3, 2)
    if (
        min(len(early), len(late)) < least
        or min(sum(n for _, n in part) for part in (early, late)) < 2 * _EACH
    ):
        return None
    inside, outside = _mean(late), _mean(early)
    middle = max(last // 2, 1)
    halves = (_mean(late[:middle]) - outside, _mean(late[middle:]) - outside)
    n, rest = (sum(n for _, n in part) for part in (late, early))
    means = [[total / n for total, n in part] for part in (late, early)]
    return Contrast(inside, outside, n, rest, halves, _welch(*means))


def _welch(late: Sequence[float], early: Sequence[float]) -> float:
    """So few weeks that they happen to be steady borrow ups and downs from the others."""
    least = pvariance([*(each - fmean(late) for each in late), *(each - fmean(early) for each in early)]) / 2
    errors = [max(variance(part), least) / len(part) for part in (late, early)]
    error = sum(errors)
    if not error:
        return 1.0
    free = error**2 / sum(own**2 / (len(part) - 1) for own, part in zip(errors, (late, early), strict=True))
    return of_t(abs(fmean(late) - fmean(early)) / sqrt(error), free)


def of_t(t: float, free: float) -> float:
    """How often a t as large comes up on either side."""
    angle, steps = atan(t / sqrt(free)), 400
    width = (pi / 2 - angle) / steps
    tail = sum(cos(angle + (each + 0.5) * width) ** (free - 1) for each in range(steps)) * width
    whole = sum(cos((each + 0.5) * pi / 2 / steps) ** (free - 1) for each in range(steps)) * pi / 2 / steps
    return float(tail / whole)


def of_slope(series: Sequence[float]) -> float:
    """How often chance makes numbers rise or fall as steadily. Where each is like the one before, they count
    for fewer."""
    count = len(series)
    if len(set(series)) < 2 or count < 4:  # noqa: PLR2004 - all the same, or no line
        return 1.0
    slope, start = linear_regression(range(count), series)
    rest = [each - start - slope * place for place, each in enumerate(series)]
    steady = correlation(range(count), series)
    spread = sum(each * each for each in rest)
    if not spread:
        return 1e-6
    like = sum(a * b for a, b in pairwise(rest)) / spread
    like = min(max(like + (1 + 4 * like) / count, 0.0), 0.9)  # of few, it seems less than it is
    worth = max(count * (1 - like) / (1 + like), 4.0)
    t = abs(steady) * sqrt((worth - 2) / max(1 - steady * steady, 1e-9))
    return max(of_t(t, worth - 2), 1e-6)


def one_in(chance: float) -> int:
    """One time in so many, as exact as it is known."""
    often = max(round(1 / chance), 1)
    return round(often, -1) if often >= _EXACT else often


def at_least(count: int, of: int, share: float) -> float:
    """How often chance gives so many of so many, where each comes up with this share."""
    if count <= 0 or not 0 < share < 1:
        return float(count <= 0 or share >= 1)
    ways = lgamma(of + 1)
    logs = (
        ways - lgamma(each + 1) - lgamma(of - each + 1) + each * log(share) + (of - each) * log(1 - share)
        for each in range(count, of + 1)
    )
    return min(sum(map(exp, logs)), 1.0)


def of_two(count: int, of: int, others: int, rest: int) -> float:
    """How often so large a part falls to the first of two by chance (Fisher)."""
    every = count + others
    ways = comb(of + rest, every)
    most = min(of, every)
    return sum(comb(of, each) * comb(rest, every - each) for each in range(count, most + 1)) / ways


def of_labels(values: Sequence[float], chosen: Sequence[bool]) -> float:
    """How often two groups are as far apart when each is in either by chance."""
    random, drawn = Random(repr(values)), list(chosen)  # noqa: S311 - nothing here is secret
    bar, as_far = abs(_between(values, drawn)) - 1e-9, 0
    for _ in range(TURNS):
        random.shuffle(drawn)
        as_far += abs(_between(values, drawn)) >= bar
    return (1 + as_far) / (1 + TURNS)


def _between(values: Sequence[float], chosen: Sequence[bool]) -> float:
    inside = [value for value, is_in in zip(values, chosen, strict=True) if is_in]
    outside = [value for value, is_in in zip(values, chosen, strict=True) if not is_in]
    return fmean(inside) - fmean(outside)


def of_run(length: int, share: float, stays: float, days: int) -> float:
    """How often so long a run comes up within so many days, where one begins with this share, and goes on so
    often."""
    return 1 - exp(-days * (1 - share) * share * stays ** (length - 1))


def discoveries(chances: Sequence[float], weights: Sequence[float], rate: float) -> list[bool]:
    """Which of all that was looked at hold, so that at most this share is false (Benjamini, Hochberg).
    What weighs more, because less of its kind is looked at, has a wider bar (Genovese)."""
    usual = fmean(weights) if weights else 1.0
    weighed = [chance * usual / weight for chance, weight in zip(chances, weights, strict=True)]
    bars = [chance for rank, chance in enumerate(sorted(weighed), 1) if chance <= rate * rank / len(weighed)]
    bar = max(bars, default=-1.0)
    return [chance <= bar for chance in weighed]


def _contrast(values: Weeks, chosen: Sequence[Sequence[bool]]) -> Contrast | None:
    middle = len(values) // 2
    parts = []
    for first, last in ((0, middle), (middle, len(values))):
        inside, outside = _split(values[first:last], chosen[first:last])
        if min(len(inside), len(outside)) < _EACH:
            return None
        parts.append((inside, outside))
    inside, outside = ([*parts[0][side], *parts[1][side]] for side in (0, 1))
    apart = [fmean(own) - fmean(others) for own, others in parts]
    return Contrast(fmean(inside), fmean(outside), len(inside), len(outside), (apart[0], apart[1]), 1.0)


def _split(values: Weeks, chosen: Sequence[Sequence[bool]]) -> tuple[list[float], list[float]]:
    inside, outside = list[float](), list[float]()
    for week, picked in zip(values, chosen, strict=True):
        for value, is_in in zip(week, picked, strict=True):
            if value is not None:
                (inside if is_in else outside).append(value)
    return inside, outside


def _is_plain(found: Contrast, values: Weeks) -> bool:
    """Whether it is so little that nothing needs to be measured: less than one usual error."""
    said = [each for week in values for each in week if each is not None]
    return abs(found.effect) < pstdev(said) * sqrt(1 / found.n + 1 / found.rest)


def _chance(values: Weeks, effect: float, turned: Callable[[Random], float | None]) -> float:
    random = Random(repr(values))  # noqa: S311 - nothing here is secret
    bar, as_far, seen = abs(effect) - 1e-9, 0, list[float]()
    while len(seen) < TURNS and as_far < _PLAIN:
        apart = turned(random)
        if apart is None:
            continue
        seen.append(apart)
        as_far += abs(apart) >= bar
    if as_far >= _RARE:
        return (1 + as_far) / (1 + len(seen))
    spread = pstdev(seen)
    tail = erfc(max(bar - abs(fmean(seen)), 0) / spread / sqrt(2)) if spread else 0.0
    return min(max(tail, 1e-6), (1 + as_far) / (1 + len(seen)))


def _apart(own: float, n: float, every: float, said: int) -> float | None:
    return own / n - (every - own) / (said - n) if 0 < n < said else None


def _picked(week: Values, picked: Sequence[bool]) -> tuple[float, int]:
    said = [value for value, is_in in zip(week, picked, strict=True) if is_in and value is not None]
    return sum(said), len(said)


def _sum(weeks: Weeks) -> tuple[float, int]:
    said = [each for week in weeks for each in week if each is not None]
    return sum(said), len(said)


def _told(weeks: Weeks) -> list[tuple[float, int]]:
    """The weeks in which anything was said."""
    return [found for week in weeks if (found := _sum([week]))[1]]


def _mean(weeks: Sequence[tuple[float, int]]) -> float:
    return sum(total for total, _ in weeks) / max(sum(n for _, n in weeks), 1)
