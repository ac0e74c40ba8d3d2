"""A number over time, in as many signs as there are values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = "▁▂▃▄▅▆▇█"
_MOST = 10


def spark(values: Sequence[float], scale: tuple[float, float] | None = None) -> str:
    """On a scale, or between their lowest and their highest; what never moved lies in the middle then."""
    shown = values[-_MOST:]
    if not shown:
        return ""
    low, high = scale or (min(shown), max(shown))
    if low == high:
        return _SIGNS[3] * len(shown)
    return "".join(_SIGNS[round((each - low) / (high - low) * (len(_SIGNS) - 1))] for each in shown)
