"""The one engine: every rule of every practice, what of it holds, and how much of that chance would give."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, NamedTuple

from coach.chance import discoveries
from coach.commitments.overview import commitments_on
from coach.insights.days import looked_until
from coach.insights.known import YEAR, known
from coach.practice import loaded
from coach.practices import practices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.findings import Finding, Known

ASKED, UNASKED = 0.05, 0.008
"""Of what holds, so much may be false: on a page that is opened, and where the coach speaks first."""
_LEAST = 1e-6
_WEIGHTS = {
    "level": 5.0, "level_year": 2.5, "number_up": 2.5, "number_down": 2.5, "drift_up": 1.0, "drift_down": 1.0,
    "signals": 2.0, "mostly": 2.0, "goes_with": 2.5, "weekday_energy": 2.0, "weekday_kept_all": 0.6,
    "weekday_kept": 0.3,
}  # fmt: skip
"""A few questions weigh more than each of many: said before anything was looked at."""
_ONE_SPAN = frozenset(("level", "level_year", "drift_up", "drift_down", "signals"))
_WHOLE, _PART, _NEAR = 2.0, 0.15, 21
"""How much a year weighs, and the quarter within it; within so many days of the first it is the year."""
_COUNTED = frozenset(("reason", "success", "silence", "low_spell"))
"""Those with a bar of their own."""


class Looked(NamedTuple):
    """All that was looked at, and what of it holds, the strongest first."""

    known: Known
    found: tuple[Finding, ...]
    all: tuple[Finding, ...]
    by_chance: float
    """How many of all would hold by chance."""


def look(coach: Coach, day: date, weeks: int = YEAR, rate: float = ASKED) -> Looked:
    """All there is to see of so many weeks up to a day; until something is written, it stays the same."""
    asked = (day, weeks, rate, coach.store.pulse())
    seen = coach.insights.seen
    if asked not in seen:
        held = commitments_on(coach, day)
        seen.clear()
        seen[asked] = _looked(coach, known(coach, day, held, weeks=weeks), rate, ("rules", "now"))
    return seen[asked]


def look_of_month(coach: Coach, day: date) -> Looked:
    """What the coach may say of itself: of the weeks up to the last that are whole."""
    held = commitments_on(coach, day)
    seen = known(coach, day, held, looked_until(day), YEAR)
    return _looked(coach, seen, UNASKED, ("rules",))


def look_now(coach: Coach, day: date, held: Sequence[Progress]) -> Looked:
    """What is so today, from what is near."""
    return _looked(coach, known(coach, day, held), UNASKED, ("now",))


def _looked(coach: Coach, seen: Known, rate: float, rules: Sequence[str]) -> Looked:
    every = [each for name in rules for each in _each(coach, seen, name)]
    measured = [each for each in every if each.chance is not None and each.kind not in _COUNTED]
    chances = [each.chance or 0.0 for each in measured]
    is_long = len(list(seen.spans())) > 1
    weights = [_WEIGHTS.get(each.kind, 1.0) * (_of_span(each, seen) if is_long else 1.0) for each in measured]
    holds = {id(each) for each, ok in zip(measured, discoveries(chances, weights, rate), strict=True) if ok}
    found: dict[str, Finding] = {}
    for each in every:
        if each.is_clear and (id(each) in holds or each.chance is None or each.kind in _COUNTED):
            found.setdefault(each.name, each)  # the last quarter comes first
    bar = max((each.chance or 0.0 for each in measured if id(each) in holds), default=0.0)
    names = {each.name for each in every}
    ranked = sorted(found.values(), key=strength, reverse=True)
    return Looked(seen, tuple(ranked), tuple(every), max(bar, rate / max(len(chances), 1)) * len(names))


def strength(each: Finding) -> float:
    """How little chance there is in it; what is only counted is as sure as one in a thousand."""
    return -log10(max(each.chance if each.chance is not None else 1e-3, _LEAST)) + abs(each.effect) / 10


def _of_span(each: Finding, seen: Known) -> float:
    """A year says more than the quarter within it, and is looked at in that knowledge."""
    if each.kind in _ONE_SPAN:
        return 1.0
    return _WHOLE if (each.first - seen.first).days < _NEAR else _PART


def _each(coach: Coach, seen: Known, name: str) -> Iterator[Finding]:
    for practice in practices():
        if practice.findings:
            rule = getattr(loaded(practice.place(practice.findings)), name, None)
            if rule:
                yield from rule(coach, seen)
