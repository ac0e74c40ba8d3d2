"""L9, L14, L17 and the window: what those who look back are shown of decisions, by hand."""

from __future__ import annotations

from datetime import date

from coach.deciding.evidence import decision_evidence
from coach.deciding.numbers import deciding_lines
from coach.reflection.reflections import Answered
from coach.reflection.reviews import Said
from coach.reflection.vitality import vitality
from coach.reflection.weekly_session import WeeklySession
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, read, row, screen_text, type_in

FIRST, DAY = date(2026, 8, 22), date(2026, 11, 20)


def decide(coach, text, **more):
    parts = {"options": ("a", "b"), "decider": "I", "reversal": "two ask"} | more
    return coach.decisions.choose(coach.decisions.log(text=text, **parts), "a")


def of(facts, name):
    return next((each.text for each in facts if each.name == f"scorecard_{name}"), None)


def test_two_scorecards_from_the_records_and_no_sum(at):
    coach = at(DAY)
    page = coach.domains.keep({"name": "prices", "decides": "I", "agrees": "Ana"})
    decide(coach, "One", gives_up="the talks", domain=page.id)
    decide(coach, "Two")
    coach.handovers.hand("refunds", "Jonas", "200")
    at("2026-11-13").reviews.keep(Said({"tradeoff": "This, not that."}))
    said = at("2026-11-10").forecasts.say("The draft", 8)
    coach.forecasts.resolve(said, "yes")
    facts = coach.decisions.scorecards(FIRST, DAY)
    assert of(facts, "tradeoffs") == "Leading: what is given up is said in 1 of 2 decisions, 1 of 1 week"
    said = of(facts, "agreed")
    assert said
    assert (
        "of 2 decisions, 1 have a page that says who agrees; work was split or handed over in writing 1 time"
        in said
    )
    assert (
        of(facts, "forecasts")
        == "Managing: 1 of 1 forecasts came true, 0.8 were to be expected by what you said"
    )
    assert [each.text.split(":")[0] for each in facts] == ["Leading"] * 3 + ["Managing"] * 2
    assert any(each.text.startswith("Two scorecards") for each in deciding_lines(coach))


def test_what_touches_the_frame_while_it_is_held_is_shown_in_the_window_and_by_vitality(at):
    at("2026-10-01").seasons.open("execution")
    coach = at(DAY)
    decide(coach, "Free")
    decide(coach, "Sell to banks too", frame=True)
    shown = [each.text for each in decision_evidence(coach, FIRST, DAY)]
    assert any(
        each == "Decided while the frame was fixed, and touching it: “Sell to banks too”" for each in shown
    )
    bent = {each.name: each for each in vitality(coach).signs}["bent"]
    assert bent.is_there is False
    decide(coach, "Drop the newsletter", frame=True)
    bent = {each.name: each for each in vitality(coach).signs}["bent"]
    assert (bent.is_there, "2 decisions touched it" in bent.fact.text) == (True, True)


def test_in_a_window_the_same_decision_bends_nothing(at):
    at("2026-11-10").seasons.open("redesign")
    coach = at(DAY)
    decide(coach, "Sell to banks too", frame=True)
    assert coach.decisions.around(FIRST) == []


def test_the_shell_says_that_the_frame_is_held(shell, coach):
    coach.seasons.open("execution")
    two = ("--option", "a", "--option", "b", "--decider", "I")
    assert "the window shows it" in shell("decide", "Sell to banks", *two, "--frame").err
    assert "the window shows it" not in shell("decide", "A cup", *two).err


def test_beside_the_doubt_of_the_week_stands_what_would_change_what_was_decided(coach):
    decide(coach, "Which price first")
    steps = {each.name: each for each in WeeklySession(coach, DAY).steps({})}
    assert steps["moments"].evidence == ("“Which price first” would change if: two ask",)


async def test_the_rule_of_an_after_action_review_becomes_a_decision_with_one_key(at):
    coach = at(DAY)
    with coach.store.change("a review") as change:
        said = Answered({"rule": "Ask before the brief", "happened": "It waited"})
        kept = coach.reflections.put(change, "action", said, (DAY, DAY))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "4")
        assert "keep the rule" not in screen_text(app)
        await press(pilot, row("After-action review"), "o", "d")
        assert "Ask before the brief" in read(app)
        for line in ("", "yes", "no"):
            await type_in(pilot, f"{line}\n")
        await press(pilot, "ctrl+s")
    (made,) = coach.decisions.all()
    assert (made.text, made.of) == ("Ask before the brief", kept.id)
