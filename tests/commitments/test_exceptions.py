"""L15: an exception has a reason and an end, its end is told in app and shell, and three at once are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.core.errors import UsageError
from coach.pauses.over import Over
from coach.today.today import gather_held

DAY = date(2026, 11, 20)


def told(at, day=DAY):
    found = gather_held(at(day), day).waiting.get("exceptions")
    return f"{found.label}: {found.about}" if found else ""


def test_the_end_of_a_pause_is_told_the_day_after_with_its_reason(at):
    coach = at("2026-11-16")
    walk = coach.commitments.make("Walk", rhythm="every day")
    coach.commitments.pause(walk, date(2026, 11, 19), "the move")
    assert told(at, date(2026, 11, 19)) == ""
    assert told(at) == "An exception ended: Walk (the move): back to the rule, or another end?"
    assert told(at, DAY + timedelta(days=1)) == ""


def test_three_at_once_are_told(at):
    coach = at("2026-11-16")
    for name in ("Walk", "Read"):
        coach.commitments.pause(coach.commitments.make(name, rhythm="every day"), date(2026, 12, 10))
    assert told(at) == ""
    for number in range(5):
        coach.commitments.make(f"Number {number}", rhythm="every day")
    coach.commitments.make("A sixth", rhythm="every day", over=Over(date(2026, 12, 1), "the move"))
    assert told(at).startswith("3 exceptions at once: Walk, Read, more than 5.")
    assert [each.because for each in coach.commitments.exceptions()] == ["the move"]


def test_the_shell_tells_too(shell, monkeypatch):
    assert shell("commit", "Walk", "--every", "day").code == 0
    ref = shell("list", "commitments", "--json").json[0]["id"][-12:-6]
    assert shell("renegotiate", ref, "--pause", "2026-11-22", "--because", "the move").code == 0
    monkeypatch.setenv("COACH_NOW", "2026-11-23T09:00:00")
    assert "An exception ended: Walk (the move)" in shell("today").out
    assert shell("today", "--json").json["exceptions"] == "exceptions"


def test_one_more_without_a_reason_is_refused_in_service_and_shell(at, shell):
    coach = at(DAY)
    for number in range(5):
        coach.commitments.make(f"Number {number}", rhythm="every day")
    with pytest.raises(UsageError, match="has a reason"):
        coach.commitments.make("A sixth", rhythm="every day", over=Over(date(2026, 12, 1), " "))
    refused = shell("commit", "A sixth", "--every", "day", "--over-until", "2026-12-01")
    assert "--over-because TEXT" in refused.err
    kept = shell("commit", "A sixth", "--every", "day", "--over-until", "2026-12-01", "--over-because", "x y")
    assert kept.code == 0


def test_what_was_ended_or_taken_up_again_is_no_exception_any_more(at):
    coach = at("2026-11-16")
    held = [coach.commitments.make(f"Number {each}", rhythm="every day") for each in range(4)]
    for each in held[:3]:
        coach.commitments.pause(each, date(2026, 12, 10))
    assert told(at).startswith("3 exceptions")
    at(DAY).commitments.end(held[0], "dropped")
    assert told(at) == ""
    at(DAY).commitments.resume(held[1])
    assert told(at) == ""
