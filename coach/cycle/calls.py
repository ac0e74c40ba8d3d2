"""S9: what was called before its day in a year, each with what came of it; too many, and none for long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.days import A_YEAR
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.reassessment import LATELY, OFTEN, RARE
from coach.cycle.season import is_early

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.records import Reassessment, Season

_WHY = 60


class Call(NamedTuple):
    """One of them."""

    day: date
    name: str
    because: str
    came: str


def calls_of(coach: Coach, since: date) -> list[Call]:
    """Those since a day, the latest first: windows opened before their day, and emergencies."""
    begun = coach.reassessments.since(since)
    by_season = {each.season: each for each in begun if each.name != "emergency"}
    found = [_of_window(each, by_season.get(each.id)) for each in coach.seasons.all() if is_early(each)]
    found += [_of_emergency(coach, each) for each in begun if each.name == "emergency"]
    return sorted((each for each in found if each.day >= since), key=lambda each: each.day, reverse=True)


def calls_lines(coach: Coach) -> list[str]:
    """How often in ten weeks, what that may mean, and each of the last twelve months."""
    seasons = [each for each in coach.seasons.all() if each.name == "execution"]
    if not seasons:
        return []
    day, told = coach.today(), words.reassessment.sudden
    found = calls_of(coach, day - A_YEAR)
    count = sum(each.day > day - LATELY for each in found)
    lines = [filled(told.count, count=count)]
    if count >= OFTEN:
        lines[0] += f" {told.often}"
    elif len(seasons) > RARE and not any(each.day >= seasons[-1 - RARE].starts for each in found):
        lines[0] += f" {told.rare}"
    for each in found:
        because = first_line(each.because, _WHY)
        named = told.kind[each.name]
        lines.append(
            filled(told.row, day=coach.days.say(each.day), kind=named, because=because, came=each.came)
        )
    return lines


def _of_window(season: Season, kept: Reassessment | None) -> Call:
    return Call(season.starts, "called", season.because, _came(kept))


def _of_emergency(coach: Coach, kept: Reassessment) -> Call:
    return Call(coach.days.of(kept.at), "emergency", kept.answers.get("premise", ""), _came(kept))


def _came(kept: Reassessment | None) -> str:
    """What it changed, in a few words."""
    told = words.reassessment.sudden.came
    if kept is None or kept.left:
        return told.left
    if not kept.closed:
        return told.open
    parts = ", ".join(words.season.page[name].lower() for name in kept.changed)
    return filled(told.changed, parts=parts) if parts else told.unchanged
