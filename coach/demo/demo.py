"""A lived-in year of a believable person, dated back from today: to look around in, apart from real data."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from coach.app import Coach, build
from coach.checkin.records import MOSTLY, Checkin
from coach.commitments.records import Commitment
from coach.core.errors import UsageError
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.texts import table
from coach.demo.assessed import Lookings
from coach.demo.held import Held
from coach.demo.mentor import people, talked
from coach.demo.told import Stamps
from coach.journal.records import Entry
from coach.signals.records import Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.days import Clock
    from coach.core.paths import Paths
    from coach.core.record import Record

_SEED = 20
_CHECKED_IN = 0.86
_LINE_WRITTEN = 0.35
_FRIDAY, _SATURDAY = 4, 5
_EVENING = time(21, 30)


def live_a_year(paths: Paths, clock: Clock) -> Coach:
    """The coach over an empty home, after a year. A home that holds anything is refused."""
    coach = build(paths, clock)
    if not coach.store.is_new():
        raise UsageError(
            f"there is data in {paths.home}", kept="Nothing was changed", do="The demo wants an empty folder"
        )
    year = _Year(coach)
    with coach.store.change("a year of somebody's life") as change:
        for record in year.records():
            change.add(record.kind, record.id, record.fields())
    with coach.store.change("a packet, and the answer to it") as change:
        for record in year.talked():
            change.add(record.kind, record.id, record.fields())
    return coach


class _Year:
    """One year for a day, whoever asks."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._clock = coach.clock
        self._today = coach.today()
        self._now = coach.clock.now()
        self._plan: Any = table("year", "demo")
        self._chance = random.Random(_SEED)  # noqa: S311 - a story, no secret
        self._stamps = Stamps(self._clock, self._today, self._chance)
        self._unsaid: dict[int, list[str]] = {}

    def records(self) -> Iterator[Record]:
        """Everything, in the order in which it was written."""
        held = Held(self._plan, self._clock, self._stamps, self._chance)
        told = [*held.records()]
        yield from told
        yield from self._entries()
        yield from self._checkins()
        commitments = {each.text: each.id for each in told if isinstance(each, Commitment)}
        yield from Lookings(self._plan, self._stamps, held, commitments).records()

        yield from people(self._plan, self._stamps)

    def talked(self) -> Iterator[Record]:
        """What was made of it for a mentor, once it lies there."""
        yield from talked(self._coach, self._plan, self._stamps)

    def _entries(self) -> Iterator[Entry]:
        for told in self._plan["entry"]:
            day = self._today - timedelta(days=told["ago"])
            if "work" in told["tags"] and day.weekday() >= _SATURDAY and told["ago"]:
                day -= timedelta(days=day.weekday() - _FRIDAY)
            at = self._clock.at(datetime.combine(day, time.fromisoformat(told["at"])))
            if at > self._now:
                continue  # today has not come so far
            yield Entry(
                id=self._stamps.id(at),
                created=at,
                created_zone=self._clock.zone,
                text=told["text"],
                at=at,
                zone=self._clock.zone_of(at),
                tags=tuple(told["tags"]),
                mode=told.get("mode"),
                share=told.get("share", False),
                prompt=told.get("prompt"),
                source="app",
            )

    def _checkins(self) -> Iterator[Checkin | Signal]:
        for ago in range(self._plan["days"], 0, -1):
            checks_in = self._chance.random() < _CHECKED_IN
            if checks_in and not any(first >= ago >= last for first, last in self._plan["gaps"]):
                checkin = self._checkin(ago)
                yield checkin
                if checkin.line.startswith("!"):
                    yield Signal(
                        id=self._stamps.id(checkin.created),
                        created=checkin.created,
                        created_zone=checkin.created_zone,
                        text=checkin.line.removeprefix("!").strip(),
                        at=checkin.at,
                        zone=checkin.zone,
                        checkin=checkin.id,
                        source="app",
                        **self._settled(ago),
                    )

    def _settled(self, ago: int) -> dict[str, Any]:
        """What was parked before the last window was answered in the one after it."""
        closed = [each["closed"] for each in self._plan["reassessment"] if each["closed"] < ago]
        if not closed:
            return {}
        at = self._clock.at(datetime.combine(self._today - timedelta(days=max(closed)), _EVENING))
        return {"settled": "drop", "because": self._plan["parked_because"], "settled_at": at}

    def _checkin(self, ago: int) -> Checkin:
        day = self._today - timedelta(days=ago)
        is_weekend = day.weekday() >= _SATURDAY
        gave, took = self._tag("gave", is_weekend=is_weekend), self._tag("took", is_weekend=is_weekend)
        lift = sum(tide[2] for tide in self._plan["tides"] if tide[0] >= ago >= tide[1])
        felt = 3 + lift + gave.get("lift", 0) + took.get("lift", 0) + self._chance.gauss(0, 0.6)
        is_unusual = ago in self._plan["unusual"]
        energy = min(max(round(felt - 1.2 * is_unusual), LOWEST_ENERGY), HIGHEST_ENERGY)
        written = self._clock.at(datetime.combine(day, _EVENING))
        at = self._noon(ago)
        mostly = self._chance.choices(MOSTLY, (2, 5, 3))[0]
        return Checkin(
            id=self._stamps.id(written),
            created=written,
            created_zone=self._clock.zone,
            day=day,
            at=at,
            zone=self._clock.zone_of(at),
            energy=energy,
            mostly=None if is_weekend else mostly,
            gave=gave.get("name"),
            took=took.get("name"),
            line="" if is_weekend else self._line(energy),
            unusual=is_unusual,
            source="app",
        )

    def _tag(self, role: str, *, is_weekend: bool) -> dict[str, Any]:
        """What gave or took energy that day, or nothing worth a word."""
        tags = [
            tag for tag in self._plan["tag"] if tag["role"] == role and (tag.get("weekend") or not is_weekend)
        ]
        weights = [tag["weight"] for tag in tags]
        found: dict[str, Any] = self._chance.choices([*tags, {}], [*weights, sum(weights) / 4])[0]
        return found

    def _line(self, energy: int) -> str:
        """A line that fits the day; none is said again before all others were."""
        if self._chance.random() > _LINE_WRITTEN:
            return ""
        left = self._unsaid.get(energy)
        if not left:
            left = [line["text"] for line in self._plan["line"] if line["energy"] == energy]
            if energy in self._unsaid:  # signals and questions come to mind once
                left = [text for text in left if text[0] not in "!?"]
            self._chance.shuffle(left)
            self._unsaid[energy] = left
        return left.pop()

    def _noon(self, ago: int) -> datetime:
        return self._clock.noon(self._today - timedelta(days=ago))
