"""Measures the promises of speed and prints one table. Ratios are of pairs taken in turn in this run."""

from __future__ import annotations

import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from coach import __version__  # noqa: E402
from coach.app import Coach, build  # noqa: E402
from coach.core.days import Clock  # noqa: E402
from coach.core.errors import NOTHING_DUE  # noqa: E402
from coach.core.paths import Paths  # noqa: E402
from coach.reflection.looking_back import begin, evidence  # noqa: E402
from coach.store import files  # noqa: E402
from coach.today.today import gather_held  # noqa: E402
from tests.promises import bench_app, bench_lived, bench_machines, bench_peers, bench_protected  # noqa: E402
from tests.promises.homes import NOW, check_in, fields, fill, hold  # noqa: E402
from tests.promises.table import BARE, Measured, Table, timed  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10, 3_650, 10_000, 100_000)
PROCESS_RUNS, SAVES = 21, 30
COACH = str(Path(sys.executable).parent / "coach")
MILLI = 1000
TABLE = Table()
row = TABLE.row
FIGURES = ROOT / "docs" / "figures.tsv"
NEW_RECORDS = (
    ("check-in", ["checkin", "-e", "4", "--gave", "walk"]),
    ("mark", ["mark", "all", "kept"]),
    ("commitment", ["commit", "Answer Robin"]),
    ("question to others", ["feedback", "add", "--question", "how", "--expected", "yes"]),
    ("diagnosis", ["diagnose", "The price", "--path", "yes"]),
    ("review", ["reflect", "weekly", "--truth", "Two weeks late"]),
)


def main() -> None:
    folder = tempfile.mkdtemp(prefix="coach-bench-")
    try:
        homes = {size: os.path.join(folder, f"home-{size}") for size in SIZES}
        for size, home in homes.items():
            say(f"writing {size:,} entries")
            fill(home, size)
        TABLE.begin()
        commands(homes)
        new_records(homes)
        saving(homes)
        searching(homes)
        holding(homes[3_650])
        imports()
        the_app(homes, folder)
        bench_protected.protected(row, homes, folder)  # it checks in, where the app waits for "Check in"
        bench_lived.a_life(row, folder)
        bench_machines.merging(row, folder)
        bench_machines.a_synced_folder(folder)
        bench_peers.beside(row, folder, SIZES[:3])
        finish()
    finally:
        shutil.rmtree(folder)


def only_lives() -> None:
    """What one, ten and thirty years cost, and the peers: ten minutes of the whole hour."""
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as folder:
        TABLE.begin()
        bench_lived.a_life(row, folder)
        bench_peers.beside(row, folder, SIZES[:3])
        finish()


def finish() -> None:
    """What fell short; with `--keep`, the run is added to those of releases."""
    TABLE.end()
    if "--keep" in sys.argv:
        TABLE.keep(FIGURES, __version__, date.today().isoformat(), platform.python_version())  # noqa: DTZ011


def commands(homes: dict[int, str]) -> None:
    """P1: whole processes against a bare Python, and against themselves at other sizes."""
    for name, words, bar, growth in (
        ("coach add", ["add", "Walked before mail"], 2.5, 1.15),
        ("coach signal", ["signal", "They keep their own list"], 2.5, 1.15),
        ("coach list", ["list"], 6.0, 1.3),
        ("coach today", ["today"], 6.0, 1.3),
        ("coach status", ["status"], 6.0, 1.3),
        ("a tab", ["completions", "fish", "--", "show", ""], 6.0, 1.3),
    ):
        for size, home in homes.items():
            run([COACH, "list"], home)
            ratio = paired(partial(run, [COACH, *words], home, NOTHING_DUE), partial(run, BARE, ""))
            row(f"P1 {name} / python -c pass, {size:,}", bar, ratio)
        row(f"P1 {name}, {SIZES[-1]:,} against {SIZES[0]}", growth, paired_sizes(homes, words))


def new_records(homes: dict[int, str]) -> None:
    """P1, for a new record of each kind: each is taken back before the next, so that none is a change."""
    for home in (homes[SIZES[0]], homes[SIZES[-1]]):
        opened(home).commitments.make("Walk", rhythm="every day")
    for name, words in NEW_RECORDS:
        small, large = (taken_back(words, homes[size]) for size in (SIZES[0], SIZES[-1]))
        for size, act in ((SIZES[0], small), (SIZES[-1], large)):
            row(f"P1 a new {name} / python -c pass, {size:,}", 6.0, paired(act, partial(run, BARE, "")))
        row(f"P1 a new {name}, {SIZES[-1]:,} against {SIZES[0]}", 1.3, paired(large, small))


def taken_back(words: list[str], home: str) -> Callable[[], float]:
    """The command, as often as one likes. Gives the seconds of the command alone."""

    def act() -> float:
        spent = timed(partial(run, [COACH, *words], home))
        run([COACH, "undo"], home)
        return spent

    return act


def paired_sizes(homes: dict[int, str], words: list[str]) -> Measured:
    small, large = homes[SIZES[0]], homes[SIZES[-1]]
    large_run, small_run = (partial(run, [COACH, *words], home, NOTHING_DUE) for home in (large, small))
    return paired(large_run, small_run)


