"""How a commitment went, a sign a time. Every sign differs in shape, so that colour is never needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.managing.progress import Dot, Progress

SIGNS: dict[Dot, str] = {"kept": "●", "partly": "◐", "missed": "◌", "pass": "–", "open": "·"}


def dots(last: Iterable[Dot]) -> str:
    """The last times, oldest first."""
    return " ".join(SIGNS[dot] for dot in last)


def count(each: Progress) -> str:
    """So many of the last so many."""
    return f"{each.kept} of {each.of}" if each.of else ""


def sign(each: Progress) -> str:
    """How today went, or that it asks."""
    if each.today:
        return SIGNS[each.today.result]
    return "○" if each.is_due else " "
