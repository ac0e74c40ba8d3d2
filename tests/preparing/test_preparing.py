"""M19: two minutes before, with both columns; in the evening it is asked about, and it counts as practice."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import NOT_FOUND, UsageError
from coach.preparing.situations import situations
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.helpers import ZONE
from tests.screens.person import opened, press, row, screen_text, type_in

DAY = date(2026, 11, 20)
SAID = {"settle": "the date", "sentence": "I have two dates", "cue": "he sighs", "act": "ask what he heard"}


@pytest.fixture
def hour(paths, monkeypatch):
    """A coach at an hour of a day."""

    def hour(day: date, clock: int):
        now = datetime(day.year, day.month, day.day, clock, tzinfo=ZoneInfo(ZONE))
        monkeypatch.setenv("COACH_NOW", f"{now:%Y-%m-%dT%H:%M:%S}")
        return build(paths, Clock(now.replace(tzinfo=None), ZoneInfo(ZONE)))

    return hour


@pytest.mark.parametrize("one", situations(), ids=lambda one: one.id)
def test_a_card_has_both_columns_and_both_wordings(one):
    assert len(one.settle) == len(one.people) == 3
    assert len(one.after) == 2
    assert all(each.endswith("?") for each in one.after)
    assert one.title("team") != one.title("alone")
    assert one.first_sentence
    assert one.one_question.endswith(("?", "."))
    assert one.do_not.startswith("Do not")
    assert set(one.if_then) == {"cue", "act"}


def test_the_seven_and_those_of_the_sources_are_there():
    assert [each.id for each in situations()] == [
        "meeting", "performance", "planning", "hiring", "late", "onboarding", "bad-news",
        "costs", "deadlines", "market", "outage", "growth", "remote",
    ]  # fmt: skip


def waits(coach, day=DAY):
    found = gather_held(coach, day).waiting.get("prepared")
    return found.about if found else None


def test_it_asks_in_the_evening_until_it_was_told(hour):
    coach = hour(DAY, 9)
    kept = coach.preparations.keep("performance", DAY, SAID)
    assert waits(coach) is None
    evening = hour(DAY, 18)
    assert "I have two dates" in waits(evening)
    assert waits(hour(date(2026, 11, 26), 9), date(2026, 11, 26)) is not None
    assert waits(hour(date(2026, 11, 27), 9), date(2026, 11, 27)) is None
    evening = hour(DAY, 18)
    evening.preparations.tell(kept, {"1": "He knew for weeks"})
    assert waits(evening) is None


def test_about_a_commitment_it_is_a_round_of_practice_once(hour):
    coach = hour(DAY, 9)
    held = coach.commitments.make("Talk with Kim monthly", rhythm="every friday")
    kept = coach.preparations.keep("performance", DAY, SAID, held.id)
    assert coach.preparations.tell(kept, {"1": "He knew", "next": "Ask earlier"}).id == held.id
    again = coach.preparations.since(DAY)[0]
    coach.preparations.tell(again, {"1": "He knew for weeks"})
    assert [(each.plan, each.did, each.adjust) for each in coach.rounds.of(held)] == [
        ("I have two dates", "He knew", "Ask earlier")
    ]
    assert coach.preparations.since(DAY)[0].after == {"1": "He knew for weeks"}


def test_nothing_written_is_nothing_kept(hour):
    coach = hour(DAY, 9)
    with pytest.raises(UsageError):
        coach.preparations.keep("meeting", DAY, {"settle": "  "})
    assert coach.preparations.since(date(2026, 1, 1)) == []


def test_the_shell_prepares_and_looks_back(shell, hour, monkeypatch):
    hour(DAY, 9)
    typed = b"Call with Ruth\nfriday\nthe price\nshe is new\nBy half past we know\nit drifts\nsay so\n"
    assert shell("prepare", "meeting", stdin=typed).code == 0
    assert shell("prepare", "--after", stdin=b"We take it\nShe did\nBegin with her\n").code == 0
    kept = shell("list", "preparations", "--json").json[0]
    assert (kept["text"], kept["day"], kept["sentence"]) == (
        "Call with Ruth",
        "2026-11-20",
        "By half past we know",
    )
    assert kept["after"] == {"1": "We take it", "2": "She did", "next": "Begin with her"}
    assert "She did" in shell("show", kept["id"][-12:-6]).out
    assert "Ruth" in shell("search", "half past").out
    assert shell("prepare", "nonesuch").code == NOT_FOUND
    assert "performance" in shell("prepare", "--cards").out


async def test_from_today_in_two_minutes_and_back_in_the_evening(hour):
    coach = hour(DAY, 17)
    coach.journal.write("Here")
    async with opened(CoachApp(coach, gather(coach))) as pilot:
        await press(pilot, "b", "7")
        await type_in(pilot, "Lena")
        await press(pilot, "ctrl+s")
        assert "the fact, in one sentence" in screen_text(pilot.app)
        await type_in(pilot, "It ends in March")
        await press(pilot, "ctrl+s")
        await type_in(pilot, "I have bad news")
        await press(pilot, "escape", row("Begun, preparing"), "enter", "ctrl+s", "ctrl+s")
        await press(pilot, row("How did it go?"), "enter")
        await type_in(pilot, "That it is over")
        await press(pilot, "ctrl+s")
    kept = coach.preparations.since(DAY)[0]
    assert (kept.text, kept.settle, kept.sentence) == ("Lena", "It ends in March", "I have bad news")
    assert kept.after == {"1": "That it is over"}
