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

_ALWAYS = "low_spell"
"""A kind question on low days is never held back."""
_SPAN, _FEWEST, _NEEDED = timedelta(weeks=4), 4, 6
_REMEMBERED = timedelta(weeks=104)


def is_held_back(found: Found, day: date) -> bool:
    """What the coin says: the same for one sentence on one day, wherever it is asked."""
    if found.what == _ALWAYS:
        return False
    return sha256(f"{found.name} {day}".encode()).digest()[0] % 2 == 0


def tried_itself(coach: Coach, day: date) -> Fact:
    """Whether keeping rose more after what was said than after what was held back, in four weeks."""
    every = coach.store.read_since(day - _REMEMBERED, Found)
    found = [each for each in every if each.told and each.commitment]
    rises = [(each, rise) for each in found if (rise := _rise(coach, each, day)) is not None]
    said = [rise for each, rise in rises if not each.held]
    held = [rise for each, rise in rises if each.held]
    counts = {"said": len(said), "held": len(held)}
    ids = tuple(each.commitment for each, _ in rises)
    if min(len(said), len(held)) < _NEEDED:
        text = filled(words.insights.itself.little, **counts, needed=_NEEDED)
        return Fact("tried_itself", text, len(rises), ids)
    chance = of_labels([*said, *held], [True] * len(said) + [False] * len(held))
    means = {"after_said": f"{fmean(said):+.0%}", "after_held": f"{fmean(held):+.0%}"}
    kind = "differs" if chance < USUAL else "same"
    text = filled(words.insights.itself[kind], **counts, **means)
    return Fact("tried_itself", text, len(rises), ids)


def _rise(coach: Coach, found: Found, day: date) -> float | None:
    """How much more of it was kept afterwards; nothing before that is over, or on few marks."""
    told = found.told
    if told is None or told + _SPAN > day:
        return None
    before = _kept(coach, found.commitment, told - _SPAN, told - timedelta(days=1))
    after = _kept(coach, found.commitment, told, told + _SPAN - timedelta(days=1))
    return None if before is None or after is None else after - before


def _kept(coach: Coach, commitment: str, first: date, last: date) -> float | None:
    marks = coach.marks.between(first, last).get(commitment, {}).values()
    told = [mark.result == "kept" for mark in marks if mark.result != "pass"]
    return fmean(told) if len(told) >= _FEWEST else None
