"""L9: the weekly reflection's two parts held together or apart, and how sure one is of the week to come."""

from __future__ import annotations

from datetime import date

import pytest

from coach import settings
from coach.checkin.checkins import Answers
from coach.commitments.marks import Given
from coach.reflection.lateness import late_lines
from coach.reflection.reviews import Said
from coach.reflection.sure import step_of
from coach.reflection.weekly_session import PART, WeeklySession
from screens.app import CoachApp
from screens.reflection.page import ReflectScreen
from tests.screens.person import opened, place, press, screen_text, type_in

FRIDAY = date(2026, 11, 20)


def test_a_part_alone_asks_its_own_steps_and_leaves_the_other_as_it_was(at, shell):
    session = WeeklySession(at(FRIDAY), FRIDAY)
    both = [each.name for each in session.steps({})]
    delivery = [each.name for each in session.steps({PART: "delivery"})]
    direction = [each.name for each in session.steps({PART: "direction"})]
    assert (delivery + direction, direction) == (both, ["moments"])
    shell("reflect", "weekly", "--truth", "It went out on Thursday")
    shell("reflect", "weekly", "--part", "direction", stdin=b"I asked and they chose\n\n\n")
    (kept,) = at(FRIDAY).reflections.past()
    assert dict(kept.answers) == {"truth": "It went out on Thursday", "moments": "I asked and they chose"}


async def test_in_the_app_one_key_holds_one_part(at):
    app = CoachApp(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "4", "w", "ctrl+l", "ctrl+l")
        assert "1 of 1" in screen_text(app)
        await type_in(pilot, "Nobody asked me, and it went on")
        await press(pilot, "ctrl+s")
        assert place(app) is ReflectScreen
    (kept,) = at(FRIDAY).reflections.past()
    assert list(kept.answers) == ["moments"]


def test_how_sure_is_asked_where_it_is_wanted_and_lies_beside_what_was_kept(at, paths, shell, monkeypatch):
    def asked() -> list[str]:
        return [field.name for step in WeeklySession(at(FRIDAY), FRIDAY).steps({}) for field in step.fields]

    assert "confidence" in asked()
    settings.write(paths.config, "confidence", "no")
    assert "confidence" not in asked()
    assert shell("reflect", "weekly", "--confidence", "80").code == 2
    shell("reflect", "weekly", "--confidence", "4", "--truth", "It went out on Thursday")
    assert at(FRIDAY).reviews.of(FRIDAY).confidence == 80, "kept as a share, as it was before"
    walk = at("2026-11-23").commitments.make("Walk", rhythm="every day")
    at("2026-11-24").marks.mark([Given(walk, "missed", "forgot")])
    monkeypatch.setenv("COACH_NOW", "2026-11-27T09:00")
    assert (
        "A week ago you were 4 of 5 sure of this week; kept were 0 of 1."
        in shell("reflect", "weekly", "--facts").out
    )


def test_late_work_lies_beside_how_sure_one_is(at):
    def beside(day: str) -> list[str]:
        session = WeeklySession(at(day), date.fromisoformat(day))
        return [text for step in session.steps({}) if step.name == "plans" for text in step.evidence]

    at("2026-11-16").commitments.make("Send the draft", due=date(2026, 11, 18))
    at("2026-11-16").decisions.log(text="Which price", options=("a", "b"), decider="I", by=date(2026, 11, 16))
    assert beside("2026-11-16") == []
    assert beside("2026-11-20") == ["Late today: 1 commitment and 1 decision, 3 days on average."]
    at("2026-11-13").reviews.keep(Said({"truth": "It went out"}, confidence=80.0))
    assert "A week ago you were 4 of 5 sure." in beside("2026-11-20")[-1]
    at("2026-11-20").checkins.keep(date(2026, 11, 20), Answers(unusual=True))
    assert beside("2026-11-20")[0].startswith("Late today: 1 commitment"), (
        "late is late on an unusual day, too"
    )
    session = WeeklySession(at("2026-11-20"), FRIDAY)
    (draft,) = at("2026-11-20").commitments.all()
    at("2026-11-20").marks.mark([Given(draft, "kept")], FRIDAY)
    session.look_again()
    assert "commitment" not in next(s for s in session.steps({}) if s.name == "plans").evidence[0]


def test_a_week_ago_is_a_week_ago(at):
    at("2026-11-06").reviews.keep(Said({"truth": "It went out"}, confidence=80.0))
    at("2026-11-13").reviews.keep(Said({"truth": "It went out"}, confidence=20.0))
    at("2026-11-16").decisions.log(text="Which price", options=("a", "b"), decider="I", by=date(2026, 11, 16))
    lines = [*late_lines(at(FRIDAY), FRIDAY, at(FRIDAY).reviews.lately(FRIDAY))]
    assert lines == ["Late today: 1 decision, 4 days on average."]


@pytest.mark.parametrize(("share", "step"), [(50, 3), (65, 3), (70, 4), (80, 4), (90, 5), (95, 5), (20, 1)])
def test_what_was_kept_as_a_share_is_shown_as_a_step(share, step):
    assert step_of(share) == step


def test_a_draft_of_before_keeps_how_sure_one_was(at):
    kept = WeeklySession(at(FRIDAY), FRIDAY).keep({"truth": "It went out", "confidence": "70"}, "app")
    assert kept.record.confidence == 80


def test_a_short_answer_is_an_answer():
    assert Said.read({"moments": "5", "truth": "x"}).answers == {"moments": "5"}


async def test_how_sure_one_is_ends_no_page_on_which_a_plan_may_still_be_written(at):
    app = CoachApp(at(FRIDAY))
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "4", "w", "ctrl+s", "ctrl+s", "ctrl+s", "down", "4")
        assert "If-then lines for next week" in screen_text(app)
        await press(pilot, "up")
        await type_in(pilot, "If it rains, I walk")
        await press(pilot, "ctrl+s", "ctrl+s")
    (kept,) = at(FRIDAY).reflections.past()
    assert (kept.plans, kept.confidence) == (("If it rains, I walk",), 80)
