"""How much the coach sees: a year of an invented person, day by day, and what it says of it, right or wrong.

`python -m tests.promises.seeing [seeds] [first seed]` walks all kinds of people at full and at half strength.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from coach.app import Coach, build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.exchange import incoming, reading
from coach.insights.looking import look
from coach.today.today import gather_held
from tests.promises.people import KINDS, LAST, ZONE, archive, fits, person

if TYPE_CHECKING:
    from collections.abc import Iterable

EVERY = 4
"""A day of so many is lived."""


class Seen(NamedTuple):
    """What was said in a year."""

    kind: str
    strength: float
    unasked: frozenset[str]
    asked: frozenset[str]
    shown: tuple[str, ...]
    """Month by month, as often as it stood on a page."""
    true: frozenset[str]
    also: frozenset[str]

    def wrong(self, said: Iterable[str]) -> list[str]:
        """What is not so."""
        return [each for each in said if not fits(each, self.true) and not fits(each, self.also)]

    def is_seen(self, said: frozenset[str]) -> bool:
        """Whether everything that is so was said."""
        return all(any(fits(each, [true]) for each in said) for true in self.true)


class Walked(Clock):
    """A clock that is set."""

    def __init__(self) -> None:
        super().__init__(datetime.combine(LAST, time(21), ZoneInfo(ZONE)), ZoneInfo(ZONE))

    def go(self, day) -> None:
        self._frozen = datetime.combine(day, time(21), ZoneInfo(ZONE))


def brought_in(home: str, text: str, clock: Clock) -> Coach:
    """A home with an archive in it."""
    file = os.path.join(home, "archive.json")
    with open(file, "w") as out:
        out.write(text)
    coach = build(Paths(os.path.join(home, "home")), clock)
    plan = incoming.plan(coach, reading.read(coach, file, ""))
    incoming.bring_in(coach, plan, "archive", Steps())
    return coach


def year(kind: str, seed: int, strength: float, every: int = EVERY) -> Seen:
    """A year, from its eighth week on."""
    one = person(kind, seed, strength)
    with tempfile.TemporaryDirectory() as home:
        clock = Walked()
        coach = brought_in(home, archive(one), clock)
        first = LAST - timedelta(days=7 * 44)
        unasked, shown = set(), list[str]()
        for ago in range((LAST - first).days, -1, -1):
            day = LAST - timedelta(days=ago)
            if ago % every == 0:
                clock.go(day)
                if found := gather_held(coach, day).noticed:
                    unasked.add(found.name)
            if ago % 28 == 0:
                clock.go(day)
                shown += [each.name for each in look(coach, day).found]
    return Seen(kind, strength, frozenset(unasked), frozenset(shown), tuple(shown), one.true, one.also)


def _year(args: tuple[str, int, float]) -> Seen:
    return year(*args)


def main() -> None:
    """A line for each kind of person."""
    seeds, first = (int(given) for given in [*sys.argv[1:3], "10", "0"][:2])
    jobs = [
        (kind, first + seed, strength) for kind in KINDS for strength in (1.0, 0.5) for seed in range(seeds)
    ]
    with ProcessPoolExecutor(int(os.environ.get("JOBS", "4"))) as pool:
        found = list(pool.map(_year, jobs, chunksize=2))
    table = defaultdict(list)
    for each in found:
        table[each.kind, each.strength].append(each)
    total: defaultdict[object, float] = defaultdict(float)
    for (kind, strength), own in table.items():
        true = [each for each in own if each.true]
        said = (
            [each.is_seen(each.unasked) for each in true],
            [each.is_seen(each.unasked | each.asked) for each in true],
        )
        wrong = [
            sum(len(each.wrong(each.unasked)) for each in own),
            sum(len(each.wrong(each.asked)) for each in own),
        ]
        right = sum(fits(name, each.true | each.also) for each in own for name in each.unasked | each.asked)
        everything = sum(len(each.unasked | each.asked) for each in own)
        rates = " ".join(f"{sum(each) / len(each):.2f}" if each else "   -" for each in said)
        print(
            f"{kind:<14}{strength:<4} seen unasked, in all: {rates}   wrong a year, unasked {wrong[0] / len(own):.2f}, "
            f"asked {wrong[1] / len(own):.2f}   right {right} of {everything}"
        )
        if true:
            total["n", strength] += len(true)
            total["seen", strength] += sum(said[1])
            total["unasked", strength] += sum(said[0])
        total["right"] += right
        total["all"] += everything
        total["wrong"] += wrong[0]
        total["asked"] += wrong[1]
        total["years"] += len(own)
        pages = [name for each in own for name in each.shown]
        total["pages"] += len(pages)
        total["pages wrong"] += sum(len(each.wrong(each.shown)) for each in own)
        if os.environ.get("SAY"):
            for each in own:
                for name in sorted({*each.wrong(each.unasked), *each.wrong(each.asked)}):
                    print("     wrong:", name, "unasked" if name in each.unasked else "")
    for strength in (1.0, 0.5):
        n = total["n", strength]
        print(
            f"strength {strength}: recall {total['seen', strength] / n:.2f}, unasked {total['unasked', strength] / n:.2f}"
        )
    print(
        f"precision {total['right'] / max(total['all'], 1):.2f}, wrong a year: unasked {total['wrong'] / total['years']:.2f}, "
        f"asked {total['asked'] / total['years']:.2f}, over {total['years']:.0f} years; as often as it stood on a page: "
        f"{1 - total['pages wrong'] / max(total['pages'], 1):.2f}, wrong a year {total['pages wrong'] / total['years']:.2f}"
    )


if __name__ == "__main__":
    main()
