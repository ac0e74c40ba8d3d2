"""Asking on: one more question, by rule, in the person's own words and numbers; and nothing without a rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.asking_on import asked_on
from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.drafts import Drafts
from coach.reflection.describe import reflection_lines
from coach.reflection.look_back_session import SHORT, LookBackSession
from coach.reflection.reflections import Answered
from coach.reflection.reviews import Said
from coach.reflection.weekly_session import WeeklySession
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, screen_text, type_in

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
LONG = "I spent whole mornings on the importer and it showed"


@pytest.fixture
def coach(at):
    return at("2026-11-30")


def days(coach, said, first=FIRST):
    for ago, each in enumerate(said):
        coach.checkins.keep(first + timedelta(days=ago), Answers(**{"energy": 3, **each}))


def answered(coach, name="monthly", *, is_short=False, **said):
    """What is asked on after these answers, each given twice: first, and beside the records."""
    session = LookBackSession(coach, name, LAST)
    told = {SHORT: "yes"} if is_short else {}
    for question, text in said.items():
        told[question] = text
        step = next(each for each in session.steps(told) if each.name == question)
        while not session.taken(step, told):
            pass
    return asked_on(told)


def test_an_answer_the_records_do_not_carry_is_asked_about_with_both(coach):
    days(coach, [{"took": "mail"}] + [{"took": "bad sleep"}] * 9)
    assert answered(coach, drained="It was mail, most of all, as ever") == {
        "drained-more": "You name “mail”, and your check-ins name “bad sleep” on 9 of 10 days."
        " When was “mail” the bigger one?"
    }
    assert answered(coach, drained="It was bad sleep, most of all") == {}


def test_one_thing_that_gave_and_took_in_one_week_is_asked_about(coach):
    days(coach, [{}, {"gave": "team"}, {}, {"took": "Team"}])
    [asked] = answered(coach, energised=LONG).values()
    assert asked.startswith("“team” gave you energy on Mon 2 Nov and took some on Wed 4 Nov")
    coach.store.undo()
    days(coach, [{"took": "team"}], FIRST + timedelta(days=8))
    assert answered(coach, energised=LONG) == {}  # another week


def test_another_reason_behind_most_misses_is_asked_about(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=date(2026, 10, 1))
    for day in range(4):
        coach.marks.mark([Given(walk, "missed", "forgot")], date(2026, 10, 5) + timedelta(days=day))
    for day in range(2):
        coach.marks.mark([Given(walk, "missed", "waiting")], FIRST + timedelta(days=day))
    assert answered(coach, shown=LONG) == {}  # two are no reason
    coach.marks.mark([Given(walk, "missed", "waiting")], FIRST + timedelta(days=5))
    [asked] = answered(coach, shown=LONG).values()
    assert "most misses were “forgot” (4 of 4)" in asked
    assert "“waiting on someone” (3 of 3)" in asked


def test_a_reason_is_one_only_above_half_of_all_that_was_missed(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=date(2026, 10, 1))
    for first in (date(2026, 10, 5), FIRST):
        for place in range(6):
            is_first = (place < 3) == (first < FIRST)
            told = Given(walk, "missed", "forgot" if is_first else "waiting")
            coach.marks.mark([told], first + timedelta(days=place))
    assert answered(coach, shown=LONG) == {}  # half and half, before and since
    for day in range(8):
        coach.marks.mark([Given(walk, "missed")], date(2026, 11, 10) + timedelta(days=day))
        coach.marks.mark([Given(walk, "missed", "forgot")], date(2026, 10, 14) + timedelta(days=day))
    assert answered(coach, shown=LONG) == {}  # three of fourteen are not most


def test_a_trial_is_asked_about_once_it_is_over_and_shows_something(at):
    at("2026-11-20").commitments.try_out("Walk", "energy", rhythm="every day")
    assert answered(at("2026-11-30"), shown=LONG) == {}
    early = at("2026-11-02").commitments.try_out("Read", "energy", rhythm="every day")
    assert answered(at("2026-11-30"), shown=LONG) == {}  # over, and nothing beside it
    coach = at("2026-11-30")
    days(coach, [{"energy": 2}] * 14, date(2026, 10, 19))
    days(coach, [{"energy": 4}] * 14, date(2026, 11, 2))
    assert answered(coach, shown=LONG) == {}
    [asked] = answered(coach, develop=LONG).values()
    assert asked.startswith("“Read”: energy was 2.0 before (14 days), 4.0 in the trial (14 days).")
    del early


def test_a_success_is_asked_what_made_it_possible(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=date(2026, 10, 1))
    for day in range(24):
        told = Given(walk, "missed", "forgot") if day % 4 else Given(walk, "kept")
        coach.marks.mark([told], date(2026, 10, 20) + timedelta(days=day))
    for day in range(14):
        coach.marks.mark([Given(walk, "kept")], date(2026, 11, 13) + timedelta(days=day))
    days(coach, [{}] * 30)
    [asked] = answered(coach, shown=LONG).values()
    assert asked.startswith("“Walk”: 12 of the last 12 kept")
    assert asked.endswith("What made this possible?")


def test_a_few_words_and_those_of_last_month_are_asked_for_a_moment_once(coach):
    coach.checkins.keep(FIRST, Answers(energy=3))
    with coach.store.change("before") as change:
        coach.reflections.put(
            change, "monthly", Answered({"shown": LONG}), (date(2026, 10, 1), date(2026, 10, 31))
        )
    asked = answered(coach, energised="Walks", drained="Mail", shown=f"{LONG} again", develop="")
    assert asked == {
        "energised-more": "“Walks”: what is one moment in which that was so?",
        "shown-more": f"In October you wrote nearly the same: “{LONG}”."
        " What is one moment since then in which it was so?",
    }
    assert answered(coach, energised="", drained="Mail", is_short=True) == {}  # a hard month is asked little


async def test_the_answer_is_kept_beside_its_question_and_enter_leaves_it_out(coach, paths):
    coach.checkins.keep(FIRST, Answers(energy=3))
    app = CoachApp(coach, gather(coach))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "m")
        await type_in(pilot, "Walks")
        await press(pilot, "ctrl+s", "ctrl+s")
        assert "“Walks”: what is one moment" in screen_text(app)
        await type_in(pilot, "On Tuesday")
        await press(pilot, "escape")
    left = Drafts(paths.drafts).read_fields("monthly-2026-11-30")
    assert left
    assert left.fields["energised-more"] == "On Tuesday"
    app = CoachApp(coach, gather(coach))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "4", "m")
        assert "On Tuesday" in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "Mail")
        await press(pilot, *["ctrl+s"] * 9)
    kept = coach.reflections.of("monthly", LAST)
    assert kept
    assert kept.answers == {"energised": "Walks", "energised-more": "On Tuesday", "drained": "Mail"}
    asked = "“Walks”: what is one moment in which that was so?"
    assert kept.asked["energised-more"] == asked
    lines = reflection_lines(kept, coach)
    assert lines.index(asked) == lines.index("  Walks") + 2
    again = LookBackSession(coach, "monthly", LAST)
    assert [each.name for each in again.steps(again.was)][1] == "energised-more"


def test_what_says_nothing_is_asked_nothing(coach):
    coach.checkins.keep(FIRST, Answers(energy=3))
    for said in ("I don't know", "Fine.", "—", "Nothing much"):
        assert answered(coach, energised=said) == {}
    assert answered(coach, develop="Delegate more") == {}  # a wish has no moment
    assert answered(coach, energised="Walks with Ana")


@pytest.mark.parametrize(
    ("came", "asked"),
    [("never", "Which moment comes for certain"), ("not", "What did you do instead?"), ("done", "")],
)
def test_last_weeks_line_is_asked_about(at, came, asked):
    before = at("2026-11-06")
    before.commitments.make("Walk", rhythm="every day")
    before.reviews.keep(Said({"truth": "Two of three"}, ("If coffee is made, then the brief",)))
    coach = at("2026-11-13")
    session = WeeklySession(coach, date(2026, 11, 13))
    said = {"came1": came, "truth": "Shipped two", "tradeoff": "No talks"}
    step = next(each for each in session.steps(said) if each.name == "came")
    assert session.taken(step, said)
    names = [each.name for each in session.steps(said)]
    assert ("came-more" in names) == bool(asked)
    if asked:
        assert asked in asked_on(said)["came-more"]
        said["came-more"] = "The first coffee at work"
        session.keep(said, "app")
        kept = coach.reviews.of(date(2026, 11, 13))
        assert kept.answers["came-more"] == "The first coffee at work"
        assert asked in "\n".join(reflection_lines(kept, coach))
