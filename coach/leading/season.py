"""S1, S2: which season it is, as plain functions of what was opened, of the days of rest, and of a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.leading.rhythms import OTHER, find, planned_end
from coach.rests import rested, resting, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.records import Rest, Season, SeasonName

_WEEK = 7
_DAY = timedelta(days=1)
_TOLD_FOR = timedelta(days=14)


class Notice(NamedTuple):
    """Something about a window that a person would rather know (S2)."""

    what: Literal["due", "over", "late", "short", "skipped"]
    days: int
    """So many days late, or so many days used."""
    of: int = 0
    """Of so many days."""


class Planned(NamedTuple):
    """A season yet to come."""

    name: SeasonName
    starts: date
    ends: date


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
    next: Planned
    cycle_starts: date
    """When the execution of this cycle began."""
    cycle_weeks: tuple[int, int]
    """How many weeks of execution and of redesign the cycle has."""
    rest: Rest | None
    notices: tuple[Notice, ...]

    @property
    def is_held(self) -> bool:
        """Whether the frame is held. It is until the window is opened, also when its day has come."""
        return self.season.name == "execution"

    @property
    def days_over(self) -> int:
        """How many days ago it was planned to end."""
        return max((self.day - self.ends).days, 0)


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
    before = [each for each in in_order(seasons) if each.starts < season.starts]
    last = before[-1] if before else None
    ends = shifted(season.ends, season.starts, rests)
    planned = (season.ends - season.starts).days + 1
    spent = (min(day, ends) - season.starts).days - rested(rests, season.starts, min(day, ends))
    following = _following(season, ends)
    cycle = [each for each in before if each.name == "execution"] if season.name == "redesign" else []
    own, other = _weeks(planned), _weeks((following.ends - following.starts).days + 1)
    if cycle:
        other = _weeks((cycle[-1].ends - cycle[-1].starts).days + 1)
    return Standing(
        day=day,
        season=season,
        number=len(before),
        ends=ends,
        week=min(max(spent, 0) // _WEEK + 1, own),
        weeks=own,
        next=following,
        cycle_starts=cycle[-1].starts if cycle else season.starts,
        cycle_weeks=(own, other) if season.name == "execution" else (other, own),
        rest=resting(rests, day),
        notices=tuple(_notices(season, last, ends, rests, day)),
    )


def ahead(now: Standing) -> list[Planned]:
    """What is planned after this season: the next three."""
    found = [now.next]
    rhythm = find(now.season.rhythm)
    while len(found) <= 2:  # noqa: PLR2004 - a whole cycle and the season that leads to it
        name = OTHER[found[-1].name]
        starts = found[-1].ends + _DAY
        found.append(Planned(name, starts, planned_end(rhythm, name, starts)))
    return found


def _following(season: Season, ends: date) -> Planned:
    name, starts = OTHER[season.name], ends + _DAY
    return Planned(name, starts, planned_end(find(season.rhythm), name, starts))


def _notices(
    season: Season, last: Season | None, ends: date, rests: Sequence[Rest], day: date
) -> list[Notice]:
    """What became of the window, said in the first two weeks after."""
    found: list[Notice] = []
    over = (day - ends).days
    if over > 0:
        found.append(Notice("due" if season.name == "execution" else "over", over))
    if day - season.starts > _TOLD_FOR:
        return found
    if season.name == "redesign" and season.due and season.starts > season.due:
        found.append(Notice("late", (season.starts - season.due).days))
    if season.name == "execution" and last and last.closed:
        of = (last.ends - last.starts).days + 1
        used = (last.closed - last.starts).days - rested(rests, last.starts, last.closed - _DAY)
        if last.name == "execution":
            found.append(Notice("skipped", 0))
        elif used < of:
            found.append(Notice("short", used, of))
    return found


def _weeks(days: int) -> int:
    return -(-days // _WEEK)
