"""What the coach says unasked: when, how often, and what it is told to leave."""

from __future__ import annotations

import errno
import os
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.insights.records import Found
from coach.reflection.reviews import Said
from coach.today.today import gather_held

if TYPE_CHECKING:
    from coach.commitments.records import Result

MONDAY = date(2026, 11, 2)


def noticed(coach):
    return gather_held(coach, coach.today()).noticed


def missed(coach, commitment, first, count, reason="waiting"):
    for back in range(count):
        coach.marks.mark([Given(commitment, "missed", reason)], first + timedelta(days=back))


@pytest.fixture
def walk(at):
    walk = at(MONDAY).commitments.make("Walk", rhythm="every day")
    at(MONDAY).seasons.open("execution")
    return walk


def test_a_reason_behind_misses_is_told_with_its_numbers_and_stays_for_the_day(at, walk):
    coach = at("2026-11-06")
    for count, day in enumerate((2, 3, 4, 5)):
        assert (noticed(coach) is None) == (count < 3)
        missed(coach, walk, date(2026, 11, day), 1)
    found = noticed(at("2026-11-06T18:00"))
    assert found
    assert found.what == "reason"
    assert "not kept 3 times" in found.text
    assert "waiting on someone" in found.text
    assert found.asks == "What could you start without them?"
    assert len(found.ids) == 3
    assert noticed(at("2026-11-07")) is None  # once


def test_a_reason_is_not_told_once_it_goes_well(at, walk):
    missed(at("2026-11-06"), walk, MONDAY, 4)
    coach = at("2026-11-12")
    for day in range(6, 12):
        coach.marks.mark([Given(walk, "kept")], date(2026, 11, day))
    assert noticed(coach) is None


def test_misses_with_as_many_reasons_say_nothing(at, walk):
    coach = at("2026-11-07")
    for day, reason in enumerate(("waiting", "forgot", "capacity", "waiting", "forgot"), 2):
        missed(coach, walk, date(2026, 11, day), 1, reason)
    assert noticed(coach) is None


def test_an_answer_ends_it_for_the_day_and_later_brings_it_back(at, walk):
    coach = at("2026-11-06")
    missed(coach, walk, MONDAY, 4)
    found = noticed(coach)
    assert found
    coach.insights.reply(found, "later")
    assert noticed(coach) is None
    again = noticed(at("2026-11-07"))
    assert again
    assert again.name == found.name
    at("2026-11-07").insights.reply(again, "useful")
    assert noticed(at("2026-11-08")) is None


def test_two_times_wrong_is_wrong_until_the_window(at, walk):
    coach = at("2026-11-06")
    missed(coach, walk, MONDAY, 4)
    found = noticed(coach)
    assert found
    coach.insights.reply(found, "wrong")
    coach.insights.reply(found, "wrong")
    later = at("2026-12-07")
    missed(later, walk, date(2026, 11, 26), 10)
    assert noticed(later) is None


def test_at_most_three_a_week(at):
    coach = at(MONDAY)
    coach.seasons.open("execution")
    held = [coach.commitments.make(f"Number {number}", rhythm="every day") for number in range(5)]
    for each in held:
        missed(at("2026-11-06"), each, MONDAY, 4)
    told = [noticed(at(date(2026, 11, 6) + timedelta(days=each))) for each in range(14)]
    assert [len([each for each in week if each]) for week in (told[:7], told[7:])] == [3, 2]
    assert len({each.name for each in told if each}) == 5


def test_undo_passes_over_what_the_coach_only_noted(at, walk):
    coach = at("2026-11-06")
    missed(coach, walk, MONDAY, 4)
    assert noticed(coach)
    assert len(list(coach.store.read_since(None, Found))) == 1
    undone = coach.store.undo()
    assert "marked" in undone.what
    assert coach.store.redo()
    assert len(list(coach.store.read_since(None, Found))) == 1


def test_where_nothing_can_be_written_it_is_said_all_the_same(at, walk, monkeypatch):
    coach = at("2026-11-06")
    missed(coach, walk, MONDAY, 4)

    def refused(*_):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(coach.store._lock, "_acquire", refused)
    found = noticed(coach)
    assert found
    assert found.told is None


