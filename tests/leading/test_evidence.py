"""The facts of a month against what was worked out by hand, and patterns that have to hold in both halves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from coach.daily.checkins import Answers
from coach.emphasis import actual, beside, fitting, replants
from coach.evidence import (
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
from coach.managing.marks import Given
from coach.patterns import findings, tags
from coach.records import Checkin

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 20)


def days(coach, felt, **more):
    """A check-in a day from the first on."""
    for number, each in enumerate(felt):
        said = more.get(f"day{number + 1}", {})
        if each is not None:
            coach.checkins.keep(FIRST + timedelta(days=number), Answers(energy=each, **said))


@pytest.fixture
def month(coach):
    """Twenty days. Running on the 2nd, 4th, 12th, 14th and 16th; the 14th speaks against it. The 9th is
    out of the ordinary and counts nowhere."""
    #             1  2  3  4  5  6  7  8  9  10    11 12 13 14 15 16 17 18 19 20
    felt = [3, 5, 2, 5, 3, 3, 2, 3, 1, None, 3, 5, 3, 2, 3, 5, 3, 2, 3, 3]
    more: dict[str, dict[str, Any]] = {f"day{each}": {"gave": "running"} for each in (2, 4, 12, 14, 16)}
    more["day4"]["line"] = "Ran before mail, the day was mine"
    more["day3"] = {"took": "meetings", "line": "Six hours of it"}
    more["day18"] = {"took": "meetings"}
    more["day9"] = {"unusual": True, "took": "fever", "line": "In bed"}
    days(coach, felt, **more)
    return coach


def texts(facts):
    return [each.text for each in facts]


def test_energy_and_its_extreme_days_are_those_worked_out_by_hand(month):
    lived = gather(month, FIRST, LAST)
    said = energy(lived)
    # 58 over 18 days: nineteen check-ins without the unusual one.
    assert (said.text, said.n) == ("Energy 3.2 on average, 18 days of 20 said.", 18)
    assert texts(extreme_days(lived, high=True)) == [
        "Mon 16 Nov: 5 of 5, + running",
        "Thu 12 Nov: 5 of 5, + running",
        "Wed 4 Nov: 5 of 5, + running",
    ]
    low = extreme_days(lived, high=False)
    assert texts(low)[0] == "Wed 18 Nov: 2 of 5, − meetings"
    assert all(month.store.find(Checkin.kind, each.ids[0]) for each in low)
    assert not any("fever" in text for text in texts(low))


def test_a_tag_is_told_with_its_effect_only_where_it_holds_in_both_halves(month):
    lived = gather(month, FIRST, LAST)
    gave, took = tags(lived, "gave"), tags(lived, "took")
    # With: 5 5 5 2 5 = 22/5; without: 36/13.
    assert texts(gave) == ["+ running, 5 days; energy 4.4 there, 2.8 on the others of 18 days"]
    assert gave[0].n == 5
    assert texts(took) == ["− meetings, 2 days", "− fever, 1 day"]


def test_a_pattern_comes_with_its_numbers_and_the_record_that_speaks_against_it(month):
    found = findings(gather(month, FIRST, LAST))
    assert len(found) <= 3
    first = found[0]
    # First half: 5 5 against 3 2 3 3 2 3, so 5 and 2.67; second: 5 2 5 against 3 3 3 3 2 3 3, so 4 and 2.86.
    assert first.text == (
        "Where “running” gave energy it was 4.4 (5 days), else 2.8 (13 days). First half +2.3, second half +1.1."
    )
    assert first.against
    assert first.against.text == "Sat 14 Nov, energy 2 of 5"


def test_what_holds_in_one_half_only_is_no_pattern(coach):
    more = {f"day{each}": {"gave": "tea"} for each in (1, 2, 3, 11, 12, 13)}
    days(coach, [5, 5, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 5, 5, 5, 5, 5, 5, 5], **more)
    assert texts(findings(gather(coach, FIRST, LAST))) == [
        "Nothing differs the same way in both halves of these days."
    ]


@pytest.mark.parametrize("count", [0, 7, 8])
def test_below_eight_days_nothing_is_concluded(coach, count):
    days(coach, [5, 1] * 4 if count == 8 else [5, 1, 5, 1, 5, 1, 5][:count])
    lived = gather(coach, FIRST, LAST)
    is_little = count < 8
    assert ("too little" in energy(lived).text) == is_little
    assert bool(extreme_days(lived, high=True)) != is_little
    assert ("too little" in findings(lived)[0].text) == is_little


def test_quotes_come_from_days_of_that_energy_with_their_dates(month):
    month.journal.write("A letter I had owed for a year", at=month.clock.now())
    lived = gather(month, FIRST, LAST)
    assert texts(quotes(lived, high=True)) == ["“Ran before mail, the day was mine” Wed 4 Nov"]
    assert texts(quotes(lived, high=False)) == [
        "“Six hours of it” Tue 3 Nov",
        "“In bed” Mon 9 Nov",
    ]


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
    assert texts(reasons(lived)) == ["“waiting on someone” stood behind 2 misses"]
    assert texts(signals(lived, "people")) == ["Parked on Fri 20 Nov: They come late"]
    assert signals(lived, "value") == []
    told_modes = modes(lived)
    assert told_modes
    assert told_modes.text == "2 entries with a mode: 1 managing, 1 leading"
    assert texts(frame_changes(lived)) == ["The frame since Fri 20 Nov: North"]
    assert reviewed(lived).text == "0 weekly reviews in 2 weeks"


def test_expected_and_actual_emphasis_stand_side_by_side(coach):
    days(coach, [3] * 10, **{f"day{each}": {"mostly": "direction"} for each in (1, 2, 3)})
    for each in range(4, 9):
        coach.checkins.keep(FIRST + timedelta(days=each - 1), Answers(energy=3, mostly="delivery"))
    frame = coach.frames.change({"direction": "North", "context": "crisis"})
    lived = gather(coach, FIRST, LAST)
    share = actual(lived)
    assert share
    assert (share.part, share.of, share.percent) == (3, 8, 38)
    assert texts(beside(lived, frame)) == [
        "In a season that is a crisis or a major change, leading is usually about 70 of 100.",
        "38 of 100 days you named were mostly direction (3 of 8).",
    ]
    assert [each.name for each in fitting(lived, frame)] == ["through_crisis"]


def test_efficient_but_disengaged_is_named_only_when_both_numbers_carry_it(coach):
    walk = coach.commitments.make("Walk", rhythm="every day", starts=FIRST)
    for day in range(10):
        coach.marks.mark([Given(walk, "kept")], FIRST + timedelta(days=day))
    days(coach, [4] * 10 + [4] * 10)
    assert fitting(gather(coach, FIRST, LAST), None) == []
    days(coach, [None] * 10 + [3] * 10)
    found = fitting(gather(coach, FIRST, LAST), None)
    assert [each.name for each in found] == ["efficient"]
    assert "100 of 100 marks were kept while energy went from 4.0 to 3.0" in found[0].text
    assert replants(gather(coach, FIRST, LAST))
