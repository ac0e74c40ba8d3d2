"""A person's own questions, templates and files: read where they appear, checked, and never in the way."""

from __future__ import annotations

import os
from datetime import date

import pytest

from coach.core.errors import UsageError
from coach.journal.own import own_template, questions_path, templates_path
from screens.app import CoachApp
from screens.journal.editor import EditorScreen
from screens.reflection.page import ReflectScreen
from tests.screens.person import opened, place, press, screen_text, type_in

FRIDAY = date(2026, 11, 20)
QUESTIONS = """
[[prompt]]
text = "What did the river look like?"
kind = "river"

[[prompt]]
text = "Whom did you teach this month?"
kind = "teach"
mode = "leading"
place = "monthly"
"""


@pytest.fixture
def own(coach):
    """Two questions and a template, beside the settings."""

    def written(questions: str = QUESTIONS, **templates: str) -> None:
        os.makedirs(templates_path(coach.paths), exist_ok=True)
        with open(questions_path(coach.paths), "w", encoding="utf-8") as file:
            file.write(questions)
        for name, text in templates.items():
            with open(os.path.join(templates_path(coach.paths), f"{name}.md"), "w", encoding="utf-8") as file:
                file.write(text)

    return written


def test_a_question_of_ones_own_is_asked_by_its_kind_and_in_its_place(own, shell):
    own()
    assert shell("prompt", "river").out == "What did the river look like?\n"
    assert "river" in shell("prompt", "--kinds").out
    facts = shell("reflect", "monthly", "--facts").out
    assert "A question of your own" in facts
    named = shell("reflect", "monthly", "--answer", "x=y").err
    (name,) = [each for each in named.replace(",", " ").replace(".", " ").split() if each.startswith("own-")]
    said = shell("reflect", "monthly", "--answer", f"{name}=Jonas", "--json").json
    assert list(said["answers"].values()) == ["Jonas"]
    assert "Whom did you teach this month?" in shell("show", said["id"]).out


async def test_a_question_of_ones_own_is_passed_like_the_others(own, coach):
    own()
    coach.journal.write("x")
    app = CoachApp(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape", "4", "m")
        for _ in range(5):
            await press(pilot, "ctrl+s", "ctrl+s")
        assert "Whom did you teach this month?" in screen_text(app)
        await type_in(pilot, "Jonas")
        await press(pilot, "ctrl+s", "ctrl+s", "ctrl+s")
        assert place(app) is ReflectScreen
    (kept,) = coach.reflections.past()
    assert list(kept.answers.values()) == ["Jonas"]


def test_one_bad_question_costs_the_others_nothing(own, shell):
    own(QUESTIONS + '[[prompt]]\nkind = "x"\n\n[[prompt]]\ntext = "y"\nplace = "moon"\n')
    said = shell("prompt", "--own")
    assert (said.code, said.err.count("cannot be used")) == (2, 2)
    assert shell("prompt", "river").out == "What did the river look like?\n"


def test_what_is_wrong_beside_a_text_costs_no_text(own, shell):
    own(bad="---\nopen", good="Begin here")
    assert shell("add", "One", "--template", "bad").code == 0
    assert "are not closed" in shell("add", "--template", "bad", stdin=b"Two").err
    assert "there is no file" in shell("add", "Three", "--file", "/nowhere/x").err
    assert shell("add", "Four", "--template", "good").code == 0
    assert [each["text"] for each in shell.entries()] == ["Begin here\n\nFour", "Three", "Two", "One"]


def test_a_hostile_name_reaches_no_terminal(shell):
    for option in ("--file", "--template"):
        said = shell("add", "x", option, "/\x1b]52;c;aGk=\x07")
        assert (said.code, "\x1b" in said.err) == (0, False)


def test_a_pipe_or_a_huge_number_is_no_file_of_questions(own, shell, coach):
    own("x = " + "9" * 5000)
    assert shell("prompt").code == 0
    os.unlink(questions_path(coach.paths))
    os.mkfifo(questions_path(coach.paths))
    assert shell("prompt").code == 0


@pytest.mark.parametrize("kind", ["teach", "decide", "energy", "people", "direction", "delivery", "learn"])
def test_each_kind_has_questions_and_another_is_refused_with_those_there_are(shell, kind):
    assert shell("prompt", kind).out
    assert shell("prompt", kind).out != shell("prompt", kind, "--skip", "1").out
    assert "There are: " in shell("prompt", "weather").err


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ("[[prompt", "cannot be used"),
        ('[[prompt]]\nkind = "x"', "question 1: a question has 1 to 500 letters"),
        ('[[prompt]]\ntext = "ok"\n[[prompt]]\ntext = "x"\nplace = "moon"', "question 2: place is one of"),
        ("[[prompt]]\ntext = 3", "question 1: it takes kind"),
        ("text = 3", "it takes [[prompt]] tables"),
    ],
)
def test_a_file_that_is_broken_says_so_in_one_line_and_nothing_else_waits(own, shell, questions, says):
    own(questions)
    said = shell("prompt", "--own")
    assert (said.code, says in said.err, said.err.count("\n")) == (2, True, 1)
    assert shell("prompt").code == 0
    assert shell("today").code == 0


