"""OR, NOT, the beginning of a word, and one slip of the finger away when nothing is found."""

from __future__ import annotations

import pytest

from coach.find import terms_of
from coach.query import fitting, near
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, screen_text, settled, type_in

TEXT = "a long walk along the river (walking helps), no mail"


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("walk river", True),
        ("walk sea", False),
        ("sea OR river", True),
        ("sea OR lake", False),
        ("walk sea OR river", True),
        ("walk NOT sea", True),
        ("walk NOT mail", False),
        ("wal*", True),
        ("alk*", False),
        ("walki*", True),
        ("NOT sea", True),
        ("OR river", False),
        ("river OR", True),
        ('"no mail" NOT sea', True),
        ('"sea OR river"', False),
        ("or river", False),
    ],
)
def test_what_is_meant_by_what_is_typed(typed, is_found):
    parts = [typed] if '"' in typed else typed.split()
    assert fitting(terms_of(parts))(TEXT) == is_found


@pytest.mark.parametrize("typed", ["newsleter", "newslettter", "newslettar", "newslettre"])
def test_one_letter_less_more_other_or_turned(typed):
    assert near(typed, ["the newsletter went out", "another newsletter", "news"]) == "newsletter"


@pytest.mark.parametrize("typed", ["cat", "newsle", "n3wsletter", "letternews"])
def test_of_what_is_too_short_or_too_far_nobody_can_say(typed):
    assert near(typed, ["the newsletter went out", "cut"]) == ""


def test_the_shell_says_what_it_looked_for_instead(shell, coach):
    coach.journal.write("The newsletter went out")
    said = shell("search", "newsleter")
    assert (said.code, "This contains “newsletter”" in said.err, "went out" in said.out) == (0, True, True)
    assert shell("search", "elephant").code == 3
    assert "went out" in shell("search", "news*", "NOT", "mail").out
    assert shell("search", "elephant", "OR", "newsletter").code == 0


async def test_the_app_too(at):
    coach = at("2026-11-20")
    coach.journal.write("The newsletter went out")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "newsleter")
        await settled(pilot)
        assert "This contains “newsletter”" in screen_text(app)
        assert "went out" in screen_text(app)