def saving(homes: dict[int, str]) -> None:
    """P3: one record saved in the running app against an atomic write of its month's bytes."""
    chance = random.Random(3)
    for size in SIZES[1:]:
        coach = opened(homes[size])
        path = coach.store.data_files.path_of("2026-11")
        times = []
        for number in range(SAVES + 1):
            at = NOW.replace(microsecond=number * MILLI).isoformat(timespec="milliseconds")
            text = str(fields(at, chance)["text"])
            saved = timed(partial(coach.journal.write, text))
            content = files.read(path)
            plain = timed(partial(files.write_atomically, path + ".plain", content))
            times.append((saved, plain))
        os.unlink(path + ".plain")
        ratio = Measured.against(*zip(*times[1:], strict=True))
        saved = statistics.median(a for a, _ in times[1:]) * MILLI
        row(f"P3 save / atomic write of the month, {size:,}", 2.0, ratio)
        say(f"   that is {saved:.2f} ms for {len(content) // 1024} KB")


def searching(homes: dict[int, str]) -> None:
    """P4: whole texts, whatever the case and accents."""
    run([COACH, "list"], homes[10_000])
    cold = statistics.median(
        timed(lambda: run([COACH, "search", "groesse", "-n", "5"], homes[10_000], 3)) for _ in range(5)
    )
    row("P4 10,000 entries, a whole cold `coach search`", 300, cold * MILLI, "ms")
    first, whole = zip(*(search_cold(homes[100_000]) for _ in range(3)), strict=True)
    row("P4 100,000, first hits, cold", 150, statistics.median(first) * MILLI, "ms")
    row("P4 100,000, complete, cold", 2_000, statistics.median(whole) * MILLI, "ms")
    coach = opened(homes[100_000])
    every(coach)
    again = statistics.median(timed(lambda: every(coach)) for _ in range(5))
    row("P4 100,000, complete, folded texts in memory", 150, again * MILLI, "ms")


def holding(home: str) -> None:
    """Today's facts with twenty commitments and five years of marks, and a mark of a whole process."""
    hold(opened(home))

    check_in(opened(home))
    looking_back(home)

    def facts() -> None:
        coach = opened(home)
        coach.store.refresh()
        started.append(time.perf_counter())
        gather_held(coach, coach.today())
        ended.append(time.perf_counter())

    started: list[float] = []
    ended: list[float] = []
    for _ in range(PROCESS_RUNS):
        facts()
    spent = statistics.median(b - a for a, b in zip(started, ended, strict=True))
    row("Today's facts, 20 commitments, 5 years of marks, cold", 50, spent * MILLI, "ms")
    coach = opened(home)
    gather_held(coach, coach.today())
    again = statistics.median(timed(lambda: gather_held(coach, coach.today())) for _ in range(5))
    row("   the same, once the files are open", 50, again * MILLI, "ms")
    reference = next(each.id[-12:] for each in coach.commitments.active() if each.rhythm == "every day")
    for words in (["mark", reference, "kept"], ["today"]):
        ratio = paired(partial(run, [COACH, *words], home), partial(run, BARE, ""))
        row(f"P1 coach {words[0]} / python -c pass, so much held", 6.0, ratio)


def looking_back(home: str) -> None:
    """All the evidence of a month, and of a quarter, beside every question, with ten years of data."""

    def beside(name: Literal["monthly", "quarterly"]) -> None:
        coach = opened(home)
        session = begin(coach, name, coach.today())
        tell = evidence(coach, session)
        for question in session.questions:
            tell(question.name)

    bars: dict[Literal["monthly", "quarterly"], float] = {"monthly": 100, "quarterly": 300}
    for name, bar in bars.items():
        beside(name)
        spent = statistics.median(timed(partial(beside, name)) for _ in range(11))
        row(f"evidence of a {name} look back, ten years, cold", bar, spent * MILLI, "ms")


def search_cold(home: str) -> tuple[float, float]:
    coach = opened(home)
    started = time.perf_counter()
    hits = coach.search.find(["cafe corner"])
    list(islice(hits, 10))
    first = time.perf_counter() - started
    for _ in hits:
        pass
    return first, time.perf_counter() - started


def every(coach: Coach) -> None:
    """A search that has to look at everything and finds little."""
    for _ in coach.search.find(["grosse cafe corner newsletter draft"]):
        pass


def imports() -> None:
    """P7: Textual on the shell path."""
    code = "import sys; from coach.cli.main import run; run(['help']); print('textual' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    row("P7 modules of Textual imported by the shell", 0, float(said.endswith("True\n")), "")


def the_app(homes: dict[int, str], folder: str) -> None:
    """P2, P5, P6, P8, and P4 on the screen."""
    empty, few = os.path.join(folder, "empty"), os.path.join(folder, "home-1000")
    fill(few, 1_000)
    bench_app.first_frames(row, empty, homes[10_000])
    bench_app.keys(row, homes[10_000])
    bench_app.lists(row, few, homes[100_000])
    bench_app.never_blocks(row, homes[100_000])


def paired(one: Callable[[], object], other: Callable[[], object], runs: int = PROCESS_RUNS) -> Measured:
    """The median of ratios of pairs taken in turn, after a warm-up."""
    one(), other()
    return Measured.of([timed(one) / timed(other) for _ in range(runs)])


def run(command: list[str], home: str, *codes: int) -> None:
    environment = {**os.environ, "COACH_HOME": home, "PYTHONPATH": ""}
    ended = subprocess.run(
        command, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    if ended.returncode not in {0, *codes}:
        raise SystemExit(f"{command} ended with {ended.returncode}: {ended.stderr.decode()}")


def opened(home: str) -> Coach:
    return build(Paths(home), Clock(NOW))


def say(words: str) -> None:
    print(words, file=sys.stderr)


if __name__ == "__main__":
    only_lives() if "--lives" in sys.argv else main()
