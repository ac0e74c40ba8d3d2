"""L1: three scales, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from coach.deciding.records import Height, Reversible

Way = Literal["lead", "manage", "split"]


def way(ambiguity: Height, coupling: Height, reversible: Reversible) -> Way:
    """High, high and hard to take back: lead. Low, low and easy: manage. All else is both, in two parts."""
    if (ambiguity, coupling, reversible) == ("high", "high", "no"):
        return "lead"
    if (ambiguity, coupling, reversible) == ("low", "low", "yes"):
        return "manage"
    return "split"
