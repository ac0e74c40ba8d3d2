"""D9: words written with protection on are searched for in everything on the disk, after kills of every kind."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest

from coach.app import build
from coach.core.days import clock_from
from coach.core.paths import Paths
from coach.store import memory, protecting
from coach.store.keys import LEAST
from coach.store.seals import Seals
from tests.helpers import LONG, environment
from tests.safety.stories import SECRET
from tests.terminal import Terminal

WORD = "Nachtigall"
KILLS = 60 if LONG else 6
# A shell that lets the system write images of memory, as some machines do by default.
COACH = ["sh", "-c", 'ulimit -c unlimited 2>/dev/null; exec "$0" -m coach "$@"', sys.executable]
CTRL_S, F12 = b"\x13", b"\x1b[24~"


@pytest.fixture
def everywhere(tmp_path, monkeypatch) -> Path:
    """A folder that holds the home, the person's own, the temporary one and the one stood in."""
    for name in ("person", "tmp", "here", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.fixture
def protected(paths, clock, everywhere) -> Paths:
    coach = build(paths, clock)
    coach.journal.write(f"{WORD} from before")
    protecting.protect(coach.store, SECRET, LEAST)
    return paths


def surroundings(paths: Paths, everywhere: Path) -> dict[str, str]:
    return environment(paths, TMPDIR=str(everywhere / "tmp"), HOME=str(everywhere / "person"), COLUMNS="80")


def lying_open(everywhere: Path) -> list[Path]:
    forms = [WORD.encode(form) for form in ("utf-8", "utf-16-le", "utf-32-le")]
    files = [path for path in everywhere.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]


def opened(paths: Paths, everywhere: Path) -> Terminal:
    terminal = Terminal(COACH, surroundings(paths, everywhere))
    terminal.until(b"locked")
    terminal.quiet(0.1)
    since = len(terminal.written)
    terminal.send(SECRET.encode() + b"\r")
    terminal.until(b"Energy", since)
    return terminal


@pytest.mark.parametrize("number", range(KILLS))
def test_nothing_lies_open_after_the_app_was_killed(protected, everywhere, number):
    how = (signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV)[number % 3]
    terminal = opened(protected, everywhere)
    terminal.send(b"n")
    terminal.until(b"New entry")
    terminal.send(f"{WORD} in a draft".encode())
    terminal.until(b"draft kept")
    if number % 2:
        terminal.send(CTRL_S)
        terminal.until(b"saved ")
    terminal.kill(how)
    assert lying_open(everywhere) == []
    seals = Seals(protected)
    seals.unlock(SECRET)
    again = build(protected, clock_from({}), seals)
    texts = [entry.text for entry in again.journal.entries()] + [draft.text for draft in again.drafts.left()]
    assert f"{WORD} in a draft" in texts


def test_a_process_without_protection_would_leave_an_image(everywhere):
    """That the search above can find something: the same kill, of a program that forbids nothing."""
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this machine allows no images at all")
    holds = f"import os; word = {WORD!r} * 1000; os.kill(os.getpid(), 6)"
    command = ["sh", "-c", 'ulimit -c unlimited; "$0" -c "$1"', sys.executable, holds]
    subprocess.run(command, check=False, capture_output=True)
    if Path("/proc/sys/kernel/core_pattern").read_text().strip() != "core":
        pytest.skip("this system sends images elsewhere")
    assert [path.name.partition(".")[0] for path in lying_open(everywhere)] == ["core"]


def test_the_system_is_told_to_write_no_image(monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: told.append(limit))
    monkeypatch.setattr(
        ctypes, "CDLL", lambda _: types.SimpleNamespace(prctl=lambda *words: told.append(words))
    )
    for pattern, expected in (("core", 0), ("|/usr/lib/systemd/systemd-coredump %P", 1)):
        told.clear()
        (tmp_path / "pattern").write_text(pattern)
        monkeypatch.setattr(memory, "_IMAGES", str(tmp_path / "pattern"))
        memory.leave_no_image()
        assert told[0] == (resource.RLIMIT_CORE, (0, 0))
        assert told[1:] == [(4, 0, 0, 0, 0)] * expected  # PR_SET_DUMPABLE


def test_the_keys_are_nowhere_in_memory_once_it_is_locked(protected, everywhere):
    """Read from the memory of the locked app itself, as an administrator could."""
    seals = Seals(protected)
    seals.unlock(SECRET)
    master = seals.master().raw()
    terminal = opened(protected, everywhere)
    assert held(terminal.pid, master)
    since = len(terminal.written)
    terminal.send(F12)
    terminal.until(b"locked", since)
    terminal.quiet()
    assert not held(terminal.pid, master)
    terminal.kill()


def held(process: int, wanted: bytes) -> bool:
    """Whether these bytes are anywhere in its memory."""
    places = Path(f"/proc/{process}/maps").read_text().splitlines()
    with open(f"/proc/{process}/mem", "rb", 0) as file:
        for line in places:
            span, rights = line.split()[:2]
            first, end = (int(each, 16) for each in span.split("-"))
            if rights.startswith("rw"):
                try:
                    file.seek(first)
                    if wanted in file.read(end - first):
                        return True
                except (OSError, OverflowError, ValueError):
                    continue
    return False


def test_nothing_lies_open_after_commands(protected, everywhere):
    told = surroundings(protected, everywhere)
    for words in (
        ["add", f"{WORD} thought"],
        ["signal", f"{WORD} signal"],
        ["checkin", "4", f"{WORD} line"],
        ["commit", f"{WORD} held", "--every", "day"],
        ["feedback", "add", WORD, "--answer", WORD],
        ["search", WORD],
        ["backup"],
        ["undo"],
        ["doctor"],
    ):
        reading, writing = os.pipe()
        os.write(writing, SECRET.encode() + b"\n")
        os.close(writing)
        ran = subprocess.run(
            [*COACH, "--passphrase-fd", str(reading), *words],
            env=told,
            pass_fds=[reading],
            capture_output=True,
            check=False,
        )
        os.close(reading)
        assert ran.returncode == 0, ran.stderr
        assert lying_open(everywhere) == [], words


def test_what_is_shown_is_hidden_when_it_locks(protected, everywhere):
    terminal = opened(protected, everywhere)
    terminal.send(b"2")
    terminal.until(WORD.encode())
    terminal.send(F12)
    terminal.until(b"locked", since=len(terminal.written))
    terminal.quiet()
    since = len(terminal.written)
    for keys in (b"2", b"\x1b", b"\x10", b"/", b"\x1bOP", b"\r"):
        terminal.send(keys)
        terminal.quiet(0.2)
    assert WORD.encode() not in terminal.written[since:]
    terminal.send(b"\x11")
    terminal.quiet()
    assert terminal.kill(signal.SIGTERM) >= 0
