"""Assessing from the keyboard: the instrument in few keys, its result, five questions, ladders, rounds, feedback."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import pytest

from coach.assessment.instrument import diagnostics, signs
from coach.commitments.marks import Given
from coach.core.texts import words
from coach.drafts import Draft
from coach.ladders.practising import held_as
from coach.today.today import gather
from screens.app import CoachApp
from screens.assessment.instrument import InstrumentScreen
from screens.assessment.page import AssessScreen
from screens.assessment.result import AssessmentScreen
from screens.assessment.trend import TrendScreen
from screens.base.form import FormScreen
from screens.base.record_page import RecordPage
from screens.diagnosis.five_questions import FiveQuestionsScreen
from screens.feedback.page import FeedbackScreen
from screens.ladders.page import LaddersScreen, LevelScreen, RateScreen
from screens.today.page import TodayScreen
from screens.widgets.board import Board
from screens.widgets.telling import TellingRows
from tests.assessment.conftest import given
from tests.screens.person import opened, place, press, read, row, screen_text, settled, type_in

if TYPE_CHECKING:
    from coach.app import Coach


@pytest.fixture
def coach(at) -> Coach:
    """A home in which something was written: no welcome."""
    coach: Coach = at("2026-11-20")
    coach.journal.write("Something")
    return coach


def app_of(coach: Coach) -> CoachApp:
    return CoachApp(coach, gather(coach))


def key_for(step: int) -> str:
    return ("0", "1", "3", "5", "9")[step]


async def answer(pilot, app, steps: dict[str, int], said: str) -> int:
    """Answers what is asked, whatever the order; gives how many keys it took."""
    texts = {each.text("team"): each.id for each in signs()}
    count = 0
    for _ in signs():
        shown = screen_text(app)
        name = next(name for text, name in texts.items() if text in shown)
        await press(pilot, key_for(steps.get(name, 0)))
        count += 1
    for letter in said:
        await press(pilot, letter)
        count += 1
    return count


async def test_all_of_it_takes_at_most_25_keys(coach, monkeypatch):
    monkeypatch.setattr("screens.base.guided.instant", partial(next, count(0, 10**9)))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "enter", "t")
        assert place(app) is InstrumentScreen
        steps = {"OM1": 4, "OM2": 3, "OM3": 2, "OM4": 3, "OM5": 2, "OM6": 2}
        keys = 4 + await answer(pilot, app, steps, "nnpnyyyy")
        assert place(app) is InstrumentScreen  # the last answer can still be mended
        await press(pilot, "enter")
        assert keys <= 25
        assert place(app) is AssessmentScreen
        assert words.assess.result.managing in screen_text(app)
    kept = coach.assessments.latest()
    assert kept
    assert kept.answers["OM1"] == 4
    assert kept.wording == "team"
    assert kept.diagnostics["autonomy"] == "no"
    assert sorted(kept.order) == sorted(sign.id for sign in signs())
    assert kept.order != tuple(sign.id for sign in signs())
    assert set(kept.spent) <= {
        *kept.order,
        *(each.id for each in diagnostics()),
    }  # a tenth of a second is none
    assert kept.spent


async def test_left_half_way_it_goes_on_in_the_same_order_where_it_was_left(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "a", "a", "2", "x", "0")
        asked = screen_text(app)
        await press(pilot, "escape", "1")
        assert "Begun, self-assessment" in screen_text(app)
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7")
        assert "begun" in screen_text(app)
        await press(pilot, "enter")
        assert screen_text(app).splitlines()[5:9] == asked.splitlines()[5:9]
        await press(pilot, "pageup")
        assert "● 0" in screen_text(app)
        await press(pilot, "pageup")
        assert "● x" in screen_text(app)


async def test_what_was_left_for_days_is_about_others_and_begins_anew(at, coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "a", "a", "2", "x", "escape")
    app = app_of(at("2026-11-22"))
    async with opened(app) as pilot:
        await press(pilot, "7", "a")
        assert "4 of 22" in screen_text(app)
        await press(pilot, "escape")
    app = app_of(at("2026-11-28"))
    async with opened(app) as pilot:
        await press(pilot, "7", "a")
        assert "about ten other working days" in screen_text(app)
        await press(pilot, "enter")
        assert "1 of 22" in screen_text(app)


async def test_an_order_only_another_version_knows_is_offered_away(coach):
    coach.drafts.keep_fields(
        Draft("assessment", "assessments", "2026-11-20T08:00:00.000+01:00", {"~order": "XX1 XX2", "XX1": "2"})
    )
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "a")
        assert words.leaving.stale in screen_text(app)


async def test_an_answer_can_rest_on_a_record_that_lies_beside_it(coach):
    walk = coach.commitments.make("Walk before mail", rhythm="every day")
    from coach.commitments.marks import Given as Marked

    coach.marks.mark([Marked(walk, "kept", None)], coach.today())
    app = app_of(coach)
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "7", "a", "t", *["1"] * 12, *["y"] * 4)
        assert "Walk before mail" in screen_text(app)  # delivery
        await press(pilot, "tab", "space", *["y"] * 4, "enter")
    kept = coach.assessments.latest()
    assert kept
    assert len(kept.cites["delivery"]) == 1


async def test_the_other_wording_is_one_key_away(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "a", "t")
        team = screen_text(app)
        await press(pilot, "w")
        alone = screen_text(app)
        assert any(each.text("team") in team and each.text("alone") in alone for each in signs())
        await press(pilot, "0", "w")  # a record has one wording
        assert any(each.text("alone") in screen_text(app) for each in signs())
        await press(pilot, "pageup")
        await press(pilot, *["1"] * 12, *["y"] * 8, "enter")
    kept = coach.assessments.latest()
    assert kept
    assert kept.wording == "alone"


async def test_a_result_opens_at_its_top_and_one_key_holds_something_to_try(coach):
    coach.assessments.keep(given("431111" + "000000"))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", *["down"] * 4, "enter")
        assert place(app) is AssessmentScreen
        assert "Over-managing" in screen_text(app)
        told = app.screen.query_one(TellingRows)
        await seek(pilot, lambda: getattr(getattr(told.target, "correction", None), "id", "") == "OM1a")
        await press(pilot, "o")
        assert told.target.correction.id == "OM1b"
        await press(pilot, "o", "enter")
        assert held_as(coach, "OM1a")
        await press(pilot, "enter")
    assert len(coach.commitments.active()) == 1


async def test_a_key_too_many_after_the_last_answer_holds_nothing_that_was_not_seen(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "a", "t", *["9"] * 6, *["0"] * 6, *["y"] * 8, "enter", "enter", "o", "enter")
        assert place(app) is AssessmentScreen
    assert coach.commitments.active() == []


async def test_a_situation_is_asked_for_before_the_questions(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "i", "enter")
        assert "1 of 7" in screen_text(app)
        assert words.diagnosis.what_needed in screen_text(app)


async def test_everything_on_a_result_can_be_read_with_the_arrows_alone(coach):
    coach.assessments.keep(given("423131" + "010101", "nnpnyyyp"))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", *["down"] * 4, "enter")
        told = app.screen.query_one(TellingRows)
        seen = screen_text(app)
        for _ in range(len(told.items) + 20):
            await press(pilot, "down")
            seen += screen_text(app)
        for line in told.items:
            text = "".join(piece for piece, _ in line.pieces).strip()
            assert text[:40] in seen


async def test_a_question_on_the_result_is_written_down_with_what_was_expected(coach):
    coach.assessments.keep(given("431111" + "000000"))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", *["down"] * 4, "enter")
        told = app.screen.query_one(TellingRows)
        await seek(pilot, lambda: getattr(told.target, "id", "") == "why")
        await press(pilot, "enter")
        assert place(app) is FormScreen
        assert "Do you know why our work matters" in screen_text(app)
        await press(pilot, "down", "down", "down", "y", "ctrl+s")
        assert place(app) is AssessmentScreen
    (kept,) = coach.feedback.all()
    assert (kept.question, kept.role, kept.expected, kept.seen) == ("why", "team", "yes", None)


async def test_a_result_that_is_deleted_closes_and_undo_brings_it_back(coach):
    coach.assessments.keep(given("431111" + "000000"))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", row("Fri 20 Nov"), "enter", "d")
        assert place(app) is AssessScreen
        assert words.assess.none in screen_text(app)
        await press(pilot, "u", "enter")
        assert "the last time" in screen_text(app)


async def test_over_time_shows_each_scale_and_sign_and_opens_an_assessment(at, coach):
    at("2026-08-03").assessments.keep(given("333333" + "111112"))
    coach.assessments.keep(given("111111" + "111112"))
    app = app_of(coach)
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "7", "h")
        assert place(app) is TrendScreen
        assert "3.0   1.0" in screen_text(app)
        assert screen_text(app).count("less often") == 1  # the scale, and each of its six signs
        await press(pilot, "down", "down", "down")
        assert "4 to 6 times" in screen_text(app)
        await press(pilot, "tab", "enter")
        assert place(app) is AssessmentScreen


async def test_once_more_in_ten_days_waits_on_today(at, coach):
    coach.assessments.keep(given("111111" + "111112"))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", *["down"] * 4, "enter", "t")
    at("2026-11-29").journal.write("At the desk")
    app = app_of(at("2026-11-30"))
    async with opened(app) as pilot:
        assert "once more, as you asked" in screen_text(app)
        await press(pilot, row("Assessment"))
        await press(pilot, "enter")
        assert place(app) is InstrumentScreen
        assert "1 of 21" in screen_text(app)


async def test_half_way_only_what_stood_out_is_asked(at, coach, monkeypatch):
    monkeypatch.setattr("coach.assessment.scoring.HASTY", 0.0)  # nobody reads here
    at("2026-09-07").seasons.open("execution")
    at("2026-09-08").assessments.keep(given("130000" + "002000"))
    at("2026-10-11").journal.write("At the desk")
    app = app_of(at("2026-10-12"))
    async with opened(app) as pilot:
        assert "half way: 2 signs" in screen_text(app)
        await press(pilot, row("Assessment"))
        await press(pilot, "enter")
        assert "1 of 3" in screen_text(app)
        first = signs()[1].text("team") in screen_text(app)
        await press(pilot, *(["2", "0"] if first else ["0", "2"]), "enter")
        assert place(app) is AssessmentScreen
        assert "4 to 6 times then, 2 or 3 times now" in read(app)
        assert "less often" not in screen_text(app)
    latest = at("2026-10-12").assessments.all()[-1]
    assert (latest.name, set(latest.answers)) == ("flagged", {"OM2", "OL3"})


async def test_five_questions_take_a_situation_and_six_keys(coach):
    coach.frames.change({"direction": "North", "context": "scaling"})
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "i")
        assert place(app) is FiveQuestionsScreen
        await type_in(pilot, "The price")
        await press(pilot, "enter", "n", "u", "p", "y", "c", "n")
        assert place(app) is RecordPage
        assert "30% managing, 70% leading" in screen_text(app)
        assert "about 40% leading is usual" in screen_text(app)
        assert "What to do first" in screen_text(app)
        await press(pilot, "escape")
        assert "The price" in screen_text(app)
    (kept,) = coach.diagnoses.all()
    assert (kept.text, kept.leading, kept.crisis) == ("The price", 70, "")


async def test_five_questions_on_a_commitment_know_it(coach):
    walk = coach.commitments.make("Walk before mail", rhythm="every day")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "3", "enter", "i", "y", "enter", "enter", "enter", "enter", "1")
        assert "Walk before mail: 100% managing" in screen_text(app)
        assert "On the first day of a crisis" in screen_text(app)
    (kept,) = coach.diagnoses.all()
    assert (kept.commitment, kept.crisis, kept.usual) == (walk.id, "day", 20)


async def test_five_questions_left_half_way_wait_and_a_situation_is_needed(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "i")
        await type_in(pilot, "The price")
        await press(pilot, "enter", "n", "escape", "1")
        assert "Begun, five questions" in screen_text(app)
        await press(pilot, row("Begun, five questions"))
        await press(pilot, "enter", "u")
        assert place(app) is FiveQuestionsScreen
        await press(pilot, "pageup", "pageup", "pageup")
        assert "The price" in screen_text(app)


async def test_a_ladder_is_rated_with_a_number_a_skill_and_its_next_practice_is_held(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "l", "m")
        assert place(app) is RateScreen
        await press(pilot, *["4"] * 3, *["3"] * 16)
        assert place(app) is LaddersScreen
        assert "Next: Running a project" in screen_text(app)
        told = app.screen.query_one(TellingRows)
        await seek(pilot, lambda: getattr(told.target, "id", "") == "M-2")
        await press(pilot, "enter")
        assert place(app) is LevelScreen
        held = app.screen.query_one(TellingRows)
        await seek(pilot, lambda: getattr(held.target, "id", "") == "M-2a")
        await press(pilot, "enter")
    (rating,) = coach.ratings.of("management")
    assert len(rating.skills) == 19
    assert held_as(coach, "M-2a")


async def test_a_round_waits_between_planning_and_doing(coach):
    walk = coach.commitments.make("Ask one question", rhythm="every day")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "3", "enter", "o")
        assert place(app) is FormScreen
        await type_in(pilot, "Ask, then wait")
        await press(pilot, "ctrl+s")
        assert "planned, not done yet" in screen_text(app)
        await press(pilot, "o", "down", "down")
        await type_in(pilot, "Waited")
        await press(pilot, "down", "down", "down")
        await type_in(pilot, "Longer")
        await press(pilot, "ctrl+s", "o")
        assert "Longer" in screen_text(app)
    (done,) = coach.rounds.of(walk)
    assert (done.plan, done.did, done.adjust) == ("Ask, then wait", "Waited", "Longer")


async def test_feedback_is_asked_now_and_answered_later(coach):
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "b", "a", "2")
        assert place(app) is FormScreen
        await press(pilot, "down")
        await type_in(pilot, "T.")
        await press(pilot, "down", "down", "y", "ctrl+s")
        assert place(app) is FeedbackScreen
        assert "no answer yet" in screen_text(app)
        await press(pilot, "enter", *["down"] * 4)
        await type_in(pilot, "Not in which order")
        await press(pilot, "down", "p", "ctrl+s")
        assert "1 answer, 1 lower than you expected" in read(app)
    (kept,) = coach.feedback.all()
    assert (kept.name, kept.expected, kept.seen, kept.answer) == ("T.", "yes", "partly", "Not in which order")


async def test_asking_somebody_can_be_put_off_on_today(at, coach):
    at("2026-08-03").seasons.open("execution")
    at("2026-08-05").feedback.keep({"asked": "x?", "role": "peer"})
    at("2026-10-01").journal.write("At the desk")
    app = app_of(at("2026-10-02"))
    async with opened(app) as pilot:
        assert "one thing to do better" in screen_text(app)
        await press(pilot, row("one thing to do better"))
        await press(pilot, "enter")
        assert "What is one thing I could do better?" in screen_text(app)
        await press(pilot, "f7", "1")
        await press(pilot, "x")
        assert place(app) is TodayScreen
        assert "one thing to do better" not in screen_text(app)


async def seek(pilot, is_there) -> None:
    """Down, until it is there."""
    for _ in range(80):
        if is_there():
            return
        await press(pilot, "down")
    raise AssertionError(screen_text(pilot.app))


def current(app: CoachApp) -> str:
    """What the cursor of Today is on."""
    return app.screen.query_one(Board).words_here()


async def test_over_time_nothing_is_drawn_while_nobody_does_anything(coach, monkeypatch):
    coach.assessments.keep(given("123131" + "131313", "npynypny"))
    told: list[int] = []
    tell = TellingRows.tell

    def counted(*given) -> None:
        told.append(1)
        tell(*given)

    monkeypatch.setattr(TellingRows, "tell", counted)
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "h")
        before = len(told)
        for _ in range(20):
            await settled(pilot)
        assert len(told) == before


async def test_an_answer_the_records_do_not_carry_is_asked_about_once_and_kept(at, coach):
    walk = at("2026-11-01").commitments.make("Walk", rhythm="every day")
    for day in range(9, 20):
        result = Given(walk, "kept" if day % 3 == 0 else "missed")
        coach.marks.mark([result], date(2026, 11, day))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "7", "enter", "t")
        await answer(pilot, app, {}, "yyyy")
        assert "Delivery" not in read(app)
        await press(pilot, "y")  # of delivery
        assert "you say yes. In the same days 4 of 11 marks were kept" in " ".join(read(app).split())
        await type_in(pilot, "I counted the large ones\n")
        await press(pilot, *"yyy", "enter")
        assert place(app) is AssessmentScreen
        assert "I counted the large ones" in screen_text(app)
    [kept] = coach.assessments.all()
    assert kept.more == {"delivery-more": "I counted the large ones"}
    assert kept.words == "I counted the large ones"
