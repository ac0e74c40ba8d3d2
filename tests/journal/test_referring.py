"""A record named in a text by its reference: it opens, and says what names it."""

from __future__ import annotations

from coach.core.ids import short
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, read, screen_text


def two(coach):
    first = coach.journal.write("The first idea")
    return first, coach.journal.write(
        f"As in [[{short(first.id)}]], and [[{short(first.id)}]], and [[zzzz]] [[00000000]]"
    )


def test_the_shell_shows_both_ways_and_what_names_nothing_is_text(shell, coach):
    first, second = two(coach)
    said = shell("show", second.id).out
    assert said.count("The first idea") == 1
    assert "[[zzzz]]" in said
    assert f"← {short(second.id)}" in shell("show", first.id, "--named-by").out
    assert "→" not in shell("show", first.id).out


async def test_in_the_app_r_opens_it(at):
    coach = at("2026-11-20")
    two(coach)
    alone = coach.journal.write("Alone")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2", "enter", "r")
        assert f"[[{short(alone.id)}]] in another text does" in " ".join(screen_text(app).split())
        await press(pilot, "escape", "down", "enter", "r", "1")
        assert "The first idea" in read(app)
        await press(pilot, "r")
        assert "← " in screen_text(app)
