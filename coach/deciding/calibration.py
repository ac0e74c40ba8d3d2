"""How well one judges: Brier's score, and how often each odds came true. No verdict before twenty."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.chance import at_least

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.deciding.records import Decision, Forecast

ENOUGH = 20
_WHOLE = 100
_USUAL = 0.05


class Bin(NamedTuple):
    """What was given about the same odds."""

    odds: float
    """Of a hundred, on average."""
    came: int
    of: int


class Calibration(NamedTuple):
    """All that was resolved."""

    n: int
    brier: float | None
    """The mean of (p - o)²: 0 is perfect, .25 is a coin. Nothing before twenty."""
    bins: tuple[Bin, ...]
    expected: float
    """How many were expected to come true."""
    came: int
    reading: str
    """over, under, fits; little before twenty."""


def calibration(found: Iterable[Decision | Forecast]) -> Calibration:
    """Of what has odds and came or did not."""
    told = [(each.odds, each.came == "yes") for each in found if each.odds is not None and each.came]
    bins: dict[int, list[tuple[float, bool]]] = {}
    for odds, came in told:
        bins.setdefault(min(int(odds // 10), 9), []).append((odds, came))
    drawn = tuple(
        Bin(fmean(odds for odds, _ in own), sum(came for _, came in own), len(own))
        for _, own in sorted(bins.items())
    )
    count, expected = sum(came for _, came in told), sum(odds for odds, _ in told) / _WHOLE
    if len(told) < ENOUGH:
        return Calibration(len(told), None, drawn, expected, count, "little")
    brier = fmean((odds / _WHOLE - came) ** 2 for odds, came in told)
    return Calibration(len(told), brier, drawn, expected, count, _reading(count, expected, len(told)))


def _reading(came: int, expected: float, of: int) -> str:
    """Whether fewer or more came than was said, beyond what chance does one time in twenty."""
    share = expected / of
    if 2 * at_least(came, of, share) < _USUAL:
        return "under"
    if 2 * at_least(of - came, of, 1 - share) < _USUAL:
        return "over"
    return "fits"
