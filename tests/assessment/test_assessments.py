"""When something waits, five questions, ladders, rounds, feedback: the rules, through the services."""

from __future__ import annotations

from datetime import date

import pytest

from coach.assessment.cadence import Due
from coach.assessment.due import due_on
from coach.core.errors import CoachError, UsageError
from coach.describe import in_full
from coach.diagnosis.context import usual_on
from coach.diagnosis.diagnosis import blend, crisis_step, first_step, moment_of, questions, usual
from coach.feedback.agreed import lines_of
from coach.feedback.cadence import Asks
from coach.feedback.due import asks_on
from coach.feedback.feedback import gaps, suggested
from coach.feedback.feedback import questions as ready
from coach.ladders.ladders import climbed, levels, next_level, stage
from coach.ladders.practising import practise
from coach.ladders.records import LADDERS
from coach.ladders.rounds import is_open
from coach.references import remove
from coach.reflection.lived import gather
from coach.reflection.looking_back import begin, keep
from coach.reflection.question_facts import facts_beside, facts_for
from coach.reflection.reflections import Answered
from tests.assessment.conftest import given

EVEN = "111111" + "111111"


def due(coach) -> Due | None:
    day = coach.today()
    return due_on(coach, day, coach.seasons.now(day))


def asks(coach) -> Asks | None:
    day = coach.today()
    return asks_on(coach, day, coach.seasons.now(day))


def test_one_waits_at_the_start_for_two_weeks_and_goes_by_itself(at):
    assert due(at("2026-09-01")) is None
    at("2026-09-07").seasons.open("execution")
    assert due(at("2026-09-07")) == Due("first")
    assert due(at("2026-09-20")) == Due("first")
    assert due(at("2026-09-21")) is None


def test_half_way_only_what_stood_out_waits_for_a_week(at):
    """Ten weeks from 7 September end on 15 November; the middle is 34 days on, 11 October."""
    at("2026-09-07").seasons.open("execution")
    at("2026-09-08").assessments.keep(given("130000" + "002000"))
    assert due(at("2026-10-10")) is None
    assert due(at("2026-10-11")) == Due("flagged", ("OM2", "OL3"))
    assert due(at("2026-10-17")) == Due("flagged", ("OM2", "OL3"))
    assert due(at("2026-10-18")) is None
    at("2026-10-12").assessments.keep(given(".1......1...")._replace(order=("OM2", "OL3")), "flagged")
    assert due(at("2026-10-12")) is None


def test_nothing_waits_half_way_when_nothing_stood_out(at):
    at("2026-09-07").seasons.open("execution")
    at("2026-09-08").assessments.keep(given(EVEN))
    assert due(at("2026-10-11")) is None


def test_one_waits_in_every_window_until_it_is_taken(at):
    at("2026-09-07").seasons.open("execution")
    at("2026-09-08").assessments.keep(given(EVEN))
    at("2026-11-16").seasons.open("redesign")
    assert due(at("2026-11-16")) == Due("window")
    assert due(at("2026-11-28")) == Due("window")
    at("2026-11-28").assessments.keep(given(EVEN))
    assert due(at("2026-11-28")) is None


def test_it_is_asked_once_more_after_ten_days_when_that_is_wanted(at):
    coach = at("2026-09-01")
    kept = coach.assessments.again(coach.assessments.keep(given(EVEN)), wanted=True)
    assert kept.again == date(2026, 9, 11)
    assert due(at("2026-09-10")) is None
    assert due(at("2026-09-11")) == Due("again")
    assert due(at("2026-09-17")) == Due("again")
    assert due(at("2026-09-18")) is None
    at("2026-09-12").assessments.keep(given(EVEN))
    assert due(at("2026-09-12")) is None


def test_wanting_it_can_be_taken_back_and_is_only_of_the_last_one_while_it_is_new(at):
    coach = at("2026-09-01")
    first = coach.assessments.keep(given(EVEN))
    kept = coach.assessments.again(first, wanted=True)
    assert coach.assessments.is_wanted_again(kept)
    assert coach.assessments.again(kept, wanted=True).again == kept.again  # two windows want the same
    assert coach.assessments.again(kept, wanted=False).again is None
    assert at("2026-10-01").assessments.again(first, wanted=True).again == date(2026, 10, 11)
    assert due(at("2026-10-11")) == Due("again")
    with pytest.raises(UsageError):
        at("2026-10-02").assessments.again(first, wanted=True)
    second = at("2026-10-02").assessments.keep(given(EVEN))
    with pytest.raises(UsageError):
        at("2026-10-02").assessments.again(first, wanted=True)
    assert due(at("2026-10-11")) is None  # taken since, before it was asked for
    assert at("2026-10-02").assessments.again(second, wanted=True).again


