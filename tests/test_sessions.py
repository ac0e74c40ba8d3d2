"""A guided session is one, whoever walks it: begun on the screen it goes on in plain lines, and the other way round."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from coach.answers import laid_over
from coach.app import build
from coach.checkin.checkins import Answers
from coach.commitments.gate_session import GateSession
from coach.commitments.overview import commitments_on
from coach.core.days import Clock
from coach.core.errors import CoachError, UsageError
from coach.drafts import Drafts
from coach.fields import Field, after, checked
from coach.reflection.look_back_session import SHORT, LookBackSession
from coach.session import texts
from coach.today.today import gather
from screens.app import CoachApp
from tests.helpers import NOW, ZONE, stopped_after
from tests.screens.person import opened, press, read, screen_text, type_in

if TYPE_CHECKING:
    from coach.app import Coach

WALKED = [
    pytest.param(("reflect", "weekly"), ("4", "w", "enter", "enter"), "It was late", id="weekly"),
    pytest.param(("reflect", "monthly"), ("4", "m"), "Mornings", id="monthly"),
    pytest.param(("reflect", "quarterly"), ("4", "t"), "The importer", id="quarterly"),
]


@pytest.fixture
def november(paths, monkeypatch) -> Coach:
    """A day of November, with something said of it."""
    monkeypatch.setenv("COACH_NOW", NOW)
    coach = build(paths, Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE)))
    coach.checkins.keep(date(2026, 11, 18), Answers(energy=4, gave="running"))
    return coach


@pytest.mark.parametrize(("command", "keys", "answer"), WALKED)
async def test_what_was_left_in_plain_lines_stands_on_the_page(
    november, shell, monkeypatch, command, keys, answer
):
    with monkeypatch.context() as patch:
        stopped_after(patch, answer)
        said = shell(*command)
    assert f"`coach {' '.join(command)}` takes them up" in said.err
    async with opened(CoachApp(november, gather(november)), (100, 30)) as pilot:
        await press(pilot, *keys[:2], "pageup")  # it opens at the first question that is not answered
        assert answer in screen_text(pilot.app)


@pytest.mark.parametrize(("command", "keys", "answer"), WALKED)
async def test_what_was_left_on_the_page_is_offered_in_plain_lines(
    november, shell, paths, command, keys, answer
):
    async with opened(CoachApp(november, gather(november)), (100, 30)) as pilot:
        await press(pilot, *keys)
        await type_in(pilot, answer)
        await press(pilot, "escape")
    assert Drafts(paths.drafts).left()
    assert f"(now: {answer})" in shell(*command, stdin=b"\n").err


def test_a_trial_is_made_of_what_is_said_now_and_never_of_what_was_only_remembered(november, shell):
    lines = ["Mornings", "", "", "Mail", "", "The talk", "", "", "", "Listening", "", "Ask first", "", "", ""]
    shell("reflect", "monthly", stdin="\n".join(lines).encode() + b"\n")
    assert november.commitments.all() == []
    shell("reflect", "monthly", stdin="\n".join([""] * 9 + ["every weekday"]).encode() + b"\n")
    assert [each.rhythm for each in november.commitments.all()] == ["every weekday"]


def test_an_experiment_that_was_remembered_with_its_rhythm_stays_one(november, shell):
    session = LookBackSession(november, "monthly", november.today())
    session.keep({"energised": "Mornings", "experiment": "Ask first", "rhythm": "every weekday"}, "app")
    shell("reflect", "monthly", "--answer", "drained=Mail")
    assert november.commitments.all() == []


def test_a_draft_of_a_long_month_loses_nothing_in_a_short_one(november):
    session = LookBackSession(november, "monthly", november.today())
    left = {"shown": "mine", SHORT: "yes"}
    said, both = laid_over(left, {}, {"shown": "theirs"}, texts(session, left))
    assert (said["shown"], both) == ("theirs\n\nmine", ["shown"])


def test_records_lie_beside_a_look_back_that_is_taken_up(november, shell, monkeypatch):
    with monkeypatch.context() as patch:
        stopped_after(patch, "Mornings")
        shell("reflect", "monthly")
    assert "  · " in shell("reflect", "monthly", stdin=b"\n").err


def test_the_keys_of_each_choice_are_told_where_they_change(shell):
    said = shell("diagnose", "The price", stdin=b"y\nu\ny\ny\n").err.splitlines()
    keys = [line.split()[0] + line.split(",")[-1] for line in said if line.startswith(("  y ", "  n "))]
    assert len(keys) == len({*keys}) + 1  # the first keys come back after others


def test_what_is_not_asked_for_is_not_refused():
    def refuse(typed: str) -> None:
        raise UsageError(typed)

    field = Field("rhythm", check=refuse, wanted=after("experiment"))
    checked([field], {"rhythm": "blurb", "experiment": ""})
    with pytest.raises(UsageError):
        checked([field], {"rhythm": "blurb", "experiment": "Ask first"})


def test_a_gate_that_was_refused_is_passed_in_another_way(november):
    walk = november.commitments.make("Walk", rhythm="every day", gate=date(2026, 12, 5))
    (each,) = commitments_on(november, november.today(), only={walk.id})
    session = GateSession(november, each)
    said = dict.fromkeys(("solves", "unintended", "different", "again"), "yes")
    session.parts = {"rhythm": "3 times a week"}
    with pytest.raises(CoachError):
        session.keep(said | {"result": "renew"}, "app")
    session.parts = {}
    assert session.keep(said | {"result": "renew"}, "app").told == "Renewed."


async def test_a_page_says_what_is_short_of_a_gate(november):
    november.commitments.make("Walk", rhythm="every day", gate=date(2026, 12, 5))
    async with opened(CoachApp(november, gather(november)), (100, 30)) as pilot:
        await press(pilot, "3", "g", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "r")
        assert "four questions" in read(pilot.app)
