"""S2, S15: the rhythms of execution and redesign, and when a season of one is planned to end."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import UsageError
from coach.core.texts import filled, table, words

if TYPE_CHECKING:
    from coach.cycle.records import SeasonName

DEFAULT = "ten-two"
OTHER: dict[SeasonName, SeasonName] = {"execution": "redesign", "redesign": "execution"}
_WEEK = 7
_MOST_WEEKS = {"execution": 52, "redesign": 13}
_CUSTOM = r"([0-9]{1,2}) ?\+ ?([0-9]{1,2})"


class CycleRhythm(NamedTuple):
    """How long each of the two seasons lasts: some days, or until a day of the calendar."""

    id: str
    short: str
    """As one of a few it is offered beside."""
    name: str
    about: str
    days: dict[SeasonName, int]
    until: dict[SeasonName, str]
    sprint_weeks: int = 0
    """S8: so often the weekly review asks whether it is still the right problem; never, where there are no
    sprints."""
    reviews_go_on: bool = False
    """S5, S15: whether the weekly review is due in the window, too."""


def presets() -> list[CycleRhythm]:
    """The rhythms known to work."""
    return [_preset(each) for each in table("rhythms")["rhythm"]]


def find(typed: str) -> CycleRhythm:
    """A rhythm by its name, or by its weeks like 8+2."""
    name = typed.strip().lower()
    for each in presets():
        if name == each.id:
            return each
    if found := re.fullmatch(_CUSTOM, name):
        weeks: dict[SeasonName, int] = {"execution": int(found[1]), "redesign": int(found[2])}
        if all(1 <= weeks[season] <= _MOST_WEEKS[season] for season in weeks):
            days = {season: count * _WEEK for season, count in weeks.items()}
            said = f"{weeks['execution']}+{weeks['redesign']}"
            return CycleRhythm(said, said, filled(words.season.says.weeks, said=said), "", days, {})
        raise UsageError(words.season.error.a_rhythm_has_to_weeks_of)
    known = ", ".join(each.id for each in presets())
    raise UsageError(
        filled(words.season.error.there_is_no_rhythm, typed=typed),
        do=filled(words.season.error.there_are_and_weeks_like, known=known),
    )


def known(name: str) -> CycleRhythm:
    """By its name; the default for one that only a newer version knows."""
    try:
        return find(name)
    except UsageError:
        return find(DEFAULT)


def first_season(rhythm: CycleRhythm, name: SeasonName, day: date) -> SeasonName:
    """S5: what a practice begins with. Where the window has its place in the calendar, that is the window
    while it lasts."""
    until = rhythm.until.get("redesign")
    if name == "execution" and until and f"{day:%m-%d}" <= until:
        return "redesign"
    return name


def planned_end(rhythm: CycleRhythm, name: SeasonName, starts: date) -> date:
    """The last day of a season that begins on a day."""
    if name in rhythm.days:
        return starts + timedelta(days=rhythm.days[name] - 1)
    month, day = map(int, rhythm.until[name].split("-"))
    end = date(starts.year, month, day)
    if end < starts:
        end = date(starts.year + 1, month, day)
    # A window called in June does not last until March.
    return min(end, starts + timedelta(weeks=_MOST_WEEKS[name]) - timedelta(days=1))


def _preset(told: dict[str, str | int]) -> CycleRhythm:
    seasons: tuple[SeasonName, ...] = ("execution", "redesign")
    days = {season: int(told[f"{season}_days"]) for season in seasons if f"{season}_days" in told}
    until = {season: str(told[f"{season}_until"]) for season in seasons if f"{season}_until" in told}
    return CycleRhythm(
        str(told["id"]),
        str(told["short"]),
        str(told["name"]),
        str(told["about"]),
        days,
        until,
        int(told.get("sprint_weeks", 0)),
        bool(told.get("reviews_go_on", False)),
    )
