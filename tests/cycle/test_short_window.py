"""The window stays short: what was renewed lately is one line, gates and signals are answered few screens."""

from __future__ import annotations

from datetime import date

import pytest

from coach.commitments.agreement import QUESTIONS
from coach.cycle.window import open_points, plan_gate, window
from coach.signals.records import ABOUT
from coach.today.today import gather
from screens.app import CoachApp
from screens.cycle.frame_step import FrameStepScreen
from screens.cycle.hard_questions import QuestionsScreen
from screens.cycle.window_gates import PlanScreen
from screens.signals.settle import SignalsScreen
from tests.screens.person import opened, place, press, row, screen_text, type_in

MOST = 20
ANSWERS = dict.fromkeys(QUESTIONS, "yes")


@pytest.fixture
def full(at):
    """Five commitments, one of them renewed a week before, and twelve signals."""
    coach = at("2026-09-07")
    coach.frames.change({"direction": "North", "giving_up": "talks", "outcome": "teams", "flow": "merges"})
    coach.seasons.open("execution")
    made = [coach.commitments.make(f"Held {place}", rhythm="every day", why="North") for place in range(5)]
    coach = at("2026-11-09")
    for number in range(12):
        coach.signals.park(f"Signal {number}", ABOUT[number % len(ABOUT)])
    coach.commitments.pass_gate(made[0], "renew", ANSWERS)
    at("2026-11-16").seasons.open("redesign")
    return at


def test_what_was_renewed_lately_need_not_pass_again(full):
    found = window(full("2026-11-16"))
    assert list(found.lately) == [found.commitments[0].commitment.id]
    assert (found.stands.through, found.stands.commitments) == (1, 4)


async def test_a_window_of_five_commitments_and_twelve_signals_is_about_twenty_screens(full):
    screens = 0
    app = CoachApp(coach := full("2026-11-16"), gather(coach))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "4", "r", "enter")
        while place(app) is QuestionsScreen and screens < MOST:
            screens += 1
            await type_in(pilot, "Something was learned")
            await press(pilot, "ctrl+s")
        await press(pilot, "enter")
    app = CoachApp(coach := full("2026-11-17"), gather(coach))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "4", "r", "enter")
        while place(app) is SignalsScreen and screens < MOST:
            screens += 1
            await press(pilot, "c", "c", "c")
        await press(pilot, row("Every commitment"), "enter")
        assert "renewed Mon 9 Nov" in screen_text(app)
        for _ in range(4):
            await press(pilot, "enter")
            while place(app) is PlanScreen and screens < MOST:
                screens += 1
                await press(pilot, "y")
                for _ in range(4):
                    await type_in(pilot, "yes\n")
                await press(pilot, "r")
        await press(pilot, "escape", row("The new frame"), "enter")
        while place(app) is FrameStepScreen and screens < MOST:
            screens += 1
            if "5 of 5" in screen_text(app):
                await type_in(pilot, "It still holds")
            await press(pilot, "ctrl+s")
        assert "the frame stays as it is" in screen_text(app)
    assert screens < MOST
    assert [each.settled for each in full("2026-11-17").signals.for_window()] == ["change"] * 12


def test_a_rhythm_that_comes_first_after_the_old_gate_can_be_decided_on_in_the_window(at):
    coach = at("2026-09-07")
    coach.frames.change({"direction": "North"})
    coach.seasons.open("execution")
    held = coach.commitments.make("Report", rhythm="every day", gate=date(2026, 11, 20))
    at("2026-11-16").seasons.open("redesign")
    coach = at("2026-11-16")
    coach.reassessments.answer({"contradicts": "x"}, {}, {})
    coach.reassessments.seal()
    coach = at("2026-11-17")
    plan_gate(coach, held, "change", ANSWERS, rhythm="every year on 12 january")
    assert not any("Report" in each for each in open_points(window(coach)))
