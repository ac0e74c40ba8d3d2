"""How answers become scales, and which difference is one: M13 to M15 as plain functions. The assumed
reliability is .70 for a sign and .85 for a scale; every limit below follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

ENOUGH = 5
"""So many of its six signs answered, and a scale is told."""
SIGN_REAL = 2
"""Steps: from so many on, a sign has changed."""
SCALE_REAL, SCALE_POSSIBLE = 0.9, 0.6
APART = 0.86
"""Within this, the two scales cannot be told apart."""
BALANCE_REAL = 1.2
STANDS_OUT = 2
"""Two or three times in ten days: from here on a sign is told, and asked again in mid-season."""
OFTEN = 3
"""Four times and more."""
SELDOM = 1
HASTY = 2.0
"""Seconds a question: below, it was hardly read."""
_STRAIGHT = 10
"""So many equal answers, and no other."""
_EPSILON = 1e-9
"""Means of sixths are not exact."""

Change = Literal["real", "possible"]
Reading = Literal["managing", "leading", "strain", "even", "open"]


def score(answers: Mapping[str, float], signs: Collection[str]) -> float | None:
    """The mean of a scale, when enough of its signs were answered."""
    told = [answers[each] for each in signs if each in answers]
    return sum(told) / len(told) if len(told) >= ENOUGH else None


def balance(managing: float | None, leading: float | None) -> float | None:
    """How much more there is of over-managing than of over-leading."""
    return None if managing is None or leading is None else managing - leading


def reading(managing: float | None, leading: float | None) -> Reading:
    """How the two lie together. Both high is strain, and no balance."""
    if managing is None or leading is None:
        return "open"
    if abs(managing - leading) > APART + _EPSILON:
        return "managing" if managing > leading else "leading"
    return "strain" if min(managing, leading) >= STANDS_OUT - _EPSILON else "even"


def band(value: float) -> str:
    """A scale in a word, by its name in assets/content/assessment/assess.toml."""
    return str(min(int(value + _EPSILON), OFTEN))


def scale_change(before: float | None, now: float | None) -> Change | None:
    """Whether a scale has changed, surely or perhaps. What is smaller is never told."""
    if before is None or now is None:
        return None
    moved = abs(now - before) + _EPSILON
    return "real" if moved >= SCALE_REAL else "possible" if moved >= SCALE_POSSIBLE else None


def has_balance_moved(before: float | None, now: float | None) -> bool:
    """Whether the balance has."""
    return before is not None and now is not None and abs(now - before) + _EPSILON >= BALANCE_REAL


def has_sign_changed(before: float | None, now: float | None) -> bool:
    """Whether a sign has."""
    return before is not None and now is not None and abs(now - before) >= SIGN_REAL


def standing_out(answers: Mapping[str, float], signs: Iterable[str]) -> list[str]:
    """The signs that were more than a single time, the most frequent first, else in the order given."""
    own = [each for each in signs if answers.get(each, 0) >= STANDS_OUT]
    return sorted(own, key=lambda each: -answers[each])


def says_little(answers: Mapping[str, float], spent: Mapping[str, float]) -> bool:
    """Whether it went too fast to be read, or every answer was the same."""
    took = sorted(spent[each] for each in answers if each in spent)
    is_hasty = bool(took) and took[len(took) // 2] < HASTY
    return is_hasty or is_straight(answers)


def is_straight(answers: Mapping[str, float]) -> bool:
    """Whether every answer was the same."""
    return len(answers) >= _STRAIGHT and len(set(answers.values())) == 1
