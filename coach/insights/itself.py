"""The coach tries itself: a coin holds back half of its sentences, and what came after either is compared."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from statistics import fmean
from typing import TYPE_CHECKING

from coach.chance import USUAL, of_labels
from coach.core.texts import filled, words
from coach.facts import Fact
from coach.insights.records import Found

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.insights.records import Coin

_ALWAYS = "low_spell"
"""A kind question on low days is never held back."""
_SPAN, _FEWEST, _NEEDED = timedelta(weeks=4), 4, 6
_REMEMBERED = timedelta(weeks=104)


def tossed(found: Found, day: date) -> Coin | None:
    """What the coin says: the same for one sentence on one day, wherever it is asked."""
    if found.what == _ALWAYS:
        return None
    return "held" if sha256(f"{found.name} {day}".encode()).digest()[0] % 2 == 0 else "said"


def tried_itself(coach: Coach, day: date) -> Fact:
    """Whether keeping rose more after what was said than after what was held back, in four weeks. One
    commitment counts once, by the first of its sentences: several of them say the same."""
    first: dict[str, tuple[Found, float]] = {}
    found = [each for each in coach.store.read_since(day - _REMEMBERED, Found) if each.told and each.coin]
    for each in sorted(found, key=lambda one: (one.told or day, one.id)):
        rise = _rise(coach, each, day) if each.commitment not in first else None
        if rise is not None:
            first[each.commitment] = each, rise
    said = [rise for each, rise in first.values() if each.coin == "said"]
    held = [rise for each, rise in first.values() if each.coin == "held"]
    counts = {"said": len(said), "held": len(held)}
    if min(len(said), len(held)) < _NEEDED:
        text = filled(words.insights.itself.little, **counts, needed=_NEEDED)
        return Fact("tried_itself", text, len(first), tuple(first))
    chance = of_labels([*said, *held], [True] * len(said) + [False] * len(held))
    means = {"after_said": _points(fmean(said)), "after_held": _points(fmean(held))}
    text = filled(words.insights.itself["differs" if chance < USUAL else "same"], **counts, **means)
    return Fact("tried_itself", text, len(first), tuple(first))


def _points(rise: float) -> str:
    return f"{100 * rise:+.0f}"


def _rise(coach: Coach, found: Found, day: date) -> float | None:
    """How much more of it was kept afterwards; nothing before that is over, or on few marks."""
    told = found.told
    if told is None or not found.commitment or told + _SPAN > day:
        return None
    before = _kept(coach, found.commitment, told - _SPAN, told - timedelta(days=1))
    after = _kept(coach, found.commitment, told, told + _SPAN - timedelta(days=1))
    return None if before is None or after is None else after - before


def _kept(coach: Coach, commitment: str, first: date, last: date) -> float | None:
    marks = coach.marks.between(first, last).get(commitment, {}).values()
    told = [mark.result == "kept" for mark in marks if mark.result != "pass"]
    return fmean(told) if len(told) >= _FEWEST else None
