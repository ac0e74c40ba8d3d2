"""S11: whether the practice has become a ritual, measured against the person's own first window. It is a
question to ask, never a grade."""

from __future__ import annotations

from statistics import fmean, pstdev
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.cycle.reassessment import cited, is_founded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from coach.cycle.records import Reassessment
    from coach.signals.records import Signal

Name = Literal["time", "copies", "spread", "signals", "unchanged", "cited"]
ENOUGH = 3
"""Of six."""
_HALF = 0.5
_HASTE = 2.0
"""Seconds an item."""
ALIKE = 0.7
_FEW_SIGNALS = 5
_ALONE = 0.35
_CITED = 0.25


class Window(NamedTuple):
    """What is measured of a window that was held."""

    answers: Mapping[str, str]
    spent: Mapping[str, float]
    """Seconds for each item."""
    ratings: tuple[float, ...]
    signals: int
    alone: int
    """How many of them were answered one by one."""
    is_changed: bool
    """Whether the frame changed, or was kept for a reason that rests on a record."""
    cited: int
    asked: int


class Sign(NamedTuple):
    """One of the six."""

    name: Name
    is_so: bool | None
    """Nothing, where there is nothing to measure."""
    now: float = 0.0
    first: float = 0.0


class Measure(NamedTuple):
    """All six."""

    signs: tuple[Sign, ...]

    @property
    def so_many(self) -> int:
        """How many of them are so."""
        return sum(each.is_so is True for each in self.signs)

    @property
    def is_ritual(self) -> bool:
        """Whether they are enough to ask about."""
        return self.so_many >= ENOUGH


def window_of(reassessment: Reassessment, signals: Sequence[Signal]) -> Window:
    """A reassessment as it is measured, with the signals that were answered in it."""
    with_record, asked = cited(reassessment)
    return Window(
        answers=reassessment.answers,
        spent=reassessment.spent,
        ratings=tuple(reassessment.ratings.values()),
        signals=len(signals),
        alone=sum(not each.in_bulk for each in signals),
        is_changed=is_founded(reassessment),
        cited=with_record,
        asked=asked,
    )


def answered_in(
    reassessment: Reassessment, signals: Sequence[Signal], until: datetime | None
) -> list[Signal]:
    """The signals answered while it was open."""
    return [
        each
        for each in signals
        if each.settled_at
        and each.settled_at >= reassessment.at
        and (until is None or each.settled_at <= until)
    ]


def measure(windows: Sequence[Window]) -> Measure | None:
    """The latest window against the first; nothing while there is only one."""
    if len(windows) < 2:  # noqa: PLR2004 - a window is not measured against itself
        return None
    first, *_, before, now = (windows[0], *windows)
    return Measure(
        (
            _time(now, first),
            _copies(now, windows[:-1]),
            _spread(now, first),
            _signals(now),
            Sign("unchanged", not now.is_changed and not before.is_changed),
            Sign(
                "cited", now.cited / now.asked < _CITED if now.asked else None, _share(now.cited, now.asked)
            ),
        )
    )


def _time(now: Window, first: Window) -> Sign:
    took, then = sum(now.spent.values()), sum(first.spent.values())
    if not now.spent:
        return Sign("time", None)
    return Sign("time", took < then * _HALF or took / len(now.spent) < _HASTE, took, then)


def _copies(now: Window, earlier: Sequence[Window]) -> Sign:
    """How near each answer is to the nearest one that was given to its question before."""
    alike = []
    for name, text in now.answers.items():
        others = [each.answers[name] for each in earlier if each.answers.get(name, "").strip()]
        if text.strip() and others:
            alike.append(max(likeness(text, other) for other in others))
    return Sign("copies", fmean(alike) > ALIKE, fmean(alike)) if alike else Sign("copies", None)


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same words in the same order, from 0 to 1."""
    from difflib import SequenceMatcher  # 4 ms, and only here

    first, second = one.casefold().split(), other.casefold().split()
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _spread(now: Window, first: Window) -> Sign:
    if min(len(now.ratings), len(first.ratings)) < 2 or not pstdev(first.ratings):  # noqa: PLR2004 - two to differ
        return Sign("spread", None)
    spread, then = pstdev(now.ratings), pstdev(first.ratings)
    return Sign("spread", spread < then * _HALF, spread, then)


def _signals(now: Window) -> Sign:
    if now.signals < _FEW_SIGNALS:
        return Sign("signals", None, now.alone, now.signals)
    return Sign("signals", now.alone / now.signals < _ALONE, now.alone, now.signals)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
