"""WORDS.md: one word for one thing. What was retired does not come back, and what is new has one meaning."""

from __future__ import annotations

import re
import tomllib

import pytest

from coach.core.texts import words
from tests.content.test_content import FILES, texts

RETIRED = {
    r"\bthe frame is held\b": "the frame is fixed",
    r"\bweekly review|quarterly review\b": "reflection, in all four rhythms",
    r"\b(planted|planting) (it )?anew\b": "a fresh start",
    r"\bpassed over\b": "skipped",
    r"◌ let go": "missed",
    r"\bpoints? of 100\b|\bof 100\b": "%",
    r"\bsomething to try\b": "a trial",
    r"\blevels stand\b": "levels reached",
    r"\bheld, and never due\b": "kept in mind, no dates",
    r"\bof one mind\b": "a question asks one thing",
    r"\bunclear or avoided\b": "two reasons",
    r"\bWhoever asks\b": "name the actor",
}
"""What was said before, and what is said now."""
SPELT_OUT = ("{threshold}", "{wip}", "KPI")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_retired_word_comes_back(file):
    for text in texts(tomllib.loads(file.read_text("utf-8"))):
        for pattern, better in RETIRED.items():
            assert not re.search(pattern, text, re.IGNORECASE), f"{text!r}: {better}"


def test_an_answer_has_one_word_each():
    assert words.marks.result["missed"] == "missed"
    assert words.reassessment.settled["drop"] == "dismiss"
    assert words.commitments.ended["ended"].startswith("ended")
    kept = {"monthly": words.today.monthly, "quarterly": words.today.quarterly, "weekly": words.today.review}
    assert all("reflection" in said for said in kept.values())


def test_errors_are_sentences_of_their_own_and_carry_no_exclamation():
    for file in FILES:
        for text in texts(tomllib.loads(file.read_text("utf-8")).get("error", {})):
            assert "!" not in text.replace("`!`", "")
