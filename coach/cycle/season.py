"""S1, S2: which season it is, as plain functions of what was opened, of the days of rest, and of a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.cycle.rhythms import OTHER, known, planned_end
from coach.pauses.pauses import rested, resting, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.cycle.records import Season, SeasonName
    from coach.pauses.records import Rest

_WEEK = 7
_DAY = timedelta(days=1)
_TOLD_FOR = timedelta(days=14)


class Notice(NamedTuple):
    """Something about a window that a person would rather know (S2)."""

    what: Literal["due", "over", "late", "moved", "short", "left", "skipped"]
    days: int
    """So many days late, or so many days used."""
    of: int = 0
    """Of so many days."""


class Planned(NamedTuple):
    """A season yet to come."""

    name: SeasonName
    starts: date
    ends: date

    @property
    def weeks(self) -> int:
        """How many weeks it lasts, the last one perhaps in part."""
        return _weeks((self.ends - self.starts).days + 1)


class Standing(NamedTuple):
    """Where in the cycle a day lies."""

    day: date
    season: Season
    number: int
    """How many seasons there were before it."""
    ends: date
    """The last day, with the days of rest that came upon it."""
    week: int
    weeks: int
    cycle_starts: date
    """When execution began after the last window that was held."""
    execution_weeks: int
    """How long the execution of this cycle was, or is, planned to be."""
    execution_done: int
    """How many weeks of it have begun."""
    rest: Rest | None
    notices: tuple[Notice, ...]
    free_until: date | None = None
    """The last day on which a frame that is held may still become another one: in its first days it is being
    found."""

    @property
    def is_held(self) -> bool:
        """Whether the frame is held. It is until the window is opened, also when its day has come."""
        return self.season.name == "execution"

    @property
    def holds_reviews(self) -> bool:
        """Whether the weekly review is due: while executing, and in the windows of some rhythms (S5, S15)."""
        return self.rest is None and (self.is_held or known(self.season.rhythm).reviews_go_on)

    def ends_sprint(self, day: date) -> bool:
        """S8: whether the week that a review of this day looks back on is the last of a sprint."""
        weeks = known(self.season.rhythm).sprint_weeks
        week = (day - self.season.starts).days // _WEEK + 1
        return self.is_held and bool(weeks) and week > 0 and week % weeks == 0

    @property
    def next_name(self) -> SeasonName:
        """What comes after it."""
        return OTHER[self.season.name]

    @property
    def next_starts(self) -> date:
        """When that is planned for."""
        return self.ends + _DAY

    @property
    def days_over(self) -> int:
        """How many days ago it was planned to end."""
        return max((self.day - self.ends).days, 0)


def is_early(season: Season) -> bool:
    """S9: whether it is a window that was called before its day."""
    return season.name == "redesign" and season.due is not None and season.starts < season.due


def in_order(seasons: Sequence[Season]) -> list[Season]:
    """The seasons as they followed one another."""
    return sorted(seasons, key=lambda each: (each.starts, each.id))


def at(seasons: Sequence[Season], day: date) -> Season | None:
    """The season a day lies in."""
    found = [each for each in seasons if each.starts <= day and (each.closed is None or day < each.closed)]
    return max(found, key=lambda each: (each.starts, each.id), default=None)


def standing(seasons: Sequence[Season], rests: Sequence[Rest], day: date) -> Standing | None:
    """Where a day lies; nowhere, while no season was opened."""
    season = at(seasons, day)
    if season is None:
        return None
    ordered = in_order(seasons)
    before = ordered[: ordered.index(season)]
    last = before[-1] if before else None
    ends = shifted(season.ends, season.starts, rests)
    planned = (season.ends - season.starts).days + 1
    own = _weeks(planned)
    spent = (min(day, ends) - season.starts).days - rested(rests, season.starts, min(day, ends))
    week = min(max(spent, 0) // _WEEK + 1, own)
    execution = last if last and season.name == "redesign" else season
    unasked = execution
    for each in reversed(before):
        if each.name == "execution" and each.starts <= unasked.starts:
            unasked = each
        elif each is not execution:
            break
    return Standing(
        day=day,
        season=season,
        number=len(before),
        ends=ends,
        week=week,
        weeks=own,
        cycle_starts=unasked.starts,
        execution_weeks=_weeks((execution.ends - execution.starts).days + 1),
        execution_done=_weeks((season.starts - execution.starts).days) if execution is not season else week,
        rest=resting(rests, day),
        notices=tuple(_notices(season, last, ends, rests, day)),
    )


def cycle_weeks(now: Standing) -> tuple[int, int]:
    """How many weeks of execution and of redesign the cycle has."""
    redesign = now.weeks if now.season.name == "redesign" else ahead(now)[0].weeks
    return now.execution_weeks, redesign


def ahead(now: Standing) -> list[Planned]:
    """What is planned after this season: the next three, a whole cycle and the season that leads to it."""
    rhythm = known(now.season.rhythm)
    name, starts = now.next_name, max(now.next_starts, now.day)
    found = []
    for _ in range(3):
        found.append(Planned(name, starts, planned_end(rhythm, name, starts)))
        name, starts = OTHER[name], found[-1].ends + _DAY
    return found


def _notices(
    season: Season, last: Season | None, ends: date, rests: Sequence[Rest], day: date
) -> list[Notice]:
    """What became of the window, said in the first two weeks after."""
    found: list[Notice] = []
    over = (day - ends).days
    if over > 0:
        found.append(Notice("due" if season.name == "execution" else "over", over - 1))
    if season.name == "execution" and (away := moved_by(season)) > 0:
        found.append(Notice("moved", away))
    if day - season.starts > _TOLD_FOR:
        return found
    if season.name == "redesign" and season.due and season.starts > season.due:
        found.append(Notice("late", (season.starts - season.due).days))
    if season.name == "execution" and last and last.closed:
        of = planned_days(last)
        used = (last.closed - last.starts).days - rested(rests, last.starts, last.closed - _DAY)
        if last.name == "execution":
            found.append(Notice("skipped", 0))
        elif used < of and not (used == 0 and of == 1):  # gone through on the day it was opened
            found.append(Notice("short", used, of))
        elif last.left:
            found.append(Notice("left", 0))
    return found


def planned_days(season: Season) -> int:
    """How long it was to be before anybody moved its end."""
    return ((season.planned or season.ends) - season.starts).days + 1


def moved_by(season: Season) -> int:
    """S2: by how many days its end was put off; fewer than none, where it was brought nearer."""
    return (season.ends - (season.planned or season.ends)).days


def _weeks(days: int) -> int:
    return -(-days // _WEEK)
