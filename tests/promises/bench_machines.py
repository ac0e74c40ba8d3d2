"""What several machines cost and keep: two homes of ten lived years become one, and the story of a folder that
a sync copies, with peers in it where they are installed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.app import Coach, build
from coach.core.days import Clock
from coach.core.ids import new_id
from coach.core.paths import locate
from tests.promises.homes import NOW, fields
from tests.promises.lived import live

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = Callable[..., None]

COACH = str(Path(sys.executable).parent / "coach")
YEARS, APART = 10, 1_000
SAID = ("written on the laptop", "written on the desktop")


def merging(row: Row, folder: str) -> None:
    """D17: a thousand new entries and a thousand changed on each side, all over ten lived years."""
    person = {**os.environ, "HOME": os.path.join(folder, "person"), "COACH_NOW": "2026-11-20T12:00"}
    laptop, desktop = (os.path.join(folder, name) for name in ("laptop", "desktop"))
    live(laptop, YEARS)
    shutil.rmtree(os.path.join(laptop, "machine"))
    shutil.copytree(laptop, desktop)
    for number, home in enumerate((laptop, desktop)):
        _go_apart(build(locate(home, person), Clock(NOW + timedelta(hours=number))), number)
    for name, command, bar in (
        ("only looked at", ["merge", desktop, "--dry-run"], 3.0),
        ("merged", ["merge", desktop, "--yes"], 3.0),
        ("merged once more", ["merge", desktop, "--yes"], 3.0),
        ("taken back", ["undo"], 3.0),
    ):
        started = time.perf_counter()
        subprocess.run(
            [COACH, *command], env={**person, "COACH_HOME": laptop}, capture_output=True, check=True
        )
        row(f"D17 two homes of {YEARS} lived years {name}", bar, time.perf_counter() - started, "s")


def _go_apart(coach: Coach, number: int) -> None:
    chance = random.Random(number)
    entries = list(coach.journal.entries())
    first = min(each.at for each in entries)
    with coach.store.change("a year apart") as change:
        for each in range(APART):
            at = first + (NOW - first) * each / APART
            record_id = new_id(int(at.timestamp() * 1e9), chance.randbytes(8))
            change.add("entries", record_id, fields(at.isoformat(timespec="milliseconds"), chance))
        for entry in chance.sample(entries, APART):
            updated = coach.clock.now().isoformat(timespec="milliseconds")
            changed = entry.fields() | {"text": f"{entry.text} changed {number}", "updated": updated}
            change.put("entries", entry.id, changed)


class Journal(NamedTuple):
    """Something that keeps words in a folder."""

    name: str
    program: str
    add: Callable[[str, str], list[str]]
    """Machine folder and words to a command."""
    shown: Callable[[str], list[str]]
    prepare: Callable[[str], None] = lambda _: None


def _settle_jrnl(place: str) -> None:
    Path(place, "home", "journal.txt").touch()
    Path(place, "jrnl.yaml").write_text(
        f"version: v4.1\njournals:\n  default: {{journal: {place}/home/journal.txt}}\neditor: ''\n"
    )


JOURNALS = (
    Journal("coach", COACH, lambda _, text: [COACH, "add", text], lambda _: [COACH, "list", "--all"]),
    Journal(
        "jrnl",
        "jrnl",
        lambda place, text: ["jrnl", "--config-file", f"{place}/jrnl.yaml", text],
        lambda place: ["jrnl", "--config-file", f"{place}/jrnl.yaml", "-n", "99"],
        _settle_jrnl,
    ),
    Journal(
        "Taskwarrior",
        "task",
        lambda _, text: ["task", "rc.confirmation=off", "add", text],
        lambda _: ["task", "export"],
    ),
)


def a_synced_folder(folder: str) -> None:
    """What each of two machines shows of what was written on both, after a sync that keeps a copy beside a
    file both had changed."""
    for journal in JOURNALS:
        if shutil.which(journal.program) is None:
            print(f"   {journal.name} is not installed", file=sys.stderr)
            continue
        places = [os.path.join(folder, "synced", journal.name, name) for name in ("laptop", "desktop")]
        laptop, desktop = places
        for place in places:
            os.makedirs(os.path.join(place, "home"))
            journal.prepare(place)
        _do(journal.add(laptop, "begun together"), laptop)
        shutil.copytree(f"{laptop}/home", f"{desktop}/home", dirs_exist_ok=True)
        for place, text in zip(places, SAID, strict=True):
            _do(journal.add(place, text), place)
        _sync(Path(laptop, "home"), Path(desktop, "home"))
        shown = [_do(journal.shown(place), place) for place in places]
        kept = sum(text in each for each in shown for text in SAID)
        told = f"   {journal.name}: of two entries written apart, shown on two machines"
        print(f"{told:<72}{kept} of {len(SAID) * len(places)}", flush=True)


def _sync(laptop: Path, desktop: Path) -> None:
    names = {
        path.relative_to(home) for home in (laptop, desktop) for path in home.rglob("*") if path.is_file()
    }
    for name in sorted(names):
        here, there = laptop / name, desktop / name
        if not (here.exists() and there.exists()):
            source, target = (here, there) if here.exists() else (there, here)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
        elif here.read_bytes() != there.read_bytes():
            beside = name.with_name(f"{name.stem}.sync-conflict-20261120-120000-ABCDEFG{name.suffix}")
            for home in (laptop, desktop):
                shutil.copy2(here, home / beside)
            shutil.copy2(there, here)


def _do(command: list[str], place: str) -> str:
    environment = {
        **os.environ,
        "HOME": place,
        "COACH_HOME": f"{place}/home",
        "TASKDATA": f"{place}/home",
        "TASKRC": "/dev/null",
    }
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    return done.stdout
