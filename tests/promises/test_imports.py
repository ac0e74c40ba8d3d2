"""P7: what each command may import. A subprocess each, because imports are forever."""

from __future__ import annotations

import subprocess
import sys

import pytest

from coach.store import protecting
from coach.store.keys import LEAST
from tests.helpers import environment

HEAVY = {"textual", "rich", "dateutil.parser", "tomlkit", "platformdirs", "asyncio", "email", "http"}
QUICK = HEAVY | {
    "tinydb",
    "dataclasses",
    "typing",
    "inspect",
    "pathlib",
    "shutil",
    "subprocess",
    "dateutil",
    "contextlib",
}


def imported(paths, *words) -> set[str]:
    code = (
        "import sys; from coach.cli.main import run; run(sys.argv[1:]); sys.stdout = sys.__stdout__; "
        "print('\\n@' + ' '.join(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code, *words],
        env=environment(paths) | {"PYTHONPATH": ":".join([environment(paths)["PYTHONPATH"], *sys.path])},
        capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return set(ran.stdout.rpartition("@")[2].split())


@pytest.mark.parametrize(
    ("words", "forbidden"),
    [
        (["add", "x"], QUICK),
        (["add", "--tag", "a", "--mode", "both", "x"], QUICK),
        (["signal", "x"], QUICK),
        (["today"], HEAVY | {"dataclasses", "icalendar", "inspect"}),
        (["season", "rhythms"], HEAVY | {"icalendar"}),
        (["list"], HEAVY | {"dataclasses", "inspect"}),
        (["list", "--since", "-3d", "--json"], HEAVY | {"dateutil"}),
        (["search", "x"], HEAVY),
        (["undo"], HEAVY),
        (["help"], {"textual", "rich"}),
        (["completions", "bash"], {"textual", "rich"}),
        (["doctor"], {"textual", "rich"}),
    ],
)
def test_a_command_imports_no_more_than_it_needs(paths, words, forbidden):
    imported(paths, "add", "something to look at")
    assert not imported(paths, *words) & forbidden


@pytest.mark.parametrize("words", [["add", "x"], ["signal", "x"]])
def test_a_capture_with_protection_imports_no_more_than_the_library(coach, paths, words):
    coach.journal.write("x")
    protecting.protect(coach.store, "correct horse battery", LEAST)
    found = imported(paths, *words)
    assert "nacl._sodium" in found
    assert not found & (QUICK | {"nacl.bindings", "hashlib", "ctypes", "coach.store.seals"})