def test_what_rises_in_the_reviews_is_told_unasked(at):
    first = date(2026, 2, 6)
    coach = at(first)
    coach.seasons.open("execution")
    coach.frames.change({"direction": "Boring", "outcome": "shipped"})
    coach.commitments.make("Walk", rhythm="every day", gate=first + timedelta(days=80))
    for week in range(26):
        day = first + timedelta(weeks=week)
        at(day).reviews.keep(Said({"truth": "x"}, (), None, 3.0 + week + week % 2))
        at(day).checkins.keep(day, Answers(energy=3 + week % 2))
    told = [noticed(at(first + timedelta(weeks=26, days=each))) for each in range(0, 30, 3)]
    assert "number_up" in {each.what for each in told if each}


def test_what_questions_the_frame_waits_for_the_window(at):
    coach = at(MONDAY)
    coach.seasons.open("execution")
    for number in range(8):
        at(date(2026, 11, 3) + timedelta(days=number)).signals.park(f"Number {number}", "workaround")
        at(date(2026, 11, 3) + timedelta(days=number)).checkins.keep(
            date(2026, 11, 3) + timedelta(days=number), Answers(energy=3)
        )
    late = at("2026-12-20")
    late.checkins.keep(date(2026, 12, 20), Answers(energy=3))
    late.insights.look(date(2026, 12, 20))
    assert [each.what for each in late.insights.for_window(date(2026, 12, 20))] == ["signals"]
    assert noticed(late) is None


def test_after_a_pause_nothing_is_silent(at, walk):
    at(MONDAY).marks.mark([Given(walk, "kept")], MONDAY)
    at(MONDAY).commitments.pause(walk, date(2026, 11, 20))
    coach = at("2026-11-22")
    for day in range(2, 23):
        coach.checkins.keep(date(2026, 11, day), Answers(energy=3))
    assert noticed(coach) is None


def test_in_the_window_and_at_rest_nothing_is_said(at, walk):
    coach = at("2026-11-06")
    missed(coach, walk, MONDAY, 4)
    coach.seasons.pause(date(2026, 11, 8))
    assert noticed(coach) is None


def test_nothing_marked_for_two_weeks_while_check_ins_go_on(at, walk):
    coach = at("2026-11-22")
    coach.marks.mark([Given(walk, "kept")], date(2026, 11, 3))
    for day in range(2, 23):
        coach.checkins.keep(date(2026, 11, day), Answers(energy=3))
    found = noticed(coach)
    assert found
    assert (found.what, found.chance) == ("silence", None)
    assert "no mark for two weeks" in found.text


def test_three_low_days_are_one_kind_question_and_nothing_else(at, walk):
    coach = at("2026-12-20")
    for back in range(40, 3, -1):
        coach.checkins.keep(date(2026, 12, 20) - timedelta(days=back), Answers(energy=4))
    for back in (3, 2, 1, 0):
        coach.checkins.keep(date(2026, 12, 20) - timedelta(days=back), Answers(energy=1))
    missed(coach, walk, date(2026, 12, 15), 5)
    found = noticed(coach)
    assert found
    assert found.what == "low_spell"
    assert found.asks == "What is one thing that could be lighter tomorrow?"


def test_ten_of_twelve_after_a_spell_of_misses_is_a_success(at, walk):
    coach = at("2026-12-05")
    for day in range(30):
        result: Result = "kept" if day > 16 or day % 6 == 0 else "missed"
        coach.marks.mark([Given(walk, result)], MONDAY + timedelta(days=day))
    found = noticed(coach)
    assert found
    assert (found.what, found.asks) == ("success", "What made this possible?")
    assert "12 of the last 12 kept" in found.text


def test_looking_makes_no_home(at, paths):
    assert noticed(at(MONDAY)) is None
    assert not os.path.exists(paths.home)


def test_while_another_writes_nobody_waits(at, walk):
    coach, other = at("2026-11-06"), at("2026-11-06")
    missed(coach, walk, MONDAY, 4)
    with other.store.writing():
        found = noticed(coach)
    assert found
    assert not list(coach.store.read_since(None, Found))
    assert noticed(coach)
    assert len(list(coach.store.read_since(None, Found))) == 1
