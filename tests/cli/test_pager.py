"""What is longer than the window goes through the person's pager, at a real terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest

from coach.shell import pager
from coach.shell.folding import hung
from tests.helpers import environment

_ROWS = 12


@pytest.fixture
def at_terminal(paths, tmp_path):
    """Types a command at a terminal of twelve rows; what is seen there, and whether the pager was asked."""
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ntouch {tmp_path}/asked\nsed 's/^/|/'\n")
    pager.chmod(0o755)

    def typed(*words: str, **own: str) -> tuple[str, bool]:
        (tmp_path / "asked").unlink(missing_ok=True)
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, 80, 0, 0))
        ran = subprocess.Popen(
            [sys.executable, "-m", "coach", *words], stdin=theirs, stdout=theirs, stderr=theirs,
            env=environment(paths) | {"TERM": "xterm", "PAGER": str(pager), **own},
        )  # fmt: skip
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
        assert ran.wait() == 0, seen
        os.close(ours)
        return seen.decode().replace("\r\n", "\n"), (tmp_path / "asked").exists()

    return typed


def test_a_long_help_goes_through_the_pager_whole(at_terminal, shell):
    seen, is_asked = at_terminal("help", NO_COLOR="1")
    assert is_asked
    plain = re.sub(r"\x1b\[\d*m", "", seen)
    assert re.sub(r"^\|", "", plain, flags=re.MULTILINE).split() == shell("help").out.split()


def test_what_fits_is_printed(at_terminal, shell):
    shell("add", "one day")
    seen, is_asked = at_terminal("list", NO_COLOR="1")
    assert not is_asked
    assert "one day" in seen


def test_the_explanation_of_a_command_is_paged_too(at_terminal):
    assert at_terminal("commit", "--help")[1]


def test_one_long_paragraph_is_longer_than_the_window_too(at_terminal, shell):
    shell("add", "word " * 700)
    reference = shell("list", "--json").json[0]["id"][-12:-6]
    assert at_terminal("show", reference)[1]


def test_less_shows_weight_also_to_who_has_options_of_their_own(monkeypatch):
    monkeypatch.setenv("LESS", "-i")
    assert pager._environment("/usr/bin/less")["LESS"] == "-R -i"
    assert pager._environment("most")["LESS"] == "-i"


def test_an_open_quote_is_no_pager(at_terminal):
    seen, is_asked = at_terminal("help", COACH_PAGER="less 'x")
    assert (is_asked, "undo" in seen) == (False, True)


def test_words_about_a_list_come_after_it(at_terminal, shell):
    for number in range(12):
        shell("add", "--at", f"-{number}d", f"day {number}")
    seen, is_asked = at_terminal("list")
    assert is_asked
    *_, last = seen.splitlines()
    assert last.startswith("There is more"), seen


@pytest.mark.parametrize(
    "own", [{"PAGER": "cat"}, {"COACH_PAGER": ""}, {"PAGER": "/no/such/pager"}, {"TERM": "dumb"}]
)
def test_who_wants_none_or_has_none_gets_all_of_it(at_terminal, own):
    seen, is_asked = at_terminal("help", **own)
    assert not is_asked
    assert "undo" in seen


def test_who_leaves_early_is_done(at_terminal):
    seen, _ = at_terminal("help", PAGER="true")
    assert "Traceback" not in seen


def test_json_is_for_programs(at_terminal):
    assert not at_terminal("list", "marks", "--json")[1]


def test_a_line_that_is_too_long_is_broken_between_its_words(at_terminal, shell):
    shell("frame", "--direction", "word " * 30, "--giving-up", "talks")
    seen, _ = at_terminal("frame", PAGER="cat", NO_COLOR="1")
    assert max(map(len, seen.splitlines())) <= 80
    assert seen.count("word") == 30
    told, _ = at_terminal("frame", "--json", PAGER="cat")
    assert json.loads(told)["direction"].count("word") == 30


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("short", ["short"]),
        ("  one two three four", ["  one two", "    three", "    four"]),
        ("\x1b[1mone\x1b[0m two three", ["\x1b[1mone\x1b[0m two", "  three"]),
        ("a-word-longer-than-a-row", ["a-word-longer-than-a-row"]),
        ("中文 中文 中文", ["中文 中文", "  中文"]),
    ],
)
def test_rows_hang_under_their_beginning(line, rows):
    assert hung(line, 12) == rows
