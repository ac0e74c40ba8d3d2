"""Holding things from the keyboard: the season, the frame, commitments, gates, signals, the weekly reflection."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from coach.commitments.agreement import QUESTIONS
from coach.commitments.marks import Given
from coach.commitments.records import Commitment, Mark
from coach.frame.records import Quote
from coach.reflection.records import Reflection
from coach.reflection.reviews import Said
from coach.signals.records import Signal
from coach.today.today import gather
from screens.app import CoachApp
from screens.base.form import FormScreen
from screens.base.record_page import RecordPage
from screens.commitments.commitment import CommitmentScreen
from screens.commitments.gate import GateScreen
from screens.commitments.page import CommitmentsScreen
from screens.frame.page import FrameScreen
from screens.reflection.page import ReflectScreen
from screens.reflection.weekly import WeeklyScreen
from screens.today.page import TodayScreen
from screens.widgets.writing import Line
from tests.screens.person import opened, place, press, read, row, screen_text, settled, type_in

if TYPE_CHECKING:
    from coach.app import Coach

FRIDAY = date(2026, 11, 20)
ANSWERS = dict.fromkeys(QUESTIONS, "yes")
YEAR = tuple(f"quarter{number}" for number in range(1, 5))


def app_of(coach: Coach) -> CoachApp:
    return CoachApp(coach, gather(coach))


def kept(coach: Coach, cls: type, month: str = "2026-11") -> list:
    coach.store.refresh()
    return [*coach.store.read(month, cls), *coach.store.read_standing(cls)]


async def write(pilot, text: str) -> None:
    """A line, and on to the next."""
    await type_in(pilot, text)
    await press(pilot, "enter")


async def test_a_whole_cycle_from_the_keyboard(at):
    # Week 1: the frame, the season, a commitment, a mark, a signal.
    app = app_of(at("2026-09-07"))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "f", "e")
        for line in ("Boring by March", "talks", "people who ship", "changes merged"):
            await write(pilot, line)
        await press(pilot, "2", "ctrl+s")
        assert place(app) is FrameScreen
        assert "scaling what works" in screen_text(app)
        await press(pilot, "o", "1", "ctrl+s")
        assert "MANAGING" in screen_text(app)
        assert "week 1 of 10" in screen_text(app)
        assert "window opens Mon 16 Nov" in screen_text(app)
        await press(pilot, "escape", "3", "a")
        await write(pilot, "Walk before mail")
        await type_in(pilot, "every weekday")
        assert "every weekday, first on Mon 7 Sep" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "Does it fit the direction?" in screen_text(app)
        await press(pilot, "y")
        assert place(app) is CommitmentsScreen
        assert "○ Walk before mail" in screen_text(app)
        await press(pilot, "space")
        assert "● Walk before mail" in screen_text(app)
        await press(pilot, "s")
        await type_in(pilot, "They build around it")
        await press(pilot, "down", "3", "enter")
        await press(pilot, "1")
        assert place(app) is TodayScreen
        assert re.search(r"Walk before mail +●", screen_text(app))
    (signal,) = kept(at("2026-09-07"), Signal, "2026-09")
    assert (signal.text, signal.about) == ("They build around it", "workaround")

    # Later that week: missed for a reason, and on a bad Tuesday the frame stays what it is.
    app = app_of(at("2026-09-08"))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, row("Walk"), "m", "m", "2")
        assert "Walk before mail: missed, waiting on someone." in screen_text(app)
        await press(pilot, "f", "e")
        assert place(app) is FormScreen, "for seven days it is tried on"
        await press(pilot, "escape")
    app = app_of(at("2026-09-15"))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f")
        assert "Fixed until Mon 16 Nov. Two ways: s parks a signal" in screen_text(app)
        await press(pilot, "e")
        assert "Situation and career can change at any time" in read(app)
        assert "Boring by March" not in read(app)

    # In November the gate has opened, the commitment is renewed, and the window is opened.
    app = app_of(at("2026-11-16"))
    async with opened(app, (100, 30)) as pilot:
        assert "redesign window" not in screen_text(app)  # first the weeks between
        await press(pilot, row("Good to have you back"), "enter", "l")
        assert "The redesign window is due today" in screen_text(app)
        await press(pilot, "3", "g")
        assert place(app) is GateScreen
        assert "1 kept, 1 missed" in screen_text(app)
        for answer in ("it does", "calm", "no", "yes"):
            await type_in(pilot, f"{answer}\n")
        await press(pilot, "r")
        assert place(app) is CommitmentsScreen
        await press(pilot, "f", "o")
        assert "Open the redesign window" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "LEADING" in screen_text(app)
        await press(pilot, "e", "ctrl+s")
        assert place(app) is FrameScreen
    (walk,) = kept(at("2026-11-16"), Commitment)
    assert walk.agreed == date(2026, 11, 16)


async def test_the_check_in_marks_what_is_due_with_a_key_each(at):
    coach = at(FRIDAY)
    for name in ("Walk", "Read", "Write"):
        coach.commitments.make(name, rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "c", "4", "2", "enter", "enter", "k", "m", "2", "p", *["enter"] * 4)
        assert place(app) is TodayScreen
    marks = {mark.commitment: (mark.result, mark.reason) for mark in kept(at(FRIDAY), Mark)}
    assert sorted(marks.values(), key=str) == [("kept", None), ("missed", "waiting"), ("partly", None)]
    assert at(FRIDAY).checkins.of(FRIDAY).energy == 4
    at(FRIDAY).store.undo()
    assert kept(at(FRIDAY), Mark) == []
    assert at(FRIDAY).checkins.of(FRIDAY) is None


async def test_marks_said_in_a_check_in_that_was_left_are_there_again(at):
    at(FRIDAY).commitments.make("Walk", rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "c", "enter", "enter", "enter", "enter", "m", "4", "escape")
        assert "Begun, check-in" in screen_text(app)
        await press(pilot, "c")
        assert "◌  Walk" in screen_text(app)
        await press(pilot, "ctrl+s")
    assert [(mark.result, mark.reason) for mark in kept(at(FRIDAY), Mark)] == [("missed", "forgot")]


async def test_a_commitment_that_does_not_fit_becomes_a_signal_if_one_likes(at):
    coach = at(FRIDAY)
    coach.frames.point("Boring by March")
    coach.seasons.open("execution")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "3", "a")
        await type_in(pilot, "A podcast")
        await press(pilot, "ctrl+s", "s")
        assert place(app) is CommitmentsScreen
    assert kept(at(FRIDAY), Commitment) == []
    assert [each.text for each in kept(at(FRIDAY), Signal)] == ["A podcast"]


async def test_what_is_wrong_on_a_page_is_said_there_and_nothing_is_lost(at):
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "escape", "3", "a")
        await write(pilot, "Walk")
        await type_in(pilot, "every 30 february")
        assert "never comes" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert place(app) is FormScreen
        assert "never comes" in screen_text(app)
        await press(pilot, "escape")
        assert place(app) is CommitmentsScreen
        await press(pilot, "1")
        assert "Begun, a commitment" in screen_text(app)
        await press(pilot, "3", "a")
        assert "every 30 february" in screen_text(app)


async def test_the_sixth_asks_until_when(at):
    coach = at(FRIDAY)
    for number in range(5):
        coach.commitments.make(f"Number {number}")
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "3", "a")
        await type_in(pilot, "A sixth")
        await press(pilot, "ctrl+s")
        assert "Until when is one more all right?" in screen_text(app)
        await write(pilot, "+2w")
        await write(pilot, "the move")
        assert "Commitments, 6 of 5" in screen_text(app)
        assert "More than 5 until Fri 4 Dec." in read(app)


async def test_practices_are_adopted_with_one_key(at):
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "escape", "3", "r", "3")
        assert "Talk with a mentor" in screen_text(app)
    (made,) = kept(at(FRIDAY), Commitment)
    assert (made.practice, made.rhythm) == ("mentor", "every second Thursday")


async def test_other_terms_rest_and_end_from_the_list(at):
    at(FRIDAY).commitments.make("Walk", rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "e", "enter")
        await press(pilot, *["backspace"] * len("every day"))
        await type_in(pilot, "twice a week")
        await press(pilot, "ctrl+s")
        assert "good outcome" in screen_text(app)
        await press(pilot, "p")
        await write(pilot, "+1w")
        await write(pilot, "the move")
        assert "Resting until Fri 27 Nov." in screen_text(app)
        await press(pilot, "p", "enter")
        assert place(app) is CommitmentScreen
        assert "renegotiated: Walk, every day" in screen_text(app)
        await press(pilot, "x", "f")
        assert "Finished." in screen_text(app)
        await press(pilot, "u", "enter", "escape")
        assert "Commitments, 1 of 5" in screen_text(app)


async def test_more_of_it_is_refused_on_the_page_and_offered_at_the_gate(at):
    at(FRIDAY).commitments.make("Walk", rhythm="twice a week", gate=FRIDAY + timedelta(days=10))
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "e", "enter", *["backspace"] * len("twice a week"))
        await type_in(pilot, "every day")
        await press(pilot, "ctrl+s")
        assert "goes through its gate" in read(app)
        await press(pilot, *["backspace"] * len("every day"))
        await type_in(pilot, "twice a week")
        await press(pilot, "ctrl+s", "g")
        await press(pilot, "y")
        for _ in range(4):
            await type_in(pilot, "yes\n")
        await press(pilot, "x")
        assert place(app) is FormScreen
        await press(pilot, "enter", *["backspace"] * len("twice a week"))
        await type_in(pilot, "every day")
        await press(pilot, "ctrl+s")
        assert place(app) is CommitmentsScreen
    (made,) = kept(at(FRIDAY), Commitment)
    assert (made.rhythm, made.agreed) == ("every day", FRIDAY)


async def test_a_gate_left_half_way_waits_and_needs_all_answers_to_go_on(at):
    at("2026-11-01").commitments.make("Walk", rhythm="every day", gate=FRIDAY)
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "g", "s")
        await type_in(pilot, "mostly")
        await press(pilot, "escape", "1")
        assert "Begun, a gate" in screen_text(app)
        await press(pilot, "3", "g")
        assert "mostly" in screen_text(app)
        await press(pilot, "enter", "enter", "enter", "r")
        assert place(app) is GateScreen
        assert "Going on takes an answer to each" in screen_text(app)
        await press(pilot, "e")
        assert place(app) is CommitmentsScreen
    (made,) = kept(at(FRIDAY), Commitment)
    assert made.ended_as == "ended"


async def test_a_gate_that_is_closed_says_when_it_opens(at):
    at(FRIDAY).commitments.make("Walk", rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "g")
        assert "Its gate opens on Wed 13 Jan." in screen_text(app)


async def test_the_weekly_review_from_facts_to_a_parked_doubt(at):
    coach = at("2026-11-13")
    coach.frames.change({"direction": "Boring", "giving_up": "talks", "flow": "merged", "outcome": "shipped"})
    walk = coach.commitments.make("Walk", rhythm="every weekday")
    coach.reviews.keep(Said({"truth": "late"}, ("If it rains, I walk",), 4, 2))
    at("2026-11-18").marks.mark([Given(walk, "missed", "forgot")])
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        assert "Weekly reflection" in screen_text(app)
        await press(pilot, "4", "enter")
        assert place(app) is WeeklyScreen
        assert "Walk: 1 missed (Wed forgot)." in screen_text(app)
        assert "Did the moment come" not in screen_text(app)
        assert "If it rains, I walk" in screen_text(app)
        await press(pilot, "d")
        await write(pilot, "six")
        await press(pilot, "ctrl+s")
        assert "“six” is not a number" in screen_text(app)
        await press(pilot, "backspace", "backspace", "backspace")
        await write(pilot, "6")
        await write(pilot, "1")
        assert "Finish, renegotiate or drop" in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "Three of four were late")
        await press(pilot, "escape")
        assert place(app) is ReflectScreen
        await press(pilot, "1")
        assert "Begun, reflection" in screen_text(app)
        await press(pilot, "4", "w")
        assert "Three of four were late" in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "x")
        await press(pilot, "ctrl+s")
        assert "And what did you not do this week" in read(app)
        await type_in(pilot, "No talks")
        await press(pilot, "ctrl+s")
        await write(pilot, "If standup ends, I ask")
        await press(pilot, "ctrl+s")
        await write(pilot, "I asked")
        await write(pilot, "Is it still March?")
        await press(pilot, "ctrl+s")
        assert place(app) is ReflectScreen
        assert "● This week" in screen_text(app)
    (review,) = [each for each in kept(at(FRIDAY), Reflection) if each.last == FRIDAY]
    assert review.answers == {
        "truth": "Three of four were late",
        "moments": "I asked",
        "tradeoff": "No talks",
    }
    assert (review.plans, review.flow, review.outcome) == (("If standup ends, I ask",), 6, 1)
    assert [(each.text, each.about) for each in kept(at(FRIDAY), Signal)] == [
        ("Is it still March?", "contradicts")
    ]


async def test_commitments_are_finished_and_dropped_inside_the_review(at):
    coach = at("2026-11-13")
    for name in ("Brief", "Walk"):
        coach.commitments.make(name, rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "w", "enter", "f")
        assert "Finished." in screen_text(app)
        await press(pilot, "d")
        assert "No commitment is held." in screen_text(app)
    assert {each.text: each.ended_as for each in kept(at(FRIDAY), Commitment)} == {
        "Brief": "finished", "Walk": "dropped",
    }  # fmt: skip


async def test_a_past_review_is_read_and_can_be_taken_away(at):
    at("2026-11-13").reviews.keep(Said({"truth": "It was late"}))
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "4", *["down"] * 7, "enter")
        assert place(app) is RecordPage
        assert "It was late" in screen_text(app)
        await press(pilot, "d")
        assert place(app) is ReflectScreen
        assert "Nothing was looked back on yet" in screen_text(app)


async def test_the_tradeoff_from_memory_is_asked_on_today(at):
    at("2026-11-01").frames.change({"direction": "Boring", "giving_up": "talks, the rewrite"})
    at("2026-11-01").seasons.open("execution")
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        assert "From memory" in screen_text(app)
        await press(pilot, "f", "t")
        await write(pilot, "no talks")
        assert "You wrote   talks, the rewrite" in screen_text(app)
        assert "what comes first" in screen_text(app)
        assert kept(at(FRIDAY), Quote)[0].text == "no talks"  # it is kept, whether or not one goes on
        await write(pilot, "boring")
        assert "You wrote   Boring" in screen_text(app)
        await press(pilot, "enter", "escape")
        assert "From memory" not in screen_text(app)
    (quote,) = kept(at(FRIDAY), Quote)
    assert (quote.text, quote.direction, quote.outcome) == ("no talks", "boring", "")


async def test_what_the_coach_noticed_can_be_opened_and_answered(at):
    walk = at("2026-11-16").commitments.make("Walk", rhythm="every day")
    at("2026-11-16").seasons.open("execution")
    for day in (16, 17, 18):
        at(FRIDAY).marks.mark([Given(walk, "missed", "waiting")], date(2026, 11, day))
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 34)) as pilot:
        assert "the coach noticed" in screen_text(app)
        assert "What could you start without them?" in screen_text(app)
        await press(pilot, row("was not kept 3 times"), "enter")
        assert "3 records" in screen_text(app)
        await press(pilot, "escape", "x", "w")
        assert "the coach noticed" not in screen_text(app)


async def test_what_is_noticed_comes_after_the_first_frame(at):
    walk = at("2026-11-16").commitments.make("Walk", rhythm="every day")
    at("2026-11-16").seasons.open("execution")
    for day in (16, 17, 18):
        at(FRIDAY).marks.mark([Given(walk, "missed", "waiting")], date(2026, 11, day))
    coach = at(FRIDAY)
    first = gather(coach, looks=False)
    assert first.held.noticed is None
    app = CoachApp(coach, first)
    async with opened(app, (100, 34)):
        assert "the coach noticed" in screen_text(app)
    assert gather(at(FRIDAY), looks=False).held.noticed  # it was told, and stays for the day


async def test_everything_rests_and_comes_back(at):
    at(FRIDAY).commitments.make("Walk", rhythm="every day")
    at(FRIDAY).seasons.open("execution")
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "f", "p")
        await write(pilot, "+1w")
        await write(pilot, "leave")
        assert "RESTING" in screen_text(app)
        await press(pilot, "escape")
        assert not re.search(r"Walk +.*○", screen_text(app))
        await press(pilot, "f", "p", "escape")
        assert "MANAGING" in screen_text(app)
        assert re.search(r"Walk +.*○", screen_text(app))


async def test_the_season_bar_follows_what_the_shell_does(at, monkeypatch):
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "escape")
        assert "No season is open yet" in screen_text(app)
        at(FRIDAY).seasons.open("execution")
        await app.look_again()
        await press(pilot, "2")
        assert "MANAGING" in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_new_page_holds_at_every_size(at, size):
    coach = at("2026-11-01")
    coach.frames.change({"direction": "D" * 300, "giving_up": "[/] " * 40, "flow": "x" * 90, "outcome": "y"})
    coach.commitments.make("C" * 300, rhythm="every day", problem="\x1b[31mred", gate=FRIDAY)
    coach.seasons.open("execution")
    app = app_of(at(FRIDAY))
    async with opened(app, size) as pilot:
        for keys in (["3"], ["enter"], ["escape", "a"], ["escape", "e"], ["escape", "g"], ["escape", "4"],
                     ["w"], ["enter"], ["enter"], ["enter", "escape"], ["f"], ["o"], ["escape", "t"],
                     ["escape", "p"], ["escape", "escape", "s"], ["escape", "c"]):  # fmt: skip
            await press(pilot, *keys)
            assert all(len(line) <= size[0] for line in screen_text(app).splitlines())


async def test_a_key_pressed_twice_is_no_second_answer(at):
    at("2026-11-01").commitments.make("Walk", rhythm="every day", gate=FRIDAY)
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "y")
        await type_in(pilot, "mostly")
        app.screen.action_next()  # type: ignore[attr-defined]
        app.screen.action_next()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "2 of 8" in screen_text(app)
        said = app.screen.said  # type: ignore[attr-defined]
        assert {name: said[name] for name in YEAR if said.get(name)} == {"quarter1": "mostly"}


async def test_an_untouched_page_of_terms_changes_nothing(at):
    walk = at(FRIDAY).commitments.make(
        "Walk", rhythm="every day", process=True, avoids="who decides", due=None
    )
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "e", "ctrl+s")
        assert place(app) is CommitmentsScreen
    assert at(FRIDAY).commitments.find(walk.id) == walk


async def test_a_page_sends_only_what_was_changed_on_it(at):
    coach = at(FRIDAY)
    coach.frames.change({"direction": "Boring", "flow": "old"})
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "e")
        await type_in(pilot, " by March")
        at(FRIDAY).frames.change({"flow": "new"})
        await press(pilot, "ctrl+s")
    frame = at(FRIDAY).frames.current()
    assert frame is not None
    assert (frame.direction, frame.flow) == ("Boring by March", "new")


async def test_a_new_page_of_terms_that_was_left_goes_on_at_its_gate(at):
    at("2026-11-01").commitments.make("Walk", rhythm="every day", gate=FRIDAY)
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "g")
        await press(pilot, "y")
        for _ in range(4):
            await type_in(pilot, "yes\n")
        await press(pilot, "c")
        await type_in(pilot, " slowly")
        await press(pilot, "escape")
        assert place(app) is GateScreen
        await press(pilot, "c")
        assert "Walk slowly" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert place(app) is CommitmentsScreen
    (made,) = kept(at(FRIDAY), Commitment)
    assert made.text == "Walk slowly"
    assert not list(at(FRIDAY).drafts.left())


async def test_a_mark_is_taken_back_in_the_check_in(at):
    walk = at(FRIDAY).commitments.make("Walk", rhythm="every day")
    at(FRIDAY).marks.mark([Given(walk, "kept")])
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "c", "enter", "enter", "enter", "enter", "backspace", "ctrl+s")
    assert kept(at(FRIDAY), Mark) == []


async def test_a_review_left_on_friday_is_that_friday_s_on_wednesday(at):
    at("2026-11-13").commitments.make("Walk", rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "w", "enter", "enter")
        await type_in(pilot, "late")
        await press(pilot, "escape")
    app = app_of(at("2026-11-25"))
    async with opened(app, (100, 30)) as pilot:
        shown = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(shown) if "Begun, reflection" in line)
        await press(pilot, *["down"] * (row - 6), "enter")
        assert "The week to Fri 20 Nov" in screen_text(app)


async def test_a_page_can_be_thrown_away(at):
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "escape", "3", "a")
        await type_in(pilot, "never mind")
        await press(pilot, "escape", "a", "f7", "enter")
        assert place(app) is CommitmentsScreen
    assert not list(at(FRIDAY).drafts.left())


async def test_the_window_shows_what_was_parked(at):
    coach = at("2026-09-01")
    coach.frames.point("Boring")
    coach.seasons.open("execution", rhythm="10+2")
    coach.signals.park("They build around it")
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f")
        assert "They build around it" not in screen_text(app)
        await press(pilot, "o", "ctrl+s")
        assert "They build around it" in screen_text(app)


async def test_what_was_never_said_of_a_held_frame_can_be_filled_in(at):
    coach = at(FRIDAY)
    coach.frames.point("Boring")
    coach.seasons.open("execution")
    app = app_of(at("2026-12-01"))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "e")
        assert "can be filled in" in read(app)
        assert "Direction" not in screen_text(app)
        await type_in(pilot, "talks")
        await press(pilot, "ctrl+s")
    assert at(FRIDAY).frames.current().giving_up == "talks"


async def test_opening_a_left_pause_does_not_end_the_one_that_runs(at):
    at(FRIDAY).seasons.open("execution")
    app = app_of(at(FRIDAY))
    async with opened(app) as pilot:
        await press(pilot, "f", "p")
        await type_in(pilot, "+2w")
        await press(pilot, "escape", "escape")
        at(FRIDAY).seasons.pause(FRIDAY + timedelta(days=7))
        await app.look_again()
        await settled(pilot)
        await press(pilot, row("Begun, season"), "enter")
        assert place(app) is FormScreen
    assert len(at(FRIDAY).seasons.rests()) == 1


async def test_a_whole_frame_that_was_left_survives_filling_in_the_rest(at):
    coach = at("2026-09-01")
    coach.frames.point("Boring")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "e")
        await type_in(pilot, " by March")
        await press(pilot, "escape")
        at("2026-09-01").seasons.open("execution")
        await app.look_again()
        await press(pilot, "e", "escape")
    (draft,) = at("2026-09-01").drafts.left()
    assert draft.fields["direction"] == "Boring by March"


async def test_a_draft_whose_time_has_passed_shows_its_words_and_can_go(at):
    walk = at("2026-11-01").commitments.make("Walk", rhythm="every day", gate=FRIDAY)
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "g", "s")
        await type_in(pilot, "mostly")
        await press(pilot, "escape", "1")
        at(FRIDAY).commitments.end(walk, "finished")
        await app.look_again()
        await settled(pilot)
        row = next(n for n, line in enumerate(screen_text(app).splitlines()) if "Begun, a gate" in line)
        await press(pilot, *["down"] * (row - 6), "enter")
        assert "mostly" in screen_text(app)
        await press(pilot, "enter")
    assert not list(at(FRIDAY).drafts.left())


async def test_a_cleared_choice_stays_cleared_in_a_draft(at):
    coach = at(FRIDAY)
    coach.frames.change({"direction": "Boring", "context": "early"})
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "e", "down", "down", "down", "down", "backspace", "escape", "e", "ctrl+s")
    assert at(FRIDAY).frames.current().context is None


async def test_a_form_left_open_does_not_take_back_what_was_kept_since(at):
    coach = at(FRIDAY)
    walk = coach.commitments.make("Walk", rhythm="every day", why="think", obstacle="mail")
    app = app_of(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "e")
        await press(pilot, "tab")
        app.screen.query_one("#field-why", Line).take("my draft's why")
        app.screen.query_one("#field-cue", Line).take("coffee")
        await press(pilot, "escape")
        at(FRIDAY).commitments.renegotiate(walk, why="kept since", obstacle="the phone")
        await app.look_again()
        await settled(pilot)
        await press(pilot, "e")
        text = read(app)
        assert "kept since" in text
        assert "the phone" in text
        assert "Your draft said:" in text
        assert "my draft's why" in text
        assert app.screen.query_one("#field-cue", Line).written == "coffee"


async def test_a_page_that_gets_narrower_keeps_its_cursor(at):
    at("2026-11-02").commitments.make("Walk", rhythm="every day")
    app = app_of(at(FRIDAY))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "3", "enter", "left", "up")
        for size in ((80, 24), (60, 20), (30, 10), (120, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
        assert "day by day" in screen_text(app)
        await press(pilot, "space")
    assert [list(each) for each in at(FRIDAY).marks.between(date(2026, 11, 1), FRIDAY).values()]
