"""L16: how sure one is of the week to come, from 1 to 5; kept as a share of a hundred, as it always was."""

from __future__ import annotations

STEPS = 5
_OF_A_HUNDRED = 100 / STEPS
_HALF = 0.5


def step_of(share: float | None) -> int | None:
    """As it is asked and shown."""
    return None if share is None else max(1, int(share / _OF_A_HUNDRED + _HALF))


def share_of(step: float | None) -> float | None:
    """As it is kept."""
    return None if step is None else step * _OF_A_HUNDRED
