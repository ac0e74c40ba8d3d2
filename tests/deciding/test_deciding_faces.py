"""Deciding from the keyboard and from the shell: one decision from raised to reviewed, and what is refused."""

from __future__ import annotations

import re
from datetime import date

import pytest

from coach.core.errors import NO_DATA, NOT_FOUND
from coach.today.today import gather, gather_held
from screens.app import CoachApp
from screens.deciding.acts import take_up, triage_something
from screens.deciding.page import DecideScreen
from screens.deciding.rights import RightsScreen
from tests.screens.person import opened, place, press, read, row, screen_text, settled, type_in


def app_of(coach):
    return CoachApp(coach, gather(coach))


async def test_a_decision_from_raised_to_reviewed_in_two_sittings(at):
    coach = at("2026-11-20")
    coach.journal.write("Something")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "6", "a")
        for line in ("Which price first?", "yearly", "monthly", ""):
            await type_in(pilot, f"{line}\n")
        await press(pilot, "down", "down", "n", "n")
        await type_in(pilot, "the simple page\n\n12 of 100 pay\n+8w\n70\n\n\n")
        assert "Written down, 1 of 12 active: Which price first?" in " ".join(read(app).split())
        assert place(app) is DecideScreen
        await press(pilot, "enter")
        assert "Which one?" in read(app)
        await press(pilot, "1")
        assert "What new evidence would change it?" in read(app)
        await type_in(pilot, "two of five ask for monthly\n")
        await type_in(pilot, "It is compared with less")
        await press(pilot, "ctrl+s")
        await type_in(pilot, "Ana: too early\n")
        assert "Decided: yearly." in read(app)
        assert "70" not in read(app)  # how likely it is stays hidden
    [made] = coach.decisions.active()
    assert (made.decider, made.options, made.odds) == ("I", ("yearly", "monthly"), 70)
    assert (made.chosen, made.dissent, made.because) == (
        "yearly",
        "Ana: too early",
        "It is compared with less",
    )
    at("2027-01-14").journal.write("At the desk")
    later = at("2027-01-15")
    app = app_of(later)
    async with opened(app, (100, 40)) as pilot:
        await press(pilot, row("What came of it"), "enter")
        assert "Was it seen: 12 of 100 pay?" in read(app)
        assert "70" not in read(app)
        await press(pilot, "n", "4")
        assert "You thought it 70% likely" in read(app)
    assert later.decisions.active() == []


async def test_what_is_refused_stands_there_with_what_was_written(at):
    coach = at("2026-11-20")
    coach.journal.write("Something")
    app = app_of(coach)
    async with opened(app, (100, 34)) as pilot:
        await press(pilot, "6", "a")
        await type_in(pilot, "Which price first?\nyearly")
        await press(pilot, "ctrl+s")
        assert "at least two options" in read(app)
        await press(pilot, "escape", "a")
        assert "yearly" in read(app)
        assert coach.decisions.all() == []


async def test_rights_reverse_close_and_forecast_from_the_place(at):
    coach = at("2026-11-20")
    coach.commitments.make("Send the brief", rhythm="every friday")
    coach.decisions.log(text="Which price", options=("a", "b"), decider="I", reversal="x y", chosen="1")
    coach.decisions.log(text="Another one", options=("a", "b"), decider="I")
    app = app_of(coach)
    async with opened(app, (100, 34)) as pilot:
        await press(pilot, "6", row("Which price"), "v")
        await type_in(pilot, "Four of five asked\n")
        assert "Reversed, on new evidence" in read(app)
        await press(pilot, "home", row("Another one"), "x")
        assert coach.decisions.active() == []
        await press(pilot, "w", "1", "8")
        assert "Send the brief: 80% by Fri 27 Nov" in " ".join(read(app).split())
        await press(pilot, "r")
        assert place(app) is RightsScreen
        await press(pilot, "a")
        await type_in(pilot, "hiring\n\n\n\n\nJonas")
        await press(pilot, "ctrl+s")
        assert "hiring" in screen_text(app)
        await press(pilot, "l")
    [page] = coach.domains.all()
    assert (page.name, page.decides, page.looked) == ("hiring", "Jonas", date(2026, 11, 20))