async def test_a_broken_file_is_said_on_today(own, coach):
    own("[[prompt")
    app = CoachApp(coach)
    async with opened(app, (100, 30)) as pilot:
        await press(pilot, "escape")
        assert "prompts.toml" in screen_text(app)


def test_a_template_brings_its_words_tags_and_mode(own, shell, monkeypatch, tmp_path):
    own(retro="---\ntags: work, retro\nmode: leading\n---\nWhat went well?\n\nWhat next?\n")
    monkeypatch.setattr("coach.shell.shell.Shell.is_person", True)
    script = tmp_path / "ed.sh"
    script.write_text('#!/bin/sh\necho "A lot." >> "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    assert shell("add", "--template", "Retro").code == 0
    (entry,) = shell.entries()
    assert entry["text"].startswith("What went well?")
    assert entry["text"].endswith("A lot.")
    assert (entry["tags"], entry["mode"]) == (["work", "retro"], "leading")


@pytest.mark.parametrize(
    ("text", "says"),
    [("---\ntags: a\nno end", "are not closed"), ("---\nmood: dark\n---\nx", "neither tags nor a mode"),
     ("---\nmode: sideways\n---\nx", "neither tags nor a mode")],
)  # fmt: skip
def test_a_template_that_is_broken_is_named(own, coach, text, says):
    own(bad=text)
    with pytest.raises(UsageError, match=says):
        own_template(coach.paths, "bad")


async def test_from_the_palette_a_template_opens_the_page(own, coach):
    own(retro="What went well?")
    app = CoachApp(coach)
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "ctrl+p", *"from a template", "enter", "1")
        assert place(app) is EditorScreen
        assert "What went well?" in screen_text(app)


def test_a_file_is_remembered_by_its_path_and_its_absence_is_said(shell, tmp_path):
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF")
    assert shell("add", "The plan", "--file", str(plan)).code == 0
    (entry,) = shell.entries()
    assert entry["files"] == [str(plan)]
    assert f"attached: plan.pdf  {plan}\n" in shell("show", entry["id"]).out
    plan.unlink()
    assert "not there now" in shell("show", entry["id"]).out
    assert "there is no file" in shell("edit", entry["id"], "--file", str(plan)).err
    assert shell("edit", entry["id"], "--no-files").code == 0
    assert shell.entries()[0]["files"] == []


def test_what_cannot_be_meant_together_is_refused_and_the_moment_is_said_back(shell):
    shell("add", "One")
    ref = shell.ref("One")
    assert shell("edit", ref, "--tag", "a", "--no-tags").code == 2
    assert shell("edit", ref, "--tag", "").code == 2
    assert shell("edit", ref, "--at", "").code == 2
    assert "Thu 19 Nov" in shell("edit", ref, "--at", "yesterday 9pm").err
    assert shell("add", "x", "--at", "tomorrow").code == 2
