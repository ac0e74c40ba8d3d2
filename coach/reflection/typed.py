"""A number as a person types it, and reads it."""

from __future__ import annotations

from math import isfinite

from coach.core.errors import UsageError
from coach.core.texts import filled, words


def number_of(typed: str) -> float | None:
    """A number as it is written in either half of the world."""
    if not typed.strip():
        return None
    try:
        found = float(typed.strip().replace(",", "."))
    except ValueError:
        found = float("nan")
    if not isfinite(found):
        raise UsageError(
            filled(words.reflect.error.is_not_a_number, typed=typed),
            do=words.reflect.error.leave_it_empty_if_you_do,
        )
    return found


def as_typed(value: float) -> str:
    """A number as a person would write it."""
    return str(int(value)) if value == int(value) else str(value)
