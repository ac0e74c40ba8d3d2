"""What the documents say is so: each command in a page runs, the format page is enough for a stranger."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib

import pytest

from coach.cli.main import load
from coach.core import errors
from coach.core.kinds import kinds
from coach.practices import commands
from coach.shell.command import Parser
from coach.store import protecting
from coach.store.keys import LEAST
from screens.start.own_keys import scopes, usable
from tests.docs import house_map
from tests.helpers import ROOT, environment, process

NAMES = [name for named in commands().values() for name in named]

README = (ROOT / "README.md").read_text()
FORMAT = (ROOT / "docs" / "data-format.md").read_text()


def test_every_command_is_in_the_shell_page():
    page = (ROOT / "docs" / "shell.md").read_text()
    for name in NAMES:
        assert f"coach {name}" in page, name


def test_every_key_that_can_be_chosen_is_in_the_page_of_the_app():
    page = (ROOT / "docs" / "app.md").read_text()
    for _, keys in scopes():
        for binding in keys:
            if name := getattr(binding, "id", None):
                assert f"`{name}`" in page, name


def test_the_example_of_own_keys_holds():
    page = (ROOT / "docs" / "app.md").read_text()
    (example,) = re.findall(r"```toml\n(\[keys\]\n.*?)```", page, re.DOTALL)
    chosen = tomllib.loads(example)["keys"]
    assert chosen
    kept, wrong = usable(chosen, scopes())
    assert (kept.keys(), wrong) == (chosen.keys(), [])


def test_a_stranger_reads_the_data_with_what_the_page_says(paths, tmp_path):
    """Runs the page's own programs, in a Python that cannot see coach."""
    for text in ("first words", "ünïcode 👍", "\x1b[31m"):
        process(paths, "add", "--tag", "walk", text)
    process(paths, "list")
    programs = re.findall(r"```python\n(.*?)```", FORMAT, re.DOTALL)
    assert len(programs) == 3
    for program in programs:
        ran = subprocess.run(
            [sys.executable, "-c", "import sys; sys.modules['coach'] = None\n" + program, paths.home],
            cwd=tmp_path, env={k: v for k, v in environment(paths).items() if k != "PYTHONPATH"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.count("first words") == 1 or "whole" in ran.stdout


def test_a_stranger_opens_sealed_data_with_what_the_page_says(coach, tmp_path):
    """Runs the page's own program, with PyNaCl and without coach."""
    coach.journal.write("first words")
    coach.frames.change({"direction": "sealed direction", "giving_up": "much"})
    protecting.protect(coach.store, "Zürich im Frühling", LEAST)
    (program,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "security.md").read_text(), re.DOTALL)
    lines = [line for line in program.splitlines() if line.strip() and not re.match("from|import", line)]
    assert len(lines) <= 20
    for name, said in (("2026-11", "first words"), ("standing", "sealed direction")):
        ran = subprocess.run(
            [sys.executable, "-c", "import sys; sys.modules['coach'] = None\n" + program, coach.paths.home, name],
            cwd=tmp_path, env={k: v for k, v in environment(coach.paths).items() if k != "PYTHONPATH"},
            input="Zürich im Frühling\n", capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        assert said in ran.stdout


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_the_readme_links_lead_somewhere():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_readme_commands_run(paths, tmp_path):
    """Each `coach …` line of the daily-use block, in its order."""
    (block,) = re.findall(r"```sh\n# daily use\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines():
        command = line.partition("  #")[0].strip()
        if not command or command == "coach":
            continue
        ran = subprocess.run(
            ["sh", "-c", command.replace("coach ", f"{sys.executable} -m coach ")],
            env=environment(paths, EDITOR="true"), cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, (command, ran.stderr)


def test_the_map_shows_the_house():
    page = house_map.PAGE.read_text()
    assert house_map.in_page(page) == page, "make map"


def test_every_file_that_a_trick_names_is_there():
    page = (ROOT / "docs" / "tricks.md").read_text()
    named = set(re.findall(r"`((?:coach|screens|tests)/[\w/.]+\.py)`", page))
    assert named
    assert all((ROOT / name).exists() for name in named)


def test_the_manual_page_is_what_the_help_says(shell):
    page = ROOT / "docs" / "system" / "share" / "man" / "man1" / "coach.1"
    assert shell("help", "--man").out == page.read_text(), "`make man` writes it"


def test_the_exit_codes_are_those_of_the_program():
    page = (ROOT / "docs" / "shell.md").read_text()
    told = {int(code) for code in re.findall(r"^\| (\d+) \| ", page, re.MULTILINE)}
    assert told == {value for value in vars(errors).values() if isinstance(value, int)}


PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "assets/content").rglob("*.toml")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_named_is_there_with_its_options(page):
    text = re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL)
    for name, rest in re.findall(r"`coach ([a-z][a-z-]*)((?: [^`\n]*)?)`", text):
        if re.match(r" 1\b", rest):  # what a key is for, and no command
            continue
        assert name in NAMES, (name, rest)
        parser = Parser(load(name), prog=name)
        load(name).fill(parser)
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest):
            assert parser.option(option), (name, option)


def test_every_kind_is_named_in_the_page_of_the_shell():
    page = (ROOT / "docs" / "shell.md").read_text()
    assert [each for each in kinds() if f"`{each}`" not in page] == []


def test_the_block_about_reminders_runs(paths, tmp_path):
    (block,) = re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "reminders.md").read_text(), re.DOTALL)
    crontab = tmp_path / "crontab"
    crontab.write_text(
        f'#!/bin/sh\nif [ "$1" = -l ]; then cat {tmp_path}/table; else cat >{tmp_path}/table; fi\n'
    )
    crontab.chmod(0o755)
    (tmp_path / "table").touch()
    (tmp_path / "cat").symlink_to("/bin/cat")
    for line in block.splitlines():
        command = shlex.split(line, comments=True)[1:]
        ran = subprocess.run(
            [sys.executable, "-m", "coach", *command], env=environment(paths) | {"PATH": str(tmp_path)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, (command, ran.stderr)


def test_the_hook_of_the_page_does_what_it_says(shell, tmp_path):
    (script,) = re.findall(r"```sh\n(#!/bin/sh.*?)```", (ROOT / "docs" / "shell.md").read_text(), re.DOTALL)
    record = shell("checkin", "-e", "4", "--json").out
    subprocess.run(
        ["sh", "-c", script],
        input=record,
        text=True,
        check=True,
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
    )
    assert (tmp_path / "energy.tsv").read_text() == "2026-11-20\t4\n"
