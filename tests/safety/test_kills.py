"""D2: random kills of a process that writes without pause. What it acknowledged is there, readable."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.helpers import LONG, environment, located, process
from tests.safety.stories import add, capture, delete, everything, move, open_store, protect, record_id

KILLS = 10_000 if LONG else 200
COMMANDS = 200 if LONG else 25
LONGEST = 0.03


@pytest.mark.parametrize("is_protected", [False, True], ids=["plain", "protected"])
def test_kills_of_a_busy_process_lose_nothing_acknowledged(tmp_path, is_protected):
    """Each round forks a writer that says what is done; the kill comes at any moment of its work."""
    generator = random.Random(11)
    home = str(tmp_path / "home")
    store = open_store(home)
    if is_protected:
        protect(store)
    add(store, 0)
    expected = everything(store)
    number = 0
    for _ in range(KILLS if LONG or not is_protected else KILLS // 2):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            write_until_killed(home, number, writing)
        os.close(writing)
        os.read(reading, 1)
        wait(generator.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said = b""
        while chunk := os.read(reading, 1 << 16):
            said += chunk
        os.close(reading)
        done = said.count(b".")
        store = open_store(home)
        found = everything(store)
        assert store.damage.error() is None
        allowed = [play(expected, number, done), play(expected, number, done + 1)]
        assert found in allowed
        expected = found
        number += 100_000  # an id is given once
        if len(expected) > 60:
            expected = start_over(home)


def wait(seconds: float) -> None:
    """A pause of the test itself, measured, so that kills fall anywhere."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


ACTS = ("add", "capture", "add", "move", "delete", "undo", "add", "capture")


def write_until_killed(home: str, number: int, writing: int) -> None:
    store = open_store(home)
    os.write(writing, b"s")
    while True:
        for turn, act in enumerate(ACTS):
            perform(store, act, number + turn)
            os.write(writing, b".")
        number += 10


def perform(store, act, number):
    if act == "add":
        add(store, number)
    elif act == "capture":
        capture(store, number)
    elif act == "move":
        move(store, number - 1)
    elif act == "delete":
        delete(store, number - 2)
    else:
        store.undo()


def play(before, number, steps):
    """What the records are after this many acts."""
    records = {key: dict(kept) for key, kept in before.items()}
    gone = None
    for step in range(steps):
        round_, turn = divmod(step, len(ACTS))
        here = number + round_ * 10 + turn
        act = ACTS[turn]
        if act in {"add", "capture"}:
            records["entries", record_id(here)] = {"text": f"text {here}"}
        elif act == "move":
            records["entries", record_id(here - 1)] = {"text": "moved"}
            records["plans", record_id(99)] = {"direction": "new"}
        elif act == "delete":
            gone = records.pop(("entries", record_id(here - 2)), None)
        elif gone is not None:
            records["entries", record_id(here - 3)] = gone
    return Texts(records)


class Texts(dict):
    """Records compared by what they say."""

    def __eq__(self, other):
        return {key: said(kept) for key, kept in self.items()} == {
            key: said(kept) for key, kept in other.items()
        }

    __hash__ = None


def said(kept):
    return kept.get("text"), kept.get("direction")


def start_over(home):
    store = open_store(home)
    with store.change("cleared") as change:
        for kind, each in everything(store):
            change.remove(kind, each)
    return everything(store)


@pytest.mark.parametrize("number", range(COMMANDS))
def test_kills_of_real_commands_lose_nothing_acknowledged(tmp_path, number):
    generator = random.Random(number)
    paths = located(tmp_path / "home")
    assert process(paths, "add", "first").returncode == 0
    words = [["add", "second"], ["list"], ["undo"], ["delete", "REF"], ["backup"]][number % 5]
    store = open_store(paths)
    before = everything(store)
    ref = next(iter(before))[1][-12:]
    command = [sys.executable, "-m", "coach", *(ref if word == "REF" else word for word in words)]
    started = subprocess.Popen(
        command, env=environment(paths), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    wait(generator.random() * 0.15)
    started.kill()
    ended = started.wait()
    found = [kept["text"] for kept in everything(open_store(paths)).values()]
    possible = {"add": ["first", "second"], "undo": [], "delete": []}.get(words[0], ["first"])
    assert found == possible if ended == 0 else found in (["first"], possible)
    assert process(paths, "doctor").returncode == 0