def test_a_look_at_single_signs_is_no_answer_to_a_wanted_one(at):
    coach = at("2026-09-01")
    coach.assessments.again(coach.assessments.keep(given(EVEN)), wanted=True)
    at("2026-09-12").assessments.keep(given("1...........")._replace(order=("OM1",)), "flagged")
    assert due(at("2026-09-12")) == Due("again")


def test_with_a_rhythm_of_a_year_half_way_still_comes(at):
    at("2026-01-05").seasons.open("execution", rhythm="annual")
    at("2027-01-01").seasons.open("redesign")
    at("2027-01-05").assessments.keep(given("130000" + "000000"))
    opened = at("2027-04-05").seasons.open("execution")
    assert due(at("2027-04-06")) is None  # taken in the window before
    middle = opened.starts + (opened.ends - opened.starts) // 2
    assert due(at(f"{middle}")) == Due("flagged", ("OM2",))


def test_nothing_waits_while_everything_rests(at):
    coach = at("2026-09-07")
    coach.seasons.open("execution")
    coach.seasons.pause(date(2026, 9, 20))
    assert due(at("2026-09-08")) is None


def test_an_assessment_without_an_answer_is_refused(coach):
    with pytest.raises(UsageError):
        coach.assessments.keep(given("............"))
    assert coach.assessments.all() == []


def test_one_undo_takes_an_assessment_back(coach):
    coach.assessments.keep(given(EVEN))
    coach.store.undo()
    assert coach.assessments.latest() is None


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["yes", "yes", "yes", "yes", "execution"], 0),
        (["no", "uncertain", "no", "no", "change"], 100),
        (["yes", "yes", "no", "no", "execution"], 40),
        (["no", "yes", "yes", "yes", "execution"], 20),
        (["partly", "partly", "partly", "partly", "both"], 50),
        (["yes", None, None, None, None], 0),
        (["no", "yes", None, None, None], 50),
        ([None] * 5, None),
    ],
)
def test_five_answers_are_a_blend(answers, expected):
    told = {each.id: name for each, name in zip(questions(), answers, strict=True) if name}
    assert blend(told) == expected


def test_what_to_do_first_is_what_presses_most():
    first = {(each.id, own.name): own.first for each in questions() for own in each.answers}
    assert first_step({"path": "no", "processes": "no"}) == first["processes", "no"]
    assert first_step({"path": "no", "right": "uncertain"}) == first["right", "uncertain"]
    assert first_step({"path": "yes", "challenge": "execution"}) == first["challenge", "execution"]
    assert first_step({"path": "yes"}) == first["path", "yes"]
    assert "who does what in the next hours" in crisis_step("day")
    assert crisis_step("") == ""
    assert all(first_step({name: answer}) for name, answer in first)


@pytest.mark.parametrize(
    ("days", "moment", "leading"),
    [
        (0, "day", 20),
        (1, "week", 40),
        (6, "week", 40),
        (7, "month", 70),
        (27, "month", 70),
        (28, "later", 50),
        (400, "later", 50),
    ],
)
def test_a_crisis_asks_for_more_leading_as_the_days_go(days, moment, leading):
    began = date(2026, 9, 1)
    assert moment_of(began, date.fromordinal(began.toordinal() + days)) == moment
    known = usual("crisis", moment)
    assert known
    assert known.leading == leading


def test_the_crisis_of_a_frame_begins_with_the_frame_that_named_it(at):
    coach = at("2026-09-01")
    coach.frames.change({"direction": "North", "context": "steady"})
    at("2026-09-10").frames.change({"context": "crisis"})
    at("2026-09-12").frames.change({"giving_up": "talks"})
    for day, leading in (
        ("2026-09-05", 30),
        ("2026-09-10", 20),
        ("2026-09-13", 40),
        ("2026-09-20", 70),
        ("2026-11-01", 50),
    ):
        known = usual_on(at(day), date.fromisoformat(day))
        assert known
        assert known.leading == leading


def test_five_questions_are_kept_and_lie_beside_earlier_ones_of_the_same(at):
    coach = at("2026-09-01")
    coach.frames.change({"direction": "North", "context": "scaling"})
    coach.diagnoses.keep("The price", {"path": "no"}, context="scaling")
    later = at("2026-09-20")
    kept = later.diagnoses.keep("The  price", {"path": "yes", "right": "yes"}, context="scaling")
    assert (kept.text, kept.leading, kept.usual) == ("The price", 0, 40)
    said = in_full(kept, later)
    assert "about 40% leading is usual" in said
    assert "Looked at before\n  Tue 1 Sep: 0% managing, 100% leading" in said
    for wrong in (("", {"path": "no"}), ("The price", {})):
        with pytest.raises(UsageError):
            later.diagnoses.keep(*wrong)


