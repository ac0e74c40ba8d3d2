"""L11, L12: what is handed over has its limits and is looked at weekly; ten days go a step at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.core.errors import UsageError
from coach.deciding.handovers import STEADY, is_steady
from coach.deciding.ten_days_lines import ten_days_lines
from coach.reflection.reviews import Said
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.screens.person import opened, press, read, type_in

DAY = date(2026, 11, 20)


def hand(coach, text="refunds"):
    return coach.handovers.hand(text, "Jonas", "200 a case")


def waiting(coach, name="handover"):
    found = gather_held(coach, coach.today()).waiting[name]
    return found.about if found else None


@pytest.mark.parametrize("missing", ["text", "to", "boundary"])
def test_nothing_is_handed_over_without_its_limits(coach, missing):
    parts = {"text": "refunds", "to": "Jonas", "boundary": "200"} | {missing: "  "}
    with pytest.raises(UsageError):
        coach.handovers.hand(**parts)
    assert coach.handovers.all() == []


def test_a_look_waits_after_a_week_and_no_more_once_it_is_steady(at):
    made = hand(at(DAY))
    assert waiting(at(DAY + timedelta(days=6))) is None
    day = DAY
    for place in range(STEADY):
        day += timedelta(days=7)
        assert waiting(at(day)) == "refunds, with Jonas", place
        made = at(day).handovers.look(made, "otherwise")
        assert waiting(at(day)) is None
    assert is_steady(made)
    assert waiting(at(day + timedelta(days=30))) is None


@pytest.mark.parametrize(
    ("looks", "steady"),
    [
        (("alike",) * 3, False),
        (("alike", "otherwise", "none", "alike", "otherwise"), True),
        (("outside", "alike", "alike", "alike", "alike"), True),
        (("alike", "alike", "outside", "alike", "alike"), False),
    ],
)
def test_four_in_a_row_within_the_limits_are_steady_and_an_empty_week_says_nothing(at, looks, steady):
    made = hand(at(DAY))
    for place, look in enumerate(looks, 1):
        made = at(DAY + timedelta(days=7 * place)).handovers.look(made, look)
    assert is_steady(made) == steady


def test_what_is_taken_back_waits_no_more(at):
    made = hand(at(DAY))
    at(DAY).handovers.take_back(made)
    assert waiting(at("2026-12-20")) is None
    at(DAY).store.undo()
    assert waiting(at("2026-12-20")) == "refunds, with Jonas"


def test_ten_days_ask_for_each_step_on_its_day_until_it_is_done(at):
    coach = at("2026-11-16")
    assert waiting(coach, "ten_days") is None
    coach.ten_days.start()
    with pytest.raises(UsageError, match="under way already"):
        coach.ten_days.start()
    assert waiting(coach, "ten_days") == "Day 1 of 10: Write down the decisions that are open"
    for place in range(3):
        coach.decisions.log(text=f"Number {place}", options=("a", "b"), decider="I", reversal="two ask")
    assert waiting(coach, "ten_days") == "Day 1 of 10: all that is up is done"
    assert waiting(at("2026-11-18"), "ten_days") == "Day 3 of 10: Keep delivery and direction apart"
    at("2026-11-20").reviews.keep(Said({"truth": "Two of three went out.", "tradeoff": "This, not that."}))
    assert "One number for flow" in (waiting(at("2026-11-20"), "ten_days") or "")
    assert waiting(at("2026-11-26"), "ten_days") == "The ten days are over. Look at what they show."


def test_while_it_is_paused_no_day_passes_and_nothing_waits(at):
    at("2026-11-16").ten_days.start()
    at("2026-11-17").ten_days.pause()
    assert waiting(at("2026-11-27"), "ten_days") is None
    later = at("2026-11-30")
    now = later.ten_days.resume()
    assert later.ten_days.standing(now).day == 2
    at("2026-12-01").ten_days.end()
    assert waiting(at("2026-12-01"), "ten_days") is None
    lines = [each.text for each in ten_days_lines(at("2026-12-05"))]
    assert any(each.startswith("Over on Tue 1 Dec") for each in lines)
    assert sum(each.startswith(("Clearer", "Less done twice", "Delivery that")) for each in lines) == 3


def test_the_shell_hands_over_looks_and_shows(shell):
    assert "somebody has to decide" in shell("handover", "refunds").err
    assert shell("handover", "refunds", "--to", "Jonas", "--boundary", "200 a case").code == 0
    (made,) = shell("handover", "--json").json
    assert "outside its limits" in shell("handover", "--look", made["id"], "--went", "outside").err
    assert "refunds, decided by: Jonas. Up to: 200 a case" in shell("handover").out
    assert shell("handover", "--look", made["id"]).code == 2
    assert "Taken back" in shell("handover", "--take-back", made["id"]).err
    assert "Day one" in shell("tendays", "start").err
    assert "Day 1 of 10" in shell("tendays").out
    assert shell("tendays", "start").code == 2
    assert shell("tendays", "--json").json["steps"]["handover"] == {"done": 1, "of": 4}


async def test_in_the_app_one_is_handed_over_and_looked_at(at):
    coach = at(DAY)
    coach.journal.write("Something")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "6", "h", "a")
        for line in ("refunds", "Jonas", "200 a case"):
            await type_in(pilot, f"{line}\n")
        assert "Jonas decides from now on: refunds." in " ".join(read(app).split())
        await press(pilot, "l", "o")
        assert "otherwise but within its limits" in " ".join(read(app).split())
        await press(pilot, "escape", "b", "b")
        assert "Day 1 of 10" in read(app)
        await press(pilot, "p")
        assert "Paused since" in read(app)
    assert [list(each.looks.values()) for each in coach.handovers.all()] == [["otherwise"]]
