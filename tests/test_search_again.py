"""Searching: a star alone, AND, and results a kind at a time."""

from __future__ import annotations

from datetime import date

from coach.checkin.checkins import Answers
from screens.app import CoachApp
from tests.helpers import entry
from tests.safety.stories import record_id
from tests.screens.person import opened, press, screen_text, type_in


def test_a_star_alone_is_a_sign_that_can_be_looked_for(shell):
    shell("add", "a * star entry")
    shell("add", "nothing")
    said = shell("search", "*")
    assert (said.code, "star entry" in said.out, "nothing" in said.out) == (0, True, False)


def test_and_is_what_all_words_are_anyway(shell):
    shell("add", "walk and mail")
    shell("add", "walk, then mail")
    assert shell("search", "walk", "AND", "mail").out == shell("search", "walk", "mail").out


def test_what_was_found_stands_a_kind_at_a_time(shell, coach):
    shell("add", "The river in the morning")
    coach.checkins.keep(date(2026, 11, 19), Answers(line="By the river"))
    out = shell("search", "river").out
    assert (
        out.index("Entry   1")
        < out.index("The river")
        < out.index("Check-in   1")
        < out.index("By the river")
    )
    assert "Entry   1" not in shell("search", "morning").out


async def test_in_the_app_a_star_freezes_nothing_and_kinds_have_headings(coach):
    coach.journal.write("The *bold river")
    coach.checkins.keep(date(2026, 11, 19), Answers(line="By the river"))
    app = CoachApp(coach)
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "/")
        await type_in(pilot, "*")
        assert "bold" in screen_text(app)
        await type_in(pilot, "bold")
        assert "1 found" in screen_text(app)
        await press(pilot, "ctrl+u")
        await type_in(pilot, "river")
        assert "Check-in   1" in screen_text(app)
        await press(pilot, "enter")


def test_the_newest_two_hundred_are_printed_unless_all_are_asked_for(shell, coach):
    with coach.store.change("a life") as change:
        for number in range(205):
            change.add("entries", record_id(number + 1), entry(f"river {number}"))
    said = shell("search", "river")
    assert said.out.count("river") == 200
    assert "--all" in said.err
    assert shell("search", "river", "--all").out.count("river") == 205
    assert shell("search", "river", "-n", "3").out.count("river") == 3
    assert len(shell("search", "river", "--json").json) == 205
