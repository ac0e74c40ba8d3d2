"""L2: three scores a week, given before last week's are shown; above 9, below 6, between; crossing is told."""

from __future__ import annotations

from datetime import date

import pytest

from coach.core.errors import UsageError
from coach.deciding.records import BUCKETS
from coach.deciding.uncertainty import reading
from coach.reflection.weekly_session import WeeklySession

TITLE = "How uncertain it is"
FRIDAY, BEFORE = date(2026, 11, 20), date(2026, 11, 13)


def scored(market, technical, organisational):
    return {"market": market, "technical": technical, "organisational": organisational}


def lines(session, place, said=None):
    """The fields of what is scored there."""
    steps = [
        each for each in session.steps(said or {}) if each.title == TITLE and len(each.fields) == len(BUCKETS)
    ]
    return [each.name for each in steps[place].fields]


def answers(session, *scores, said=None):
    """All three of the first."""
    return dict(zip(lines(session, 0, said), map(str, scores), strict=True))


def told(session, said):
    """What stands beside the step that shows what it adds up to; nothing while it is not there."""
    return [line for step in session.steps(said) if step.name == "unsure-shown" for line in step.evidence]


@pytest.mark.parametrize(
    ("total", "asks"), [(0, "manage"), (5, "manage"), (6, "mixed"), (9, "mixed"), (10, "lead"), (15, "lead")]
)
def test_above_nine_is_led_below_six_managed(total, asks):
    assert reading(total) == asks


def test_last_week_is_shown_only_after_all_three_were_scored(coach):
    held = coach.commitments.make("Launch the beta", rhythm="daily")
    coach.uncertainty.score(held.text, scored(3, 2, 3), held.id, BEFORE)
    session = WeeklySession(coach, FRIDAY)
    half = dict(list(answers(session, 4, 4, 3).items())[:2])
    assert told(session, half) == []
    assert "8 on" not in " ".join(line for step in session.steps(half) for line in step.evidence)
    line, asks = told(session, answers(session, 4, 4, 3))
    assert line.startswith(
        "Launch the beta: 11 of 15 (who it is for 4, how it is made 4, who has to go along 3), 8"
    )
    assert asks.startswith(
        "That has changed sides: it was for both, now it is for leading. Above 9: lead it."
    )


def test_what_stays_on_its_side_crosses_nothing(coach):
    coach.uncertainty.score("The new office", scored(2, 2, 2), last=BEFORE)
    session = WeeklySession(coach, FRIDAY)
    _, asks = told(session, answers(session, 3, 3, 3))
    assert asks.startswith("6 to 9: both.")


def test_something_else_in_words_is_scored_and_asked_again_and_one_more_has_room(coach):
    session = WeeklySession(coach, FRIDAY)
    said = {"unsure_other": " The  new office "}
    said |= answers(session, 1, 1, 1, said=said)
    assert told(session, said)[0].startswith("The new office: 3 of 15")
    session.keep(said | {"truth": "Two of three went out on time."}, "app")
    (kept,) = coach.uncertainty.since(FRIDAY)
    assert (kept.text, kept.total, kept.of, kept.last) == ("The new office", 3, None, FRIDAY)
    again = WeeklySession(coach, FRIDAY)
    assert again.was[lines(again, 0)[0]] == "1", "held again, it stands as it was scored"
    again.keep(again.was | answers(again, 5, 1, 1), "app")
    assert [each.total for each in coach.uncertainty.since(FRIDAY)] == [7], "one a week"
    coach.store.undo()
    assert [each.total for each in coach.uncertainty.since(FRIDAY)] == [3]


def test_three_are_scored_at_most_and_ended_commitments_are_not_asked(coach):
    ended = coach.commitments.make("An old thing", rhythm="daily")
    for text in ("One", "Two"):
        coach.uncertainty.score(text, scored(1, 1, 1), last=BEFORE)
    coach.uncertainty.score(ended.text, scored(1, 1, 1), ended.id, BEFORE)
    assert asked(coach) == ["One", "Two", "An old thing"]
    coach.commitments.end(ended, "dropped", "it was never mine")
    assert asked(coach) == ["", "One", "Two"], "there is room for one more"


def test_a_draft_stays_about_what_it_was_written_for(coach):
    said = {"unsure_other": "The new office"}
    said |= answers(WeeklySession(coach, FRIDAY), 1, 1, 1, said=said)
    coach.uncertainty.score("Something first", scored(5, 5, 5), last=BEFORE)
    session = WeeklySession(coach, FRIDAY)
    assert [line[:17] for line in told(session, said) if " of 15" in line] == ["The new office: 3"]


def asked(coach):
    """The names of what is scored; nothing for the one that is still to be chosen."""
    steps = [each for each in WeeklySession(coach, FRIDAY).steps({}) if each.title == TITLE]
    return [
        each.question.removesuffix(": how well is it known?") if len(each.fields) > 2 else ""
        for each in steps
    ]


@pytest.mark.parametrize("wrong", [{}, scored(6, 0, 0), scored(-1, 0, 0)])
def test_scores_out_of_range_are_refused(coach, wrong):
    with pytest.raises(UsageError, match="three numbers from 0 to 5"):
        coach.uncertainty.score("x", wrong)


def test_the_shell_scores_and_shows(shell, coach):
    held = coach.commitments.make("Launch the beta", rhythm="daily")
    assert "Launch the beta: 10 of 15" in shell("uncertainty", held.id, "4", "3", "3").err
    shell("uncertainty", "the", "new", "office", "1", "1", "1")
    said = shell("uncertainty").out
    assert "the new office: 3 of 15" in said
    assert "Above 9: lead it." in said
    wrong = shell("uncertainty", "the", "new", "office", "1", "1")
    assert (wrong.code, "three numbers from 0 to 5" in wrong.err) == (2, True)


def test_nobody_is_asked_who_never_scored_anything(coach):
    coach.commitments.make("Launch the beta", rhythm="daily")
    names = [each.name for each in WeeklySession(coach, FRIDAY).steps({})]
    assert names == ["facts", "commitments", "truth", "plans", "moments"]
