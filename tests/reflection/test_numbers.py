"""L10: `coach number` keeps a number of the frame or of a commitment, and the week knows it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.core.errors import USAGE
from coach.reflection.reviews import Said
from coach.reflection.weekly_session import WeeklySession

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def framed(shell):
    shell(
        "frame",
        "--direction",
        "Boring",
        "--giving-up",
        "talks",
        "--outcome",
        "people",
        "--flow",
        "merged a week",
    )
    return shell


def series(at, day=FRIDAY):
    return at(day).reviews.numbers("flow", day - timedelta(weeks=8), day)


def test_the_number_of_a_day_is_kept_and_said_back(framed):
    assert framed("number", "flow", "4").err == "merged a week: 4, Fri 20 Nov.\n"
    assert framed("list", "readings", "--json").json[0]["value"] == 4


def test_said_again_on_its_day_it_is_another_one_and_undo_brings_the_first_back(framed):
    framed("number", "flow", "4")
    framed("number", "flow", "5,5")
    (kept,) = framed("list", "readings", "--json").json
    assert kept["value"] == 5.5
    framed("undo")
    assert framed("list", "readings", "--json").json[0]["value"] == 4


def test_a_week_takes_the_last_of_its_days_and_its_reflection_wins(framed, at):
    for day, value in (("-9d", "3"), ("-8d", "4"), ("-1d", "6")):
        framed("number", "flow", value, "--on", day)
    assert series(at) == [4, 6]
    at(FRIDAY).reviews.keep(Said.read({"truth": "late", "flow": "9"}))
    assert series(at) == [4, 9]


def test_the_weekly_reflection_begins_with_what_was_read_off(framed, at):
    framed("number", "flow", "6", "--on", "-1d")
    assert WeeklySession(at(FRIDAY), FRIDAY).was["flow"] == "6"
    assert at(FRIDAY).reviews.of(FRIDAY) is None, "nothing was reflected on yet"


def test_of_a_commitment_it_is_a_mark_of_the_day(framed, coach):
    framed("commit", "Read", "--every", "day", "--amount", "30 min")
    (kept,) = coach.commitments.all()
    assert framed("number", kept.id[-12:-6], "20").code == 0
    assert framed("list", "marks", "--json").json[0]["amount"] == 20


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("flow", "many"), "is not a number"),
        (("flow", " "), "is not a number"),
        (("flow", "3", "--on", "tomorrow"), "not before"),
        (("nothing", "3"), "no commitment"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(framed, typed, said):
    refused = framed("number", *typed)
    assert refused.code != 0
    assert said in refused.err
    assert framed("list", "readings", "--json").json == []


def test_alone_it_says_what_is_counted_and_what_was_read_off_last(framed):
    framed("number", "flow", "4", "--on", "-2d")
    assert framed("number").out.splitlines() == [
        f"{'flow':<9}{'merged a week':<40}4, Wed 18 Nov", "outcome  people",
    ]  # fmt: skip
    assert framed("number", "--json").json[1] == {"name": "outcome", "counts": "people", "last": None}


def test_a_number_the_frame_does_not_have_is_refused(shell):
    shell("frame", "--direction", "Boring", "--giving-up", "talks", "--outcome", "people")
    refused = shell("number", "flow", "3")
    assert (refused.code, "coach frame --flow" in refused.err) == (USAGE, True)