async def test_a_commitment_is_triaged_and_split_with_a_key_each(at):
    coach = at("2026-11-20")
    move = coach.commitments.make("The move", rhythm="every friday")
    app = app_of(coach)
    async with opened(app, (100, 34)) as pilot:
        await press(pilot, "3", row("The move"), "enter", "y")
        assert "The move" in read(app)
        await press(pilot, "enter", "h", "l", "n", "ctrl+s")
        assert "Split in two" in read(app)
        await type_in(pilot, "Choose the city")
        await press(pilot, "escape")
        await press(pilot, "1", row("Begun, a decision"), "enter")
        assert "Choose the city" in read(app)
        await press(pilot, "enter")
        await type_in(pilot, "Pack a box\nThe city, by Friday")
        await press(pilot, "ctrl+s")
        assert "Two commitments" in read(app)
    [kept] = coach.triages.since(date(2026, 11, 20))
    assert (kept.of, len(kept.parts), kept.handoff) == (move.id, 2, "The city, by Friday")


def test_limits_set_before_are_looked_at_once_a_month(at):
    page = at("2026-10-01").domains.keep({"name": "support", "decides": "Jonas", "budget": "200"})
    at("2026-10-01").domains.keep({"name": "hiring", "decides": "I"})

    def waits(day):
        coach = at(day)
        return gather_held(coach, coach.today()).waiting["rights"]

    assert waits("2026-10-30") is None
    told = waits("2026-10-31")
    assert told
    assert told.about == "support"
    at("2026-11-02").domains.look(page)
    assert waits("2026-12-01") is None
    assert waits("2026-12-02")


def test_the_shell_goes_the_whole_way(shell, monkeypatch):
    assert shell("decide").code == NO_DATA
    assert "at least two options" in shell("decide", "Which", "--option", "a").err
    said = shell("decide", "Which price", "--option", "yearly", "--option", "monthly", "--decider", "I", "--cross",
                 "--outcome", "12 of 100", "--on", "2027-01-15", "--odds", "70", "--json").json  # fmt: skip
    ref = said["id"]
    assert "open, Sat 21 Nov" in shell("decide").out
    assert "Decide: 36 hours left: Which price" in shell("today").out
    assert "what new evidence" in shell("decided", ref, "--choose", "yearly").err
    assert shell("decided", ref, "--choose", "yearly", "--reversal", "two ask", "--dissent", "Ana").code == 0
    assert not re.search(r"\b70\b", shell("show", ref).out), "how likely it is stays hidden"
    assert "decided already" in shell("decided", ref, "--plain").err
    assert "new evidence only" in shell("decided", "reverse", ref, "--evidence", "mood").err
    monkeypatch.setenv("COACH_NOW", "2027-01-14T09:00")
    shell("add", "At the desk")
    monkeypatch.setenv("COACH_NOW", "2027-01-15T09:00")
    assert "What came of it: Which price" in shell("today").out
    assert "70% likely" in shell("decided", "outcome", ref, "yes", "--process", "4").err
    assert shell("forecast", "--json").json["n"] == 1
    assert shell("search", "monthly", "--json").json[0]["id"] == ref
    assert shell("decided", "outcome", "nothing", "yes").code == NOT_FOUND


def test_triage_and_rights_in_the_shell(shell):
    said = shell("triage", "the list", "--ambiguity", "high", "--coupling", "high", "--reversible", "no")
    assert "Lead it" in said.out
    assert shell("triage", "the list").code == 2
    split = ("--split", "--lead", "Choose", "--manage", "Pack", "--handoff", "The city, by Friday")
    scales = ("--ambiguity", "high", "--coupling", "low", "--reversible", "no")
    assert "Split it" in shell("triage", "the move", *scales, *split).out
    assert len(shell("list", "commitments", "--json").json) == 2
    assert "at least who decides" in shell("rights", "hiring", "--decides", "").err
    assert shell("rights", "hiring", "--decides", "Ana").code == 0
    assert "Ana" in shell("rights", "hir").out
    assert (
        shell("decide", "Jo?", "--option", "yes", "--option", "no", "--domain", "hiring", "--json").json[
            "decider"
        ]
        == "Ana"
    )