def test_a_level_stands_when_each_of_its_skills_is_reliable():
    low, second, *_ = levels("management")
    reliable = dict.fromkeys(low.skills, 4.0)
    assert climbed("management", reliable)[0].stands
    assert not climbed("management", reliable | {next(iter(low.skills)): 3.0})[0].stands
    following = next_level(climbed("management", reliable))
    assert following == second
    everything = {name: 5.0 for each in levels("management") for name in each.skills}
    assert next_level(climbed("management", everything)) is None


def test_growing_together_is_told_by_how_many_levels_stand():
    titles = [stage(standing)[0] for standing in (0, 1, 2, 3, 4, 10)]
    assert titles == ["Apart", "On purpose", "On purpose", "Together", "Together", "Together"]


def test_a_quarter_has_one_rating_and_the_next_quarter_another(at):
    coach = at("2026-09-01")
    coach.ratings.rate("management", {"m1-open": 2.0})
    coach.ratings.rate("management", {"m1-open": 3.0})
    at("2026-10-01").ratings.rate("management", {"m1-open": 4.0})
    found = at("2026-10-02").ratings.of("management")
    assert [(each.last.isoformat(), each.skills["m1-open"]) for each in found] == [
        ("2026-09-30", 3.0),
        ("2026-12-31", 4.0),
    ]
    with pytest.raises(UsageError):
        coach.ratings.rate("leadership", {})


def test_a_practice_is_a_trial_of_two_weeks_once(coach):
    each = levels("leadership")[0].practices[0]
    made = practise(coach, each)
    assert (made.gate - coach.today()).days == 13
    assert made.moves == "? Did “Leading yourself” get easier?"
    assert made.practice == each.id
    assert made.why == "Leading yourself"
    assert practise(coach, each).id == made.id


def test_a_round_is_planned_before_and_finished_afterwards(coach):
    walk = coach.commitments.make("Ask one question", rhythm="every day")
    planned = coach.rounds.keep(walk, {"plan": "Ask, then  wait"})
    assert is_open(planned)
    assert planned.plan == "Ask, then wait"
    done = coach.rounds.keep(walk, {"plan": "Ask, then wait", "did": "Waited", "adjust": "Longer"}, planned)
    assert done.id == planned.id
    assert not is_open(done)
    assert coach.rounds.of(walk) == [done]
    with pytest.raises(UsageError):
        coach.rounds.keep(walk, {"review": "x"})


def test_a_deleted_commitment_takes_its_rounds_with_it(coach):
    walk = coach.commitments.make("Walk", rhythm="every day")
    coach.rounds.keep(walk, {"plan": "Out of the door"})
    remove(coach.store, walk)
    assert coach.rounds.since(date(2026, 1, 1)) == []
    coach.store.undo()
    assert len(coach.rounds.since(date(2026, 1, 1))) == 1


def test_what_was_expected_lies_beside_what_was_heard_with_its_n(coach):
    for question, expected, seen in (
        ("how", "yes", "partly"),
        ("count", "no", "yes"),
        ("how", "yes", "yes"),
        ("how", None, "no"),
        ("why", "yes", None),
        ("frustrates", None, None),
    ):
        coach.feedback.keep(
            {"asked": "x?", "question": question, "expected": expected, "seen": seen, "role": "team"}
        )
    (gap,) = gaps(coach.feedback.all())
    assert (gap.side, gap.n, gap.lower, gap.same, gap.higher) == ("managing", 3, 1, 1, 1)
    assert gap.heard == {"yes": 2, "partly": 1, "no": 1}


def test_an_answer_comes_later_and_changes_only_what_is_given(coach):
    asked = coach.feedback.keep({"asked": "What could I do better?", "role": "peer", "expected": "yes"})
    heard = coach.feedback.keep({"answer": "Listen  longer", "seen": "partly"}, asked)
    assert heard.id == asked.id
    assert (heard.answer, heard.expected, heard.role) == ("Listen longer", "yes", "peer")
    with pytest.raises(UsageError):
        coach.feedback.keep({"role": "peer"})
    remove(coach.store, heard)
    with pytest.raises(CoachError):
        coach.feedback.keep({"answer": "more"}, heard)


def test_every_reading_suggests_somebody_to_ask():
    for name in ("managing", "leading", "strain", "even", "open"):
        assert suggested(name)
    assert [each.id for each in suggested("managing")] == ["why", "right", "frustrates"]
    assert {each.role for each in ready()} == {"team", "peer", "manager", "observer", "other"}


