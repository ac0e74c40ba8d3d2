"""S2, S3, S5, S8, S9, S10, S12, S15 as their sources mean them: what was easy to walk around, and what looked healthy."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from coach.core.errors import UsageError
from coach.cycle.calendar import content
from coach.cycle.calls import calls_lines
from coach.cycle.reassessments import RestingError
from coach.cycle.window import close, leave, plan_gate
from coach.cycle.words import in_words
from coach.diagnosis.context import usual_on
from coach.diagnosis.diagnosis import usual
from coach.frame.frames import HeldError
from coach.reflection.vitality import vitality
from coach.reflection.weekly_session import WeeklySession
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.screens.person import opened as app_opened
from tests.screens.person import press, screen_text, type_in

MONDAY = date(2026, 1, 5)


def opened(at, day, rhythm="ten-two", name="execution"):
    coach = at(day)
    coach.frames.point("North")
    coach.seasons.open(name, rhythm=rhythm)
    return coach


def test_a_window_put_off_is_told_and_late_although_its_end_was_moved(at):
    coach = opened(at, MONDAY)
    coach.seasons.move(date(2026, 4, 10), "a launch")
    assert "put off by 26 days" in "".join(in_words(coach.seasons.now()))
    later = at("2026-04-11")
    later.seasons.open("redesign")
    assert "opened 26 days late" in "".join(in_words(later.seasons.now()))


def test_a_window_shortened_by_moving_its_end_and_left_is_short_and_says_so(at):
    opened(at, MONDAY)
    at("2026-03-16").seasons.open("redesign")
    at("2026-03-16").seasons.move(date(2026, 3, 18))
    coach = at("2026-03-19")
    leave(coach, anyway=True)
    assert "3 days of 14" in "".join(in_words(coach.seasons.now()))


def test_a_window_left_after_all_its_days_is_told(at):
    opened(at, MONDAY)
    at("2026-03-16").seasons.open("redesign")
    coach = at("2026-03-30")
    leave(coach, anyway=True)
    assert "ended without a decision" in "".join(in_words(coach.seasons.now()))


def test_windows_are_busy_in_the_calendar_and_month_and_quarter_are_in_it(at):
    coach = opened(at, MONDAY)
    events = Calendar.from_ical(content(coach)[0]).walk("VEVENT")
    busy = {str(each["summary"]): str(each["transp"]) for each in events}
    assert busy["Redesign window"] == "OPAQUE"
    assert busy["Execution season"] == "TRANSPARENT"
    assert {"Monthly reflection", "Quarterly reflection", "The year"} <= busy.keys()


def test_the_annual_rhythm_opened_in_january_begins_with_the_window_and_its_reviews_go_on(at):
    coach = opened(at, MONDAY, "annual")
    now = coach.seasons.now()
    assert (now.season.name, now.ends) == ("redesign", date(2026, 3, 31))
    coach.commitments.make("Walk", rhythm="every day")
    at("2026-01-15").journal.write("Here")
    held = gather_held(at("2026-01-16"), date(2026, 1, 16))
    assert held.is_review_due


def test_the_annual_rhythm_opened_in_june_executes(at):
    assert opened(at, "2026-06-01", "annual").seasons.now().season.name == "execution"


def test_a_direction_day_is_one_day_leaves_the_review_alone_and_rests_for_nothing(at):
    opened(at, MONDAY, "monthly")
    coach = at("2026-02-01")
    coach.seasons.open("redesign")
    now = coach.seasons.now()
    assert (now.season.starts, now.ends) == (date(2026, 2, 1), date(2026, 2, 1))
    assert now.holds_reviews
    coach.reassessments.answer({"contradicts": "They use it by phone"}, {}, {})
    coach.reassessments.seal()
    coach.refuse_resting()


@pytest.mark.parametrize(
    ("day", "asked"), [("2026-01-09", False), ("2026-01-16", True), ("2026-01-30", True)]
)
def test_every_second_friday_the_review_of_a_sprint_asks_three_more(at, day, asked):
    opened(at, MONDAY, "sprints").commitments.make("Walk", rhythm="every day")
    session = WeeklySession(at(day), date.fromisoformat(day))
    assert ("sprint" in {each.name for each in session.steps({})}) == asked


def test_what_a_sprint_taught_is_kept_and_the_shell_says_it_in_one_line(shell):
    assert shell("season", "execution", "--rhythm", "sprints").code == 0
    assert shell("reflect", "weekly", "--roadmap", "The export goes").code == 0
    kept = shell("list", "reflections", "--json").json[0]
    assert kept["answers"] == {"roadmap": "The export goes"}


def test_other_rhythms_ask_nothing_of_a_sprint(at):
    opened(at, MONDAY).commitments.make("Walk", rhythm="every day")
    session = WeeklySession(at("2026-01-16"), date(2026, 1, 16))
    assert "sprint" not in {each.name for each in session.steps({})}


def test_the_end_of_a_trial_and_a_planned_gate_wait_for_the_answers_too(at):
    coach = opened(at, MONDAY)
    held = coach.commitments.make("Read", rhythm="every day")
    trial = at("2026-03-02").commitments.try_out("Walk", "energy", rhythm="every day")
    window = at("2026-03-16")
    window.seasons.open("redesign")
    with pytest.raises(RestingError):
        window.commitments.end_trial(trial, "keep", "")
    with pytest.raises(RestingError):
        plan_gate(window, held, "end", {})
    assert window.commitments.find(trial.id[-12:-6]).moves == "energy"


def test_the_nights_of_rest_are_a_setting(at, shell):
    assert shell("config", "rest_days", "2").code == 0
    opened(at, MONDAY)
    coach = at("2026-03-16")
    coach.seasons.open("redesign")
    coach.reassessments.answer({"contradicts": "x y z"}, {}, {})
    coach.reassessments.seal()
    with pytest.raises(RestingError):
        at("2026-03-17").refuse_resting()
    at("2026-03-18").refuse_resting()


def test_calls_of_ten_weeks_count_although_each_began_a_new_cycle_and_say_what_came_of_them(at):
    opened(at, MONDAY)
    for week in range(3):
        day = MONDAY + timedelta(weeks=2 * week + 1)
        at(day).reassessments.call(f"shift {week}", {"premise": f"premise {week}"})
        leave(at(day + timedelta(days=2)), anyway=True)
    told, *each = calls_lines(at("2026-02-20"))
    assert "last ten weeks: 3." in told
    assert "three or more" in told
    assert [line.split(": ")[1] for line in each] == [
        f"shift {week}. Left without a decision." for week in (2, 1, 0)
    ]


def test_the_shell_calls_a_window_as_the_app_does_and_shows_the_others(shell):
    assert shell("frame", "--direction", "North").code == 0
    assert shell("season", "execution").code == 0
    assert shell("reassess", "emergency", "--premise", "The client left", "--context", "crisis").code == 0
    said = shell("season", "redesign", "--because", "The rule changed", "--waits", "What of the export")
    assert said.code == 0
    assert "emergency: The client left. Changed:" in said.err
    kept = shell("list", "reassessments", "--json").json
    assert {each["name"] for each in kept} == {"emergency", "called"}
    assert shell("frame", "--json").json["context"] == "crisis"
    assert "in an emergency" in shell("frame", "--history").out
    assert "(in an emergency)" in shell("list", "frames").out


def test_an_emergency_takes_a_frame_in_the_shell_too(shell):
    assert shell("season", "execution").code == 0
    said = shell("reassess", "emergency", "--premise", "The client left")
    assert said.code == 2
    assert "no frame" in said.err


def a_cycle(at, starts, how):
    """Six weeks, a window, and how it ends."""
    if at(starts).seasons.now() is None:
        at(starts).seasons.open("execution", rhythm="six-two")
    for number in range(5):
        at(starts + timedelta(days=7 * number + 3)).signals.park(f"doubt {number}", "contradicts")
    day = starts + timedelta(weeks=6)
    coach = at(day)
    coach.seasons.open("redesign")
    how(at, day)


def theatre(at, day):
    leave(at(day + timedelta(days=2)), anyway=True)


def alive(at, day):
    coach = at(day)
    coach.reassessments.answer(
        {"contradicts": f"Small teams stay, large ones go: {day}"}, {}, {"contradicts": 90.0}
    )
    coach.reassessments.seal()
    coach = at(day + timedelta(days=1))
    for place, each in enumerate(coach.signals.waiting()):
        coach.signals.settle(
            [each], "change" if place == 0 else "keep", "" if place == 0 else "two asked for it"
        )
    kept = coach.reassessments.begin()
    said, ground = {"outcome": f"teams that stay since {day}"}, {"outcome": "four calls"}
    coach.reassessments.keep(kept, "frame", frame=said, conditions=ground)
    close(coach)


def signs(at, how):
    opened_frame = at(MONDAY)
    opened_frame.frames.change({"direction": "North", "outcome": "teams that stay"})
    day = MONDAY
    for _ in range(3):
        a_cycle(at, day, how)
        day += timedelta(weeks=6, days=2 if how is theatre else 1)
    return {each.name: each for each in vitality(at(day + timedelta(days=1))).signs}


def test_three_windows_of_theatre_are_told_as_decay(at):
    told = signs(at, theatre)
    assert [told[name].is_there for name in ("locked", "fills", "theatre")] == [True, True, True]
    assert "15 signals dismissed" in told["locked"].fact.text
    assert "decided nothing" in told["theatre"].fact.text


def test_three_windows_alive_are_not(at):
    told = signs(at, alive)
    assert [told[name].is_there for name in ("locked", "fills")] == [False, False]
    assert told["theatre"].is_there is not True
    assert told["shifts"].is_there is True


def test_nothing_says_nought_of_nought_at_the_beginning(shell):
    assert shell("season", "execution").code == 0
    said = shell("vitality", "--json")
    assert " 0 of 0" not in said.out
    assert "last 0" not in json.dumps(said.json)


def test_a_called_window_needs_a_word(at):
    coach = opened(at, MONDAY)
    with pytest.raises(UsageError):
        coach.reassessments.call("", {})


def test_what_waits_is_out_of_sight_and_counted_and_shown_to_whoever_asks(shell):
    assert shell("season", "execution").code == 0
    assert shell("signal", "--about", "people", "Two people stopped asking").code == 0
    assert "stopped asking" not in shell("list", "signals").out
    assert "people" in shell("list", "signals").out
    assert "text" not in shell("list", "signals", "--json").json[0]
    assert "stopped asking" in shell("list", "signals", "--text").out
    assert shell("list", "signals", "--text", "--json").json[0]["text"] == "Two people stopped asking"
    found = shell("search", "stopped asking")
    assert "Also in 1 signal" in found.err
    assert "stopped" not in found.out + shell("undo", "--list").out
    ref = shell("list", "signals", "--json").json[0]["id"][-12:-6]
    assert "stopped asking" in shell("show", ref).out


def test_what_a_check_in_parked_is_out_of_sight_with_it_and_stays_with_it(shell):
    assert shell("season", "execution").code == 0
    assert shell("checkin", "--energy", "3", "! Nobody reads the brief").code == 0
    for typed in (("list", "checkins"), ("list", "checkins", "--json"), ("search", "Nobody"),
                  ("search", "Nobody", "--json"), ("checkin", "--energy", "4")):  # fmt: skip
        told = shell(*typed)
        assert "reads the brief" not in told.out + told.err, typed
    ref = shell("list", "checkins", "--json").json[0]["id"][-12:-6]
    assert shell("delete", ref).code == 0
    assert [each["settled"] for each in shell("list", "signals", "--json").json] == [None]


def test_a_signal_that_waits_cannot_be_deleted_only_taken_back(shell):
    assert shell("signal", "Two people stopped asking").code == 0
    ref = shell("list", "signals", "--json").json[0]["id"][-12:-6]
    assert shell("delete", ref).code == 2
    assert shell("undo").code == 0
    assert shell("list", "signals", "--json").json == []


def test_in_the_window_signals_are_in_sight(at):
    coach = opened(at, MONDAY)
    coach.signals.park("Two people stopped asking")
    assert coach.signals.hides()
    window = at("2026-03-16")
    window.seasons.open("redesign")
    assert not window.signals.hides()


def test_a_window_is_gone_through_and_closed_in_the_shell(at, shell, monkeypatch):
    opened(at, MONDAY, "six-two")
    at("2026-02-16").seasons.open("redesign")
    monkeypatch.setenv("COACH_NOW", "2026-02-16T09:00:00")
    assert shell("reassess", "close").code == 2
    coach = at("2026-02-16")
    coach.reassessments.answer({"contradicts": "They use it by phone"}, {}, {})
    coach.reassessments.seal()
    monkeypatch.setenv("COACH_NOW", "2026-02-17T09:00:00")
    kept = at("2026-02-17").reassessments.begin()
    at("2026-02-17").reassessments.keep(kept, "frame", keeps="two asked for it")
    said = shell("reassess", "close", "--rhythm", "ten-two")
    assert said.code == 0, said.err
    now = at("2026-02-17").seasons.now()
    assert (now.season.name, now.season.rhythm) == ("execution", "ten-two")


async def test_a_trial_is_held_against_the_direction_too(at):
    coach = opened(at, MONDAY)
    coach.journal.write("Here")
    async with app_opened(CoachApp(coach, gather(coach)), (100, 30)) as pilot:
        await press(pilot, "t")
        await type_in(pilot, "Call five people")
        await press(pilot, "ctrl+s")
        assert "Does it fit" in screen_text(pilot.app)
        await press(pilot, "s")
    assert coach.commitments.all() == []
    assert [each.text for each in coach.signals.waiting()] == ["Call five people"]


def test_what_one_stands_in_changes_at_any_time_and_both_make_the_usual_mix(at):
    coach = opened(at, MONDAY)
    coach.frames.change({"context": "scaling", "stage": "first-years"})
    later = at("2026-02-09")
    now = usual_on(later, later.today())
    assert now
    assert now.leading == 30  # 40 and 20
    later.frames.change({"context": "crisis"})
    now = usual_on(at("2026-02-09"), date(2026, 2, 9))
    assert now
    assert now.is_crisis
    with pytest.raises(HeldError):
        later.frames.change({"direction": "West"})


@pytest.mark.parametrize(
    ("context", "leading"),
    [("early", 80), ("scaling", 40), ("mature", 30), ("crisis", 70), ("steady", 30), ("first-years", 20),
     ("middle-years", 50), ("later-years", 70)],
)  # fmt: skip
def test_the_usual_mixes_are_those_of_the_source(context, leading):
    found = usual(context)
    assert found
    assert found.leading == leading
