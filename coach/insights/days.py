"""On which days everything is looked at."""

from __future__ import annotations

from datetime import date

_ROUND = 4
"""So many weeks go by until everything is looked at again."""


def looked_until(day: date) -> date:
    """The last day of the latest four whole weeks: what is asked every month is asked of the same days by
    whoever asks."""
    whole = (day.toordinal() - 1) // (7 * _ROUND)
    return date.fromordinal(whole * 7 * _ROUND) if whole else day
