"""What was learned comes back after one week, four and twelve, until it is no longer true."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.core.errors import NO_DATA
from coach.reflection.reflections import Answered
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.screens.person import opened, press, read, row, screen_text

DAY = date(2026, 3, 2)
RULE = "Whoever fixes does not write"


@pytest.fixture
def learned(at):
    """The rule of an after-action review."""
    coach = at(DAY)
    with coach.store.change("looked back") as change:
        return coach.reflections.put(change, "action", Answered({"rule": RULE, "happened": "x"}), (DAY, DAY))


def weeks(count, days=0):
    return DAY + timedelta(weeks=count, days=days)


@pytest.mark.usefixtures("learned")
@pytest.mark.parametrize(
    ("day", "is_due"),
    [
        (weeks(1, -1), False), (weeks(1), True), (weeks(1, 6), True), (weeks(1, 7), False),
        (weeks(4, -1), False), (weeks(4), True), (weeks(12), True), (weeks(12, 7), False), (weeks(30), False),
    ],
)  # fmt: skip
def test_it_waits_a_week_each_time(at, day, is_due):
    at(day - timedelta(days=1)).journal.write("Here")
    waits = gather_held(at(day), day).waiting["learned"]
    assert bool(waits) == is_due
    if waits:
        assert waits.about == RULE


def test_what_was_said_waits_for_the_next_time_and_what_is_over_never_returns(at, learned):
    coach = at(weeks(1))
    coach.learned.say(coach.learned.due(weeks(1)), "used")
    assert at(weeks(1, 1)).learned.due(weeks(1, 1)) is None
    later = at(weeks(4))
    lesson = later.learned.due(weeks(4))
    assert (lesson.of, lesson.used()) == (learned.id, 1)
    assert later.learned.next(lesson) == weeks(4)
    later.learned.say(lesson, "no")
    assert at(weeks(12)).learned.due(weeks(12)) is None
    later.store.undo()
    assert at(weeks(12)).learned.due(weeks(12))


def test_a_trial_and_an_experiment_teach_too_and_the_earliest_comes_first(at, learned):
    del learned
    coach = at(DAY)
    trial = coach.commitments.try_out("Walk", "energy", rhythm="every day")
    at(weeks(2)).commitments.end_trial(trial, "keep", "Energy was 4 in the trial.", "The dog")
    with coach.store.change("looked back") as change:
        month = Answered({"became": "It worked twice", "energised": "Walks"})
        coach.reflections.put(change, "monthly", month, (DAY, DAY))
    found = at(weeks(4)).learned.all()
    assert [each.text for each in found] == [
        "The dog\nEnergy was 4 in the trial.",
        "It worked twice",
        RULE,
    ]
    again = coach.commitments.try_out("Read", "energy", rhythm="every day")
    at(weeks(2)).commitments.end_trial(again, "again", "Energy was 4.")
    assert len(at(weeks(4)).learned.all()) == 3  # tried again, it is not over
    assert at(weeks(4)).learned.due(weeks(4)).text == RULE
    assert at(weeks(3)).learned.due(weeks(3)).text.startswith("The dog")


def test_the_shell_lists_and_answers_it(shell, at, learned, monkeypatch):
    at(DAY)
    monkeypatch.setenv("COACH_NOW", f"{weeks(1)}T09:00")
    assert RULE in shell("learned").out
    assert shell("learned", "--used").code == 0
    assert shell("learned", "--used").code == NO_DATA  # nothing comes back today any more
    assert "used 1 time" in shell("learned").out
    assert shell("learned", learned.id, "--no-longer").code == 0
    [told] = shell("learned", "--json").json
    assert (told["of"], told["over"], [each["holds"] for each in told["said"]]) == (
        learned.id, True, ["no"],
    )  # fmt: skip
    other = at(weeks(1)).journal.write("Nothing learned")
    said = shell("learned", other.id)
    assert said.code != 0
    assert "Traceback" not in said.err


@pytest.mark.usefixtures("learned")
async def test_one_key_on_today_and_the_page_of_all_of_it(at):
    coach = at(weeks(1))
    app = CoachApp(coach, gather(coach))
    async with opened(app, (100, 30)) as pilot:
        assert "You learned" in screen_text(app)
        await press(pilot, row("You learned"), "enter")
        assert "Is it still true?" in screen_text(app)
        await press(pilot, "u")
        assert "Noted, I used it" in screen_text(app)
        assert coach.learned.due(coach.today()) is None
        await press(pilot, "ctrl+p")
        await pilot.press(*"what i learned")
        await press(pilot, "enter")
        assert RULE in read(app)
        assert "I used it" in read(app)
        await press(pilot, "x", "n")
    assert [each.holds for each in coach.learned.all()[0].said] == ["no"]  # the last word of a day
