"""M1: the library. Every card is whole and fits a screen, is found by what people call it, and leads somewhere."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from coach.core.errors import NOT_FOUND, USAGE
from coach.core.texts import table, words
from coach.library.acts import ACTS, practice_of
from coach.library.cards import GROUPS, card, cards, searched
from coach.library.yours import FACTS
from coach.practices import commands
from coach.reflection.lived import gather
from coach.today.today import gather as today
from screens.app import CoachApp
from screens.routes import PLACES, WAYS
from screens.start.own_keys import scopes
from tests.screens.person import opened, press, screen_text, type_in

WRITTEN = [each for each in cards() if not each.id.startswith("sign-")]


def test_the_inventory_is_complete():
    assert len(WRITTEN) >= 90
    assert {each.group for each in cards()} == set(GROUPS)
    assert len([each for each in cards() if each.id.startswith("sign-")]) == 12
    assert {f"M{number}" for number in (1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21)} <= {
        each.source for each in cards()
    }
    ids = [each.id for each in cards()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.id)
def test_a_card_fits_a_screen_and_leaves_nothing_open(one):
    said = (one.title, one.line, one.why, one.team, one.alone, *one.looks, one.not_this, one.ask, one.figures)
    assert 90 <= len(" ".join(said).split()) <= 140
    assert len(one.looks) == 2
    assert all((one.line, one.why, one.team, one.alone, one.not_this, one.ask, one.tries))
    assert re.fullmatch(r"[SML]\d{1,2}", one.source)


@pytest.mark.parametrize("one", cards(), ids=lambda one: one.id)
def test_what_a_card_leads_to_is_there(one):
    assert all(card(name) for name in one.see)
    assert set(one.facts) <= set(FACTS)
    assert practice_of(one.tries, "team") or one.tries in ACTS


def test_every_way_a_card_takes_is_one_of_the_program():
    known = {name for named in commands().values() for name in named}
    for name, act in ACTS.items():
        assert words.library.act[name]
        place, _, way = act.way.rpartition(":")
        assert place in {"", *PLACES}, name
        assert place or way.startswith("app.") or way in WAYS, name
        assert act.command.split()[1] in known, name


def test_every_place_has_its_card():
    known = table("library")["place"]
    missing = [place for place, _ in scopes()[1:] if place not in {"card", "form", "reading", "records", "drafts",
               "settings", "names", "exchange", "machines", "version"} and not card(known.get(place, ""))]  # fmt: skip
    assert not missing
    assert all(card(name) for name in known.values())


def title(name):
    found = card(name)
    assert found
    return found.title


def test_a_pattern_has_one_name_in_all_places():
    for name in ("efficient", "chaotic", "torn"):
        assert title(f"fracture-{name}") == words.emphasis[name, "name"]
    for name in ("without_authority", "lost_in_operations", "one_half"):
        assert title(f"confusion-{name}") == words.emphasis[name, "name"]


@pytest.mark.parametrize(
    ("typed", "first"), [("WIP", "wip"), ("signal", "signal"), ("Drucker", "right-things"), ("om1", "sign-OM1"),
                         ("micromanage", "details"), ("regression to the mean", "regression")]
)  # fmt: skip
def test_a_card_is_found_by_what_people_call_it(typed, first):
    assert searched(typed)[0].id == first


def test_nobody_is_told_numbers_that_are_not_there(at):
    coach = at("2026-11-20")
    lived = gather(coach, coach.today() - timedelta(days=90), coach.today())
    for name, told in FACTS.items():
        assert all(not re.search(r"\b0 of 0\b|\{", line) for line in told(coach, lived)), name


def test_ones_own_numbers_stand_below_the_card(shell):
    for text in ("The export lies", "Two people left"):
        assert shell("signal", text).code == 0
    said = shell("library", "signal")
    assert "A doubt with nowhere to go" in said.out
    assert "2 signals waiting for the window" in said.out
    assert "coach signal TEXT" in said.out


def test_the_shell_lists_what_says_it_and_names_what_it_does_not_know(shell):
    said = shell("library", "bottleneck", "--json")
    assert [each["id"] for each in said.json] == ["bottleneck"]
    assert len(shell("library", "--json").json) == len(cards())
    assert shell("library", "xyzzy").code == NOT_FOUND


def test_what_a_card_suggests_is_tried_once_and_for_two_weeks(shell):
    assert shell("library", "sign-OM1", "--try").code == 0
    assert shell("library", "sign-OM1", "--try").code == 0
    held = shell("list", "commitments", "--json").json
    assert [each["practice"] for each in held] == ["OM1a"]
    assert held[0]["gate"] == "2026-12-03"
    assert shell("library", "signal", "--try").code == USAGE


async def test_question_mark_twice_opens_the_card_and_enter_tries_it(coach):
    coach.journal.write("Here")
    async with opened(CoachApp(coach, today(coach)), (80, 30)) as pilot:
        await press(pilot, "question_mark", "question_mark")
        assert "Season and cycle" in screen_text(pilot.app)
        await press(pilot, "escape", "f")
        await press(pilot, "question_mark", "question_mark")
        assert "It is what decides between them." in screen_text(pilot.app)
        await press(pilot, "escape", "escape")
        await press(pilot, "ctrl+p")
        await type_in(pilot, "Library")
        await press(pilot, "enter")
        await type_in(pilot, "slices")
        await press(pilot, "enter")
        assert "Ship a change piece by piece" in screen_text(pilot.app)
        await press(pilot, "enter")
    assert [each.practice for each in coach.commitments.active()] == ["OL1a"]
