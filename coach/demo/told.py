"""What the person of the demo said when looking back and when the frame was on the table."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from coach.core.days import month_ends, quarter_of
from coach.core.ids import new_id
from coach.cycle.reassessment import HARD, RATED
from coach.cycle.records import Reassessment
from coach.reflection.looking_back import questions
from coach.reflection.records import Reflection
from coach.signals.records import Signal

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from coach.core.days import Clock
    from coach.core.record import Record
    from coach.cycle.records import Season
    from coach.reflection.records import ReflectionName

_EVENING = time(20, 15)


class Stamps:
    """When and where it was written, so many days before today."""

    def __init__(self, clock: Clock, today: date, chance: random.Random) -> None:
        self._clock = clock
        self.today = today
        self._chance = chance

    def made(self, ago: int) -> dict[str, Any]:
        """For what was written on a day."""
        at = self._moment(ago)
        return {"id": self.id(at), "created": at, "created_zone": self._clock.zone}

    def happened(self, ago: int, at_time: time | None = None) -> dict[str, Any]:
        """For what happened as it was written."""
        at = self._moment(ago) if at_time is None else self.at(ago, at_time)
        return {"id": self.id(at), "created": at, "created_zone": self._clock.zone,
                "at": at, "zone": self._clock.zone_of(at)}  # fmt: skip

    def at(self, ago: int, at_time: time) -> datetime:
        """A moment of a day."""
        return self._clock.at(datetime.combine(self.day(ago), at_time))

    def day(self, ago: int) -> date:
        """So many days before today."""
        return self.today - timedelta(days=ago)

    def id(self, moment: datetime) -> str:
        """An id of that moment, the same each time."""
        return new_id(int(moment.timestamp() * 1_000_000_000), self._chance.randbytes(8))

    def _moment(self, ago: int) -> datetime:
        return self.at(ago, time(9, 30))


class Told:
    """Signals with what became of them, reassessments, and looks back."""

    def __init__(self, plan: Any, stamps: Stamps, seasons: Sequence[Season]) -> None:
        self._plan = plan
        self._stamps = stamps
        self._seasons = seasons
        self.reflections: dict[int, str] = {}
        """The monthly ones by how many months they are back."""

    def records(self) -> Iterator[Record]:
        """Everything."""
        signals = [self._signal(told) for told in self._plan["signal"]]
        yield from signals
        settled = [each for each in signals if each.settled]
        for told in self._plan["reassessment"]:
            yield self._reassessment(told, settled)
        for told in self._plan["monthly"]:
            yield self._monthly(told)
        for told in self._plan["quarterly"]:
            yield self._quarterly(told)
        for told in self._plan["action"]:
            day = self._stamps.day(told["ago"])
            yield self._reflection("action", told, (day, day), told["ago"])

    def _signal(self, told: dict[str, Any]) -> Signal:
        settled_at = self._stamps.at(told["settled_ago"], _EVENING) if "settled" in told else None
        return Signal(
            **self._stamps.happened(told["ago"]),
            text=told["text"],
            about=told["about"],
            source="app",
            settled=told.get("settled"),
            because=told.get("because", ""),
            settled_at=settled_at,
        )

    def _reassessment(self, told: dict[str, Any], signals: list[Signal]) -> Reassessment:
        day = self._stamps.day(told["ago"])
        season = max((each for each in self._seasons if each.starts <= day), key=lambda each: each.starts)
        moves = told.get("moves", [])
        conditions = {name: told.get("condition", "") for name in moves}
        cited = tuple(signals[place].id for place in told.get("cites", ()))
        cites = (
            dict.fromkeys(["contradicts", *(["keeps"] if told.get("keeps") else [])], cited) if cited else {}
        )
        frames = {each["ago"]: each for each in self._plan["frame"]}
        near = min(frames, key=lambda ago: abs(ago - told["closed"]))
        return Reassessment(
            **self._stamps.happened(told["ago"]),
            name="window",
            season=season.id,
            answers={name: told[name] for name in HARD},
            cites=cites,
            spent={name: float(each) for name, each in zip(HARD, told["seconds"], strict=True)},
            sealed=self._stamps.at(told["sealed"], _EVENING),
            unsealed=self._stamps.at(told["sealed"], time(22)) if told.get("unsealed") else None,
            ratings={name: float(each) for name, each in zip(RATED, told["ratings"], strict=True)},
            frame={name: frames[near][name] for name in moves},
            conditions=conditions,
            keeps=told.get("keeps", ""),
            closed=self._stamps.at(told["closed"], time(9)),
            changed=tuple(moves),
        )

    def _monthly(self, told: dict[str, Any]) -> Reflection:
        last = self._stamps.today
        for _ in range(told["back"]):
            last = last.replace(day=1) - timedelta(days=1)
        made = self._reflection(
            "monthly", told, (last.replace(day=1), last), (self._stamps.today - last).days
        )
        self.reflections[told["back"]] = made.id
        return made

    def _quarterly(self, told: dict[str, Any]) -> Reflection:
        first, last = quarter_of(self._stamps.today)
        for _ in range(told["back"]):
            first, last = quarter_of(first - timedelta(days=1))
        written = min(last + timedelta(days=3), self._stamps.today)
        return self._reflection("quarterly", told, (first, last), (self._stamps.today - written).days)

    def _reflection(
        self, name: ReflectionName, told: dict[str, Any], days: tuple[date, date], ago: int
    ) -> Reflection:
        asked = {each.name: each.ask for each in questions(name, days[1])}
        answers = {each: told[each] for each in (*asked, "became") if each in told}
        return Reflection(
            **self._stamps.happened(ago, _EVENING),
            name=name,
            first=days[0],
            last=month_ends(days[1]) if name == "monthly" else days[1],
            answers=answers,
            before=dict(told.get("first", {})),
            asked={each: asked[each] for each in answers if each in asked},
            experiment=told.get("experiment", ""),
            source="app",
        )
