"""Trials: what they are to move, their card, and what becomes of them; from a problem to its solution through the app."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.assessment.in_context import try_correction
from coach.assessment.instrument import signs
from coach.checkin.checkins import Answers
from coach.commitments.agreement import QUESTIONS
from coach.commitments.due import trials_over
from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on, life_of
from coach.commitments.trial import is_trial, is_with
from coach.commitments.trial_card import card
from coach.commitments.trial_facts import trial_facts
from coach.commitments.trial_session import TrialSession
from coach.core.errors import UsageError
from coach.reflection.reviews import Said
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from tests.assessment.conftest import given
from tests.screens.person import opened, press, read, row, screen_text, type_in

FIRST = date(2026, 11, 2)


def days(first, count):
    return [first + timedelta(days=each) for each in range(count)]


def lived(coach, commitment, first, results, energy):
    """A mark and a check-in a day."""
    for day, result in zip(days(first, len(results)), results, strict=True):
        coach.marks.mark([Given(commitment, "kept" if result == "k" else "missed")], day)
        coach.checkins.keep(day, Answers(energy=energy))


@pytest.fixture
def tried(at):
    """Two of fourteen before, all of fourteen in the trial."""
    coach = at(FIRST)
    six = coach.commitments.make("Leave at six", rhythm="every day")
    lived(at("2026-11-15"), six, FIRST, "kmmmmmmkmmmmmm", 2)
    trial = at("2026-11-16").commitments.try_out(
        "Coat on at ten to six", f"kept {six.id}", rhythm="every day"
    )
    lived(at("2026-11-29"), six, date(2026, 11, 16), "k" * 14, 4)
    return six, trial


def test_the_card_shows_before_and_during_with_what_chance_would_do(at, tried):
    _, trial = tried
    shown = card(at("2026-11-30"), trial, date(2026, 11, 30))
    assert (shown.before.kept, shown.before.of) == (2, 14)
    assert (shown.during.kept, shown.during.of) == (14, 14)
    assert (shown.before.energy, shown.during.energy) == (2, 4)
    assert shown.is_over
    assert shown.chance is not None
    assert shown.chance < 0.001
    assert "kept 2 of 14 times before, 14 of 14 in the trial" in shown.says


def test_a_trial_that_is_over_waits_on_today_until_something_became_of_it(at, tried):
    _, trial = tried
    assert not trials_over(at("2026-11-29"), date(2026, 11, 29))
    coach = at("2026-11-30")
    held = gather_held(coach, date(2026, 11, 30))
    waits = held.waiting["trial"]
    assert waits
    assert waits.of.id == trial.id
    assert not [each for each in held.gates if each.commitment.id == trial.id]
    shown = card(coach, trial, date(2026, 11, 30)).says
    kept = coach.commitments.end_trial(trial, "keep", shown, "The coat on the chair")
    assert not is_trial(kept)
    assert kept.gate == date(2026, 11, 30) + timedelta(weeks=12)
    assert gather_held(coach, date(2026, 11, 30)).waiting["trial"] is None
    (told,) = trial_facts(coach, FIRST, date(2026, 11, 30))
    assert "14 of 14 in the trial" in told.text
    (each,) = commitments_on(coach, date(2026, 11, 30), only={trial.id})
    assert any("14 of 14 in the trial" in line for line in life_of(coach, each))


@pytest.mark.parametrize(("result", "state"), [("drop", "ended"), ("again", "held"), ("coin", "held")])
def test_it_is_dropped_or_tried_again(at, tried, result, state):
    _, trial = tried
    coach = at("2026-12-01")
    now = coach.commitments.end_trial(trial, result, "It showed something")
    (each,) = commitments_on(coach, date(2026, 12, 1), only={trial.id})
    assert each.state == state
    assert now.coin == (result == "coin")
    if state == "held":
        assert now.gate == date(2026, 12, 14)


def test_at_most_two_run_at_once(at):
    coach = at(FIRST)
    for name in ("One", "Two"):
        coach.commitments.try_out(name, "energy", rhythm="every day")
    with pytest.raises(UsageError, match="Two trials run already"):
        coach.commitments.try_out("Three", "energy", rhythm="every day")
    assert coach.commitments.make("An ordinary one", rhythm="every day")


def test_a_coin_takes_one_of_every_two_days_and_asks_only_on_those(at):
    trial = at(FIRST).commitments.try_out("No phone in bed", "energy", rhythm="every day", coin=True)
    taken = [is_with(trial, day) for day in days(FIRST, 14)]
    assert all(first != second for first, second in zip(taken[::2], taken[1::2], strict=True))
    for day, is_on in zip(days(FIRST, 14), taken, strict=True):
        (each,) = commitments_on(at(day), day)
        assert each.is_due == is_on
    for day, is_on in zip(days(FIRST, 14), taken, strict=True):
        at(day).checkins.keep(day, Answers(energy=5 if is_on else 2))
    shown = card(at("2026-11-16"), trial, date(2026, 11, 16))
    assert tuple(shown.by_coin or ()) == (5, 2, 7, 7)
    assert shown.chance is not None
    assert shown.chance < 0.05


def test_tried_again_it_is_held_against_the_days_before_the_first_time(at):
    for day in days(date(2026, 10, 19), 14):
        at(FIRST).checkins.keep(day, Answers(energy=2))
    trial = at(FIRST).commitments.try_out("Walk", "energy")
    for day in days(FIRST, 28):
        at(day).checkins.keep(day, Answers(energy=4))
    again = at("2026-11-16").commitments.end_trial(trial, "again", "so far")
    shown = card(at("2026-11-30"), again, date(2026, 11, 30))
    assert (shown.before.energy, shown.during.energy) == (2, 4)
    assert "energy was 2.0 before (14 days), 4.0 in the trial (14 days)" in shown.says


def test_a_number_of_the_frame_is_read_off_the_reviews(at):
    at("2026-10-20").frames.change({"direction": "Boring", "outcome": "shipped"})
    for day, value in (("2026-10-23", 2), ("2026-10-30", 3), ("2026-11-06", 6), ("2026-11-13", 7)):
        at(day).reviews.keep(Said({"truth": "x"}, (), None, value))
    trial = at(FIRST).commitments.try_out("Slice it", "outcome")
    shown = card(at("2026-11-16"), trial, date(2026, 11, 16))
    assert "was 2.5 before (2 weeks), 6.5 in the trial (2)" in shown.says


def test_an_own_question_is_asked_at_the_end_and_its_answer_stays(at):
    trial = at(FIRST).commitments.try_out("Leave at six", "? was the evening mine?")
    session = TrialSession(at("2026-11-16"), trial)
    assert [each.name for each in session.steps({})] == ["own", "possible", "result"]
    session.keep({"own": "yes", "result": "keep"}, "app")
    (told,) = trial_facts(at("2026-11-16"), FIRST, date(2026, 11, 16))
    assert told.text.endswith("was the evening mine?: yes")


def test_unusual_days_count_for_nothing(at):
    trial = at(FIRST).commitments.try_out("Walk", "energy")
    for day in days(FIRST, 14):
        at(day).marks.mark([Given(trial, "missed", "unusual")], day)
    shown = card(at("2026-11-16"), trial, date(2026, 11, 16))
    assert shown.during.of == 0


def test_a_paused_trial_is_over_later_everywhere(at):
    trial = at(FIRST).commitments.try_out("Walk", "energy")
    at("2026-11-05").commitments.pause(trial, date(2026, 11, 11))
    coach = at("2026-11-17")
    assert not trials_over(coach, date(2026, 11, 17))
    assert not card(coach, trial, date(2026, 11, 17)).is_over


def test_again_is_a_third_too(at):
    first = at(FIRST).commitments.try_out("One", "energy")
    later = at("2026-11-17")
    for name in ("Two", "Three"):
        later.commitments.try_out(name, "energy")
    with pytest.raises(UsageError, match="Two trials run already"):
        later.commitments.end_trial(first, "again", "x")
    assert later.commitments.end_trial(first, "keep", "x")


def test_through_the_gate_of_a_window_it_is_a_trial_no_more(at):
    coach = at(FIRST)
    trial = coach.commitments.try_out("Walk", "energy")
    with coach.store.change("a window") as change:
        kept = coach.commitments.put_gate(change, trial, "renew", dict.fromkeys(QUESTIONS, "yes"))
    assert not is_trial(kept)


def test_so_many_times_a_week_has_no_coin(at):
    with pytest.raises(UsageError, match="one of every two days"):
        at(FIRST).commitments.try_out("Walk", "energy", rhythm="3 times a week", coin=True)


def test_the_shell_shows_its_card_and_takes_its_own_words(shell, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-02T09:00")
    made = shell("commit", "Leave at six", "--trial", "--json").json
    assert (made["rhythm"], made["moves"], made["gate"]) == ("every day", "energy", "2026-11-15")
    monkeypatch.setenv("COACH_NOW", "2026-11-16T09:00")
    ref = made["id"][-12:-6]
    assert "Too little" in shell("gate", ref).out
    assert shell("gate", ref, "renew").code != 0
    assert "Kept as a commitment" in shell("gate", ref, "keep").err
    assert shell("gate", ref, "keep").code != 0


def test_little_says_little(at):
    trial = at(FIRST).commitments.try_out("Walk", "energy", rhythm="every day")
    shown = card(at("2026-11-20"), trial, date(2026, 11, 20))
    assert shown.chance is None
    assert "Too little" in shown.says


async def test_from_a_problem_that_was_noticed_to_a_trial_and_what_it_showed(at):
    """All of it with the keyboard, in four sittings."""
    six = at(FIRST).commitments.make("Leave at six", rhythm="every day")
    at(FIRST).seasons.open("execution")
    for day in days(FIRST, 14):
        kept = day.day in {2, 9}
        given = Given(six, "kept") if kept else Given(six, "missed", "cue")
        at("2026-11-15").marks.mark([given], day)
        at("2026-11-15").checkins.keep(day, Answers(energy=2))
    coach = at("2026-11-16")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        assert "“Leave at six” was not kept 12 times" in read(app)
        await press(pilot, row("Leave at six” was not kept"), "t")
        assert "A trial of two weeks" in screen_text(app)
        await type_in(pilot, "Coat on at ten to six")
        await press(pilot, "enter")
        await type_in(pilot, "every day")
        await press(pilot, "ctrl+s")
    (trial,) = [each for each in at("2026-11-16").commitments.all() if is_trial(each)]
    assert (trial.text, trial.moves, trial.gate) == (
        "Coat on at ten to six",
        f"kept {six.id}",
        date(2026, 11, 29),
    )
    lived(at("2026-11-29"), six, date(2026, 11, 16), "k" * 14, 4)
    coach = at("2026-11-30")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 44)) as pilot:
        assert "Trial over" in screen_text(app)
        await press(pilot, "5")
        assert "2 of 14" in read(app)
        assert "14 of 14" in read(app)
        await press(pilot, row("Coat on at ten to six"), "enter")
        assert "What made this possible" in read(app)
        await type_in(pilot, "The coat on the chair")
        await press(pilot, "ctrl+s", "k")
    kept = next(each for each in at("2026-11-30").commitments.all() if each.id == trial.id)
    assert not is_trial(kept)
    assert kept.ended is None


async def test_the_sign_a_trial_was_for_is_asked_once_more_at_its_end(at):
    coach = at(FIRST)
    coach.journal.write("Something")
    then = coach.assessments.keep(given("400000000000"))
    own = signs()[0]
    [correction, *_] = own.corrections
    trial = try_correction(coach, then, correction)
    at("2026-11-15").journal.write("Something more")
    coach = at("2026-11-16")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 44)) as pilot:
        await press(pilot, row("Trial over"), "enter")
        assert own.text("team") in " ".join(read(app).split())
        await press(pilot, "1", "ctrl+s", "d")
    [_, now] = coach.assessments.all()
    assert (now.name, dict(now.answers)) == ("flagged", {"OM1": 1})
    [told] = trial_facts(coach, FIRST, date(2026, 11, 16))
    assert told.text.endswith("Every decision comes back to you: 7 times or more before, once in the trial.")
    coach.store.undo()
    assert [each.id for each in coach.assessments.all()] == [then.id]
    assert next(each for each in coach.commitments.all() if each.id == trial.id).ended is None


async def test_beside_the_sign_one_nobody_tried_anything_for_is_asked(at):
    coach = at(FIRST)
    coach.journal.write("Something")
    then = coach.assessments.keep(given("430000000000"))
    own, other = signs()[:2]
    [correction, *_] = own.corrections
    try_correction(coach, then, correction)
    at("2026-11-15").journal.write("Something more")
    coach = at("2026-11-16")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 44)) as pilot:
        await press(pilot, row("Trial over"), "enter", "1")
        assert other.text("team") in " ".join(read(app).split())
        await press(pilot, "3", "ctrl+s", "d")
    [_, now] = coach.assessments.all()
    assert dict(now.answers) == {"OM1": 1, "OM2": 2}
    [told] = trial_facts(coach, FIRST, date(2026, 11, 16))
    assert "Beside it, with nothing tried:" in told.text


def test_a_sign_that_has_a_trial_of_its_own_is_not_the_one_beside(at):
    coach = at(FIRST)
    then = coach.assessments.keep(given("440000000000"))
    for own in signs()[:2]:
        try_correction(coach, then, own.corrections[0])
    asked = at("2026-11-16").asked_again.of("OM1", then.id)
    assert asked
    assert asked.beside is None
