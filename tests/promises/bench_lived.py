"""P9, P6, P5, P2 and P4 with lives in them: what one, ten and thirty years of a full life cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.promises.lived import live
from tests.promises.peers import READY, SMALLEST
from tests.promises.table import BARE, Measured, timed
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = Callable[..., None]

ROOT = str(Path(__file__).parent.parent.parent)
COACH = [sys.executable, "-P", "-m", "coach"]
YEARS = (1, 10, 30)
RUNS = 9
COMMANDS = (
    "today", "list", "show 4af6fe", "season", "frame", "assess", "feedback", "vitality", "learned", "talk", "packet",
    "decide", "deciding", "forecast", "ladders", "insights", "noticed", "week", "year", "reassess", "prompt", "rights",
    "random", "search newsletter -n 5", "number",
)  # fmt: skip
"""What is typed now and then; `4af6fe` is an entry of the sample year."""
NEW = (
    ("entry", "add Walked"),
    ("check-in", "checkin --day -1d -e 4"),
    ("signal", "signal They-keep-their-own-list"),
    ("question to others", "feedback add --question how --expected yes"),
    ("diagnosis", "diagnose The-price --path yes"),
    ("decision", "decide The-price"),
)
"""One of each kind that a word or two make."""
PLACES = (b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"1")
_SHOWS = {"smallest": READY.encode(), "key": b"Mo   Tu   We"}
"""What is waited for: of the key, the month in the journal."""
_A_CURSOR = 150
"""Bytes that are no more than a cursor or a row that is drawn once more."""


def homes(folder: str) -> dict[int, str]:
    """A life of each length, and its notes as they are after a first look."""
    found = {}
    for years in YEARS:
        print(f"living {years} years", file=sys.stderr)
        home = os.path.join(folder, f"lived-{years}")
        live(home, years)
        _run(home, "feedback")
        _run(home, "search newsletter -n 5")
        found[years] = home
    return found


def a_life(row: Row, folder: str) -> None:
    """All of it."""
    lived = homes(folder)
    over_years(row, lived)
    new_records(row, lived)
    first_frames(row, folder, lived)
    places(row, lived)
    bytes_of_a_search(row, lived)


def over_years(row: Row, lived: dict[int, str]) -> None:
    """P9: whole processes, in turn."""
    for command in COMMANDS:
        spent: dict[int, list[float]] = {years: [] for years in YEARS}
        bare = []
        for _ in range(RUNS + 1):
            for years, home in lived.items():
                spent[years].append(timed(partial(_run, home, command)))
            bare.append(timed(partial(subprocess.run, BARE, check=True)))
        grown(row, f"coach {command}", spent)
        for years in YEARS:
            row(
                f"coach {command}, {years} years",
                None,
                Measured.of([each * 1000 for each in spent[years][1:]]),
                "ms",
            )
        row(
            f"coach {command}, thirty years / python -c pass",
            None,
            Measured.against(spent[YEARS[-1]][1:], bare[1:]),
        )


def new_records(row: Row, lived: dict[int, str]) -> None:
    """P9: a new record of each kind; each is taken back before the next, so that none is a change."""
    for name, command in NEW:
        spent: dict[int, list[float]] = {years: [] for years in YEARS}
        for _ in range(RUNS + 1):
            for years, home in lived.items():
                spent[years].append(timed(partial(_run, home, command)))
                _run(home, "undo")
        grown(row, f"a new {name}", spent)


def grown(row: Row, name: str, spent: dict[int, list[float]]) -> None:
    """What later years cost against the first, without the first run of each."""
    first, middle, last = (spent[years][1:] for years in YEARS)
    row(f"P9 {name}, ten years / one", 1.3, Measured.against(middle, first))
    row(f"P9 {name}, thirty years / one", 1.3, Measured.against(last, first))


def first_frames(row: Row, folder: str, lived: dict[int, str]) -> None:
    """P2 and P6: until Today is there, and the memory after every place was opened."""
    one = os.path.join(folder, "one-entry")
    _run(one, "add begun")
    ways = {
        "smallest": (SMALLEST, ""),
        "one": (COACH, one),
        "ten": (COACH, lived[10]),
        "key": (COACH, lived[10]),
    }
    spent: dict[str, list[float]] = {name: [] for name in ways}
    memory: dict[str, list[int]] = {name: [] for name in ways}
    for _ in range(RUNS + 1):
        for name, (command, home) in ways.items():
            terminal = Terminal(command, _environment(home), (120, 40))
            if name == "key":
                terminal.send(b"2")
            spent[name].append(terminal.until(_SHOWS.get(name, b"Check in")))
            if name in {"one", "ten"}:
                terminal.quiet()
                terminal.send(b"\x1b")
                for key in PLACES:
                    terminal.quiet(0.15)
                    terminal.send(key)
                terminal.quiet()
            memory[name].append(terminal.kill())
    row(
        "P2 first frame, one entry / smallest Textual app",
        1.25,
        Measured.against(spent["one"][1:], spent["smallest"][1:]),
    )
    row(
        "P2 first frame, ten lived years / smallest",
        1.5,
        Measured.against(spent["ten"][1:], spent["smallest"][1:]),
    )
    row(
        "P2 a key sent at exec answered, ten lived years / smallest",
        1.8,
        Measured.against(spent["key"][1:], spent["smallest"][1:]),
    )
    row(
        "P6 memory after every place, ten lived years / one entry",
        1.5,
        Measured.against(memory["ten"][1:], memory["one"][1:]),
    )


def places(row: Row, lived: dict[int, str]) -> None:
    """P5: from a key until a place that was visited before is drawn, the median of all of them."""
    for years in YEARS:
        row(f"P5 a place visited before, {years} lived years", 20, _places(lived[years]) * 1000, "ms")


def _places(home: str) -> float:
    terminal = Terminal(COACH, _environment(home), (120, 40))
    terminal.until(b"Check in")
    terminal.quiet()
    terminal.send(b"\x1b")  # the check-in may have opened by itself
    spent = []
    for turn in range(4):
        for key in PLACES:
            terminal.quiet(0.4)
            started = time.perf_counter()
            terminal.send(key)
            ends = max((when for when, size in terminal.pieces(0.2) if size > _A_CURSOR), default=started)
            spent += [ends - started] if turn else []
    terminal.kill()
    return statistics.median(spent)


def bytes_of_a_search(row: Row, lived: dict[int, str]) -> None:
    """P4: what a search writes to the terminal, over thirty years."""
    terminal = Terminal(COACH, _environment(lived[30]), (120, 40))
    terminal.until(b"Check in")
    terminal.quiet()
    terminal.send(b"/")
    terminal.quiet()
    before = len(terminal.written)
    terminal.send(b"newsletter")
    terminal.quiet(1.5)
    row(
        "P4 KB written for a search over thirty lived years",
        100,
        (len(terminal.written) - before) / 1024,
        "KB",
    )
    terminal.kill()


def _environment(home: str) -> dict[str, str]:
    return {**os.environ, "COACH_HOME": home, "PYTHONPATH": ROOT, "COACH_NOW": "2026-11-20T09:00"}


def _run(home: str, command: str) -> None:
    subprocess.run(
        [*COACH, *command.split()], env=_environment(home), capture_output=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
