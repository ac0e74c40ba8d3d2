"""Looking back: when it is due, both versions kept, the experiment and its trial, threads over time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from coach.checkin.checkins import Answers
from coach.commitments.commitments import OverLimitError
from coach.commitments.marks import Given
from coach.core.errors import UsageError
from coach.core.texts import table
from coach.demo.demo import live_a_year
from coach.pauses.over import Over
from coach.reflection.lived import gather, numbers
from coach.reflection.looking_back import answered_in, begin, evidence, keep, lines_of, questions
from coach.reflection.question_facts import trial_of
from coach.reflection.reflections import Answered
from coach.reflection.reviews import Said
from coach.reflection.week import numbers_before

if TYPE_CHECKING:
    from coach.reflection.records import ReflectionName


@pytest.mark.parametrize(
    ("day", "last", "is_due"),
    [
        ("2026-11-20", "2026-11-30", False),
        ("2026-11-30", "2026-11-30", True),
        ("2026-12-01", "2026-11-30", True),
        ("2026-12-10", "2026-11-30", True),
        ("2026-12-11", "2026-12-31", False),
        ("2027-02-28", "2027-02-28", True),
        ("2028-02-28", "2028-02-29", False),
    ],
)
def test_the_month_is_due_on_its_last_day_for_ten_days(at, day, last, is_due):
    coach = at(day)
    coach.journal.write("lived", at=coach.clock.at(datetime.fromisoformat(f"{last[:7]}-02T12:00")))
    assert coach.reflections.period("monthly", date.fromisoformat(day))[1].isoformat() == last
    assert coach.reflections.is_due("monthly", date.fromisoformat(day)) is is_due


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-20", "2026-10-01", "2026-12-31"),
        ("2026-12-31", "2026-10-01", "2026-12-31"),
        ("2027-01-20", "2026-10-01", "2026-12-31"),
        ("2027-01-21", "2027-01-01", "2027-03-31"),
    ],
)
def test_the_quarter_waits_for_twenty_days(at, day, first, last):
    found = at(day).reflections.period("quarterly", date.fromisoformat(day))
    assert [each.isoformat() for each in found] == [first, last]


def test_where_nothing_was_written_nothing_is_due(at):
    assert not at("2026-11-30").reflections.is_due("monthly", date(2026, 11, 30))


def test_both_versions_are_kept_with_the_words_in_which_it_was_asked(at):
    coach = at("2026-11-30")
    session = begin(coach, "monthly", date(2026, 11, 30))
    said = Answered(
        {"energised": "Mornings, and the run", "drained": "Mail"},
        {"energised": "Mornings", "drained": "Mail"},
        {"energised": session.questions[0].ask},
        {"energised": ("an-id",)},
    )
    reflection, _ = keep(coach, session, said)
    assert reflection.before == {"energised": "Mornings"}
    assert reflection.asked == {"energised": session.questions[0].ask}
    assert reflection.cites == {"energised": ("an-id",)}
    assert not coach.reflections.is_due("monthly", date(2026, 11, 30))
    again, _ = keep(coach, session, Answered({"shown": "The talk"}))
    assert again.id == reflection.id
    assert again.answers == {**reflection.answers, "shown": "The talk"}
    assert again.before == {"energised": "Mornings"}
    with pytest.raises(UsageError, match="one answer"):
        keep(at("2026-12-31"), begin(at("2026-12-31"), "monthly", date(2026, 12, 31)), Answered({}))


def test_the_words_turn_with_the_months_and_the_meaning_stays():
    turning: tuple[tuple[ReflectionName, int], ...] = (("monthly", 4), ("quarterly", 3))
    for name, turns in turning:
        months = [date(2026, month, 28) for month in range(1, 13)]
        asked = [tuple(each.ask for each in questions(name, month)) for month in months]
        assert len(set(asked)) == turns
        assert len({tuple(each.name for each in questions(name, month)) for month in months}) == 1
    assert [each.name for each in questions("monthly", months[0]) if each.is_short] == [
        "energised",
        "drained",
    ]
    assert [each.name for each in questions("monthly", months[0])] == [
        "energised", "drained", "shown", "patterns", "develop",
    ]  # fmt: skip


def test_automation_is_asked_about_when_it_shapes_the_work():
    assert len(questions("quarterly", date(2026, 12, 31), automation=True)) == 10
    assert all(len(each["ask"]) >= 1 for each in table("action")["question"])


def test_an_experiment_becomes_a_trial_with_it_and_is_asked_about_a_month_later(at):
    coach = at("2026-10-31")
    said = Answered({"develop": "listening"}, experiment="Ask before I answer")
    reflection, trial = keep(
        coach, begin(coach, "monthly", date(2026, 10, 31)), said, trial={"rhythm": "every weekday"}
    )
    assert trial
    assert (trial.trial_of, trial.rhythm, trial.gate) == (reflection.id, "every weekday", date(2026, 11, 13))
    coach = at("2026-11-05")
    coach.marks.mark([Given(trial, "kept")], date(2026, 11, 3))
    coach.marks.mark([Given(trial, "missed", "forgot")], date(2026, 11, 4))
    coach = at("2026-11-30")
    session = begin(coach, "monthly", date(2026, 11, 30))
    assert session.experiment == reflection
    told = [each.text for each in evidence(coach, session)("became")]
    assert told == [
        "Tried since Sat 31 Oct: Ask before I answer",
        "As a trial: 1 kept, 1 missed",
        "“Ask before I answer”: 1 of 2 kept. Too little lies beside it to say what it moved.",
    ]
    assert trial_of(coach, reflection) == trial


def test_reflection_and_trial_are_kept_together_or_not_at_all(at):
    coach = at("2026-10-31")
    coach.commitments.limit = 0
    session = begin(coach, "monthly", date(2026, 10, 31))
    with pytest.raises(OverLimitError):
        keep(coach, session, Answered({}, experiment="Ask first"), trial={})
    assert coach.reflections.of("monthly", date(2026, 10, 31)) is None
    _, trial = keep(
        coach,
        session,
        Answered({}, experiment="Ask first"),
        trial={},
        over=Over(date(2026, 11, 30), "A promise"),
    )
    assert trial
    coach.store.undo()
    assert (coach.reflections.of("monthly", date(2026, 10, 31)), coach.commitments.all()) == (None, [])


def test_a_thread_holds_all_answers_to_one_question_the_latest_first(at):
    for day, text in (("2026-09-30", "one"), ("2026-10-31", "two"), ("2026-11-30", "three")):
        coach = at(day)
        keep(coach, begin(coach, "monthly", date.fromisoformat(day)), Answered({"drained": text}))
    assert [text for _, text in at("2026-11-30").reflections.thread("monthly", "drained")] == [
        "three",
        "two",
        "one",
    ]


def test_an_after_action_review_looks_back_on_a_record(at):
    coach = at("2026-11-20")
    walk = coach.commitments.make("Walk", rhythm="every day")
    mark = coach.marks.mark([Given(walk, "missed", "waiting")])[0]
    session = begin(coach, "action", date(2026, 11, 20), mark.id)
    assert session.event == ("Fri 20 Nov", "Walk: missed, waiting on someone")
    first, _ = keep(coach, session, Answered({"happened": "It rained"}))
    second, _ = keep(coach, session, Answered({"rule": "Shoes by the door"}))
    assert first.of == mark.id
    assert first.id != second.id  # two events of a day are two reviews


@pytest.mark.parametrize("name", ["monthly", "quarterly"])
def test_every_fact_of_a_lived_in_year_names_records_that_are_there(name, paths, clock):
    coach = live_a_year(paths, clock)
    session = begin(coach, name, date(2026, 11, 20))
    beside = evidence(coach, session)
    found = [each for question in session.questions for each in beside(question.name)]
    assert sum(bool(each.ids) for each in found) >= 20
    for each in found:
        assert each.text
        assert all(coach.store.kind_of(record) for record in each.ids)


def test_a_quarter_looked_back_on_early_is_the_same_one_at_its_end(at):
    coach = at("2026-11-20")
    coach.journal.write("lived")
    kept, _ = keep(coach, begin(coach, "quarterly", date(2026, 11, 20)), Answered({"battles": "yes"}))
    coach = at("2026-12-31")
    assert coach.reflections.of("quarterly", date(2026, 12, 31)) == kept
    assert not coach.reflections.is_due("quarterly", date(2026, 12, 31))


def test_a_quarter_is_due_where_only_its_middle_month_was_lived(at):
    at("2026-11-20").journal.write("lived")
    assert at("2026-12-31").reflections.is_due("quarterly", date(2026, 12, 31))


def test_an_old_experiment_is_not_asked_about(at):
    coach = at("2026-06-30")
    keep(coach, begin(coach, "monthly", date(2026, 6, 30)), Answered({}, experiment="Ask first"))
    assert begin(at("2026-11-30"), "monthly", date(2026, 11, 30)).experiment is None


def test_a_later_revision_keeps_the_first_answer(at):
    coach = at("2026-11-30")
    session = begin(coach, "monthly", date(2026, 11, 30))
    keep(coach, session, Answered({"drained": "Mail"}))
    again = begin(coach, "monthly", date(2026, 11, 30))
    lines = lines_of(Answered.of(again.kept)) | {"drained": "The mail before the walk"}
    reflection, _ = keep(coach, again, answered_in(again, lines), began=Answered.of(again.kept))
    assert reflection.answers["drained"] == "The mail before the walk"
    assert reflection.before == {"drained": "Mail"}


@pytest.mark.parametrize(
    ("lines", "plans"),
    [
        ({}, ("If it is morning, then I run", "every day")),
        ({"rhythm": "every weekday"}, ("If it is morning, then I run", "every weekday")),
        ({"experiment": "Swim", "cue": "", "act": "", "rhythm": ""}, ()),
        ({"experiment": "", "cue": "", "act": "", "rhythm": ""}, ()),
    ],
    ids=["as it was", "another rhythm", "another experiment", "none"],
)
def test_when_and_how_often_go_with_the_experiment(at, lines, plans):
    coach = at("2026-11-30")
    session = begin(coach, "monthly", date(2026, 11, 30))
    said = {"drained": "x", "experiment": "Run", "cue": "it is morning", "act": "run", "rhythm": "every day"}
    keep(coach, session, answered_in(session, said))
    again = begin(coach, "monthly", date(2026, 11, 30))
    began = Answered.of(again.kept)
    reflection, _ = keep(coach, again, answered_in(again, lines_of(began) | lines), began=began)
    assert reflection.plans == plans


def test_the_numbers_of_two_frames_are_never_one_line(at):
    coach = at("2026-11-02")
    coach.frames.change({"direction": "North", "flow": "talks a week", "outcome": "who pays"})
    coach.seasons.open("execution")
    at("2026-11-06").reviews.keep(Said({}, flow=6, outcome=1))
    at("2026-11-07").frames.change({"flow": "changes merged a week"})
    at("2026-11-13").reviews.keep(Said({}, flow=9, outcome=2))
    coach = at("2026-11-20")
    before = numbers_before(coach, coach.today())
    assert before
    assert before.flow == 9
    coach.reviews.keep(Said({}, flow=8, outcome=3))
    told = [each.text for each in numbers(gather(coach, date(2026, 11, 1), date(2026, 11, 30)))]
    assert told == ["Flow went from 9 to 8, told 2 times", "Outcome went from 1 to 3, told 3 times"]
    assert numbers_before(at("2026-11-13"), date(2026, 11, 13)) is None


def test_whoever_began_in_its_last_third_is_not_asked_to_look_back_on_a_month(at):
    at("2026-11-24").journal.write("begun")
    assert not at("2026-11-30").reflections.is_due("monthly", date(2026, 11, 30))
    assert not at("2026-12-31").reflections.is_due("yearly", date(2026, 12, 31))
    at("2026-12-02").journal.write("went on")
    assert at("2026-12-31").reflections.is_due("monthly", date(2026, 12, 31))


def test_who_begins_late_in_a_month_sees_the_end_of_the_next_ahead(at):
    coach = at("2026-11-25")
    coach.checkins.keep(date(2026, 11, 25), Answers(energy=4))
    assert dict(coach.reflections.ahead(date(2026, 11, 25)))["monthly"] == date(2026, 12, 31)
