"""Where in the cycle a day lies, for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.cycle.season import ahead

if TYPE_CHECKING:
    from coach.cycle.season import Standing


def season_json(now: Standing) -> dict[str, Any]:
    """Where in the cycle a day lies, for a program."""
    following = ahead(now)[0]
    return {
        **now.season.as_json(),
        "ends": now.ends.isoformat(),
        "week": now.week,
        "weeks": now.weeks,
        "held": now.is_held,
        "days_over": now.days_over,
        "resting_until": now.rest.until.isoformat() if now.rest else None,
        "next": {
            "name": following.name,
            "starts": following.starts.isoformat(),
            "ends": following.ends.isoformat(),
        },
        "notices": [{"what": each.what, "days": each.days, "of": each.of} for each in now.notices],
    }
