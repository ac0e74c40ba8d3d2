"""S6: what a gate takes, and what goes through it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.commitments.agreement import QUESTIONS, ExpansionError, UnansweredError
from coach.commitments.gate_session import GateSession
from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on
from coach.core.errors import UsageError

DAY = date(2026, 11, 20)
ALL = {"again": "yes", "solves": "it does", "unintended": "nothing", "different": "no"}


@pytest.fixture
def walk(at):
    """A commitment before its gate."""
    return at("2026-09-01").commitments.make("Walk before mail", rhythm="every day", gate=DAY)


def marked(at, walk, kept, of):
    for back in range(of):
        day = DAY - timedelta(days=back + 1)
        at(day).marks.mark([Given(walk, "kept" if back < kept else "missed")], day)


def test_whether_one_would_start_it_today_is_asked_first():
    assert QUESTIONS[0] == "again"


def test_a_clear_yes_is_enough_for_what_goes_well(at, walk):
    marked(at, walk, 8, 9)
    renewed = at(DAY).commitments.pass_gate(walk, "renew", {"again": "yes"})
    assert renewed.agreed == DAY


@pytest.mark.parametrize(("kept", "of", "again"), [(6, 9, "yes"), (7, 7, "yes"), (9, 9, "well, perhaps")])
def test_else_all_four_are_answered(at, walk, kept, of, again):
    marked(at, walk, kept, of)
    with pytest.raises(UnansweredError):
        at(DAY).commitments.pass_gate(walk, "renew", {"again": again})


@pytest.mark.parametrize("result", ["renew", "expand"])
def test_what_one_would_not_start_today_does_not_go_on_as_it_is(at, walk, result):
    with pytest.raises(UsageError, match="would not start this today"):
        at(DAY).commitments.pass_gate(walk, result, ALL | {"again": "no"}, rhythm="twice a day")
    assert at(DAY).commitments.pass_gate(walk, "change", ALL | {"again": "no"}, rhythm="once a week")


def test_more_in_words_alone_goes_through_the_gate(at, walk):
    found = at("2026-10-01").commitments
    with pytest.raises(ExpansionError, match="wider"):
        found.renegotiate(walk, text="Walk before mail with the whole department")
    assert found.renegotiate(walk, text="Walk to work before mail").text == "Walk to work before mail"


def test_another_unit_is_no_way_to_a_larger_amount(at):
    found = at("2026-10-01").commitments
    read = found.make("Read", rhythm="every day", amount="2 pages")
    read = found.renegotiate(read, amount="1 chapter")
    with pytest.raises(ExpansionError, match="larger"):
        found.renegotiate(read, amount="50 pages")
    assert found.renegotiate(read, amount="1 page").amount == "1 page"


def test_the_problem_is_asked_at_the_gate_where_nobody_said_it(at, walk):
    coach = at(DAY)
    session = GateSession(coach, commitments_on(coach, DAY)[0])
    assert "problem" in [each.name for each in session.steps({})[0].fields]
    session.keep({**ALL, "problem": "mail eats the morning", "result": "renew"}, "app")
    kept = coach.commitments.all()[0]
    assert (kept.problem, kept.agreed) == ("mail eats the morning", DAY)
    assert "problem" not in [
        each.name for each in GateSession(coach, commitments_on(coach, DAY)[0]).steps({})[0].fields
    ]


def test_the_shell_shows_the_record_beside_the_questions(shell):
    assert shell("commit", "Walk", "--every", "day", "--problem", "mail eats the morning").code == 0
    ref = shell("list", "commitments", "--json").json[0]["id"][-12:-6]
    assert "mail eats the morning" in shell("gate", ref).out
    assert "mail eats the morning" in " ".join(shell("gate", ref, "--json").json["record"])


@pytest.mark.parametrize("said", ["No.", "no, not at all", "No - it is over"])
def test_a_no_in_more_words_is_a_no(at, walk, said):
    with pytest.raises(UsageError, match="would not start this today"):
        at(DAY).commitments.pass_gate(walk, "renew", ALL | {"again": said})


@pytest.mark.parametrize("said", ["nobody else does it", "not sure"])
def test_a_word_that_begins_like_no_is_none(at, walk, said):
    assert at(DAY).commitments.pass_gate(walk, "renew", ALL | {"again": said})


def test_hours_are_no_way_to_more_minutes(at):
    found = at("2026-10-01").commitments
    read = found.make("Read", rhythm="every day", amount="30 min")
    with pytest.raises(ExpansionError, match="larger"):
        found.renegotiate(read, amount="1 h")
    assert found.renegotiate(read, amount="0.5 h").amount == "0.5 h"
