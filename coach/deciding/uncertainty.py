"""L2: uncertainty in three parts: above 9 it is led, below 6 managed, between them split."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.core.texts import filled, words
from coach.deciding.records import BUCKETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    Reading = Literal["lead", "mixed", "manage"]

ABOVE, BELOW = 9, 6


def reading(total: int) -> Reading:
    """Which half it asks for."""
    return "lead" if total > ABOVE else "manage" if total < BELOW else "mixed"


def score_line(text: str, scores: Mapping[str, float]) -> str:
    """Its name, its sum, and its parts."""
    told = words.uncertainty
    parts = [filled(told.part_said, name=told.bucket[name], score=f"{scores[name]:g}") for name in BUCKETS]
    return filled(told.line, name=text, total=f"{sum(scores.values()):g}", parts=", ".join(parts))


def crossed(now: int, before: int) -> str:
    """That it asks for another half than the time before; nothing where it does not."""
    if reading(now) == reading(before):
        return ""
    said = words.uncertainty
    return filled(said.crossed, was=said.reading[reading(before)], now=said.reading[reading(now)])
