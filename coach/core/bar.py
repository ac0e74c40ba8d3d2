"""A bar of any share."""

from __future__ import annotations

FULL, EMPTY = "█", "░"


def bar(share: float, width: int) -> tuple[str, str]:
    """What is full of it, and what is not; a share that is not nothing is seen."""
    full = round(min(max(share, 0), 1) * width)
    full = max(full, 1) if share > 0 else 0
    return FULL * full, EMPTY * (width - full)
