"""The week's facts begin with this week beside the last, where both say something."""

from __future__ import annotations

from datetime import date, timedelta

from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.reflection.week import facts, week_of_review

FRIDAY = date(2026, 11, 20)


def lived(at, first):
    held = at(first).commitments.make("Walk", rhythm="every day")
    for place, (level, is_kept) in enumerate([(2, True), (4, False), (3, True), (5, True)]):
        day = FRIDAY - timedelta(days=(1, 2, 8, 9)[place])
        at(day).checkins.keep(day, Answers(energy=level))
        given = Given(held, "kept") if is_kept else Given(held, "missed", "cue")
        at(day).marks.mark([given], day)


def test_kept_of_this_week_and_the_week_before(at):
    lived(at, "2026-11-01")
    lines = facts(week_of_review(at(FRIDAY), FRIDAY))
    assert "Energy ····▆▂· 3.0, the week before ····█▄· 4.0" in lines
    assert "Kept █████░░░░░ 1 of 2, the week before 2 of 2" in lines


def test_one_week_alone_is_compared_with_nothing(at):
    held = at("2026-11-18").commitments.make("Walk", rhythm="every day")
    at("2026-11-19").marks.mark([Given(held, "kept")], date(2026, 11, 19))
    assert not any("the week before" in each for each in facts(week_of_review(at(FRIDAY), FRIDAY)))
