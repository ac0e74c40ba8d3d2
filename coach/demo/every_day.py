"""What the person of the demo wrote, and how the days were."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

from coach.checkin.checkins import Answers
from coach.checkin.records import MOSTLY
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.demo.life import Act, Life

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.checkin.records import Mostly, OnDirection

_CHECKED_IN = 0.86
_ON_DIRECTION: dict[Mostly, tuple[OnDirection, OnDirection]] = {
    "direction": ("most", "half"),
    "delivery": ("none", "hour"),
    "admin": ("none", "none"),
}
_LINE_WRITTEN = 0.35
_FRIDAY, _SATURDAY = 4, 5
_EVENING = time(21, 30)


def entries(life: Life) -> Iterator[Act]:
    """The journal."""
    for told in life.plan["entry"]:
        ago = told["ago"]
        weekday = life.day(ago).weekday()
        if "work" in told["tags"] and weekday >= _SATURDAY and ago:
            ago += weekday - _FRIDAY
        yield Act(
            life.at(ago, time.fromisoformat(told["at"])),
            partial(
                life.coach.journal.write,
                told["text"],
                tags=told["tags"],
                mode=told.get("mode"),
                share=told.get("share", False),
                prompt=told.get("prompt"),
            ),
        )


def checkins(life: Life) -> Iterator[Act]:
    """One on most days; what begins with ! is parked with it."""
    said = _Days(life)
    for ago in range(life.plan["days"], 0, -1):
        checks_in = life.chance.random() < _CHECKED_IN
        if checks_in and not any(first >= ago >= last for first, last in life.plan["gaps"]):
            yield Act(
                life.at(ago, _EVENING),
                partial(life.coach.checkins.keep, life.day(ago), said.answers(ago)),
            )


class _Days:
    """How each day was."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self._chance = life.chance
        self._unsaid: dict[int, list[str]] = {}

    def answers(self, ago: int) -> Answers:
        """What is said of a day."""
        plan = self._life.plan
        is_weekend = self._life.day(ago).weekday() >= _SATURDAY
        gave, took = self._tag("gave", is_weekend=is_weekend), self._tag("took", is_weekend=is_weekend)
        lift = sum(tide[2] for tide in plan["tides"] if tide[0] >= ago >= tide[1])
        felt = 3 + lift + gave.get("lift", 0) + took.get("lift", 0) + self._chance.gauss(0, 0.6)
        is_unusual = ago in plan["unusual"]
        energy = min(max(round(felt - 1.2 * is_unusual), LOWEST_ENERGY), HIGHEST_ENERGY)
        mostly = self._chance.choices(MOSTLY, (2, 5, 3))[0]
        return Answers(
            energy=energy,
            mostly=None if is_weekend else mostly,
            direction=None if is_weekend or ago % 3 == 0 else _ON_DIRECTION[mostly][ago % 2],
            gave=gave.get("name"),
            took=took.get("name"),
            line="" if is_weekend else self._line(energy),
            unusual=is_unusual,
        )

    def _tag(self, role: str, *, is_weekend: bool) -> dict[str, Any]:
        """What gave or took energy that day, or nothing worth a word."""
        all_of_them = self._life.plan["tag"]
        tags = [tag for tag in all_of_them if tag["role"] == role and (tag.get("weekend") or not is_weekend)]
        weights = [tag["weight"] for tag in tags]
        found: dict[str, Any] = self._chance.choices([*tags, {}], [*weights, sum(weights) / 4])[0]
        return found

    def _line(self, energy: int) -> str:
        """A line that fits the day; none is said again before all others were."""
        if self._chance.random() > _LINE_WRITTEN:
            return ""
        left = self._unsaid.get(energy)
        if not left:
            left = [line["text"] for line in self._life.plan["line"] if line["energy"] == energy]
            if energy in self._unsaid:  # signals and questions come to mind once
                left = [text for text in left if text[0] not in "!?"]
            self._chance.shuffle(left)
            self._unsaid[energy] = left
        return left.pop()
