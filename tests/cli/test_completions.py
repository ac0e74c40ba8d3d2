"""Completions: what is offered where, and that bash, zsh and fish offer it when tab is pressed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.core.kinds import kinds
from coach.practices import place_of_command, practices
from coach.shell.command import Parser
from coach.store import protecting
from coach.store.keys import LEAST
from tests.helpers import environment

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def offered(shell):
    """What is offered for the words typed so far, the last of which is under way, as fish asks for it."""

    def of(*typed: str) -> tuple[str, dict[str, str]]:
        said = shell("completions", "fish", "--", *typed)
        assert (said.code, said.err) == (0, "")
        sort, *lines = said.out.splitlines()
        return sort, {line.partition("\t")[0]: line.partition("\t")[2] for line in lines}

    return of


@pytest.fixture
def lived(coach, shell):
    """Two commitments, an entry with a tag."""
    shell("commit", "Walk before mail", "--every", "day")
    shell("commit", "Two pages", "--every", "friday")
    shell("add", "--tag", "deep work", "Walked: twice as clear")
    return {each.text: each.id[-12:-6] for each in coach.commitments.all()}


@pytest.mark.parametrize(
    ("typed", "some"),
    [
        (["ma"], {"mark"}),
        (["--"], {"--home", "--help"}),
        (["list", ""], {"entries", "checkins", "commitments"}),
        (["list", "--s"], {"--since"}),
        (["list", "--mode", ""], {"leading", "managing"}),
        (["list", "--mode=l"], {"--mode=leading"}),
        (["list", "--since", "fr"], {"friday"}),
        (["help", "se"], {"search", "season"}),
        (["prompt", ""], {"people", "energy"}),
        (["commit", "--every", "m"], {"monday", "mon wed fri"}),
        (["commit", "x", "--practice", ""], {"all"}),
        (["mark", "3fa2", ""], {"kept", "missed", "missed:forgot"}),
        (["mark", "all", "missed", "--because", ""], {"waiting", "forgot"}),
        (["export", "--format", ""], {"json", "org", "html"}),
        (["import", "x", "--format", ""], {"jrnl", "markdown"}),
        (["config", "li"], {"limit"}),
        (["config", "plain", ""], {"yes", "no"}),
        (["config", "theme", ""], {"auto", "coach-light"}),
        (["prepare", ""], {"bad-news"}),
        (["season", "execution", "--rhythm", ""], {"ten-two"}),
        (["feedback", "add", "--question", ""], set()),
        (["ladders", "--practice", ""], set()),
        (["assess", "--try", ""], set()),
        (["packet", "--with", ""], set()),
        (["--home", "elsewhere", "ma"], {"mark"}),
    ],
)
def test_what_can_stand_there_is_offered(offered, typed, some):
    sort, found = offered(*typed)
    assert sort == "values"
    assert found
    assert some <= found.keys()
    assert all(each.startswith(typed[-1]) for each in found)


@pytest.mark.parametrize(
    ("typed", "sort"),
    [
        (["import", ""], "file"),
        (["restore", ""], "file"),
        (["backup", "-o", ""], "file"),
        (["add", "--file", ""], "file"),
        (["demo", "--into", ""], "folder"),
        (["add", "--home", ""], "folder"),
        (["--home", ""], "folder"),
    ],
)
def test_files_are_left_to_the_shell(offered, typed, sort):
    assert offered(*typed) == (sort, {})


def test_references_come_with_their_first_words(offered, lived):
    _, found = offered("show", "")
    assert "Walked: twice as clear" in found.values()
    reference = next(iter(found))
    assert offered("show", reference[:3])[1].keys() >= {reference}


def test_a_commitment_is_offered_where_one_is_meant_and_what_is_over_is_not(offered, lived, shell):
    assert offered("mark", "")[1] == {**{ref: text for text, ref in lived.items()}, "all": ""}
    shell("end", lived["Two pages"], "dropped", "--because", "too much")
    assert offered("gate", "")[1] == {lived["Walk before mail"]: "Walk before mail"}


def test_tags_are_offered(offered, lived):
    assert offered("add", "--tag", "d")[1].keys() == {"deep work"}
    assert offered("list", "--tag", "")[1].keys() == {"deep work"}


def test_a_tab_asks_for_no_passphrase(offered, coach, lived):
    protecting.protect(coach.store, "a passphrase of many words", LEAST)
    assert offered("show", "") == ("values", {})
    assert offered("list", "c")[1].keys() == {each for each in kinds() if each.startswith("c")}


def test_nonsense_is_offered_nothing_and_says_nothing(shell):
    for typed in (["nothing", ""], ["mark", "--nothing", ""], ["list", "x", "y", ""], ["add", "--", "--"]):
        said = shell("completions", "fish", "--", *typed)
        assert "Traceback" not in said.err


def test_whatever_a_room_offers_belongs_to_an_argument_there_is():
    from coach.cli.main import load

    for practice in practices():
        for name in practice.offers:
            command, argument = name.split(" ")
            assert place_of_command(command)
            parser = Parser(load(command), prog=command)
            load(command).fill(parser)
            assert argument in {action.dest for action in parser.actions}, name


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "journal.json").write_text("[]")
    (tmp_path / "journals").mkdir()
    return tmp_path


_BEGIN = {
    "bash": (["--norc", "--noprofile", "-i"], "bind 'set bell-style none'; PS1='>'; {source}"),
    "zsh": (["-f", "-i"], "autoload -Uz compinit; compinit -D; PS1='>'; setopt NO_BEEP; {source}"),
}


class Sitting:
    """A person at a shell: types, presses tab, reads what is on the screen."""

    def __init__(self, name: str, folder: Path, own: dict[str, str]) -> None:
        options, begin = _BEGIN[name]
        self._child, self._file = pty.fork()
        if self._child == 0:
            os.chdir(folder)
            os.execvpe(name, [name, *options], own)  # noqa: S606 - a shell of the person is the point
        source = f"source completions.{name}"
        self.types(begin.format(source=source) + "; echo R''EADY\n")
        self.sees("READY")

    def types(self, text: str) -> None:
        os.write(self._file, text.encode())

    def sees(self, text: str) -> str:
        """What is on the screen once this is."""
        screen, until = "", time.monotonic() + 20
        while text not in screen:
            assert time.monotonic() < until, screen
            if select.select([self._file], [], [], 0.2)[0]:
                screen += re.sub(
                    r"\x1b\[[0-9;?]*[a-zA-Z]", "", os.read(self._file, 4096).decode("utf-8", "replace")
                )
        return screen

    def leaves(self) -> None:
        os.close(self._file)
        os.waitpid(self._child, 0)


@pytest.fixture
def sitting(folder, shell, paths):
    """At a shell, in a folder with two names that begin alike, with coach on the PATH."""
    (folder / "bin").mkdir()
    program = folder / "bin" / "coach"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m coach "$@"\n')
    program.chmod(0o755)
    own = environment(paths) | {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }
    begun = []

    def at(name: str) -> Sitting:
        if shutil.which(name) is None:
            pytest.skip(f"there is no {name}")
        (folder / f"completions.{name}").write_text(shell("completions", name).out)
        begun.append(Sitting(name, folder, own))
        return begun[-1]

    yield at
    for each in begun:
        each.leaves()


@pytest.mark.parametrize("name", ["bash", "zsh"])
@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("coach feedb\t", "coach feedback "),
        ("coach import journal.\t", "coach import journal.json "),
        ("coach demo --into jour\t", "coach demo --into journals/"),
        ("coach list --mode l\t", "--mode leading "),
        ("coach mark all missed:forg\t", "missed:forgot "),
    ],
)
def test_tab_goes_on(sitting, name, typed, then):
    person = sitting(name)
    person.types(typed)
    assert then in person.sees(then.rstrip(" "))


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_where_nothing_can_stand_tab_types_nothing(sitting, name):
    person = sitting(name)
    person.types("coach undo \t\t")
    person.types("; echo DO''NE\n")
    screen = person.sees("DONE")
    assert "values" not in screen
    assert "compopt" not in screen


def test_within_a_quote_nothing_is_escaped(sitting, lived):
    person = sitting("bash")
    person.types('coach list --tag "deep w\t')
    assert '"deep work"' in person.sees('deep work"')


def test_zsh_may_load_it_by_itself(sitting, folder, shell):
    """As a file called _coach in a folder of fpath, the first tab works."""
    person = sitting("zsh")
    (folder / "functions").mkdir()
    (folder / "functions" / "_coach").write_text(shell("completions", "zsh").out)
    person.types("unfunction _coach; fpath=(functions $fpath); compinit -u -D; echo A''GAIN\n")
    person.sees("AGAIN")
    person.types("coach feedb\t")
    person.sees("feedback")


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_tab_lists_references_with_their_words(sitting, lived, name):
    person = sitting(name)
    person.types("coach mark \t\t")
    screen = person.sees("Two pages")
    assert "Walk before mail" in screen + person.sees("")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("coach feedb", {"feedback"}),
        ("coach import jour", {"journal.json", "journals/"}),
        ("coach demo --into jour", {"journals/"}),
        ("coach list --mode l", {"leading"}),
        ("coach list --si", {"--since"}),
        ("coach list --since -7", {"-7d"}),
        ("coach undo x", set()),
        ("coach --home elsewhere list che", {"checkins"}),
    ],
)
def test_fish_offers_it(sitting, folder, shell, paths, typed, found):
    if shutil.which("fish") is None:
        pytest.skip("there is no fish")
    program = folder / "bin" / "coach"
    script = folder / "completions.fish"
    script.write_text(shell("completions", "fish").out)
    own = environment(paths) | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", str(script), typed],
        cwd=folder, env=own, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert {line.partition("\t")[0] for line in ran.stdout.splitlines()} == found, ran.stderr
