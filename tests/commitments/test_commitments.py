"""Commitments: limits, gates, marks, misses with reasons, and the one thing the coach says of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.checkin.checkins import Answers
from coach.commitments.agreement import QUESTIONS, ExpansionError
from coach.commitments.commitments import OverLimitError
from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on
from coach.commitments.records import Mark, Turn
from coach.core.errors import UsageError
from coach.pauses.over import Over
from coach.today.today import gather_held

MONDAY = date(2026, 11, 2)
ANSWERS = dict.fromkeys(QUESTIONS, "yes")


def standing(coach, day=None):
    found = commitments_on(coach, day or coach.today(), all_of_them=True)
    return {each.commitment.text: each for each in found}


def mark(coach, commitment, result, day=None, reason=None):
    return coach.marks.mark([Given(commitment, result, reason)], day)[0]


def test_four_of_the_last_seven(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every weekday")
    coach = at("2026-11-12")
    for day, result in (
        (2, "kept"),
        (3, "kept"),
        (4, "missed"),
        (5, "partly"),
        (6, "kept"),
        (9, "missed"),
        (11, "kept"),
    ):
        mark(coach, walk, result, date(2026, 11, day))
    now = standing(coach)["Walk"]
    assert now.dots == (
        "kept",
        "missed",
        "partly",
        "kept",
        "missed",
        "open",
        "kept",
    )  # 3 to 11, without today
    assert (now.kept, now.of) == (3, 7)
    assert now.is_due
    mark(coach, walk, "kept")
    assert (standing(coach)["Walk"].kept, standing(coach)["Walk"].of) == (3, 7)
    assert not standing(coach)["Walk"].is_due


def test_what_rests_passes_or_is_unusual_does_not_count(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    coach = at("2026-11-08")
    coach.checkins.keep(date(2026, 11, 3), Answers(energy=1, unusual=True))
    coach.commitments.pause(walk, date(2026, 11, 9))
    at("2026-11-08").commitments.resume(walk)
    mark(coach, walk, "kept", MONDAY)
    mark(coach, walk, "pass", date(2026, 11, 4))
    mark(coach, walk, "missed", date(2026, 11, 5), "unusual")
    mark(coach, walk, "missed", date(2026, 11, 6), "forgot")
    now = standing(coach)["Walk"]
    assert now.dots == ("kept", "pass", "missed", "missed", "open")
    assert (now.kept, now.of) == (1, 3)


def test_so_many_times_a_week(at):
    run = at(MONDAY).commitments.make("Run", rhythm="3 times a week")
    coach = at("2026-11-06")
    assert standing(coach)["Run"].is_due
    for day in (2, 3, 6):
        mark(coach, run, "kept", date(2026, 11, day))
    now = standing(coach)["Run"]
    assert (now.kept, now.of, now.is_due) == (3, 3, False)
    assert now.dots == ("kept",)
    assert standing(at("2026-11-09"))["Run"].dots == ("kept", "open")


def test_so_many_times_a_week_shows_its_weeks_and_not_only_the_running_one(at):
    run = at(MONDAY).commitments.make("Run", rhythm="3 times a week")
    coach = at("2026-12-02")
    for day in ("2026-11-02", "2026-11-03", "2026-11-06", "2026-11-12", "2026-11-30"):
        mark(coach, run, "kept", date.fromisoformat(day))
    mark(coach, run, "missed", date(2026, 11, 18), "capacity")
    now = standing(coach)["Run"]
    assert now.dots == ("kept", "partly", "missed", "open", "partly")
    assert (now.kept, now.of) == (1, 3)


def test_what_is_due_once_asks_until_it_is_marked(at):
    brief = at(MONDAY).commitments.make("Send the brief", due=date(2026, 11, 5))
    assert not standing(at("2026-11-04"))["Send the brief"].is_due
    assert standing(at("2026-11-08"))["Send the brief"].is_due
    mark(at("2026-11-08"), brief, "kept", date(2026, 11, 5))
    assert not standing(at("2026-11-08"))["Send the brief"].is_due


@pytest.mark.parametrize(
    ("day", "result", "says"),
    [
        (
            "2026-11-07",
            "kept",
            "was not due on Sat 7 Nov; it is due every weekday, the time before was Fri 6 Nov",
        ),
        ("2026-11-10", "kept", "is yet to come"),
        ("2026-11-01", "kept", "begins on Mon 2 Nov"),
    ],
)
def test_a_mark_for_a_day_it_was_not_due_is_refused_in_clear_words(at, day, result, says):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every weekday")
    with pytest.raises(UsageError, match=says):
        mark(at("2026-11-09"), walk, result, date.fromisoformat(day))


def test_marked_twice_is_marked_once_and_said_again_is_changed(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    one, other = at("2026-11-04"), at("2026-11-04")  # two processes
    first = mark(one, walk, "kept")
    assert mark(other, walk, "kept") == first
    assert sum(1 for _ in other.store.undoable()) == 2
    changed = mark(other, walk, "missed", reason="forgot")
    assert (changed.id, changed.reason) == (first.id, "forgot")
    one.store.undo()
    assert standing(one)["Walk"].today == first


def test_several_marks_are_one_change(at):
    coach = at(MONDAY)
    walk, read = (
        coach.commitments.make("Walk", rhythm="daily"),
        coach.commitments.make("Read", rhythm="daily"),
    )
    coach.marks.mark([Given(walk, "kept"), Given(read, "missed", "waiting")])
    coach.store.undo()
    assert all(each.today is None for each in standing(coach).values())
    with pytest.raises(UsageError):
        late = coach.commitments.make("Late", rhythm="daily", starts=date(2026, 11, 5))
        coach.marks.mark([Given(walk, "kept"), Given(late, "kept")])
    assert standing(coach)["Walk"].today is None


def test_two_passes_a_month(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    coach = at("2026-12-02")
    for day in (date(2026, 11, 3), date(2026, 11, 4), date(2026, 12, 1)):
        mark(coach, walk, "pass", day)
    with pytest.raises(UsageError, match="both passes of November are used"):
        mark(coach, walk, "pass", date(2026, 11, 5))
    mark(coach, walk, "pass", date(2026, 11, 4))


def test_nothing_is_too_much_while_everything_rests(at):
    coach = at(MONDAY)
    for number in range(5):
        coach.commitments.make(f"Number {number}")
    coach.commitments.make("A sixth", over=Over(date(2026, 11, 3), "A promise"))
    assert at("2026-11-10").commitments.is_over()
    at("2026-11-10").seasons.pause(date(2026, 11, 12))
    assert not at("2026-11-11").commitments.is_over()
    assert at("2026-11-13").commitments.is_over()


def test_more_than_five_takes_an_exception_that_ends(at):
    coach = at(MONDAY)
    for number in range(5):
        coach.commitments.make(f"Number {number}")
    with pytest.raises(OverLimitError, match="you have 5"):
        coach.commitments.make("A sixth")
    coach.commitments.make("A sixth", over=Over(date(2026, 11, 20), "A promise"))
    with pytest.raises(OverLimitError):
        coach.commitments.make("A seventh")  # an exception is for one
    coach.commitments.make("A seventh", over=Over(date(2026, 11, 9), "A promise"))
    assert not coach.commitments.is_over()
    assert at("2026-11-10").commitments.is_over()
    assert gather_held(at("2026-11-10"), date(2026, 11, 10)).is_over
    coach.store.undo()
    coach.store.undo()
    assert coach.commitments.exceptions() == []


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"gate": date(2026, 10, 1)}, "lies before its start"),
        ({"gate": date(2027, 1, 26)}, "at most 12 weeks out; this one by Mon 25 Jan"),
        ({"due": date(2026, 10, 1)}, "before it begins"),
        ({"rhythm": "every day", "due": date(2026, 11, 9)}, "not both"),
        ({"rhythm": "every year on 12 march"}, "after its gate"),
        ({"rhythm": "every 30 february"}, "never comes"),
    ],
)
def test_terms_that_cannot_be_kept_are_refused(at, parts, says):
    coach = at(MONDAY)
    with pytest.raises(UsageError, match=says):
        coach.commitments.make("Walk", **parts)
    assert coach.commitments.all() == []
    with pytest.raises(UsageError):
        coach.commitments.make("  \n ")


def test_a_gate_opens_30_days_before_and_lapses_unless_answered(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="daily", gate=date(2026, 12, 31))
    assert not standing(at("2026-11-30"))["Walk"].is_gate_open
    assert standing(at("2026-12-01"))["Walk"].is_gate_open
    assert standing(at("2026-12-31"))["Walk"].state == "held"
    lapsed = at("2027-01-01")
    assert standing(lapsed)["Walk"].state == "lapsed"
    with pytest.raises(UsageError, match="lapsed after Thu 31 Dec"):
        mark(lapsed, walk, "kept")
    with pytest.raises(UsageError, match="an answer to each"):
        lapsed.commitments.pass_gate(walk, "renew", ANSWERS | {"again": "  "})
    lapsed.commitments.pass_gate(walk, "renew", ANSWERS)
    assert standing(lapsed)["Walk"].state == "held"
    assert standing(lapsed)["Walk"].gate == date(2027, 3, 26)


def test_a_gate_that_is_not_open_yet_waits_unless_it_is_the_window(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="daily")
    with pytest.raises(UsageError, match="its gate opens on Sat 26 Dec"):
        coach.commitments.pass_gate(walk, "end", {})
    coach.seasons.open("redesign")
    coach.reassessments.unseal()
    assert coach.commitments.pass_gate(walk, "end", {}).ended == MONDAY


def test_more_of_it_needs_the_answers_and_less_does_not(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="3 times a week", gate=date(2026, 11, 20))
    with pytest.raises(ExpansionError, match="more often"):
        coach.commitments.renegotiate(walk, rhythm="every day")
    with pytest.raises(ExpansionError, match="a later gate"):
        coach.commitments.renegotiate(walk, gate=date(2026, 12, 20))
    less = coach.commitments.renegotiate(walk, "mornings are full", rhythm="twice a week")
    assert less.rhythm == "twice a week"
    with pytest.raises(ExpansionError):
        coach.commitments.pass_gate(less, "change", ANSWERS, rhythm="every day")
    more = coach.commitments.pass_gate(less, "expand", ANSWERS, rhythm="every day")
    assert more.rhythm == "every day"


def test_other_terms_leave_the_marks_as_they_were(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    coach = at("2026-11-06")
    for day in (2, 3, 4, 5):
        mark(coach, walk, "kept" if day % 2 else "missed", date(2026, 11, day))
    coach.commitments.renegotiate(walk, rhythm="every friday")
    now = standing(coach)["Walk"]
    assert now.dots == ("missed", "kept", "missed", "kept")
    assert now.is_due


def test_a_pause_moves_the_gate_and_asks_for_nothing(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day", gate=date(2026, 11, 30))
    coach.commitments.pause(walk, date(2026, 11, 8), "ill")
    now = standing(coach)["Walk"]
    assert (now.state, now.is_due, now.gate) == ("paused", False, date(2026, 12, 7))
    assert now.next_due is None
    assert standing(at("2026-11-09"))["Walk"].is_due
    with pytest.raises(UsageError, match="not due"):
        mark(coach, walk, "missed")
    mark(coach, walk, "kept")  # what was done all the same counts


def test_what_somebody_else_changed_meanwhile_stays_changed(at):
    one, other = at(MONDAY), at(MONDAY)
    walk = one.commitments.make("Walk", rhythm="every day")
    other.commitments.renegotiate(walk, text="Run", problem="rain")
    one.commitments.renegotiate(walk, rhythm="every weekday")
    now = one.commitments.find(walk.id)
    assert (now.text, now.problem, now.rhythm) == ("Run", "rain", "every weekday")
    other.commitments.end(walk, "dropped")
    with pytest.raises(UsageError, match="ended on"):
        one.commitments.end(walk, "finished")
    with pytest.raises(UsageError, match="ended on"):
        mark(one, walk, "kept")


def test_a_day_that_is_due_can_be_taken_back_and_a_rhythm_given_later(at):
    coach = at(MONDAY)
    brief = coach.commitments.make("Brief", due=date(2026, 11, 5))
    coach.commitments.renegotiate(brief, rhythm="", due=None)
    assert coach.commitments.find(brief.id).due is None
    coach.commitments.renegotiate(brief, rhythm="every day")  # the first rhythm is not more of anything
    assert standing(coach)["Brief"].is_due


def test_a_word_why_is_kept_whatever_was_renegotiated(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day")
    coach.commitments.renegotiate(walk, "the rain", cue="it is dry")
    assert [each.because for each in coach.store.read("2026-11", Turn)] == ["the rain"]


def test_said_twice_in_one_breath_the_latter_counts(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day")
    coach.marks.mark([Given(walk, "kept"), Given(walk, "missed", "forgot")])
    assert [each.result for each in coach.store.read("2026-11", Mark)] == ["missed"]
    coach.marks.mark([], MONDAY, cleared=[walk.id])
    assert list(coach.store.read("2026-11", Mark)) == []


def test_what_was_due_once_and_done_is_never_asked_again(at):
    brief = at("2026-09-01").commitments.make("Brief", due=date(2026, 9, 2))
    mark(at("2026-09-02"), brief, "kept")
    assert not standing(at("2026-11-10"))["Brief"].is_due
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    mark(at(MONDAY), walk, "kept")
    at("2026-11-03").commitments.renegotiate(walk, due=date(2026, 11, 5))
    assert standing(at("2026-11-06"))["Walk"].is_due


def test_a_gate_is_spoken_of_as_it_is_shown(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day", gate=date(2026, 11, 30))
    at(MONDAY).commitments.pause(walk, date(2026, 11, 8))  # the gate is shown on 7 December now
    later = at("2026-11-10")
    with pytest.raises(ExpansionError):
        later.commitments.renegotiate(walk, gate=date(2026, 12, 8))
    later.commitments.renegotiate(walk, gate=date(2026, 12, 3))
    assert standing(later)["Walk"].gate == date(2026, 12, 3)
    with pytest.raises(UsageError, match="lies behind us"):
        later.commitments.renegotiate(walk, gate=date(2026, 11, 9))


def test_a_lapse_stays_in_sight_for_four_weeks_however_long_the_rest_was(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day", gate=date(2026, 11, 9))
    at(MONDAY).commitments.pause(walk, date(2026, 12, 20))
    lapsed = at("2027-01-10")
    assert [each.state for each in commitments_on(lapsed, date(2027, 1, 10))] == ["lapsed"]


def test_the_days_of_a_lapse_are_no_debt(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day", gate=date(2026, 11, 8))
    for day in range(2, 9):
        mark(at("2026-11-08"), walk, "kept", date(2026, 11, day))
    at("2026-11-20").commitments.pass_gate(walk, "renew", ANSWERS)
    now = standing(at("2026-11-20"))["Walk"]
    assert (now.kept, now.of, now.is_due) == (7, 7, True)


def test_a_miss_on_an_unusual_day_is_left_out(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    coach = at("2026-11-06")
    for day in (3, 4, 5):
        coach.checkins.keep(date(2026, 11, day), Answers(unusual=True))
        mark(coach, walk, "missed", date(2026, 11, day), "waiting")
    now = standing(coach)["Walk"]
    assert (now.of, now.again) == (1, None)
    for day in (3, 4, 5):
        mark(coach, walk, "partly", date(2026, 11, day), "waiting")
    assert standing(coach)["Walk"].again is None


def test_to_expand_takes_more_and_what_ended_cannot_rest(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day", gate=date(2026, 11, 10))
    with pytest.raises(UsageError, match="takes other terms"):
        coach.commitments.pass_gate(walk, "expand", ANSWERS)
    coach.commitments.end(walk, "dropped")
    with pytest.raises(UsageError, match="ended on"):
        coach.commitments.pause(walk, date(2026, 11, 8))


def test_a_pause_to_come_can_be_called_off(at):
    coach = at(MONDAY)
    coach.seasons.pause(date(2026, 11, 20), first=date(2026, 11, 10))
    coach.seasons.resume()
    assert coach.seasons.rests() == []


def test_while_everything_rests_no_more_is_taken_on(at):
    coach = at(MONDAY)
    for number in range(5):
        coach.commitments.make(f"Number {number}")
    coach.seasons.pause(date(2026, 11, 8))
    with pytest.raises(OverLimitError):
        coach.commitments.make("A sixth")
    with pytest.raises(UsageError, match="everything rests until"):
        coach.commitments.resume(coach.commitments.all()[0])


def test_a_rhythm_of_a_newer_version_hides_nobody_else(at):
    coach = at(MONDAY)
    coach.commitments.make("Walk", rhythm="every day")
    newer = coach.commitments.make("Moon").but(rhythm="every full moon")
    with coach.store.change("a newer version") as change:
        change.put(newer.kind, newer.id, newer.fields())
    assert list(standing(at(MONDAY))) == ["Walk"]


def test_in_the_window_nothing_tactical_is_said(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day")
    coach.seasons.open("execution", rhythm="1+2")
    friday = at("2026-11-06")
    for day in range(2, 5):
        mark(friday, walk, "missed", date(2026, 11, day), "waiting")
    assert gather_held(friday, date(2026, 11, 6)).is_review_due
    friday.seasons.open("redesign", because="look again")
    held = gather_held(friday, date(2026, 11, 6))
    assert (held.noticed, held.is_review_due, held.is_quote_asked) == (None, False, False)


def test_ended_ones_make_room_and_stay_in_the_records(at):
    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day")
    coach.commitments.end(walk, "finished", "a habit now")
    assert coach.commitments.active() == []
    assert standing(coach)["Walk"].state == "ended"
    with pytest.raises(UsageError, match="ended on"):
        mark(coach, coach.commitments.find(walk.id), "kept")
    coach.store.undo()
    assert standing(coach)["Walk"].state == "held"


def test_a_commitment_taken_away_takes_its_marks_along(at):
    from coach.references import remove

    coach = at(MONDAY)
    walk = coach.commitments.make("Walk", rhythm="every day")
    mark(coach, walk, "kept")
    remove(coach.store, walk)
    assert coach.marks.between(MONDAY, MONDAY) == {}
    coach.store.undo()
    assert standing(coach)["Walk"].today.result == "kept"


def test_nothing_lapses_while_everything_rests(at):
    coach = at(MONDAY)
    coach.commitments.make("Walk", rhythm="every day", gate=date(2026, 11, 10))
    coach.seasons.open("execution")
    coach.seasons.pause(MONDAY + timedelta(days=13))
    assert standing(at("2026-11-15"))["Walk"].state == "paused"
    assert standing(at("2026-11-16"))["Walk"].gate == date(2026, 11, 24)


def test_a_pause_that_goes_on_keeps_its_word_and_takes_a_new_one(coach):
    walk = coach.commitments.make("Walk", rhythm="every day")
    today = date(2026, 11, 20)
    coach.commitments.pause(walk, today + timedelta(days=3), "a cold")
    assert coach.commitments.pause(walk, today + timedelta(days=5)).because == "a cold"
    assert coach.commitments.pause(walk, today + timedelta(days=7), "the flu").because == "the flu"


def test_the_weekly_practice_is_adopted_whole_with_one_key_and_taken_back_at_once(at, shell):
    assert shell("commit", "--practice", "read").code == 0
    assert "3 commitments" in shell("commit", "--practice", "all").err
    held = at("2026-11-20").commitments.active()
    assert sorted(each.practice for each in held) == ["apply", "mentor", "moments", "read"]
    assert shell("commit", "--practice", "all").code
    assert shell("commit", "--practice", "all", "--trial").code == 2, "it comes with its own terms"
    assert shell("undo").code == 0
    assert [each.practice for each in at("2026-11-20").commitments.active()] == ["read"]
