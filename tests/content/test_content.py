"""The texts a person reads: complete, in their words, and never scolding."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.checkin.fields import asked_fields
from coach.checkin.records import MOSTLY, ON_DIRECTION
from coach.core.record import MODES
from coach.core.texts import folder, words
from coach.journal.prompts import pick, prompts
from screens.sheets.help import help_at
from screens.start.own_keys import scopes

CONTENT = Path(folder()) / "content"
FILES = sorted(CONTENT.glob("*/*.toml"))
SCOLDING = re.compile(r"\b(should|must|failed|failure|lazy|streak|don't forget|ought)\b", re.IGNORECASE)


def texts(value: object) -> list[str]:
    """Every text in a file."""
    if isinstance(value, str):
        return [value]
    each = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for inner in each for text in texts(inner)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_texts_are_said_calmly(file):
    for text in texts(tomllib.loads(file.read_text("utf-8"))):
        assert "!" not in text.replace("`!`", "").replace("! ", "", 1).replace("n != 1", ""), text
        assert "..." not in text
    prose = [
        text
        for text in texts(tomllib.loads(file.read_text("utf-8")))
        if SCOLDING.search(re.sub(r"`[^`]*`|“missed”|^  coach .*", "", text, flags=re.MULTILINE))
        and text != "missed"
    ]
    assert prose == []


def test_there_are_enough_questions_of_both_modes_and_of_the_systems():
    found = prompts()
    assert len(found) >= 60
    modes = Counter(prompt.mode for prompt in found)
    assert min(modes[mode] for mode in MODES[:2]) >= 20
    systems = {prompt.system for prompt in found}
    assert all(re.fullmatch(r"[SML]\d{1,2}", system) for system in systems)
    assert {system[0] for system in systems} >= {"S", "M"}
    assert sum(prompt.system == "M11" for prompt in found) >= 5


def test_questions_are_questions_or_invitations_and_none_is_said_twice():
    found = [prompt.text for prompt in prompts()]
    assert len({text.casefold() for text in found}) == len(found)
    assert all(20 <= len(text) <= 200 for text in found)
    assert all(text.endswith(("?", ".", "…")) for text in found)


def test_no_question_comes_twice_in_as_many_days_as_there_are_questions():
    pool, start = prompts(), date(2026, 1, 1)
    asked = [pick(pool, start + timedelta(days=day), 0, ()).id for day in range(len(pool))]
    assert len(set(asked)) == len(pool)


def test_a_question_answered_lately_is_not_asked_and_skipping_gives_another():
    pool, day = prompts(), date(2026, 11, 20)
    first = pick(pool, day, 0, ())
    assert pick(pool, day, 0, {first.id}).id != first.id
    assert len({pick(pool, day, skips, ()).id for skips in range(5)}) == 5
    assert pick(pool, day, 0, {prompt.id for prompt in pool}) == first


@pytest.mark.parametrize("place", [name for name, _ in scopes()][1:])
def test_every_page_has_its_help(place):
    said = help_at(place)
    assert said["title"]
    assert all(said["lines"])


def test_every_word_of_the_check_in_is_there():
    for level in "12345":
        assert words.checkin.energy[level]
    for kind in MOSTLY:
        assert words.checkin.mostly[kind]
    for share in ON_DIRECTION:
        assert words.checkin.direction[share]
        assert words.checkin.direction_said[share]
    for field in asked_fields(""):
        assert words.checkin.ask[field]
        assert words.checkin.ask_long[field]


def test_the_screens_of_trouble_have_their_words():
    for state in ("damaged", "newer", "read_only", "busy"):
        assert words.trouble[state, "title"]
