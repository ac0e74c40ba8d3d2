"""M6, M21: two ladders of five levels, rated once a quarter by what was done."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coach.core.days import quarter_of
from coach.core.errors import UsageError
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import table, wordings_of, words
from coach.ladders.records import LadderRating
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from coach.assessment.records import Wording
    from coach.core.record import Source
    from coach.ladders.records import Ladder

STANDS = 4
"""Each skill of a level at least so: then it stands."""


class Practice(NamedTuple):
    """How a level is practised."""

    id: str
    text: str
    rhythm: str
    cue: str
    act: str


class Level(NamedTuple):
    """A rung."""

    id: str
    ladder: Ladder
    title: str
    about: str
    skills: dict[str, str]
    example: str
    practices: tuple[Practice, ...]


class Climbed(NamedTuple):
    """A level, and how one rated oneself on it."""

    level: Level
    skills: Mapping[str, float]

    @property
    def stands(self) -> bool:
        """Whether every one of its skills is there reliably."""
        return all(self.skills.get(each, 0) >= STANDS for each in self.level.skills)


@cache
def levels(ladder: Ladder, wording: Wording = "team") -> tuple[Level, ...]:
    """The five of a ladder, from the lowest."""
    return tuple(
        Level(
            each["id"],
            ladder,
            each["title"],
            each["about"],
            {skill["id"]: wordings_of(skill)[wording] for skill in each["skills"]},
            wordings_of(each["example"])[wording],
            tuple(_practice(own, wording) for own in each["practice"]),
        )
        for each in table("ladders")["level"]
        if each["ladder"] == ladder
    )


def _practice(own: dict[str, str], wording: Wording) -> Practice:
    cue, act = ("cue", "act") if wording == "team" else ("alone_cue", "alone_act")
    return Practice(own["id"], wordings_of(own)[wording], own["rhythm"], own[cue], own[act])


def climbed(ladder: Ladder, skills: Mapping[str, float], wording: Wording = "team") -> tuple[Climbed, ...]:
    """The five, as they are rated."""
    return tuple(Climbed(each, skills) for each in levels(ladder, wording))


def next_level(found: tuple[Climbed, ...]) -> Level | None:
    """The first that does not stand yet: that is where practising helps."""
    return next((each.level for each in found if not each.stands), None)


def stage(standing: int) -> tuple[str, str]:
    """M21: how the two grow together, by how many levels stand on both."""
    found = max((each for each in table("ladders")["stage"] if each["from"] <= standing), key=_from)
    return str(found["title"]), str(found["text"])


class Ratings(Service):
    """How one rated oneself."""

    def of(self, ladder: Ladder, since: date | None = None) -> list[LadderRating]:
        """Those of a ladder, the earliest quarter first; of a quarter the one that counts."""
        return self._that_count(self._store.read_since(since, LadderRating, where("ladder") == ladder))

    def last_rated(self, since: date) -> LadderRating | None:
        """What was rated last on any of them."""
        found = self._that_count(self._store.read_since(since, LadderRating))
        return max(found, key=lambda each: (each.last, each.id), default=None)

    def _that_count(self, read: Iterable[LadderRating]) -> list[LadderRating]:
        found: dict[tuple[date, Ladder], LadderRating] = {}
        for each in read:
            if each.is_later_than(found.get((each.last, each.ladder))):
                found[each.last, each.ladder] = each
        return [each for _, each in sorted(found.items())]

    def rate(self, ladder: Ladder, skills: Mapping[str, float], source: Source = "app") -> LadderRating:
        """This quarter's rating, once more if there is one."""
        if not skills:
            raise UsageError(words.ladders.nothing)
        clock = self._store.clock
        last = quarter_of(self._today())[1]
        with self._store.change(f"{words.ladders.undo} {words.ladders.ladder[ladder]}") as change:
            kept = next((each for each in self.of(ladder) if each.last == last), None)
            if kept:
                known = {name for each in levels(ladder) for name in each.skills}
                others = {name: step for name, step in kept.skills.items() if name not in known}
                rating = kept.but(skills=others | dict(skills), updated=clock.now())
            else:
                rating = LadderRating(
                    **happened(clock), ladder=ladder, last=last, skills=dict(skills), source=source
                )
            change.keep(rating)
        return rating


def _from(each: Mapping[str, int]) -> int:
    return each["from"]
