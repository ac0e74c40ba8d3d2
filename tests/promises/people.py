"""Invented people: a year of check-ins, entries, marks, reviews and signals of each, and what is so in it.

What is planted in a year is known, so that what the coach says of it can be counted right or wrong. A kind of person
is one plant at full strength (1) or half (.5); the balanced and the volatile have none.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LAST = date(2026, 11, 19)
WEEKS = 52
ZONE = "Europe/Berlin"
_DAY = timedelta(days=1)
GAVE = ("walk", "deep work", "friends", "music", "teaching", "sun", "cooking", "reading")
TOOK = ("mail", "bad sleep", "meetings", "commute", "noise", "news", "travel", "admin")
ENTRY = ("work", "home", "gym", "garden", "family", "ideas")
REASONS = ("capacity", "waiting", "cue", "forgot", "unclear", "changed")
HELD = ("Walk before mail", "Send the brief", "One real question", "Read ten pages", "Plan tomorrow")


class Person(NamedTuple):
    """What stands in a year, and the names of findings that are true of it."""

    kind: str
    records: dict[str, list[dict[str, Any]]]
    true: frozenset[str]
    """`kind about`, as a finding is named; a star stands for anything, and a bar for either."""
    also: frozenset[str] = frozenset()
    """What follows from it: neither missed when it is not said, nor wrong when it is."""


class Life:
    """How likely everything is, day by day; a plant changes one of it."""

    def __init__(self, seed: str, strength: float) -> None:
        self.chance = random.Random(seed)
        self.strength = strength
        self.mean, self.spread, self.stays = 3.3, 0.9, 0.35
        self.says = 0.85
        self.first = LAST - (7 * WEEKS - 1) * _DAY
        self.days = [self.first + each * _DAY for each in range(7 * WEEKS)]
        self.turn = self.first + self.chance.randint(18, 34) * 7 * _DAY
        self.lift: Callable[[date, set[str], str], float] = lambda *_: 0.0
        self.keeps: Callable[[int, date], float] = lambda *_: 0.75
        self.reason: Callable[[int], dict[str, float]] = lambda _: {}
        self.marks: Callable[[int, date], bool] = lambda *_: True
        self.low: set[date] = set()
        self.number: Callable[[int], float] = lambda _: 0.0
        self.about: dict[str, float] = {}
        self.names: dict[str, float] = {}
        self.drained = ""

    def lived(self, kind: str, true: Iterable[str], also: Iterable[str] = ()) -> Person:
        """The year, as the archive keeps it."""
        records: dict[str, list[dict[str, Any]]] = {
            name: [] for name in ("checkins", "entries", "commitments", "marks", "reflections", "signals")
        }
        ids = [self._hold(records, text) for text in HELD]
        before = 0.0
        for day in self.days:
            before = self._day(records, day, before, ids)
        for week in range(WEEKS):
            self._review(records, week)
        self._months(records)
        said = {each.replace("{0}", ids[0]).replace("{1}", ids[1]) for each in true}
        follows = {each.replace("{0}", ids[0]).replace("{1}", ids[1]) for each in also}
        return Person(kind, records, frozenset(said), frozenset(follows))

    def _hold(self, records: dict[str, list[dict[str, Any]]], text: str) -> str:
        at = f"{self.first}T08:00:00.000+01:00"
        fields = {
            "text": text,
            "starts": str(self.first),
            "rhythm": "every weekday",
            "gate": str(LAST + 60 * _DAY),
        }
        return self._add(records, "commitments", at, fields | {"agreed": str(self.first)})

    def _add(
        self, records: dict[str, list[dict[str, Any]]], kind: str, at: str, fields: dict[str, Any]
    ) -> str:
        moment = int(date.fromisoformat(at[:10]).toordinal() * 86_400e9)
        own = new_id(moment, self.chance.randbytes(8))
        records[kind].append({"id": own, "created": at, "created_zone": ZONE, **fields})
        return own

    def _day(
        self, records: dict[str, list[dict[str, Any]]], day: date, before: float, ids: list[str]
    ) -> float:
        chance, at = self.chance, f"{day}T12:00:00.000+01:00"
        drift = self.stays * before + chance.gauss(0, self.spread * (1 - self.stays**2) ** 0.5)
        tags = {tag for tag in ENTRY if chance.random() < 0.12}
        tags |= {tag for tag, share in self.names.items() if chance.random() < share}
        mostly = chance.choice(("direction", "delivery", "delivery", "admin"))
        energy = self.mean + drift + self.lift(day, tags, mostly)
        energy = 1.6 if day in self.low else energy
        felt = min(5, max(1, round(energy)))
        own = tags & {*GAVE, *TOOK}
        gave = next((tag for tag in own if tag in GAVE), None)
        took = next((tag for tag in own if tag in TOOK), None)
        if gave is None and chance.random() < (0.65 if felt >= 3 else 0.35):
            gave = chance.choice([each for each in GAVE if each not in self.names])
        if took is None and chance.random() < (0.65 if felt <= 3 else 0.35):
            took = chance.choice([each for each in TOOK if each not in self.names])
        is_weekend = day.weekday() > 4
        if day in self.low or chance.random() < self.says * (0.6 if is_weekend else 1):
            said = {"day": str(day), "energy": felt, "mostly": mostly, "gave": gave, "took": took}
            self._add(records, "checkins", at, {"at": at, "zone": ZONE, "line": "", **said})
        if tags - own or chance.random() < 0.2:
            fields = {"text": "A line about the day.", "tags": sorted(tags - own), "at": at, "zone": ZONE}
            self._add(records, "entries", at, fields)
        if chance.random() < 0.09:
            kinds = ("people", "value", "workaround", "contradicts", "automation")
            weights = [self.about.get(each, 0.2) for each in kinds]
            about = chance.choices(kinds, weights)[0]
            self._add(
                records, "signals", at, {"text": "Noticed something.", "about": about, "at": at, "zone": ZONE}
            )
        for place, commitment in enumerate(ids):
            if not is_weekend and self.marks(place, day) and chance.random() < 0.9:
                self._mark(records, place, commitment, day, drift)
        return drift

    def _mark(
        self, records: dict[str, list[dict[str, Any]]], place: int, commitment: str, day: date, drift: float
    ) -> None:
        chance, at = self.chance, f"{day}T12:00:00.000+01:00"
        is_kept = chance.random() < self.keeps(place, day) + 0.05 * drift
        weights = [self.reason(place).get(each, 1.0) for each in REASONS]
        reason = None if is_kept else chance.choices(REASONS, weights)[0]
        result = "kept" if is_kept else "missed"
        fields = {"commitment": commitment, "day": str(day), "result": result, "reason": reason}
        self._add(records, "marks", at, {"at": at, "zone": ZONE, **fields})

    def _review(self, records: dict[str, list[dict[str, Any]]], week: int) -> None:
        last = self.first + (7 * week + 6) * _DAY
        while last.weekday() != 4:
            last -= _DAY
        at = f"{last}T17:00:00.000+01:00"
        flow, outcome = (round(max(10 + self.chance.gauss(0, 2), 0), 1) for _ in range(2))
        outcome = round(outcome + self.number(week), 1)
        fields = {"name": "weekly", "first": str(last - 6 * _DAY), "last": str(last), "at": at, "zone": ZONE}
        said = {"answers": {"truth": "Two of three shipped."}, "flow": flow, "outcome": outcome}
        self._add(records, "reflections", at, fields | said)

    def _months(self, records: dict[str, list[dict[str, Any]]]) -> None:
        for month in range(1, 12):
            first = date(2025 if month == 12 else 2026, month, 1)
            last = (first + 32 * _DAY).replace(day=1) - _DAY
            if first < self.first or last > LAST:
                continue
            at = f"{last}T18:00:00.000+01:00"
            answers = {
                "energised": "A few good days.",
                "drained": self.drained or "Too little sleep, as ever.",
            }
            fields = {"name": "monthly", "first": str(first), "last": str(last), "at": at, "zone": ZONE}
            self._add(records, "reflections", at, fields | {"answers": answers})


def archive(person: Person) -> str:
    """As `coach export` writes it."""
    return json.dumps({"format": "coach-archive", "version": 1, "records": person.records})


def _balanced(_: Life) -> tuple[list[str], list[str]]:
    return [], []


def _volatile(life: Life) -> tuple[list[str], list[str]]:
    life.spread, life.stays = 1.3, 0.6
    return [], []


def _tuesdays(life: Life) -> tuple[list[str], list[str]]:
    life.lift = lambda day, *_: -1.0 * life.strength * (day.weekday() == 1)
    return ["weekday_energy tuesday"], []


def _drained(life: Life) -> tuple[list[str], list[str]]:
    life.names = {"bad sleep": 0.2}
    life.lift = lambda _, tags, __: -1.2 * life.strength * ("bad sleep" in tags)
    return ["goes_with bad sleep"], []


def _lifted(life: Life) -> tuple[list[str], list[str]]:
    life.names = {"walk": 0.25}
    life.lift = lambda _, tags, __: 1.0 * life.strength * ("walk" in tags)
    return ["goes_with walk"], []


def _written(life: Life) -> tuple[list[str], list[str]]:
    life.lift = lambda _, tags, __: 1.0 * life.strength * ("garden" in tags)
    return ["goes_with garden"], []


def _admin(life: Life) -> tuple[list[str], list[str]]:
    life.lift = lambda _, __, mostly: -0.9 * life.strength * (mostly == "admin")
    return ["mostly admin"], ["mostly delivery", "mostly direction"]


def _lower(life: Life) -> tuple[list[str], list[str]]:
    life.lift = lambda day, *_: -0.9 * life.strength * (day >= life.turn)
    return ["level energy"], ["level_year energy"]


def _waiting(life: Life) -> tuple[list[str], list[str]]:
    life.keeps = lambda place, _: 0.35 if place == 0 else 0.75
    life.reason = lambda place: {"waiting": 20.0 * life.strength**2} if place == 0 else {}
    return ["reason {0} waiting"], []


def _fridays(life: Life) -> tuple[list[str], list[str]]:
    life.keeps = lambda place, day: 0.8 - 0.6 * life.strength * (place == 0 and day.weekday() == 4)
    return ["weekday_kept {0} friday"], ["weekday_kept_all all friday"]


def _falling(life: Life) -> tuple[list[str], list[str]]:
    life.keeps = lambda place, day: 0.8 - 0.6 * life.strength * (place == 0 and day >= life.turn)
    return ["drift_down {0}"], []


def _rising(life: Life) -> tuple[list[str], list[str]]:
    low = 0.2 if life.strength == 1 else 0.4
    life.keeps = lambda place, day: (low if day < life.turn else 0.95) if place == 0 else 0.75
    return ["success {0}|drift_up {0}"], []


def _silent(life: Life) -> tuple[list[str], list[str]]:
    life.marks = lambda place, day: (
        place != 0 or day < life.turn or day >= life.turn + 40 * life.strength * _DAY
    )
    return ["silence {0} *"], []


def _spell(life: Life) -> tuple[list[str], list[str]]:
    life.spread, life.mean = 0.6, 3.8
    length = 6 if life.strength == 1 else 4
    life.low = {life.turn + each * _DAY for each in range(length)}
    return ["low_spell *"], []


def _grows(life: Life) -> tuple[list[str], list[str]]:
    life.number = lambda week: 0.35 * life.strength * week
    return ["number_up outcome"], []


def _around(life: Life) -> tuple[list[str], list[str]]:
    life.about = {"workaround": 1.6 * life.strength}
    return ["signals workaround"], []


def _solved(life: Life) -> tuple[list[str], list[str]]:
    """A reason that stood behind misses for a quarter, and then all goes well."""
    life.turn = life.first + 13 * 7 * _DAY
    life.keeps = lambda place, day: (0.3 if day < life.turn else 0.92) if place == 0 else 0.75
    life.reason = lambda place: {"cue": 20.0 * life.strength} if place == 0 else {}
    return ["reason {0} cue"], ["success {0}", "drift_up {0}"]


def _names_another(life: Life) -> tuple[list[str], list[str]]:
    life.names = {"meetings": 0.4 * (0.6 + 0.4 * life.strength)}
    life.drained = "The mail, as always."
    return ["said_took *"], []


KINDS: dict[str, Callable[[Life], tuple[list[str], list[str]]]] = {
    name.lstrip("_"): plant
    for name, plant in {
        "balanced": _balanced,
        "volatile": _volatile,
        "tuesdays": _tuesdays,
        "drained": _drained,
        "lifted": _lifted,
        "written": _written,
        "admin": _admin,
        "lower": _lower,
        "waiting": _waiting,
        "fridays": _fridays,
        "falling": _falling,
        "rising": _rising,
        "silent": _silent,
        "spell": _spell,
        "grows": _grows,
        "around": _around,
        "solved": _solved,
        "names another": _names_another,
    }.items()
}


def person(kind: str, seed: int, strength: float = 1.0) -> Person:
    """One of them."""
    life = Life(f"{kind} {seed} {strength}", strength)
    true, also = KINDS[kind](life)
    return life.lived(kind, true, also)


def fits(name: str, patterns: Iterable[str]) -> bool:
    """Whether a finding is one of these."""
    each_of = [way for each in patterns for way in each.split("|")]
    return any(name == each or (each.endswith("*") and name.startswith(each[:-1])) for each in each_of)
