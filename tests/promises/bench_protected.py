"""What protection costs beside the derivation of the key: whole processes over the same data, sealed and not,
taken in turn. A short unlock spares both the passphrase, so that the rest can be compared."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coach import settings
from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.store import protecting, short_unlock
from coach.store.keys import LEAST
from coach.store.seals import Seals
from tests.promises.homes import NOW
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = Callable[[str, float, float], None]

COACH = str(Path(sys.executable).parent / "coach")
RUNS, FRAMES = 31, 9
BAR = 1.2
SECRET = "correct horse battery"
COMMANDS = (
    ["add", "Walked before mail"],
    ["list"],
    ["today"],
    ["checkin", "-e", "4"],
    ["search", "groesse", "-n", "5"],
)


def protected(row: Row, homes: dict[int, str], folder: str) -> None:
    """The commands and the first frame, at each size."""
    runtime = os.path.join(folder, "run")
    os.mkdir(runtime, 0o700)
    told = {**os.environ, "XDG_RUNTIME_DIR": runtime, "COACH_NOW": "2026-11-20T09:00"}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    for size, home in homes.items():
        sealed = seal(home, f"{home}-sealed", told)
        for words in COMMANDS:
            row(f"coach {words[0]}, protected / not, {size:,}", BAR, ratio(words, home, sealed, told))
        row(f"first frame, protected / not, {size:,}", BAR, frames(home, sealed, told))
        saved = saving(home, sealed)
        row(f"save in the app, protected / not, {size:,}", BAR, saved)
        shutil.rmtree(sealed)
    derivation(row)


def seal(home: str, place: str, told: dict[str, str]) -> str:
    shutil.copytree(home, place)
    coach = build(Paths(place), Clock(NOW.replace(tzinfo=None), NOW.tzinfo))
    protecting.protect(coach.store, SECRET, LEAST)
    settings.write(coach.paths.config, "unlock_for", "60")
    settings.write(Paths(home).config, "unlock_for", "60")
    short_unlock.remember(coach.sealing, 60, told)
    return place


def ratio(words: list[str], home: str, sealed: str, told: dict[str, str]) -> float:
    def once(place: str) -> float:
        since = time.perf_counter()
        ran = subprocess.run(
            [COACH, *words], env={**told, "COACH_HOME": place}, capture_output=True, check=False
        )
        assert ran.returncode in {0, 3}, ran.stderr
        return time.perf_counter() - since

    for place in (home, sealed):
        subprocess.run([COACH, "list"], env={**told, "COACH_HOME": place}, capture_output=True, check=False)
    pairs = [(once(sealed), once(home)) for _ in range(RUNS + 1)][1:]
    return statistics.median(one for one, _ in pairs) / statistics.median(other for _, other in pairs)


def frames(home: str, sealed: str, told: dict[str, str]) -> float:
    def once(place: str) -> float:
        terminal = Terminal([COACH], {**told, "COACH_HOME": place})
        took = terminal.until(b"Energy")
        with suppress(OSError):
            terminal.kill()
        return took

    pairs = [(once(sealed), once(home)) for _ in range(FRAMES + 1)][1:]
    return statistics.median(one for one, _ in pairs) / statistics.median(other for _, other in pairs)


def saving(home: str, sealed: str) -> float:
    clock = Clock(NOW.replace(tzinfo=None), NOW.tzinfo)
    seals = Seals(Paths(sealed))
    seals.unlock(SECRET)
    ways = (build(Paths(sealed), clock, seals), build(Paths(home), clock))
    pairs = []
    for _ in range(RUNS + 1):
        took = []
        for coach in ways:
            since = time.perf_counter()
            coach.journal.write("Walked before mail, twice as clear")
            took.append(time.perf_counter() - since)
        pairs.append(took)
    return statistics.median(one for one, _ in pairs[1:]) / statistics.median(other for _, other in pairs[1:])


def derivation(row: Row) -> None:
    """What the passphrase itself costs, with the cost this machine would be given."""
    from coach.store import sodium

    cost = protecting.calibrated()
    since = time.perf_counter()
    sodium.stretched(b"x", bytes(sodium.SALT), *cost)
    row(
        f"a guess, in seconds ({cost.kib // 1024} MiB, {cost.passes} passes)",
        1.0,
        time.perf_counter() - since,
    )
