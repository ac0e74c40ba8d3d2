"""The redesign window: sealed answers, signals, gates, a founded frame, and an end that happens as a whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.commitments.agreement import QUESTIONS
from coach.commitments.marks import Given
from coach.commitments.records import Commitment
from coach.core.errors import CoachError, UsageError
from coach.cycle.calls import calls_lines
from coach.cycle.reassessment import AUTOMATION, HARD, questions
from coach.cycle.reassessments import RestingError
from coach.cycle.records import Reassessment
from coach.cycle.window import OpenWindowError, close, leave, measure, open_points, plan_gate, window
from coach.reflection.vitality import vitality
from coach.signals.records import Signal

ANSWERS = dict.fromkeys(QUESTIONS, "yes")


@pytest.fixture
def opened(at):
    """Ten weeks of a frame, two commitments, three signals; the window has just been opened."""
    coach = at("2026-09-07")
    coach.frames.change(
        {"direction": "North", "giving_up": "the talks", "outcome": "teams", "flow": "merges"}
    )
    coach.seasons.open("execution", rhythm="ten-two")
    coach.commitments.make("Walk", rhythm="every day", why="North")
    coach.commitments.make("Write", rhythm="every friday", why="North")
    coach = at("2026-10-05")
    for text, about in (("They come late", "people"), ("Nobody opens it", "value"), ("Two left", "people")):
        coach.signals.park(text, about)
    coach = at("2026-11-16")
    coach.seasons.open("redesign")
    return coach


def answered(coach):
    said = {"contradicts": "Small teams stay", "optimising": "demos", "noticing": "support"}
    coach.reassessments.answer(said, {"contradicts": ("one",)}, {"contradicts": 300.0, "optimising": 120.0})
    return coach.reassessments.seal()


def decided(coach, **frame):
    """Everything is answered; what is left is to close."""
    found = window(coach)
    for each in found.waiting:
        coach.signals.settle([each], "keep", "seen twice")
    for held in found.commitments:
        plan_gate(coach, held.commitment, "renew", ANSWERS)
    kept = coach.reassessments.begin()
    parts = {"frame": frame} if frame else {"keeps": "the numbers carry it"}
    conditions = dict.fromkeys(frame, "four calls this month")
    coach.reassessments.keep(kept, "frame", **parts, conditions=conditions, ratings={"direction": 2.0})


def test_the_questions_are_the_three_and_four_more_when_automation_shapes_the_work():
    assert questions(automation=False) == HARD
    assert questions(automation=True) == HARD + AUTOMATION
    assert (len(HARD), len(AUTOMATION)) == (3, 4)


def test_without_a_window_there_is_no_reassessment(at):
    coach = at("2026-09-07")
    with pytest.raises(CoachError, match="No season is open"):
        coach.reassessments.begin()
    coach.seasons.open("execution")
    with pytest.raises(CoachError, match="no open window"):
        window(coach)


def test_sealed_answers_rest_until_the_next_day_and_stay_as_they_are(opened, at):
    assert window(opened).stands.step == "questions"
    with pytest.raises(UsageError, match="nothing to seal"):
        opened.reassessments.seal()
    answered(opened)
    stands = window(opened).stands
    assert (stands.step, stands.rests_until, stands.is_open) == ("questions", date(2026, 11, 17), False)
    with pytest.raises(UsageError, match="sealed"):
        opened.reassessments.answer({"contradicts": "other"}, {}, {})
    assert window(at("2026-11-17T03:59")).stands.rests_until  # the person's day ends at four
    stands = window(at("2026-11-17T04:00")).stands
    assert (stands.step, stands.is_open) == ("signals", True)
    kept = stands.reassessment
    assert kept
    assert (kept.unsealed, kept.answers["contradicts"]) == (None, "Small teams stay")


def test_opening_before_they_rested_is_possible_and_recorded(opened):
    answered(opened)
    opened.reassessments.unseal()
    stands = window(opened).stands
    assert stands.is_open
    assert stands.reassessment
    assert stands.reassessment.unsealed == opened.clock.now()


def test_each_signal_is_answered_and_keeping_or_letting_go_takes_a_word(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    waiting = window(coach).waiting
    assert [each.text for each in waiting] == ["They come late", "Two left", "Nobody opens it"]
    for settled in ("keep", "drop"):
        with pytest.raises(UsageError, match="a word why"):
            coach.signals.settle(waiting[:1], settled, "")
    coach.signals.settle(waiting[:1], "change", "")
    coach.signals.settle(waiting[1:], "drop", "no longer so")
    found = window(coach)
    assert (found.stands.signals, found.stands.settled, found.stands.step) == (0, 3, "commitments")
    kept = {each.text: each for each in coach.store.read("2026-10", Signal)}
    assert (kept["They come late"].settled, kept["They come late"].in_bulk) == ("change", False)
    assert (kept["Two left"].because, kept["Two left"].in_bulk) == ("no longer so", True)
    assert coach.signals.count(date(2026, 9, 7)) == 0


def test_a_gate_is_decided_now_and_carried_out_at_the_end(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    walk, write = coach.commitments.all()
    with pytest.raises(UsageError, match="each of its questions"):
        plan_gate(coach, walk, "renew", {"solves": "yes"})
    with pytest.raises(UsageError, match="other terms"):
        plan_gate(coach, walk, "change", ANSWERS)
    with pytest.raises(CoachError, match="more often"):
        plan_gate(coach, write, "change", ANSWERS, rhythm="every day")
    plan_gate(coach, walk, "end", {})
    plan_gate(coach, write, "expand", ANSWERS, rhythm="every day")
    assert [each.ended for each in coach.commitments.all()] == [None, None]
    assert window(coach).stands.commitments == 0


def test_it_is_not_closed_before_everything_is_decided(opened, at):
    with pytest.raises(UsageError, match="not ready"):
        close(opened)
    answered(opened)
    coach = at("2026-11-17")
    assert open_points(window(coach)) == [
        "3 signals without an answer",
        "2 commitments before the gate",
        "first decide the frame: change it, or say why it stays",
    ]
    decided(coach, direction="West")
    kept = coach.reassessments.begin()
    coach.reassessments.keep(kept, "frame", conditions={"direction": ""})
    assert open_points(window(coach)) == ["a change still needs the real condition behind it"]
    with pytest.raises(UsageError, match="not ready"):
        close(coach)
    current = coach.frames.current()
    assert current
    assert current.direction == "North"


def test_closing_changes_frame_commitments_and_season_together_and_undo_takes_all_of_it_back(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    decided(coach, direction="West", context="early")
    plan_gate(coach, coach.commitments.all()[0], "end", {})
    plan_gate(coach, coach.commitments.all()[1], "change", ANSWERS, rhythm="every second friday")
    done = close(coach, rhythm="six-two", surprised="the second")
    frame = coach.frames.current()
    assert frame
    assert (frame.direction, frame.giving_up, frame.context, frame.came_of) == (
        "West",
        "the talks",
        "early",
        "window",
    )
    assert frame.conditions == {"direction": "four calls this month", "context": "four calls this month"}
    walk, write = coach.commitments.all()
    assert (walk.ended_as, write.rhythm, write.ended) == ("ended", "every second Friday", None)
    assert write.gate == date(2027, 2, 9)
    now = coach.seasons.now()
    assert now
    assert (now.is_held, now.season.rhythm, now.season.starts) == (True, "six-two", date(2026, 11, 17))
    assert done.reassessment.changed == ("direction", "context")
    assert done.reassessment.surprised == "the second"
    with pytest.raises(UsageError, match="closed"):
        coach.reassessments.keep(done.reassessment, "frame", keeps="more")
    coach.store.undo()
    back = coach.seasons.now()
    assert back
    assert not back.is_held
    frame = coach.frames.current()
    assert frame
    assert frame.direction == "North"
    assert [each.ended for each in coach.commitments.all()] == [None, None]
    assert coach.reassessments.begin().closed is None


def test_a_frame_that_stays_stays_the_same_record(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    decided(coach)
    before = coach.frames.current()
    assert close(coach).frame == before
    assert len(coach.frames.history()) == 1
    assert coach.reassessments.held()[0].keeps == "the numbers carry it"


def test_what_ends_makes_room_for_what_is_taken_up_again(opened, at):
    for number in range(3):
        opened.commitments.make(f"More {number}", gate=date(2026, 11, 20))
    answered(opened)
    coach = at("2026-11-27")  # the window goes on; Walk and Write are held, the three have lapsed
    coach.commitments.limit = 2
    decided(coach)
    plans = {each.commitment.text: each.commitment for each in window(coach).commitments}
    assert set(plans) == {"Walk", "Write"}  # what began in the window stands before no gate
    plan_gate(coach, plans["Walk"], "end", {})
    close(coach)
    assert [each.text for each in coach.commitments.active()] == ["Write"]


def test_a_gate_that_was_planned_on_a_good_record_is_passed_though_days_were_missed_since(opened, at):
    answered(opened)
    walk = opened.commitments.all()[0]
    for back in range(9):
        day = date(2026, 11, 16) - timedelta(days=back)
        at(day).marks.mark([Given(walk, "kept" if back < 8 else "missed")], day)
    coach = at("2026-11-17")
    decided(coach)
    plan_gate(coach, walk, "renew", {"again": "yes"})
    for day in (date(2026, 11, 18), date(2026, 11, 19)):
        at(day).marks.mark([Given(walk, "missed")], day)
    later = at("2026-11-20")
    assert open_points(window(later)) == []
    close(later)
    assert later.commitments.all()[0].agreed == date(2026, 11, 20)


def test_two_windows_at_work_on_one_reassessment_keep_each_others_answers(opened, at):
    answered(opened)
    one, other = at("2026-11-17"), at("2026-11-17")
    mine, theirs = one.reassessments.begin(), other.reassessments.begin()
    plan_gate(one, one.commitments.all()[0], "end", {})
    other.reassessments.keep(theirs, "frame", ratings={"direction": 3.0})
    one.reassessments.keep(mine, "frame", ratings={"outcome": 4.0})
    kept = at("2026-11-17").reassessments.begin()
    assert (len(kept.gates), kept.ratings) == (1, {"direction": 3.0, "outcome": 4.0})


def test_a_called_window_keeps_what_shifted_and_parks_what_waits(at):
    coach = at("2026-09-07")
    coach.frames.point("North")
    coach.seasons.open("execution")
    with pytest.raises(UsageError, match="Which assumption"):
        coach.reassessments.call("", {"still_true": "the team"})
    said = {"premise": "They buy in spring", "still_true": "the team", "waits": "the name"}
    kept = coach.reassessments.call("The budget is gone", said)
    now = coach.seasons.now()
    assert now
    assert (now.is_held, now.season.because) == (False, "The budget is gone")
    assert coach.reassessments.begin() == kept
    assert (kept.name, kept.answers["premise"]) == ("called", "They buy in spring")
    assert [each.text for each in coach.signals.waiting()] == ["the name"]


def test_an_emergency_changes_the_held_frame_and_says_so_in_its_history(at):
    coach = at("2026-09-07")
    coach.frames.change({"direction": "North", "giving_up": "talks"})
    coach.seasons.open("execution")
    with pytest.raises(UsageError, match="Which assumption"):
        coach.reassessments.emergency({"decided": "stop"}, {})
    said = {"premise": "The customer left", "decided": "We stop the rollout", "waits": "Whom it is for"}
    kept = coach.reassessments.emergency(said, {"direction": "Hold what we have", "giving_up": "talks"})
    frame = coach.frames.current()
    assert frame
    assert (frame.direction, frame.came_of, frame.because) == (
        "Hold what we have",
        "emergency",
        "We stop the rollout",
    )
    assert frame.conditions == {"direction": "The customer left"}
    assert (kept.changed, kept.closed is not None) == (("direction",), True)
    now = coach.seasons.now()
    assert now
    assert now.is_held
    assert coach.signals.count(date(2026, 9, 7)) == 1
    coach.store.undo()
    frame = coach.frames.current()
    assert frame
    assert frame.direction == "North"


@pytest.mark.parametrize(("count", "said"), [(0, ""), (2, ""), (3, "three or more")])
def test_calls_are_counted_in_ten_weeks_and_three_are_said_to_be_many(at, count, said):
    coach = at("2026-09-07")
    coach.frames.point("North")
    coach.seasons.open("execution")
    for number in range(count):
        coach.reassessments.emergency({"premise": f"premise {number}"}, {})
    told, *each = calls_lines(coach)
    assert told.startswith(f"Called early or in an emergency, in the last ten weeks: {count}.")
    assert (said in told) if said else "three or more" not in told
    assert len(each) == count


def test_two_cycles_without_any_call_are_worth_a_word(at):
    at("2026-01-05").seasons.open("execution", rhythm="six-two")
    for day, name in (("2026-02-16", "redesign"), ("2026-03-02", "execution"), ("2026-04-13", "redesign")):
        at(day).seasons.open(name)
    assert "For two cycles" not in calls_lines(at("2026-04-13"))[0]
    coach = at("2026-04-27")
    coach.frames.point("North")
    coach.seasons.open("execution")
    assert "For two cycles" in calls_lines(coach)[0]
    coach.reassessments.emergency({"premise": "gone"}, {})
    assert "For two cycles" not in calls_lines(coach)[0]


def test_the_signs_of_vitality_rest_on_records(opened, at):
    signs = {each.name: each for each in vitality(opened).signs}
    assert len(signs) == 10
    assert signs["freely"].is_there
    assert signs["freely"].fact.n == 3
    assert signs["specific"].is_there
    assert "2 of 2 commitments" in signs["specific"].fact.text
    assert signs["shifts"].is_there is None
    assert signs["theatre"].is_there is None
    answered(opened)
    coach = at("2026-11-17")
    decided(coach, direction="West")
    close(coach)
    signs = {each.name: each for each in vitality(coach).signs}
    assert signs["shifts"].is_there
    assert signs["fills"].is_there is False  # one day of two weeks, and everything was decided
    assert measure(coach) is None


@pytest.mark.parametrize(
    ("opens", "rests_until", "ends", "is_eroded"),
    [
        ("2026-11-23", None, "2026-12-07", False),  # seven days late
        ("2026-11-24", None, "2026-12-08", True),
        ("2026-11-16", None, "2026-11-23", False),  # seven of fourteen days
        ("2026-11-16", None, "2026-11-22", True),
        ("2026-11-16", "2026-11-18", "2026-11-24", True),  # eight days, three of them at rest
    ],
)
def test_a_window_a_week_late_or_left_before_half_of_it_is_eroded(at, opens, rests_until, ends, is_eroded):
    at("2026-09-07").seasons.open("execution", rhythm="ten-two")
    at(opens).seasons.open("redesign")
    if rests_until:
        at(opens).seasons.pause(date.fromisoformat(rests_until))
    coach = at(ends)
    coach.seasons.open("execution")
    assert {each.name: each for each in vitality(coach).signs}["fills"].is_there is is_eroded


def test_a_window_in_which_was_decided_is_not_eroded_also_as_older_versions_kept_it(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    decided(coach, direction="West")
    close(coach)
    (gone_through,) = [each for each in coach.seasons.all() if each.name == "redesign"]
    with coach.store.change("as it was planned") as change:
        change.keep(gone_through.but(ends=date(2026, 11, 29), updated=coach.clock.now()))
    assert {each.name: each for each in vitality(coach).signs}["fills"].is_there is False


def test_nothing_of_nothing_is_said_in_words(at):
    texts = {each.name: each.fact.text for each in vitality(at("2026-09-07")).signs}
    assert texts["specific"] == "No commitments just now"
    assert not any("0 of 0" in each or "0 of the last 0" in each for each in texts.values())


def test_its_fields_survive_being_kept_and_read(opened):
    answered(opened)
    plan = {"result": "end"}
    kept = opened.reassessments.keep(opened.reassessments.begin(), "gate", gates={"x": plan})
    again = Reassessment.read(kept.id, opened.store.find(Reassessment.kind, kept.id) or {})
    assert again == kept
    assert again.cites == {"contradicts": ("one",)}
    assert Commitment.kind not in str(again.unknown)


def test_two_windows_that_answer_first_begin_one_reassessment_and_keep_both_texts(opened, at):
    one, other = at("2026-11-16"), at("2026-11-16")
    assert one.reassessments.of(one.seasons.now().season) is None
    one.reassessments.answer({"contradicts": "small teams"}, {}, {})
    other.reassessments.answer({"contradicts": "the price", "noticing": "mail"}, {}, {})
    (kept,) = at("2026-11-16").reassessments.since(date(2026, 11, 1))
    assert kept.answers == {"contradicts": "small teams\n\nthe price", "noticing": "mail"}


def test_what_was_sealed_meanwhile_is_not_written_over(opened, at):
    one, other = at("2026-11-16"), at("2026-11-16")
    stale = one.reassessments.begin()
    other.reassessments.answer({"contradicts": "x"}, {}, {})
    other.reassessments.seal()
    with pytest.raises(UsageError, match="sealed"):
        one.reassessments.keep(stale, "answer", answers={"contradicts": "y"})


def test_a_called_window_is_not_sealed_by_its_premise(at):
    coach = at("2026-09-07")
    coach.seasons.open("execution")
    coach.reassessments.call("The budget is gone", {"premise": "They buy in spring"})
    with pytest.raises(UsageError, match="nothing to seal"):
        coach.reassessments.seal()


def test_a_window_with_something_open_is_left_only_on_purpose(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    with pytest.raises(OpenWindowError, match="3 signals without an answer"):
        leave(coach)
    leave(coach, anyway=True)
    now = coach.seasons.now()
    assert now
    assert now.is_held
    left = list(coach.store.read("2026-10", Signal))
    assert {(each.settled, each.in_bulk) for each in left} == {("drop", True)}
    coach.store.undo()
    assert len(window(coach).waiting) == 3


def test_a_change_of_the_frame_beside_the_reassessment_is_founded_and_counts(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    with pytest.raises(UsageError, match="real condition"):
        coach.frames.change({"direction": "West"})
    frame = coach.frames.change({"direction": "West"}, "four calls")
    assert frame.conditions == {"direction": "four calls"}
    decided(coach)
    assert close(coach).reassessment.changed == ("direction",)


def test_while_nothing_is_answered_and_while_it_rests_frame_and_gates_are_locked(opened, at):
    walk = opened.commitments.all()[0]

    def try_both(coach, said: str) -> None:
        with pytest.raises(RestingError, match=said):
            coach.frames.change({"direction": "West"}, "four calls")
        with pytest.raises(RestingError, match=said):
            coach.commitments.pass_gate(walk, "end", {})
        assert coach.frames.open_parts() == ("context", "stage", "less"), "what one stands in, at any time"

    try_both(opened, "three hard questions come first")
    answered(opened)
    try_both(opened, "rest until Tue 17 Nov")
    assert opened.frames.current().direction == "North"
    coach = at("2026-11-17")
    coach.frames.change({"direction": "West"}, "four calls")
    assert coach.commitments.pass_gate(walk, "end", {}).ended_as == "ended"


def test_the_lock_can_be_opened_on_purpose_and_that_is_recorded(opened):
    kept = opened.reassessments.unseal()
    assert kept.unsealed
    opened.frames.change({"direction": "West"}, "four calls")
    assert opened.frames.current().direction == "West"


def test_sealed_answers_are_shown_nowhere_until_the_window_is_closed(opened, at):
    kept = answered(opened)
    assert "answers" not in kept.as_json()
    assert kept.fields()["answers"]["contradicts"] == "Small teams stay"
    decided(at("2026-11-17"))
    assert close(at("2026-11-17")).reassessment.as_json()["answers"]["contradicts"] == "Small teams stay"


def test_what_would_be_refused_at_the_end_is_refused_when_it_is_decided(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    walk = coach.commitments.all()[0]
    with pytest.raises(UsageError, match="before it begins"):
        plan_gate(coach, walk, "change", ANSWERS, due=date(2026, 8, 1), rhythm="")
    decided(coach)
    plan_gate(coach, walk, "change", ANSWERS, rhythm="every weekday")
    coach.commitments.renegotiate(walk, rhythm="every weekday")
    assert any("Walk" in each for each in open_points(window(coach)))
    kept = coach.reassessments.begin()
    coach.reassessments.keep(kept, "frame", frame={"direction": ""}, conditions={"direction": "x"})
    assert "a direction needs a sentence" in open_points(window(coach))


def test_a_gate_passed_the_night_before_the_window_is_not_passed_in_it(at):
    coach = at("2026-09-07")
    coach.seasons.open("execution")
    walk = coach.commitments.make("Walk", rhythm="every day")
    at("2026-11-16T02:00").commitments.pass_gate(walk, "renew", ANSWERS)
    coach = at("2026-11-16T09:00")
    coach.seasons.open("redesign")
    assert [each.commitment.text for each in window(coach).commitments] == ["Walk"]


def test_one_emergency_does_not_bend_the_frame_and_one_called_in_the_shell_counts(at):
    coach = at("2026-09-07")
    coach.frames.point("North")
    coach.seasons.open("execution")
    coach.reassessments.emergency({"premise": "gone"}, {"direction": "West"})
    signs = {each.name: each for each in vitality(coach).signs}
    assert signs["bent"].is_there is False
    coach.seasons.open("redesign", because="all of it")
    assert "in the last ten weeks: 2." in calls_lines(coach)[0]


def test_doubts_parked_in_a_first_season_are_no_sign_of_decay(at):
    coach = at("2026-09-07")
    coach.seasons.open("execution")
    for text in ("one", "two", "three"):
        coach.signals.park(text, "contradicts")
    signs = {each.name: each for each in vitality(coach).signs}
    assert signs["locked"].is_there is None


def test_what_was_answered_in_a_window_that_was_left_can_be_found(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    assert coach.reassessments.begin().words == ""
    leave(coach, anyway=True)
    (left,) = coach.reassessments.since(date(2026, 11, 1))
    assert "Small teams stay" in left.words
    assert coach.reassessments.held() == []  # it was not brought to its end


def test_a_window_that_nobody_began_is_left_on_purpose_too(opened):
    with pytest.raises(OpenWindowError, match="not sealed yet"):
        leave(opened)


def test_a_window_that_only_has_to_be_closed_says_so(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    decided(coach)
    with pytest.raises(OpenWindowError, match="only the closing is left"):
        leave(coach)


def test_citations_of_another_window_stay(opened, at):
    opened.reassessments.answer({"contradicts": "x"}, {"contradicts": ("a",)}, {"contradicts": 60.0})
    at("2026-11-16").reassessments.answer({"optimising": "y"}, {}, {"optimising": 5.0})
    kept = at("2026-11-16").reassessments.begin()
    assert kept.cites == {"contradicts": ("a",)}
    assert kept.spent == {"contradicts": 60.0, "optimising": 5.0}


def test_a_window_opened_on_its_day_is_not_called_whatever_is_said_of_it(at):
    at("2026-09-07").seasons.open("execution")
    coach = at("2026-11-16")
    coach.seasons.open("redesign", because="on time, and glad of it")
    assert coach.reassessments.begin().name == "window"
    assert "in the last ten weeks: 0." in calls_lines(coach)[0]


def test_doubts_that_an_earlier_window_answered_lock_nothing(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    for text in ("one", "two", "three"):
        coach.signals.park(text, "contradicts")
    decided(coach, direction="West")
    close(coach)
    coach = at("2027-01-26")
    coach.seasons.open("redesign")
    coach.reassessments.answer({"contradicts": "x"}, {}, {})
    coach.reassessments.seal()
    coach = at("2027-01-27")
    decided(coach)
    close(coach)
    assert {each.name: each for each in vitality(coach).signs}["locked"].is_there is False


def test_a_window_gone_through_on_its_second_day_is_not_told_as_cut_short(opened, at):
    answered(opened)
    coach = at("2026-11-17")
    decided(coach)
    close(coach)
    assert [each.what for each in at("2026-11-18").seasons.now().notices] == []


def test_a_window_left_on_its_second_day_is(opened, at):
    leave(at("2026-11-17"), anyway=True)
    assert [each.what for each in at("2026-11-18").seasons.now().notices] == ["short"]
