"""Leading from the keyboard: a month looked back on, the window from end to end, an emergency, vitality."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from coach.checkin.checkins import Answers
from coach.commitments.agreement import QUESTIONS
from coach.cycle.window import close, plan_gate, window
from coach.references import remove
from coach.reflection.looking_back import begin, keep
from coach.reflection.records import Reflection
from coach.reflection.reflections import Answered
from coach.signals.records import Signal
from coach.today.today import gather
from screens.app import CoachApp
from screens.base.fact_page import FactPage
from screens.base.form import FormScreen
from screens.base.record_page import RecordPage
from screens.commitments.commitment import CommitmentScreen
from screens.cycle.close_window import CloseScreen
from screens.cycle.frame_step import FrameStepScreen
from screens.cycle.hard_questions import QuestionsScreen
from screens.cycle.reassess import ReassessScreen
from screens.cycle.window_gates import GatesScreen
from screens.frame.page import FrameScreen
from screens.reflection.looking_back import ReflectionScreen
from screens.reflection.page import ReflectScreen
from screens.reflection.reading_back import BesideScreen, ThreadScreen
from screens.reflection.vitality import VitalityScreen
from screens.sheets.search import CiteSheet
from screens.signals.settle import SignalsScreen
from screens.widgets.evidence import Evidence
from tests.screens.person import opened, place, press, read, row, screen_text, settled, type_in

if TYPE_CHECKING:
    from coach.app import Coach

LAST = date(2026, 11, 30)


def app_of(coach: Coach) -> CoachApp:
    return CoachApp(coach, gather(coach))


@pytest.fixture
def month(at) -> Coach:
    """The last day of November, with ten days that say something."""
    coach = at("2026-11-30T20:00")
    coach.frames.point("North")
    for number, energy in enumerate((3, 5, 2, 5, 3, 3, 2, 3, 4, 3)):
        gave = "running" if energy == 5 else None
        coach.checkins.keep(date(2026, 11, 2) + timedelta(days=number), Answers(energy=energy, gave=gave))
    return coach


def kept(coach: Coach, name: str = "monthly") -> Reflection:
    coach.store.refresh()
    return next(each for each in coach.reflections.past() if each.name == name)


async def answer(pilot, text: str = "") -> None:
    """What one thinks, then the records, then on."""
    await type_in(pilot, text)
    await press(pilot, "ctrl+s", "ctrl+s")


async def test_a_month_is_answered_first_and_then_beside_the_records(month):
    app = app_of(month)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, row("the monthly reflection"), "4", "m")
        assert place(app) is ReflectionScreen
        assert "Energy 3.3" not in screen_text(app)
        await type_in(pilot, "Mornings")
        await press(pilot, "ctrl+s")
        assert "Energy 3.3 on average, 10 days of 30" in screen_text(app)
        assert "Thu 5 Nov: 5 of 5, + running" in screen_text(app)
        assert "1 of 6" in screen_text(app)
        await type_in(pilot, " and the run")
        await press(pilot, "tab", "down", "space")
        assert "Rests on 1 record." in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "“Mornings and the run”: what is one moment in" in screen_text(app)
        await press(pilot, "enter")
        assert "3 of 7" in screen_text(app)
        assert "Energy 3.3" not in screen_text(app)
        for text in ("Mail", "The talk", "", "Listening"):
            await answer(pilot, text)
        assert "What will you try in the coming month?" in screen_text(app)
        await type_in(pilot, "Ask before I answer")
        await press(pilot, "enter", "enter", "enter")
        await type_in(pilot, "every weekday")
        await press(pilot, "ctrl+t")
        assert "Trial until Sun 13 Dec" in read(app)
        await press(pilot, "ctrl+s")
        assert place(app) is ReflectScreen
        assert "The trial runs until Sun 13 Dec" in screen_text(app)
    found = kept(month)
    assert found.answers == {
        "energised": "Mornings and the run",
        "drained": "Mail",
        "shown": "The talk",
        "develop": "Listening",
    }
    assert found.before == {"energised": "Mornings"}
    assert len(found.cites["energised"]) == 1
    assert found.experiment == "Ask before I answer"
    (trial,) = month.commitments.all()
    assert (trial.text, trial.rhythm, trial.trial_of) == ("Ask before I answer", "every weekday", found.id)


async def test_a_month_left_half_way_waits_on_today_with_its_records(month):
    app = app_of(month)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "m")
        await type_in(pilot, "Mornings")
        await press(pilot, "ctrl+s")
        await press(pilot, "escape", "1")
        assert "Mornings" in screen_text(app)
        assert "Begun, reflection" in screen_text(app)
    app = app_of(month)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "m")
        assert "Mornings" in screen_text(app)
        assert "Energy 3.3" in screen_text(app)


async def test_a_hard_month_takes_two_questions(month):
    app = app_of(month)
    async with opened(app) as pilot:
        await press(pilot, "4", "m", "ctrl+l")
        assert "1 of 2" in screen_text(app)
        await answer(pilot, "Little")
        await answer(pilot, "All of it")
        assert place(app) is ReflectScreen
    assert kept(month).answers == {"energised": "Little", "drained": "All of it"}


async def test_every_fact_opens_what_it_rests_on(month):
    app = app_of(month)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "m", "ctrl+s", "tab")
        assert isinstance(app.focused, Evidence)
        await press(pilot, "enter")
        assert place(app) is FactPage
        assert screen_text(app).count("check-in  ") >= 10
        await press(pilot, "enter", "escape", "escape")
        assert place(app) is ReflectionScreen


async def test_an_answer_rests_on_any_record_that_is_found(month):
    month.journal.write("The brief sorted itself out near the bakery")
    app = app_of(month)
    async with opened(app) as pilot:
        await press(pilot, "4", "m")
        await type_in(pilot, "Walks")
        await press(pilot, "ctrl+r")
        assert place(app) is CiteSheet
        await type_in(pilot, "bakery")
        await press(pilot, "enter")
        assert "Rests on 1 record." in screen_text(app)
        await press(pilot, "ctrl+l", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s")
    found = kept(month)
    entry = next(month.journal.entries())
    assert found.cites == {"energised": (entry.id,)}


async def test_reading_back_a_year_before_and_over_time(at):
    for day, text in (("2025-11-30", "Dark"), ("2026-10-31", "Meetings"), ("2026-11-30", "Mail")):
        coach = at(day)
        answers = Answered({"drained": text, "energised": "x"}, {}, {"drained": f"What drained you? {day}"})
        keep(coach, begin(coach, "monthly", date.fromisoformat(day)), answers)
    app = app_of(at("2026-11-30"))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", *["down"] * 7, "enter")
        assert place(app) is RecordPage
        assert "Mail" in screen_text(app)
        await press(pilot, "y")
        assert place(app) is BesideScreen
        assert "Dark" in screen_text(app)
        assert "Mail" in screen_text(app)
        await press(pilot, "escape", "t", "1")
        assert place(app) is ThreadScreen
        text = screen_text(app)
        assert text.index("Mail") < text.index("Meetings") < text.index("Dark")


async def test_after_a_miss_what_happened_is_looked_back_on(at):
    coach = at("2026-11-20")
    walk = coach.commitments.make("Walk", rhythm="every day")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "3", "m", "m", "2", "enter")
        assert place(app) is CommitmentScreen
        await press(pilot, "a")
        assert place(app) is ReflectionScreen
        assert "Walk: missed, waiting on someone" in screen_text(app)
        await press(pilot, "ctrl+s")
        await type_in(pilot, "It rained")
        await press(pilot, *["ctrl+s"] * 5)
        await type_in(pilot, "Shoes by the door")
        await press(pilot, "ctrl+s")
        assert place(app) is CommitmentScreen
    found = kept(coach, "action")
    assert found.answers == {"happened": "It rained", "rule": "Shoes by the door"}
    marks = coach.marks.between(date(2026, 11, 20), date(2026, 11, 20))[walk.id]
    assert found.of == marks[date(2026, 11, 20)].id


@pytest.fixture
def cycle(at):
    """The window has been opened on its day: a frame, two commitments, two signals about people, one else."""
    coach = at("2026-09-07")
    coach.frames.change({"direction": "North", "giving_up": "talks", "outcome": "teams", "flow": "merges"})
    coach.seasons.open("execution")
    coach.commitments.make("Walk", rhythm="every day", why="North")
    coach.commitments.make("Write", rhythm="every friday", why="North")
    coach = at("2026-10-05")
    for text, about in (("Late again", "people"), ("Nobody opens it", "value"), ("Two left", "people")):
        coach.signals.park(text, about)
    at("2026-11-16").seasons.open("redesign")
    return at


@pytest.fixture
def rested(cycle):
    """The day after the three hard questions were sealed."""
    coach = cycle("2026-11-16")
    coach.reassessments.answer({"contradicts": "x"}, {}, {})
    coach.reassessments.seal()
    return cycle("2026-11-17")


async def test_the_window_from_end_to_end(cycle):
    app = app_of(cycle("2026-11-16"))
    async with opened(app, (100, 30)) as pilot:
        assert "three hard questions" in screen_text(app)
        await press(pilot, "4", "r")
        assert place(app) is ReassessScreen
        await press(pilot, "enter")
        assert place(app) is QuestionsScreen
        for text in ("Small teams stay", "Demos", "Support"):
            await type_in(pilot, text)
            await press(pilot, "ctrl+s")
        assert "Seal the answers?" in screen_text(app)
        await press(pilot, "enter")
        assert "rests until Tue 17 Nov" in screen_text(app)
        await press(pilot, "down", "enter")
        assert place(app) is ReassessScreen
        assert "once the answers have rested" in screen_text(app)

    coach = cycle("2026-11-17")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        assert "waiting for an answer: 3 signals" in screen_text(app)
        await press(pilot, "4", "r", "enter")
        assert place(app) is SignalsScreen
        assert "Late again" in screen_text(app)
        await press(pilot, "k")
        await type_in(pilot, "seen twice")
        await press(pilot, "enter")
        await press(pilot, "c")
        await press(pilot, "d")
        await type_in(pilot, "gone")
        await press(pilot, "enter")
        assert place(app) is ReassessScreen
        settled_as = {each.text: each.settled for each in coach.store.read("2026-10", Signal)}
        assert settled_as == {"Late again": "keep", "Two left": "change", "Nobody opens it": "drop"}

        await press(pilot, "enter")  # it stands on what is next
        assert place(app) is GatesScreen
        await press(pilot, "enter")
        await press(pilot, "y")
        for _ in range(4):
            await type_in(pilot, "yes\n")
        await press(pilot, "r")
        assert "renewed" in screen_text(app)
        await press(pilot, "down", "enter", *["enter"] * 5, "e")
        assert [each.ended for each in coach.commitments.all()] == [None, None]
        await press(pilot, "escape", "enter")
        assert place(app) is FrameStepScreen
        await press(pilot, "2", "ctrl+u")
        await type_in(pilot, "West")
        await press(pilot, "ctrl+s")
        assert "A change still needs the real condition behind it" in read(app)
        await press(pilot, "tab")
        await type_in(pilot, "four calls")
        await press(pilot, "ctrl+s")
        assert "2 of 5" in screen_text(app)
        await press(pilot, *["ctrl+s"] * 4)
        assert place(app) is ReassessScreen
        assert "changes direction" in screen_text(app)

        await press(pilot, "down", "enter")
        assert place(app) is CloseScreen
        text = screen_text(app)
        assert "Until now" in text
        assert "North" in text
        assert "West" in text
        assert "because four calls" in text
        current = coach.frames.current()
        assert current
        assert current.direction == "North"
        await press(pilot, "2", "ctrl+s")
        assert "MANAGING" in screen_text(app)
        assert place(app) is ReflectScreen
    frame = coach.frames.current()
    assert frame
    assert (frame.direction, frame.conditions) == ("West", {"direction": "four calls"})
    assert [each.ended_as for each in coach.commitments.all()] == [None, "ended"]
    (held,) = coach.reassessments.held()
    assert (held.changed, held.ratings) == (("direction",), {"direction": 2.0})
    assert held.answers["contradicts"] == "Small teams stay"
    assert held.spent.keys() >= {"contradicts", "optimising", "noticing", "direction"}


async def test_leaving_at_any_step_loses_nothing(cycle):
    coach = cycle("2026-11-16")
    app = app_of(coach)
    async with opened(app, (100, 40)) as pilot:
        await press(pilot, "4", "r", "enter")
        await type_in(pilot, "Small teams")
        await press(pilot, "ctrl+s")
        await type_in(pilot, "Demos")
        await press(pilot, "escape", "escape", "1")
        await press(pilot, row("Begun, the window"))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "4", "r", "enter")
        assert "2 of 3" in screen_text(app)
        assert "Demos" in screen_text(app)
        await press(pilot, "ctrl+s", "ctrl+s", "escape")
        assert "begun" in screen_text(app)
    kept_now = coach.reassessments.begin()
    assert (kept_now.answers["contradicts"], kept_now.sealed) == ("Small teams", None)


async def test_the_seal_can_be_opened_early_and_that_is_recorded(cycle):
    coach = cycle("2026-11-16")
    coach.reassessments.answer({"contradicts": "x"}, {}, {})
    coach.reassessments.seal()
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "4", "r", "o")
        assert "Sleep on it" in screen_text(app)
        await press(pilot, "escape")
        assert window(coach).stands.rests_until
        await press(pilot, "o", "enter")
        assert "opened before it had rested" in screen_text(app)
    assert coach.reassessments.begin().unsealed


async def test_signals_about_the_same_are_answered_by_one_word(rested):
    app = app_of(rested)
    async with opened(app) as pilot:
        await press(pilot, "4", "r", "enter")
        await press(pilot, "d")
        await type_in(pilot, "no longer so")
        await press(pilot, "ctrl+g")
        assert "Nobody opens it" in screen_text(app)
    bulk = {each.text: each.in_bulk for each in rested.store.read("2026-10", Signal)}
    assert bulk == {"Late again": True, "Two left": True, "Nobody opens it": False}


async def test_without_a_window_the_way_to_one_is_said(at):
    coach = at("2026-09-07")
    coach.seasons.open("execution")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "4", "r")
        assert place(app) is ReflectScreen
        assert "The frame is fixed until" in screen_text(app)


async def test_on_its_day_the_window_is_opened_from_where_one_looks_for_it(at):
    at("2026-09-07").seasons.open("execution")
    app = app_of(at("2026-11-16"))
    async with opened(app, (100, 30)) as pilot:
        assert "The redesign window is due today" in screen_text(app)
        await press(pilot, "4", "r")
        assert place(app) is FormScreen
        await press(pilot, "ctrl+s")
        assert place(app) is ReassessScreen
        assert "LEADING" in screen_text(app)


async def test_signals_left_half_way_go_on_where_they_were_left(rested):
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter", "c")
        await press(pilot, "d")
        await type_in(pilot, "half a word")
        await press(pilot, "escape")
        assert "0 of 3 answered" in screen_text(app)
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter")
        assert "Two left" in screen_text(app)
        assert "half a word" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "Nobody opens it" in screen_text(app)
        await press(pilot, "t", "ctrl+s")
        assert "worth a test says what you will try" in read(app)
        await type_in(pilot, "Ask two of them")
        await press(pilot, "ctrl+s")
        assert "Every signal has its answer" in screen_text(app)
        assert "3 of 3 answered" in screen_text(app)


async def test_a_signal_worth_a_test_becomes_a_trial_when_the_window_is_closed(rested):
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter", "t")
        await type_in(pilot, "Call one of them\n")
        await type_in(pilot, "soon\n")
        await type_in(pilot, "Did they come earlier?\n")
        await press(pilot, "c", "c")
        assert "cannot read “soon”" in screen_text(app)
        assert not any(each.settled for each in rested.signals.for_window())
        await press(pilot, "ctrl+u")
        await type_in(pilot, "monday and thursday")
        await press(pilot, "up", "ctrl+u")
        await type_in(pilot, "Write to one of them")
        await press(pilot, "ctrl+s")
        assert "Every signal has its answer" in screen_text(app)
    [signal] = [each for each in rested.signals.for_window() if each.settled == "test"]
    assert signal.tries == {
        "text": "Write to one of them", "rhythm": "every Monday and Thursday", "seen": "Did they come earlier?",
    }  # fmt: skip
    assert not any(each.trial_of for each in rested.commitments.all())
    decide(rested)
    app = app_of(rested)
    async with opened(app, (100, 40)) as pilot:
        await press(pilot, "4", "r", row("Close the window"), "enter")
        assert "Write to one of them" in screen_text(app)
        await press(pilot, "ctrl+s")
    [trial] = [each for each in rested.commitments.all() if each.trial_of == signal.id]
    assert (trial.text, trial.rhythm, trial.moves) == (
        "Write to one of them", "every Monday and Thursday", "? Did they come earlier?",
    )  # fmt: skip
    assert (trial.starts, trial.gate) == (rested.today(), rested.today() + timedelta(days=13))
    rested.store.undo()
    assert not any(each.trial_of for each in rested.commitments.all())


def test_a_test_that_is_let_go_again_becomes_no_trial_and_a_day_that_passed_is_its_last(rested):
    first, *rest = rested.signals.waiting()
    rested.signals.settle([first], "test", "", {"text": "Call", "due": "2026-11-16"})
    rested.signals.settle([first], "drop", "no")
    assert not rested.signals.for_window()[0].tries
    rested.signals.settle([first], "test", "", {"text": "Call", "due": "2026-11-16"})
    del rest
    decide(rested)
    close(rested)
    [trial] = [each for each in rested.commitments.all() if each.trial_of]
    assert trial.due == rested.today()


async def test_what_changes_something_and_a_frame_that_stays_are_asked_about(rested):
    rested.signals.settle(rested.signals.waiting()[:1], "change", "")
    rested.signals.settle(rested.signals.waiting(), "drop", "no")
    for held in window(rested).commitments:
        plan_gate(rested, held.commitment, "renew", dict.fromkeys(QUESTIONS, "yes"))
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", row("The new frame"), "enter")
        assert "You said this changes something" in screen_text(app)
        await press(pilot, *["ctrl+s"] * 5)
        assert "changes something, and the frame stays as it is. Where" in " ".join(read(app).split())
        await press(pilot, *["pageup"] * 5, "3", "ctrl+u")
        await type_in(pilot, "West\n")
        await type_in(pilot, "They come late\n")
        await press(pilot, *["ctrl+s"] * 4)
        assert "the frame stays as it is. Where" not in " ".join(read(app).split())


async def test_going_back_over_a_signal_keeps_the_word_for_the_next(rested):
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter", "c", "k")
        await type_in(pilot, "a word")
        await press(pilot, "pageup", "pagedown", "escape", "enter")
        assert "Two left" in screen_text(app)
        assert "a word" in screen_text(app)


async def test_a_part_of_the_frame_that_was_cleared_stays_cleared(rested):
    decide(rested)
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "up", "enter", "ctrl+s", "3", "ctrl+u", "tab")
        await type_in(pilot, "nothing was given up")
        await press(pilot, "pagedown", "escape", "enter", *["ctrl+s"] * 4)
        assert "changes giving up" in screen_text(app)
    assert rested.reassessments.begin().frame == {"giving_up": ""}


async def test_quitting_at_the_seal_doubles_nothing(cycle):
    coach = cycle("2026-11-16")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter")
        await type_in(pilot, "Alpha")
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+q")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter")
        await type_in(pilot, " more")
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s", "escape")
    assert coach.reassessments.begin().answers["contradicts"] == "Alpha more"


async def test_a_letter_beside_the_line_it_was_meant_for_does_nothing(rested):
    app = app_of(rested)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "r", "enter")
        await type_in(pilot, "yes sns 123 q")
        assert place(app) is SignalsScreen
        await press(pilot, "f1")
        assert "Each gets an answer" in screen_text(app)
    assert len(window(rested).waiting) == 3


async def test_a_window_with_something_open_is_left_on_purpose_or_not_at_all(cycle):
    coach = cycle("2026-11-17")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "o", "ctrl+s")
        assert "Leave the window as it is?" in screen_text(app)
        assert "3 signals without an answer" in screen_text(app)
        await press(pilot, "escape", "escape")
        assert "LEADING" in screen_text(app)
        await press(pilot, "o", "ctrl+s", "enter")
        assert "MANAGING" in screen_text(app)


async def test_an_after_action_review_whose_event_is_gone_can_be_let_go(at):
    coach = at("2026-11-20")
    entry = coach.journal.write("The import stopped")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "2", "enter", "a")
        await type_in(pilot, "It stopped at two")
        await press(pilot, "escape")
    remove(coach.store, entry)
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, row("Begun, reflection"), "enter")
        assert "It stopped at two" in screen_text(app)
        await press(pilot, "enter")
        assert list(coach.drafts.left()) == []


async def test_an_emergency_changes_the_frame_in_the_same_hour(at):
    coach = at("2026-09-07")
    coach.frames.change({"direction": "North", "giving_up": "talks"})
    coach.seasons.open("execution")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "x")
        assert place(app) is FormScreen
        for text in ("The customer left", "The team", "We stop the rollout", "Whom it is for"):
            await type_in(pilot, text)
            await press(pilot, "enter")
        await press(pilot, "ctrl+u")
        await type_in(pilot, "Hold what we have")
        await press(pilot, "ctrl+s")
        assert place(app) is FrameScreen
        assert "Hold what we have" in screen_text(app)
        assert "Emergency reassessment" in screen_text(app)
        assert "MANAGING" in screen_text(app)
    assert coach.signals.count(date(2026, 9, 7)) == 1


async def test_a_called_window_asks_which_premise_failed(at):
    coach = at("2026-09-07")
    coach.frames.point("North")
    coach.seasons.open("execution")
    app = app_of(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "f", "o")
        await type_in(pilot, "The budget is gone")
        await press(pilot, "enter")
        await type_in(pilot, "They buy in spring")
        await press(pilot, "ctrl+s", "r")
        assert place(app) is ReassessScreen
        assert "Premise: They buy in spring" in screen_text(app)


async def test_vitality_shows_what_each_sign_rests_on(cycle):
    app = app_of(cycle("2026-11-16"))
    async with opened(app, (100, 40)) as pilot:
        await press(pilot, "4", "v")
        assert place(app) is VitalityScreen
        text = screen_text(app)
        assert "Hard questions come to the surface" in text
        assert "3 signals parked this cycle" in text
        assert "2 of 2 commitments" in text
        await press(pilot, "enter")
        assert place(app) is FactPage
        assert "Late again" in screen_text(app)


async def test_a_ritual_is_told_once_as_a_question(cycle):
    coach = cycle("2026-11-16")
    coach.reassessments.answer({"contradicts": "the same as ever"}, {}, {"contradicts": 600.0})
    coach.reassessments.seal()
    coach = cycle("2026-11-17")
    close_quietly(coach)
    coach = cycle("2027-01-26")
    coach.seasons.open("redesign")
    coach.reassessments.answer({"contradicts": "the same as ever"}, {}, {"contradicts": 1.0})
    coach.reassessments.seal()
    coach = cycle("2027-01-27")
    decide(coach)
    app = app_of(coach)
    async with opened(app, (100, 40)) as pilot:
        await press(pilot, "4", "r", "enter")
        assert place(app) is CloseScreen
        assert "Which answer surprised you?" in screen_text(app)
        assert "Similarity to earlier answers: 100%." in screen_text(app)
        await press(pilot, "tab", "tab")
        await type_in(pilot, "None did")
        await press(pilot, "ctrl+s")
        await settled(pilot)
    assert coach.reassessments.held()[-1].surprised == "None did"


def decide(coach: Coach) -> None:
    found = window(coach)
    for each in found.waiting:
        coach.signals.settle([each], "drop", "no")
    for held in found.commitments:
        plan_gate(coach, held.commitment, "renew", dict.fromkeys(QUESTIONS, "yes"))
    coach.reassessments.keep(coach.reassessments.begin(), "frame", keeps="it holds")


def close_quietly(coach: Coach) -> None:
    decide(coach)
    close(coach)
