"""The texts of assessing: complete (12, 8, 2 x 5), by the ids of the systems, and worded as COACHING asks."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from coach.commitments.rhythm import read, say
from coach.core.texts import folder, wordings_of, words
from screens.assessment.instrument import InstrumentScreen
from screens.assessment.page import AssessScreen
from screens.assessment.result import AssessmentScreen
from screens.assessment.trend import TrendScreen
from screens.diagnosis.five_questions import FiveQuestionsScreen
from screens.feedback.page import FeedbackScreen
from screens.ladders.page import LaddersScreen, LevelScreen, RateScreen

CONTENT = Path(folder()) / "content"
SCREENS = (
    AssessScreen, InstrumentScreen, AssessmentScreen, TrendScreen, FiveQuestionsScreen, FeedbackScreen,
    LaddersScreen, LevelScreen, RateScreen,
)  # fmt: skip
NEGATIONS = re.compile(r"\b(not|never|no longer|rarely|seldom)\b|n't")
TRAITS = re.compile(r"\b(always|usually|often|sometimes|tend to|am a|controlling|lazy)\b")
SYSTEMS = (
    "M2", "M3", "M4", "M5", "M6", "M9", "M10", "M13", "M14", "M15", "M16", "M17", "M18", "M20", "M21", "S14",
)  # fmt: skip


def texts(name: str):
    return tomllib.loads(next(CONTENT.glob(f"*/{name}.toml")).read_text("utf-8"))


def test_the_instrument_is_complete_in_both_wordings():
    found = texts("signs")
    ids = [f"{scale}{place}" for scale in ("OM", "OL") for place in range(1, 7)]
    assert [each["id"] for each in found["sign"]] == ids
    for each in found["sign"]:
        assert each["system"] == ("M13" if each["scale"] == "managing" else "M14")
        assert len(each["correction"]) == 2
        for text in (
            *(each[part] for part in ("title", "looks", "effect", "root")),
            *each["alone_about"].values(),
        ):
            assert 10 <= len(text) <= 160, each["id"]
        assert set(each["alone_about"]) == {"looks", "effect"}
        for own in each["correction"]:
            assert own["id"].startswith(each["id"])
            assert say(read(own["rhythm"]))
            assert all(own[part] for part in ("team", "alone", "cue", "act", "adds"))
    assert [each["id"] for each in found["diagnostic"]] == [
        "autonomy", "ideas", "morale", "adaptability", "delivery", "quality", "coordination", "follow",
    ]  # fmt: skip
    assert Counter(each["scale"] for each in found["balance"]) == {"managing": 4, "leading": 4}
    assert {each["id"]: each["system"] for each in found["named"]} == {
        "efficient": "S14", "chaotic": "S14", "torn": "S14",
        "without_authority": "M20", "lost_in_operations": "M20", "one_half": "M20",
    }  # fmt: skip


@pytest.mark.parametrize("wording", ["team", "alone"])
def test_a_sign_is_one_act_in_the_first_person_and_not_reversed(wording):
    """COACHING: observable, one behaviour, of the last ten working days, by how often, none reversed."""
    found = [each[wording] for each in texts("signs")["sign"]]
    for text in found:
        assert text.startswith("I "), text
        assert text.endswith("."), text
        assert text.count(".") == 1, text
        assert not NEGATIONS.search(text), text
        assert not TRAITS.search(text), text
        assert " and " not in text, text
        assert len(text) <= 80, text
    assert len(set(found)) == 12


def test_every_question_for_and_against_can_be_answered_with_yes_and_is_not_reversed():
    for each in texts("signs")["diagnostic"]:
        for wording in ("team", "alone"):
            assert each[wording].endswith("?"), each[wording]
            assert not NEGATIONS.search(each[wording]), each[wording]


def test_what_a_name_rests_on_is_asked_and_its_way_out_is_there():
    found = texts("signs")
    signs, asked = ({each["id"] for each in found[kind]} for kind in ("sign", "diagnostic"))
    for each in found["named"]:
        assert set(each.get("often", ())) <= signs
        assert {*each.get("yes", []), *each.get("no", [])} <= asked
        assert "{" not in words.emphasis[each["id"], "way"]
    for each in found["balance"]:
        assert each.get("yes") in asked or (each.get("seldom") and set(each["seldom"]) <= signs)


def test_two_ladders_of_five_levels_are_complete():
    found = texts("ladders")["level"]
    assert Counter(each["ladder"] for each in found) == {"management": 5, "leadership": 5}
    assert all(each["system"] == "M6" for each in found)
    assert len({skill["id"] for each in found for skill in each["skills"]}) == 37
    practices = [own for each in found for own in each["practice"]]
    assert len({own["id"] for own in practices}) == 20
    for each in found:
        assert len(each["skills"]) in {3, 4, 5}
        assert len(each["practice"]) == 2
        assert min(len(text) for text in wordings_of(each["example"]).values()) >= 100, each["id"]
        assert all(wordings_of(skill) for skill in each["skills"])
    for own in practices:
        assert say(read(own["rhythm"]))
        assert all(own[name] for name in ("team", "alone", "cue", "act", "alone_cue", "alone_act"))


def test_five_questions_have_three_answers_each_and_every_first_step_is_one_of_them():
    found = texts("diagnosis")
    answers = {(each["id"], own["name"]) for each in found["question"] for own in each["answer"]}
    assert (len(found["question"]), len(answers)) == (5, 15)
    assert {(each["question"], each["answer"]) for each in found["first"]} == answers
    for each in found["question"]:
        assert sorted(own["leading"] for own in each["answer"]) == [0, 50, 100]
        assert len({own["key"] for own in each["answer"]}) == 3
    assert [each["leading"] for each in found["timeline"]] == [20, 40, 70, 50]


def test_questions_to_others_are_ready_for_everybody_of_m16():
    found = texts("feedback")
    roles = Counter(each["role"] for each in found["question"] if each["system"] == "M16")
    assert roles == {"team": 3, "peer": 2, "manager": 1}
    assert all(each[wording].endswith("?") for each in found["question"] for wording in ("team", "alone"))
    names = {each["id"] for each in found["question"]}
    assert all(set(own) <= names for own in found["suggested"].values())


@pytest.mark.parametrize("system", SYSTEMS)
def test_one_search_for_its_id_finds_where_a_system_lives(system):
    content = "\n".join(file.read_text("utf-8") for file in sorted(CONTENT.glob("*/*.toml")))
    assert re.search(rf"\b{system}\b", content)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.PLACE)
def test_every_screen_of_assessing_has_its_help(screen):
    assert words.help[screen.PLACE, "title"]
    assert words.listed("help", screen.PLACE, "lines")