@pytest.mark.parametrize("typed", [("forecast", "x"), ("forecast", "x", "4"), ("forecast", "x", "soon")])
def test_a_forecast_takes_a_key_from_five_to_nine(shell, typed):
    said = shell(*typed)
    assert said.code == 2
    assert "5 to 9" in said.err


async def test_the_tally_is_a_key_on_the_place_and_a_word_in_the_shell(at, shell, monkeypatch):
    monkeypatch.setenv("COACH_NOW", "2026-11-20T09:00")
    coach = at("2026-11-20")
    coach.journal.write("Something")
    assert shell("tally").code == NO_DATA
    app = app_of(coach)
    async with opened(app, (100, 34)) as pilot:
        await press(pilot, "6", "m", "s")
        assert "Two weeks, to Thu 3 Dec" in " ".join(read(app).split())
        await press(pilot, "m", "m")
        assert "1 of 1 decisions needed you so far" in read(app)
    assert "1 of 2 decisions" in shell("tally", "other", "the refund").out
    assert shell("search", "refund", "--json").json[0]["text"] == "the refund"
    assert shell("tally", "--json").json == {"me": 1, "of": 2, "reading": "little", "over": False}


async def test_a_triage_that_was_left_stays_with_what_it_is_about(at):
    coach = at("2026-11-20")
    alpha, beta = (coach.commitments.make(name, rhythm="daily") for name in ("Alpha", "Beta"))
    app = app_of(coach)
    async with opened(app) as pilot:
        app.attempt(lambda: triage_something(app, alpha))
        await press(pilot, "down", "h", "h", "n", "escape")
        app.attempt(lambda: triage_something(app, beta))
        await settled(pilot)
        assert "high" not in [each.strip() for each in read(app).split("\n") if "▸" in each]
        await press(pilot, "escape")
    left = {each.name: each.fields["of"] for each in coach.drafts.left()}
    assert left[f"triage-{alpha.id}"] == alpha.id
    assert coach.triages.since(date(2026, 11, 20)) == []


async def test_escape_forecasts_nothing_and_something_else_asks_what(at):
    coach = at("2026-11-20")
    coach.journal.write("Something")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "6", "w", "escape")
        assert place(app) is DecideScreen
        await press(pilot, "w", "o")
        assert "What is to be done by Friday?" in read(app)
        await type_in(pilot, "the draft\n")
        await press(pilot, "8")
    assert [(each.text, each.odds) for each in coach.forecasts.all()] == [("the draft", 80)]


async def test_enter_reads_what_has_no_outcome_and_closes_nothing(at):
    coach = at("2026-11-20")
    made = coach.decisions.log(text="Which", options=("a", "b"), decider="I", reversal="two ask")
    coach.decisions.choose(made, "a")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "6", "enter")
        assert "decided: a" in read(app)
    assert coach.decisions.all()[0].is_active


async def test_a_change_in_the_app_clears_a_day_and_keeps_the_fifth_option(at):
    coach = at("2026-11-20")
    coach.decisions.log(text="Which", options=tuple("abcde"), decider="I", by=date(2026, 11, 25))
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "6", "e")
        await press(pilot, "down", "end", "backspace", "x")
        for _ in range(5):
            await press(pilot, "down")
        await press(pilot, "end", *("backspace",) * 12, "ctrl+s")
    (now,) = coach.decisions.all()
    assert (now.options, now.by) == (("x", "b", "c", "d", "e"), None)


async def test_a_draft_whose_decision_was_decided_meanwhile_shows_its_words(at):
    coach = at("2026-11-20")
    made = coach.decisions.log(text="Which", options=("a", "b"), decider="I", reversal="two ask")
    app = app_of(coach)
    async with opened(app) as pilot:
        await press(pilot, "6", "enter", "1")
        await type_in(pilot, "because of the weather")
        await press(pilot, "escape")
        coach.decisions.choose(made, "b")
        (draft,) = coach.drafts.left()
        app.attempt(lambda: take_up(app, draft))
        await settled(pilot)
        assert "because of the weather" in " ".join(read(app).split())
