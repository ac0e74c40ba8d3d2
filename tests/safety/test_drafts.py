"""D6: what was typed more than two seconds ago survives the death of the app, in a real terminal."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from tests.helpers import ROOT, environment
from tests.terminal import Terminal

COACH = [sys.executable, "-m", "coach"]
WORDS = [
    "walked",
    "before",
    "mail",
    "and",
    "said",
    "no",
    "to",
    "the",
    "offsite",
    "then",
    "wrote",
    "the",
    "brief",
    "in",
    "one",
    "go",
]
TRIALS = 100
AT_MOST_LOST = 2.0


@pytest.fixture
def home(paths, clock) -> Paths:
    build(paths, clock).journal.write("an entry, so that no welcome is said")
    return paths


def writing(home: Paths) -> Terminal:
    """The app with an empty page before the cursor."""
    terminal = Terminal(COACH, environment(home))
    terminal.until(b"Check in")
    terminal.send(b"n")
    terminal.until(b"New entry")
    return terminal


def drafted(home: Paths) -> str:
    """What the next start offers."""
    left = list(build(home, Clock()).drafts.left())
    return str(left[0].fields["text"]) if left else ""


def gone(terminal: Terminal) -> bool:
    """Whether the process has ended."""
    with contextlib.suppress(ChildProcessError):
        return os.waitpid(terminal.pid, os.WNOHANG)[0] != 0
    return True


def test_what_the_app_called_a_kept_draft_survives_its_death(home):
    terminal = writing(home)
    terminal.send(b"what nobody may lose")
    terminal.until(b"draft kept")
    terminal.send(b" and more")
    terminal.kill()
    assert drafted(home).startswith("what nobody may lose")


@pytest.mark.parametrize("ends", ["TERM", "HUP", "the connection breaks"])
def test_an_app_that_is_asked_to_end_keeps_every_key(home, ends):
    terminal = writing(home)
    terminal.send(b"typed just now")
    terminal.until(b"typed just now")
    if ends == "the connection breaks":
        terminal.hang_up()
    else:
        os.kill(terminal.pid, getattr(signal, f"SIG{ends}"))
        with contextlib.suppress(OSError):
            while terminal.read(20.0):
                pass
    deadline = time.monotonic() + 20
    while not gone(terminal):
        assert time.monotonic() < deadline, "it did not end"
    assert drafted(home) == "typed just now"


@pytest.mark.long
def test_a_hundred_kills_lose_nothing_typed_more_than_two_seconds_before(tmp_path):
    with ThreadPoolExecutor(2) as pool:
        lost = list(pool.map(lambda number: killed_while_typing(tmp_path, number), range(TRIALS)))
    assert [each for each in lost if each] == []


def killed_while_typing(folder, number: int) -> str:
    """Types at a person's pace, kills at any moment; gives what is missing of what had to be there."""
    chance = random.Random(number)
    home = Paths(str(folder / f"home{number}"))
    build(home, Clock()).journal.write("an entry, so that no welcome is said")
    terminal = writing(home)
    typed: list[tuple[float, str]] = []
    until = time.monotonic() + chance.uniform(2.2, 6.0)
    while time.monotonic() < until:
        word = chance.choice(WORDS) + " "
        terminal.send(word.encode())
        typed.append((time.monotonic(), word))
        terminal.read(chance.uniform(0.01, 0.25))
    killed = time.monotonic()
    terminal.kill()
    due = "".join(word for at, word in typed if at < killed - AT_MOST_LOST)
    kept = drafted(home)
    return "" if kept.startswith(due.rstrip()) else f"{number}: {due!r} is not in {kept!r}"


def test_a_page_of_another_window_is_not_taken_up(coach, paths):
    """A process that lives keeps its draft; its text is not put on the page of this one."""
    code = (
        "import sys; from coach.drafts import Draft, Drafts; "
        f"Drafts({paths.drafts!r}).keep_fields(Draft('commit', 'commitments', '2026-11-20T08:00+01:00', "
        "{'text': 'theirs'})); print('kept', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert other.stdout
    assert other.stdin
    other.stdout.readline()
    name, draft = coach.drafts.take_up("commit")
    assert draft is None
    assert name != "commit"
    other.stdin.close()
    other.wait()
    other.stdout.close()
    name, draft = coach.drafts.take_up("commit")
    assert name == "commit"
    assert draft
    assert draft.text == "theirs"


@pytest.mark.parametrize(
    ("words", "asked", "answer", "name"),
    [
        ("checkin", b"energy", b"4", "checkin-2026-11-20"),
        ("reflect monthly", b"energy", b"The walk before mail", "monthly-2026-10-31"),
        ("reflect weekly", b"truth", b"Nothing shipped", "weekly-2026-11-15"),
    ],
)
@pytest.mark.parametrize("ends", ["KILL", "HUP", "TERM"])
def test_lines_answered_in_the_shell_are_on_the_disk_before_the_next_is_asked(
    home, words, asked, answer, name, ends
):
    terminal = Terminal([*COACH, *words.split()], environment(home, COACH_NOW="2026-11-20T09:00:00"))
    terminal.until(b"clears an answer")
    terminal.quiet()
    seen = len(terminal.written)
    terminal.send(answer + b"\n")
    terminal.until(b"\n", since=seen + len(answer) + 2)
    terminal.quiet()
    os.kill(terminal.pid, getattr(signal, f"SIG{ends}"))
    while not gone(terminal):
        terminal.read(0.05)
    left = next(build(home, Clock()).drafts.left())
    said = [str(each) for each in left.fields.values()]
    assert answer.decode() in said, left