def test_manager_peers_and_reports_wait_in_their_own_week_of_the_month(at):
    at("2026-08-03").seasons.open("execution")
    assert asks(at("2026-09-02")) is None  # the first season: nobody was ever asked
    at("2026-10-12").seasons.open("redesign")
    at("2026-10-26").seasons.open("execution")
    assert asks(at("2026-11-02")) == Asks("month", role="manager")  # it begins by itself
    assert asks(at("2026-11-09")) == Asks("month", role="peer")
    assert asks(at("2026-11-16")) == Asks("month", role="team")
    assert asks(at("2026-11-23")) is None
    at("2026-11-03").feedback.keep({"asked": "x?", "role": "manager"})
    assert asks(at("2026-11-04")) is None
    assert asks(at("2026-12-02")) == Asks("month", role="manager")
    assert asks(at("2027-05-04")) == Asks("month", role="manager")  # and does not die out
    at("2026-12-02").feedback.put_off(Asks("month", role="manager"))
    assert asks(at("2026-12-03")) is None
    assert asks(at("2026-12-09")) == Asks("month", role="peer")


def test_after_a_hard_moment_somebody_who_was_there_is_asked_for_a_week(at):
    coach = at("2026-09-07")
    coach.seasons.open("execution")
    session = begin(coach, "action", coach.today())
    review, _ = keep(coach, session, Answered({"happened": "The launch broke"}))
    assert asks(at("2026-09-08")) == Asks("hard", review.id)
    assert asks(at("2026-09-13")) == Asks("hard", review.id)
    assert asks(at("2026-09-14")) is None
    at("2026-09-08").feedback.keep({"asked": "x?", "role": "observer", "of": review.id})
    assert asks(at("2026-09-09")) is None


def test_in_january_it_goes_all_round_until_three_roles_were_asked(at):
    at("2026-11-16").seasons.open("execution")
    at("2026-11-20").feedback.keep({"asked": "x?", "role": "peer"})
    assert asks(at("2027-01-20")) == Asks("year")
    for day, role in (("2027-01-20", "team"), ("2027-01-20", "peer")):
        at(day).feedback.keep({"asked": "x?", "role": role})
    assert asks(at("2027-01-21")) == Asks("year")
    at("2027-01-21").feedback.keep({"asked": "x?", "role": "manager"})
    assert asks(at("2027-01-21")) is None


def test_nobody_waits_to_be_asked_in_a_window(at):
    at("2026-08-03").seasons.open("execution")
    at("2026-08-05").feedback.keep({"asked": "x?", "role": "peer"})
    at("2026-10-01").seasons.open("redesign", because="it shifted")
    assert asks(at("2026-10-02")) is None


def test_feedback_rounds_and_ladders_lie_beside_the_month(at):
    coach = at("2026-09-10")
    walk = coach.commitments.make("Ask one question", rhythm="every day")
    coach.rounds.keep(walk, {"plan": "Ask", "did": "Asked", "adjust": "Wait longer"})
    coach.feedback.keep({"asked": "x?", "role": "peer", "answer": "Listen longer"})
    coach.ratings.rate("management", dict.fromkeys(levels("management")[0].skills, 4.0))
    lived = gather(coach, date(2026, 9, 1), date(2026, 9, 30))
    shown = [each.text for each in facts_beside(coach, lived, None, "shown")]
    assert "Thu 10 Sep, peer: Listen longer" in shown
    develop = [each.text for each in facts_beside(coach, lived, None, "develop")]
    assert "Ask one question: 1 round; next time: Wait longer" in develop
    assert "Managing: 1 of 5 levels reached. Next: Running a project" in develop


def test_each_of_the_eight_questions_has_records_beside_it_or_says_that_there_are_none(coach):
    beside = facts_for(coach)
    for name in (
        "autonomy",
        "ideas",
        "morale",
        "adaptability",
        "delivery",
        "quality",
        "coordination",
        "follow",
    ):
        assert beside(name)
        assert all(each.text for each in beside(name))


def test_both_ladders_have_five_levels():
    assert [len(levels(each)) for each in LADDERS] == [5, 5]


def test_lines_a_mail_program_broke_are_one_and_those_of_a_list_are_not():
    broken = "Ben was not asked at all in the meeting of last week,\nalthough he knew the answer.\n\n- Drop the report\n- Ask Ana"
    assert lines_of(broken) == [
        "Ben was not asked at all in the meeting of last week, although he knew the answer.",
        "Drop the report",
        "Ask Ana",
    ]
