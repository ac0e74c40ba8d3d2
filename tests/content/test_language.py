"""Another language is one folder: what it does not say stays English, and in it no English is left in the code."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from coach.core import texts
from coach.core.counting import counted
from coach.core.merging import merged
from coach.core.said_days import say_date, say_day
from tests.content.marked import marked, write
from tests.content.translation import CONTENT, lacks

SHORT = [
    "today",
    "checkin",
    "commit",
    "gate",
    "journal",
    "editor-new",
    "settings",
    "signal",
    "help",
    "reflect",
]
DAY = date(2026, 11, 20)


@pytest.fixture
def german(tmp_path):
    """A folder in which little is said."""
    folder = tmp_path / "home" / "languages" / "de" / "shared"
    folder.mkdir(parents=True)
    (folder / "dates.toml").write_text(
        'weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]\n'
        'weekdays_short = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]\nlong = "{weekday}, {day}. {month}"\n'
    )
    (folder / "counting.toml").write_text(
        'plural = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2"\n[noun]\nday = ["eins", "zwei", "viele"]\n'
    )
    yield folder.parent
    texts.speak("")


def test_what_it_says_is_said_and_the_rest_stays_english(german):
    texts.speak(str(german))
    assert say_date(DAY) == "Freitag, 20. November"
    assert say_day(DAY, DAY) == "Fr 20 Nov"
    assert [counted(each, "day") for each in (1, 3, 11, 22)] == ["1 eins", "3 zwei", "11 viele", "22 zwei"]
    assert counted(2, "week") == "2 weeks"
    texts.speak("")
    assert say_date(DAY) == "Friday 20 November"


def test_it_is_chosen_like_other_settings_and_a_slip_is_refused(shell, german):
    refused = shell("config", "language", "fr")
    assert refused.code == 2
    assert "There are de, en" in refused.err
    assert shell("config", "language", "de").code == 0
    assert shell("today").out.startswith("Freitag, 20. November")
    assert shell("config", "language", "en").code == 0
    assert shell("today").out.startswith("Friday 20 November")


def test_tables_are_told_by_their_ids_and_what_does_not_fit_is_left():
    english = {
        "a": "one",
        "list": [{"id": "x", "text": "ex"}, {"id": "y", "text": "why"}],
        "number": 3,
        "two": ["p", "q"],
    }
    told = {
        "a": "",
        "list": [{"id": "y", "text": "warum"}, {"id": "z"}],
        "number": "3",
        "two": "p",
        "new": "?",
    }
    assert merged(english, told) == english | {
        "list": [{"id": "x", "text": "ex"}, {"id": "y", "text": "warum"}]
    }


def test_a_file_that_cannot_be_read_stays_english(german, shell):
    (german / "shared" / "cli.toml").write_text("[says\n")
    texts.speak(str(german))
    assert texts.words.cli.says.not_set == "(not set)"


def test_what_a_translation_lacks_is_told(german, tmp_path):
    told = list(lacks(german))
    assert "dates.months: English" in told
    assert "cli.toml: English" in told
    (german / "shared" / "counting.toml").write_text('count = "{noun}"\nnews = "x"\n')
    told = list(lacks(german))
    assert {"counting.count: other braces", "counting.news: not known"} <= set(told)
    write(tmp_path / "all")
    assert list(lacks(tmp_path / "all")) == []


def test_what_stands_for_something_is_not_marked():
    assert marked("{count} of `coach add --tag`") == "{count} оф `coach add --tag`"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory) -> Path:
    """A language in which every text is said otherwise."""
    folder: Path = tmp_path_factory.mktemp("made-up")
    write(folder)
    return folder


@pytest.mark.parametrize("file", sorted(CONTENT.glob("*/*.toml")), ids=lambda file: file.stem)
def test_every_text_can_be_said_otherwise(file, made_up):
    told = tomllib.loads((made_up / file.parent.name / file.name).read_text("utf-8"))
    assert merged(tomllib.loads(file.read_text("utf-8")), told) == told


def walked(folder: Path, *scenes: str) -> str:
    """What is left of English in a process of its own: the screens read much of the content when they load."""
    command = [sys.executable, "-m", "tests.content.walk_marked", str(folder), *scenes]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    return done.stdout + done.stderr


def test_a_made_up_language_leaves_no_english_on_screens_of_every_kind_and_in_the_shell(tmp_path):
    assert walked(tmp_path, *SHORT, "shell") == ""


@pytest.mark.long
def test_a_made_up_language_leaves_no_english_on_any_screen(tmp_path):
    assert walked(tmp_path) == ""
