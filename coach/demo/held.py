"""What the person of the demo holds: frames, seasons, commitments with their marks, reviews, signals."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from coach.commitments.records import Commitment, Mark, Turn
from coach.commitments.recurrence import Rule, on
from coach.commitments.rhythm import read, say
from coach.cycle.records import Season
from coach.demo.told import Stamps, Told
from coach.frame.records import Frame, Quote
from coach.pauses.records import Rest
from coach.reflection.records import Reflection

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from coach.core.days import Clock
    from coach.core.record import Record

_FRIDAY = 4
_EVENING = time(21)
_PARTLY, _SAID = 0.3, 0.93
"""How often what was not kept was done in part; how often anything was said at all."""
_LOUD = 3
_FLOW, _OUTCOME = (5, 9), (0, 2)


class Held:
    """What is held, decided by the day and nothing else."""

    def __init__(self, plan: Any, clock: Clock, stamps: Stamps, chance: random.Random) -> None:
        self._plan = plan
        self._clock = clock
        self._chance = chance
        self._stamps = stamps

    def records(self) -> Iterator[Record]:
        """Everything, kind by kind."""
        frame_id = ""
        for told in self._plan["frame"]:
            made = self._stamps.made(told["ago"])
            parts = ("direction", "giving_up", "outcome", "flow", "context")
            frame_id = made["id"]
            yield Frame(**made, because=told.get("because", ""), **{name: told[name] for name in parts})
        seasons = [*self._seasons()]
        yield from seasons
        self._told = Told(self._plan, self._stamps, seasons)
        for told in self._plan["rest"]:
            first, until = self._stamps.day(told["from"]), self._stamps.day(told["to"])
            made = self._stamps.made(told["from"])
            yield Rest(**made, what="pause", first=first, until=until, because=told["because"])
        yield from self._told.records()
        for told in self._plan["commitment"]:
            yield from self.commitment(told, self._told.reflections.get(told.get("trial_of", -1)))
        yield from self._reviews()
        for told in self._plan["quote"]:
            made = self._stamps.happened(told["ago"])
            yield Quote(**made, text=told["text"], frame=frame_id, source="app")

    def _seasons(self) -> Iterator[Season]:
        told_before = None
        for told in self._plan["season"]:
            is_open = told["to"] < 0
            yield Season(
                **self._stamps.made(told["from"]),
                name=told["name"],
                rhythm="ten-two",
                starts=self._stamps.day(told["from"]),
                ends=self._stamps.day(told["planned"]),
                due=self._stamps.day(told_before["planned"] - 1) if told_before else None,
                closed=None if is_open else self._stamps.day(told["to"] - 1),
            )
            told_before = told

    def commitment(self, told: dict[str, Any], trial_of: str | None = None) -> Iterator[Record]:
        """One, with its marks and what became of it."""
        starts, rule = self._stamps.day(told["ago"]), read(told["rhythm"])
        made = self._stamps.made(told["ago"])
        words = ("why", "problem", "obstacle", "cue", "act", "drop_if")
        renewed = told.get("renewed")
        ended = self._stamps.day(told["ended"]) if "ended" in told else None
        commitment = Commitment(
            **made,
            text=told["text"],
            starts=starts,
            gate=self._stamps.day(told["gate"]),
            agreed=self._stamps.day(renewed) if renewed else None,
            rhythm=say(rule),
            fits=not told.get("outside", False),
            practice=told.get("practice"),
            trial_of=trial_of,
            ended=ended,
            ended_as=told.get("ended_as"),
            **{name: told.get(name, "") for name in words},
        )
        yield commitment
        last = (ended or self._stamps.today) - timedelta(days=1)
        yield from self._marks(commitment, rule, told, last)
        if renewed or ended:
            result = "renew" if renewed else "finish" if told["ended_as"] == "finished" else "drop"
            yield Turn(
                **self._stamps.happened(renewed or told["ended"]),
                commitment=commitment.id,
                result=result,  # type: ignore[arg-type]
                because=told.get("because", ""),
                was=f"{commitment.text}, {commitment.rhythm}",
            )

    def _marks(self, commitment: Commitment, rule: Rule, told: dict[str, Any], last: date) -> Iterator[Mark]:
        """A mark for most days it was due; the likeliest reason stands behind most misses."""
        resting = [
            (self._stamps.day(each["from"]), self._stamps.day(each["to"])) for each in self._plan["rest"]
        ]
        counted = read("every saturday") if rule.times else rule
        for day in on(counted, commitment.starts, commitment.starts, last):
            if any(first <= day <= until for first, until in resting) or self._chance.random() > _SAID:
                continue
            is_kept = self._chance.random() < told["kept"]
            reasons = told["reasons"] * _LOUD if len(told["reasons"]) == 1 else told["reasons"]
            is_partly = not is_kept and self._chance.random() < _PARTLY
            noon = self._clock.noon(day)
            yield Mark(
                id=self._stamps.id(noon),
                created=self._clock.at(datetime.combine(day, _EVENING)),
                created_zone=self._clock.zone,
                commitment=commitment.id,
                day=day,
                at=noon,
                zone=self._clock.zone_of(noon),
                result="kept" if is_kept else "partly" if is_partly else "missed",
                reason=None if is_kept else self._chance.choice(reasons),
                source="app",
            )

    def _reviews(self) -> Iterator[Reflection]:
        """One on the Fridays of execution, the latest left to whoever looks around."""
        told = cycle(self._plan["review"])
        for season in self._plan["season"]:
            if season["name"] != "execution":
                continue
            for ago in range(season["from"] - 1, max(season["to"], 6), -1):
                day = self._stamps.day(ago)
                if day.weekday() == _FRIDAY:
                    said = next(told)
                    yield Reflection(
                        **self._stamps.happened(ago),
                        name="weekly",
                        first=day - timedelta(days=6),
                        last=day,
                        answers={n: said[n] for n in ("truth", "moments", "tradeoff") if said[n]},
                        plans=(said["plan"],),
                        flow=self._chance.randint(*_FLOW),
                        outcome=self._chance.randint(*_OUTCOME),
                        source="app",
                    )
