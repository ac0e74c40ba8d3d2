"""How much: amounts counted against a goal, a note on a mark, whom it was promised to, gates on days of their own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.commitments import amount
from coach.commitments.agreement import QUESTIONS, ExpansionError
from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on
from coach.commitments.progress import gate_of
from coach.commitments.promised import untold
from coach.core.errors import UsageError
from coach.core.ids import short
from coach.today.today import gather_held

MONDAY = date(2026, 11, 2)
ANSWERS = dict.fromkeys(QUESTIONS, "yes")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("30 min", "30 min"), ("30min", "30 min"), ("1,5 h", "1.5 h"), ("1h30", "90 min"), ("5 pages", "5 pages"),
     ("2", "2 times"), ("2x", "2 times"),
     ("10,000 steps", "10000 steps"), ("1,500", "1500 times"), ("1 time", "1 time"), ("Half a page", ""), ("0 min", ""), ("-3 km", ""), ("5 10", ""),
     ("1e9 km", ""), ("9999999 km", "")],
)  # fmt: skip
def test_an_amount_is_read_as_it_is_typed_or_refused(typed, meant):
    if not meant:
        with pytest.raises(UsageError):
            amount.read(typed)
        return
    assert amount.say(amount.read(typed)) == meant
    assert amount.read(meant) == amount.read(typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("20", ("partly", 20)), ("30 min", ("kept", 30)), ("1 h", ("kept", 60)), ("0", ("missed", 0))],
)
def test_what_was_done_is_counted_against_the_goal(at, shell, typed, said):
    read = at(MONDAY).commitments.make("Read", rhythm="every day", amount="30 min")
    told = shell("mark", short(read.id), typed, "--json").json[0]
    assert (told["result"], told["amount"]) == said


def test_a_plus_comes_to_what_was_said_of_the_day(at, shell):
    read = short(at(MONDAY).commitments.make("Read", rhythm="every day", amount="30 min").id)
    shell("mark", read, "10", "min", "--on", "2026-11-02")
    assert "kept, 35 min" in shell("mark", read, "+25", "--on", "2026-11-02").err


def test_what_is_meant_once_a_week_counts_its_days_together(at):
    write = at(MONDAY).commitments.make("Write", rhythm="once a week", amount="5 h")
    coach = at("2026-11-06")
    for day, typed in ((2, "2 h"), (4, "90 min"), (6, "1.5 h")):
        done = amount.done(typed, amount.read("5 h"))
        coach.marks.mark([coach.marks.counted(write, done, date(2026, 11, day))], date(2026, 11, day))
    now = commitments_on(coach, coach.today())[0]
    assert (now.kept, now.of, now.dots) == (1, 1, ("kept",))
    assert now.calendar.total(MONDAY, date(2026, 11, 8)) == 5


def test_another_unit_or_a_commitment_without_a_goal_is_refused_with_what_to_type(at, shell):
    coach = at(MONDAY)
    read = coach.commitments.make("Read", rhythm="every day", amount="30 min")
    walk = coach.commitments.make("Walk", rhythm="every day")
    assert "cannot be counted against 30 min" in shell("mark", short(read.id), "3 km").err
    assert "has no amount" in shell("mark", short(walk.id), "3 km").err
    assert coach.marks.between(MONDAY, MONDAY) == {}


def test_twice_a_day_is_kept_with_the_second(at):
    coach = at(MONDAY)
    pills = coach.commitments.make("Vitamins", rhythm="twice daily")
    assert pills.rhythm == "twice a day"
    for result in ("partly", "kept"):
        given = coach.marks.counted(pills, amount.Done(1, adds=True), MONDAY)
        assert coach.marks.mark([given])[0].result == result


def test_a_larger_amount_goes_through_the_gate_and_a_smaller_does_not(at):
    coach = at(MONDAY)
    read = coach.commitments.make("Read", rhythm="every day", amount="30 min")
    assert coach.commitments.renegotiate(read, amount="10 min").amount == "10 min"
    with pytest.raises(ExpansionError):
        coach.commitments.renegotiate(read, amount="40 min")


def test_a_note_on_a_mark_is_kept_with_another_result_and_found_by_search(at, shell):
    coach = at(MONDAY)
    walk = short(coach.commitments.make("Walk", rhythm="every day").id)
    shell("mark", walk, "partly", "--note", "rain until the bridge", "--on", "2026-11-02")
    shell("mark", walk, "kept", "--on", "2026-11-02")
    assert "rain until the bridge" in shell("search", "bridge").out
    mark = coach.marks.between(MONDAY, MONDAY).popitem()[1][MONDAY]
    assert (mark.result, mark.note) == ("kept", "rain until the bridge")


def test_whom_it_was_promised_to_is_told_when_it_will_not_be_kept(at, shell):
    coach = at(MONDAY)
    brief = coach.commitments.make("Send the brief", due=date(2026, 11, 5), to="Anna")
    assert gather_held(at("2026-11-05"), date(2026, 11, 5)).waiting["promise"] is None
    waiting = gather_held(at("2026-11-06"), date(2026, 11, 6)).waiting["promise"]
    assert waiting is not None
    assert waiting.label == "Tell Anna"
    assert shell("renegotiate", short(brief.id), "--told").code == 0
    assert untold(at("2026-11-06"), date(2026, 11, 6)) == []


def test_a_missed_promise_is_in_sight_until_it_is_told(at):
    coach = at(MONDAY)
    call = coach.commitments.make("Call", rhythm="every day", to="Anna")
    coach.marks.mark([Given(call, "missed", "forgot")])
    assert [each.commitment.text for each in untold(coach, MONDAY)] == ["Call"]
    coach.commitments.told(call)
    assert untold(coach, MONDAY) == []
    tomorrow = at("2026-11-03")
    tomorrow.commitments.renegotiate(call, rhythm="every weekday")
    tomorrow = at("2026-11-04")
    assert [each.since for each in untold(tomorrow, date(2026, 11, 4))] == [date(2026, 11, 3)]


def test_gates_do_not_fall_on_one_day(at):
    coach = at(MONDAY)
    made = [coach.commitments.make(f"Held {place}", rhythm="every day") for place in range(4)]
    gates = {gate_of(each, []) for each in made}
    assert len(gates) == 4
    assert max(gates) == MONDAY + timedelta(weeks=12)
    later = at(max(gates) - timedelta(days=10))
    renewed = [later.commitments.pass_gate(each, "renew", ANSWERS) for each in made]
    assert len({each.gate for each in renewed}) == 4


def test_six_times_ten_minutes_are_an_hour(at, shell):
    ref = short(at(MONDAY).commitments.make("Walk", rhythm="every day", amount="1 h").id)
    for _ in range(5):
        shell("mark", ref, "+10 min", "--on", "2026-11-02")
    assert "kept, 1 h" in shell("mark", ref, "+10 min", "--on", "2026-11-02").err


def test_said_again_in_part_leaves_reason_and_amount(at, shell):
    coach = at(MONDAY)
    read = coach.commitments.make("Read", rhythm="every day", amount="30 min")
    ref, on = short(read.id), ("--on", "2026-11-02")
    shell("mark", ref, "10", "--because", "forgot", *on)
    shell("mark", ref, "+5", ref, "+5", *on)
    shell("mark", ref, "partly", *on)
    mark = at(MONDAY).marks.between(MONDAY, MONDAY)[read.id][MONDAY]
    assert (mark.result, mark.reason, mark.amount) == ("partly", "forgot", 20)


def test_a_week_reached_by_a_day_that_was_corrected_is_not_reached(at):
    write = at(MONDAY).commitments.make("Write", rhythm="once a week", amount="5 h")
    coach = at("2026-11-06")
    for day, hours in ((3, 2), (5, 3), (3, 0)):
        when = date(2026, 11, day)
        coach.marks.mark([coach.marks.counted(write, amount.Done(hours), when)], when)
    now = commitments_on(coach, coach.today())[0]
    assert (now.kept, now.of) == (0, 1)


def test_a_task_never_lapses_before_its_day(at):
    coach = at(MONDAY)
    due = MONDAY + timedelta(weeks=12)
    made = [coach.commitments.make(f"Task {place}", due=due) for place in range(4)]
    assert {each.gate for each in made} == {due}


def test_a_task_done_late_is_one_of_one_and_over(at):
    task = at(MONDAY).commitments.make("Send it", due=date(2026, 11, 5))
    coach = at("2026-11-07")
    coach.marks.mark([Given(task, "kept")])
    (now,) = commitments_on(coach, coach.today())
    assert (now.state, now.kept, now.of) == ("ended", 1, 1)
    coach.store.undo()
    assert coach.commitments.find(task.id).ended is None


def test_a_first_instalment_breaks_no_promise_and_a_short_week_does(at):
    coach = at(MONDAY)
    lunch = coach.commitments.make("Lunch", rhythm="3 times a week", amount="30 min", to="Mia")
    coach.marks.mark([coach.marks.counted(lunch, amount.Done(10), MONDAY)])
    assert untold(coach, MONDAY) == []
    assert [each.since for each in untold(at("2026-11-09"), date(2026, 11, 9))] == [date(2026, 11, 8)]


def test_a_miss_after_telling_on_one_day_is_told_again(at):
    call = at(MONDAY).commitments.make("Call", rhythm="every day", to="Anna")
    at(MONDAY).marks.mark([Given(call, "missed", "forgot")])
    at("2026-11-03T08:00").commitments.told(call)
    at("2026-11-03T20:00").marks.mark([Given(call, "missed", "forgot")])
    coach = at("2026-11-04")
    assert [each.since for each in untold(coach, coach.today())] == [date(2026, 11, 3)]
