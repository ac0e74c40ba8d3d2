"""L10: two numbers of the frame that go in opposite directions."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.chance import of_slope
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.frame.frames import NUMBERS

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.reflection.reviews import Said

_PARTING, _WEEKS, _SELDOM = timedelta(weeks=13), 6, 0.05


def parted(coach: Coach, day: date, now: Said | None = None) -> str:
    """L10: that the two numbers have gone in opposite directions for weeks, beyond chance; nothing for one
    week's wiggle. Where less is better, a fall is a rise."""
    frame = coach.frames.on(day)
    since = {name: coach.frames.part_since(name, day) for name in NUMBERS}
    series = coach.reviews.series(day, since, _PARTING)
    for name in NUMBERS:
        value = getattr(now, name, None)
        if value is not None:
            series[name] = [*series[name], value]
    if frame is None or min(map(len, series.values())) < _WEEKS:
        return ""
    said: dict[str, str] = {}
    ways = []
    for name, values in series.items():
        began, ends = fmean(values[: len(values) // 3]), fmean(values[-(len(values) // 3) :])
        is_clear = of_slope(values) <= _SELDOM
        better = -1 if frame.less in {name, "both"} else 1
        ways.append(better * (ends - began) if is_clear else 0.0)
        said |= {f"{name}_before": f"{began:.3g}", name: f"{ends:.3g}"}
    if ways[0] * ways[1] >= 0:
        return ""
    return filled(words.weekly.diverged, count=counted(len(series["flow"]), "week"), **said)
