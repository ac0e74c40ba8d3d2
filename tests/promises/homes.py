"""Homes of any size, with believable texts, the same every time."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from coach.app import Coach, build
from coach.commitments.recurrence import on
from coach.commitments.rhythm import read
from coach.core.days import Clock
from coach.core.ids import new_id
from coach.core.paths import Paths

if TYPE_CHECKING:
    from coach.store.format import Fields

NOW = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/Berlin"))
YEARS = 10
_WORDS = [
    "walk",
    "mail",
    "before",
    "the",
    "brief",
    "waiting",
    "on",
    "someone",
    "else",
    "again",
    "energy",
    "low",
    "after",
    "three",
    "meetings",
    "said",
    "no",
    "to",
    "offsite",
    "newsletter",
    "draft",
    "half",
    "done",
    "café",
    "corner",
    "Größe",
    "asked",
    "one",
    "real",
    "question",
    "today",
    "and",
    "listened",
    "longer",
    "than",
    "usual",
    "what",
    "would",
    "I",
    "do",
    "differently",
    "tomorrow",
    "morning",
    "first",
    "thing",
    "write",
    "one",
    "page",
    "then",
    "decide",
]


def fill(home: str, count: int) -> Coach:
    """A home with this many entries over ten years."""
    chance = random.Random(count)
    start = NOW - timedelta(days=365 * YEARS)
    step = (NOW - start) / count
    coach = build(Paths(home), Clock(NOW))
    with coach.store.change(f"{count} entries") as change:
        for number in range(count):
            moment = start + step * number
            record_id = new_id(int(moment.timestamp() * 1e9), chance.randbytes(8))
            change.add("entries", record_id, fields(moment.isoformat(timespec="milliseconds"), chance))
    return coach


def write_daily(coach: Coach, years: int) -> None:
    """An entry for every day."""
    chance = random.Random(years)
    with coach.store.change("an entry a day") as change:
        for ago in range(365 * years, 0, -1):
            moment = NOW - timedelta(days=ago, minutes=7)
            record_id = new_id(int(moment.timestamp() * 1e9), chance.randbytes(8))
            change.add("entries", record_id, fields(moment.isoformat(timespec="milliseconds"), chance))


def check_in(coach: Coach, days: int = 365 * YEARS, since: int = 0) -> None:
    """A check-in for every day of ten years, or of so many days until another day so many before today."""
    chance = random.Random(days)
    stamp = {"created": NOW.isoformat(timespec="milliseconds"), "created_zone": "Europe/Berlin"}
    with coach.store.change("ten years of check-ins") as change:
        for ago in range(days + since, since, -1):
            day = NOW.date() - timedelta(days=ago)
            at = f"{day}T12:00:00.000+01:00"
            gave, took = (chance.choice([None, *_WORDS[:number]]) for number in (6, 9))
            said = {"day": str(day), "at": at, "zone": "Europe/Berlin", "energy": chance.randint(1, 5), "gave": gave,
                    "took": took, "mostly": chance.choice(["direction", "delivery", "admin"]),
                    "line": " ".join(chance.choices(_WORDS, k=6))}  # fmt: skip
            moment = int(datetime.fromisoformat(at).timestamp() * 1e9)
            change.add("checkins", new_id(moment, chance.randbytes(8)), stamp | said)


def hold(coach: Coach, count: int = 20, years: int = 5, *, begins_season: bool = True) -> None:
    """Commitments in every kind of rhythm, and a mark for nearly every day they were due for years."""
    chance = random.Random(count)
    today = NOW.date()
    starts = today - timedelta(days=365 * years)
    stamp = {"created": NOW.isoformat(timespec="milliseconds"), "created_zone": "Europe/Berlin"}
    rhythms = [
        "every day",
        "every weekday",
        "every second Friday",
        "3 times a week",
        "the last day of the month",
    ]
    season = {"name": "execution", "rhythm": "ten-two", "starts": str(today - timedelta(days=30)),
              "ends": str(today + timedelta(days=39))}  # fmt: skip
    with coach.store.change("years of marks") as change:
        if begins_season:
            change.add("seasons", new_id(1), stamp | season)
        for number in range(count):
            rhythm = rhythms[number % len(rhythms)]
            commitment = new_id(number + 2)
            held = {"text": f"Commitment {number}", "starts": str(starts), "rhythm": rhythm,
                    "agreed": str(today - timedelta(days=60)), "gate": str(today + timedelta(days=24))}  # fmt: skip
            change.add("commitments", commitment, stamp | held)
            rule = read("every second day" if "times" in rhythm else rhythm)
            for day in on(rule, starts, starts, today - timedelta(days=1)):
                at = f"{day}T12:00:00.000+01:00"
                mark = {"commitment": commitment, "day": str(day), "at": at, "zone": "Europe/Berlin",
                        "result": chance.choice(["kept", "kept", "partly", "missed"])}  # fmt: skip
                moment = int(datetime.fromisoformat(at).timestamp() * 1e9)
                change.add("marks", new_id(moment, chance.randbytes(8)), stamp | mark)


def fields(at: str, chance: random.Random) -> Fields:
    """One entry of about thirty words."""
    return {
        "created": at,
        "created_zone": "Europe/Berlin",
        "updated": None,
        "text": " ".join(chance.choices(_WORDS, k=chance.randint(8, 50))),
        "at": at,
        "zone": "Europe/Berlin",
        "tags": chance.sample(["walk", "work", "home", "read"], chance.randint(0, 2)),
        "mode": chance.choice([None, "managing", "leading"]),
        "share": False,
        "source": "app",
    }
