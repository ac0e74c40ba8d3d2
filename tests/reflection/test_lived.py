"""The facts of a month against what was worked out by hand, and patterns that have to hold in both halves."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.checkin.checkins import Answers
from coach.checkin.records import Checkin
from coach.commitments.marks import Given
from coach.core.days import Clock
from coach.cycle.window import close
from coach.diagnosis.context import usual_on
from coach.diagnosis.mix import actual, beside
from coach.reflection.emphasis import fitting
from coach.reflection.lived import (
    energy,
    extreme_days,
    frame_changes,
    gather,
    kept_and_missed,
    modes,
    outcomes,
    quotes,
    reasons,
    reviewed,
    signals,
)
from coach.reflection.patterns import findings, found, tags
from coach.reflection.question_facts import facts_beside
from tests.helpers import ZONE

EARLY, FIRST, LAST = date(2026, 10, 12), date(2026, 11, 1), date(2026, 11, 20)


def days(coach, felt, first=FIRST, **more):
    """A check-in a day from the first on."""
    for number, each in enumerate(felt):
        said = more.get(f"day{number + 1}", {})
        if each is not None:
            coach.checkins.keep(first + timedelta(days=number), Answers(energy=each, **said))


@pytest.fixture
def month(coach):
    """Forty days. Running on four of each half; Thursday the 12th speaks against it. The ninth day is out of the
    ordinary and counts nowhere."""
    first = [3, 5, 2, 5, 3, 3, 2, 3, 1, None, 3, 4, 3, 2, 3, 5, 3, 2, 3, 3]
    second = [3, 5, 3, 5, 2, 3, 3, 3, 3, 2, 3, 2, 3, 5, 3, 3, 2, 3, 3, 3]
    ran = (2, 4, 12, 16, 22, 24, 32, 34)
    more: dict[str, dict[str, Any]] = {f"day{each}": {"gave": "running"} for each in ran}
    more["day24"]["line"] = "Ran before mail, the day was mine"
    more["day3"] = {"took": "meetings", "line": "Six hours of it"}
    more["day37"] = {"took": "meetings"}
    more["day9"] = {"unusual": True, "took": "fever", "line": "In bed"}
    days(coach, [*first, *second], EARLY, **more)
    return coach


def texts(facts):
    return [each.text for each in facts]


def test_energy_and_its_extreme_days_are_those_worked_out_by_hand(month):
    lived = gather(month, EARLY, LAST)
    said = energy(lived)
    # With running 5 5 4 5 and 5 5 2 5 = 36, without 38 and 45: 119 over 38 days.
    assert (said.text, said.n) == ("Energy 3.1 on average, 38 days of 40 said.", 38)
    assert texts(extreme_days(lived, high=True)) == [
        "Sat 14 Nov: 5 of 5, + running",
        "Wed 4 Nov: 5 of 5, + running",
        "Mon 2 Nov: 5 of 5, + running",
    ]
    low = extreme_days(lived, high=False)
    assert texts(low)[0] == "Tue 17 Nov: 2 of 5, − meetings"
    assert all(month.store.find(Checkin.kind, each.ids[0]) for each in low)
    assert not any("fever" in text for text in texts(low))


def test_a_tag_is_told_with_its_effect_only_where_that_is_beyond_chance(month):
    lived = gather(month, EARLY, LAST)
    holds = found(month, lived)
    gave, took = tags(lived, "gave", holds), tags(lived, "took", holds)
    assert texts(gave) == ["+ running, 8 days. Over 8 days with it energy was 4.5, on the other 30 days 2.8."]
    assert gave[0].n == len(gave[0].ids) == 8
    assert texts(took) == ["− meetings, 2 days"]


def test_a_pattern_comes_with_its_numbers_and_the_record_that_speaks_against_it(month):
    told = findings(month, gather(month, EARLY, LAST))
    assert len(told) <= 3
    assert told[0].text == "On 8 days with “running” your energy was 4.5, on the other 30 days 2.8."
    assert told[0].against
    assert told[0].against.text == "Thu 12 Nov, energy 2 of 5"


def test_what_holds_in_one_half_only_is_no_pattern(coach):
    more = {f"day{each}": {"gave": "tea"} for each in (1, 2, 3, 4, 11, 12, 13, 14)}
    days(coach, [5, 5, 5, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 5], **more)
    assert [each.name for each in findings(coach, gather(coach, FIRST, LAST))] == ["patterns_none"]


def test_an_answer_that_names_something_else_than_the_check_ins_is_asked_about(coach):
    more = {f"day{each}": {"took": "bad sleep"} for each in range(1, 10)}
    days(coach, [2] * 9 + [4] * 11, **more)
    coach.journal.write("All of it", tags=["mail"])
    lived = gather(coach, FIRST, LAST)
    said = texts(facts_beside(coach, lived, None, "drained", "The mail, as ever"))
    assert said[0] == (
        "You name “mail”. Your check-ins name “bad sleep” on 9 of 20 days, “mail” on none. "
        "What do you make of that?"
    )
    assert "You name" not in texts(facts_beside(coach, lived, None, "drained", "Bad sleep"))[0]


def test_the_time_before_lies_beside(coach):
    days(coach, [4] * 10, FIRST - timedelta(days=20), day3={"gave": "walk"})
    days(coach, [3] * 10, **{f"day{each}": {"gave": "walk"} for each in range(1, 6)})
    said = texts(facts_beside(coach, gather(coach, FIRST, LAST), None, "energised"))
    assert "4.0 on average, 10 days said, in the 20 days before" in said
    assert "walk: 5 days in these days, 1 day in those before" in said


def test_of_many_signals_the_latest_are_told_and_how_many_there_were(coach):
    for number in range(6):
        coach.signals.park(f"Number {number}", "people")
    hidden = texts(signals(gather(coach, FIRST, LAST), "people"))
    assert hidden == ["6 signals parked in these days, out of sight until the window"]
    lived = gather(coach, FIRST, LAST)
    lived.hides_signals = False
    told = texts(signals(lived, "people"))
    assert len(told) == 4
    assert "6 signals" in told[0]
    assert "Number 5" in told[-1]


@pytest.mark.parametrize("count", [0, 7, 8])
def test_below_eight_days_nothing_is_concluded(coach, count):
    days(coach, [5, 1] * 4 if count == 8 else [5, 1, 5, 1, 5, 1, 5][:count])
    lived = gather(coach, FIRST, LAST)
    is_little = count < 8
    assert ("eight are needed" in energy(lived).text) == is_little
    assert bool(extreme_days(lived, high=True)) != is_little
    assert ("too little" in findings(coach, lived)[0].text) == is_little


def test_quotes_come_from_days_of_that_energy_with_their_dates(month):
    month.journal.write("A letter I had owed for a year", at=month.clock.now())
    lived = gather(month, EARLY, LAST)
    assert texts(quotes(lived, high=True)) == ["“Ran before mail, the day was mine” Wed 4 Nov"]
    assert texts(quotes(lived, high=False)) == ["“Six hours of it” Wed 14 Oct"]


def test_what_happened_in_the_night_after_the_last_day_belongs_to_it(paths):
    late = build(paths, Clock(datetime.fromisoformat("2026-12-01T02:00"), ZoneInfo(ZONE)))
    late.signals.park("They come late", "people")
    lived = gather(late, FIRST, date(2026, 11, 30))
    assert [each.text for each in lived.signals] == ["They come late"]


def test_what_an_unusual_day_was_the_reason_for_is_left_out(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=FIRST)
    for day in range(12):
        coach.marks.mark([Given(walk, "missed", "unusual")], FIRST + timedelta(days=day))
    lived = gather(coach, FIRST, LAST)
    assert (kept_and_missed(lived), reasons(lived)) == ([], [])


def test_filling_in_what_was_never_said_is_no_change_of_the_frame(coach):
    coach.frames.point("North")
    coach.frames.change({"giving_up": "talks"})
    assert gather(coach, FIRST, LAST).changed == ()
    coach.frames.change({"direction": "West"})
    assert len(gather(coach, FIRST, LAST).changed) == 1


def test_marks_turns_signals_modes_and_frames_are_counted_with_their_records(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=FIRST)
    for day in range(1, 6):
        coach.marks.mark([Given(walk, "kept")], FIRST + timedelta(days=day))
    for day in (7, 8):
        coach.marks.mark([Given(walk, "missed", "waiting")], FIRST + timedelta(days=day))
    coach.commitments.end(walk, "finished")
    coach.signals.park("They come late", "people")
    coach.journal.write("one", mode="leading")
    coach.journal.write("two", mode="managing")
    coach.journal.write("three")
    coach.frames.point("North")
    lived = gather(coach, FIRST, LAST)
    told = kept_and_missed(lived)
    assert texts(told) == ["Walk: 5 kept, 2 missed (2 × waiting on someone)"]
    assert told[0].n == len(told[0].ids) == 7
    assert texts(outcomes(lived, coach)) == ["Fri 20 Nov: finished: Walk, every day"]
    assert texts(reasons(lived)) == ["2 times because of “waiting on someone”"]
    assert texts(signals(lived, "people")) == ["1 signal parked in these days, out of sight until the window"]
    assert signals(lived, "value") == []
    told_modes = modes(lived)
    assert told_modes
    assert told_modes.text == "2 entries with a mode: 1 managing, 1 leading"
    assert texts(frame_changes(lived)) == ["The frame since Fri 20 Nov: North"]
    assert reviewed(lived).text == "0 weekly reflections of 3 that were due"


def test_expected_and_actual_emphasis_stand_side_by_side(coach):
    days(coach, [3] * 10, **{f"day{each}": {"mostly": "direction"} for each in range(1, 10)})
    assert actual(gather(coach, FIRST, LAST).usual) is None
    said = dict(enumerate(("half", "most", "most", "none", "none", "none", "none", "hour"), 1))
    days(coach, [3] * 10, **{f"day{each}": {"direction": said[each]} for each in said})
    frame = coach.frames.change({"direction": "North", "context": "crisis"})
    lived = gather(coach, FIRST, LAST)
    share = actual(lived.usual)
    assert share
    assert (share.percent, len(share.days)) == (28, 8)  # (50 + 2 × 80 + 12) / 8
    assert texts(beside(lived.usual, frame, usual_on(coach, LAST + timedelta(days=14)))) == [
        "In weeks two to four of a crisis, usually about 70% is leading.",
        "About 28% of your days went into direction: 8 days say how much (an hour counts as 12%, most of it as 80%).",
    ]
    assert [each.name for each in fitting(lived, frame, usual_on(coach, LAST + timedelta(days=14)))] == [
        "through_crisis"
    ]


def test_a_mix_is_named_on_the_scale_the_answers_have(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=FIRST)
    for day in range(10):
        coach.marks.mark([Given(walk, "missed")], FIRST + timedelta(days=day))
    days(coach, [3] * 10, **{f"day{each}": {"direction": "most"} for each in range(1, 11)})
    frame = coach.frames.change({"direction": "North", "context": "early"})
    names = [each.name for each in fitting(gather(coach, FIRST, LAST), frame, usual_on(coach, LAST))]
    assert names == ["no_base", "one_half"]  # early is 80 already: there is no more than most of every day


def test_doubts_name_a_quarter_only_where_a_window_passed_over_them(at):
    coach = at("2026-09-01")
    coach.frames.change({"direction": "North"})
    coach.seasons.open("execution")
    for place in range(8):
        at("2026-10-05").signals.park(f"They leave {place}", "contradicts")
    coach = at("2026-11-16")

    def named():
        return [
            each.name for each in fitting(gather(coach, date(2026, 10, 1), date(2026, 12, 31)), None, None)
        ]

    coach.seasons.open("redesign", because="It is time")
    coach.reassessments.answer({"contradicts": "x"}, {}, {})
    coach.reassessments.seal()
    coach = at("2026-11-17")
    coach.signals.settle(coach.signals.waiting(), "change", "")
    assert named() == []  # the window is open
    coach.reassessments.keep(coach.reassessments.begin(), "frame", keeps="it holds")
    close(coach)
    assert named() == ["torn"]


def test_efficient_but_disengaged_is_named_only_when_both_numbers_carry_it(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=FIRST)
    for day in range(10):
        coach.marks.mark([Given(walk, "kept")], FIRST + timedelta(days=day))
    days(coach, [4] * 10 + [4] * 10)
    assert fitting(gather(coach, FIRST, LAST), None, None) == []
    days(coach, [None] * 10 + [3] * 10)
    found = fitting(gather(coach, FIRST, LAST), None, None)
    assert [each.name for each in found] == ["efficient"]
    assert "100% of your marks were kept while energy went from 4.0 to 3.0" in found[0].text
    days(coach, [None] * 10 + [3, 4] * 5)
    assert "from 4.0 to 3.5" in fitting(gather(coach, FIRST, LAST), None, None)[0].text
    days(coach, [None] * 10 + [5] * 10)
    assert fitting(gather(coach, FIRST, LAST), None, None) == []  # it rose


def test_a_field_that_moves_fast_leads_more_and_the_pictures_say_so_too(coach, paths, shell):
    coach.frames.change({"direction": "Boring", "context": "scaling"})
    said = "Your field moves fast: there it is rather more."
    assert said not in shell("insights").out
    assert shell("config", "pace", "brisk").code == 2
    shell("config", "pace", "fast")
    assert "usually about 40% is leading: scaling what works." in shell("insights").out
    assert said in shell("insights").out
