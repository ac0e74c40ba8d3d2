"""What else keeps such things in a terminal, on this machine, now: told beside ours, without a bar."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.promises.homes import fields
from tests.promises.peers import SMALLEST
from tests.promises.table import BARE, Measured, timed
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[..., None]

RUNS = 7
APPS = ("posting", "harlequin")
_A_FRAME = 2_000
"""Bytes that are a page and no greeting."""


def beside(tell: Tell, folder: str, sizes: tuple[int, ...]) -> None:
    """All that are installed."""
    jrnl(tell, folder, sizes)
    taskwarrior(tell, folder)
    sqlite(tell, folder, sizes[-1])
    apps(tell)


def jrnl(tell: Tell, folder: str, sizes: tuple[int, ...]) -> None:
    """Adding and listing five, in journals of these sizes."""
    if shutil.which("jrnl") is None:
        return
    for size in sizes:
        home = os.path.join(folder, f"jrnl-{size}")
        os.makedirs(os.path.join(home, "jrnl"))
        journal = os.path.join(home, "journal.txt")
        Path(journal).write_text("".join(_entries(size)), "utf-8")
        settings = os.path.join(home, "jrnl", "jrnl.yaml")
        Path(settings).write_text(
            f"version: v4.1\njournals:\n  default: {{journal: {journal}}}\neditor: ''\n"
        )
        command = ["jrnl", "--config-file", settings]
        for name, words in (("add", ["Walked before mail."]), ("list", ["-n", "5"])):
            tell(f"jrnl {name} / python -c pass, {size:,}", None, _ratio([*command, *words], home, 3))


def _entries(size: int) -> list[str]:
    chance = random.Random(size)
    days = (f"[2026-{number % 12 + 1:02}-{number % 28 + 1:02} 09:00]" for number in range(size))
    return [f"{day} {fields('', chance)['text']}\n\n" for day in days]


def taskwarrior(tell: Tell, folder: str) -> None:
    """Adding and listing, twenty tasks."""
    if shutil.which("task") is None:
        return
    home = os.path.join(folder, "task")
    os.makedirs(home)
    settings = os.path.join(home, "taskrc")
    Path(settings).write_text(f"data.location={home}\nconfirmation=no\n")
    command = ["task", f"rc:{settings}"]
    for number in range(20):
        subprocess.run([*command, "add", f"Walk {number}"], capture_output=True, check=False)
    for name in ("list", "add"):
        words = [name, *(["Walk"] if name == "add" else [])]
        tell(f"Taskwarrior {name} / python -c pass", None, _ratio([*command, *words], home))


def sqlite(tell: Tell, folder: str, size: int) -> None:
    """Its own shell: a row added and synced, and a search by LIKE."""
    if shutil.which("sqlite3") is None:
        return
    path = os.path.join(folder, "entries.db")
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE entries (text TEXT)")
        base.executemany("INSERT INTO entries VALUES (?)", ((each,) for each in _entries(size)))
    base.close()
    for name, said in (
        ("add", "INSERT INTO entries VALUES ('Walked before mail')"),
        ("search", "SELECT text FROM entries WHERE text LIKE '%newsletter%' LIMIT 5"),
    ):
        tell(f"sqlite3 {name} / python -c pass, {size:,}", None, _ratio(["sqlite3", path, said], folder))


def apps(tell: Tell) -> None:
    """From exec to a page, beside the smallest Textual app."""
    for name in APPS:
        if shutil.which(name):
            runs = [_first_page([name]) / _first_page(SMALLEST) for _ in range(RUNS + 1)]
            tell(f"{name}, first frame / smallest Textual app", None, Measured.of(runs[1:]))


def _first_page(command: list[str]) -> float:
    terminal = Terminal(command, dict(os.environ), (120, 40))
    while len(terminal.written) < _A_FRAME:
        terminal.read(0.01)
    spent = time.perf_counter() - terminal.started
    terminal.kill()
    return spent


def _ratio(command: list[str], home: str, runs: int = RUNS) -> Measured:
    run = partial(
        subprocess.run, env={**os.environ, "HOME": home}, capture_output=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    run(command)
    pairs = [(timed(partial(run, command)), timed(partial(run, BARE))) for _ in range(runs)]
    return Measured.against(*zip(*pairs, strict=True))
