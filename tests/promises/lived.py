"""Homes of one person who has lived with coach for years: the sample year lived again and again, an entry a
day, and twenty commitments marked on nearly every day they were due."""

from __future__ import annotations

import json
import os
import re
import tempfile
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.app import Coach, build
from coach.core.days import Clock
from coach.core.ids import TAIL
from coach.core.paths import Paths
from coach.demo.demo import live_a_year
from coach.store.format import kinds_in
from tests.promises.homes import NOW, check_in, hold, write_daily

if TYPE_CHECKING:
    from coach.store.format import Fields

    Records = list[tuple[str, str, Fields]]

_YEAR = timedelta(weeks=52)
_STILL_OPEN = timedelta(days=70)
"""What was begun so lately in the sample year may be open; a year ago nothing was."""
_ONE_OF_EACH = {"people", "titles", "domains", "programmes", "handovers", "agenda", "looks", "findings"}
_DAILY = {"entries", "checkins"}
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d")
_ID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b")
_MILLISECONDS = 12
_SPREAD = 0x9E3779B97F4A7C15
"""By which the ends of ids differ from year to year."""


def live(home: str, years: int) -> Coach:
    """A home with so many years in it, the last of which ends today."""
    coach = build(Paths(home), Clock(NOW))
    base = _sample_year()
    with coach.store.change(f"{years} years") as change:
        for ago in range(years):
            for kind, record_id, fields in _years_before(base, ago) if ago else base:
                change.add(kind, record_id, fields)
    write_daily(coach, years)
    check_in(coach, 365 * (years - 1), since=365)
    hold(coach, years=years, begins_season=False)
    return coach


def _sample_year() -> Records:
    with tempfile.TemporaryDirectory(prefix="coach-lived-") as folder:
        store = live_a_year(Paths(os.path.join(folder, "home")), Clock(NOW)).store
        return [
            (kind, record_id, dict(fields))
            for name in ("standing", *store.months())
            for kind in kinds_in(store.tables(name))
            for record_id, fields in store.records(name, kind).items()
        ]


def _years_before(base: Records, ago: int) -> Records:
    """The same, so many years earlier, with ids of their time."""
    back = _YEAR * ago
    lately = f"{NOW.date() - _STILL_OPEN}"
    text = json.dumps(
        [
            each
            for each in base
            if each[0] not in _ONE_OF_EACH | {"checkins"}
            and (each[0] in _DAILY or each[2]["created"] < lately)
        ]
    )
    text = _DAY.sub(lambda found: f"{date.fromisoformat(found[0]) - back}", text)
    text = _ID.sub(lambda found: _earlier(found[0], ago), text)
    return [(kind, record_id, fields) for kind, record_id, fields in json.loads(text)]


def _earlier(record_id: str, ago: int) -> str:
    digits = record_id.replace("-", "")
    moment = int(digits[:_MILLISECONDS], 16) - int((_YEAR * ago).total_seconds() * 1000)
    tail = int(digits[-TAIL:], 16) ^ ago * _SPREAD & (1 << 4 * TAIL) - 1
    digits = f"{moment:012x}{digits[_MILLISECONDS:-TAIL]}{tail:012x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
