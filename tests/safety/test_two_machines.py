"""Three machines that share a home through something that copies files: what they hold in the end."""

from __future__ import annotations

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from coach.core.days import Clock
from coach.core.errors import CoachError
from coach.core.paths import Paths
from coach.store import inbox
from coach.store.format import kinds_in
from coach.store.sealing import PLAIN
from coach.store.store import Store
from tests.helpers import LONG, ZONE, entry
from tests.safety.shim import KILLED, Shim
from tests.safety.stories import record_id

HISTORIES = int(os.environ.get("COACH_HISTORIES", "10000" if LONG else "60"))
BEGIN = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo(ZONE))
TOOLS = (
    "{stem}.sync-conflict-20261120-093000-{who}{ending}",
    "{stem} (Robin's conflicted copy 2026-11-20 {who}){ending}",
    "{stem}-DESKTOP{who}{ending}",
    "{stem} {who}{ending}",
    "{stem} (conflicted copy 2026-11-20 09300{who}){ending}",
)


class Machine:
    """One of them: a home of its own, a clock of its own."""

    def __init__(self, folder: Path, name: str, off: timedelta) -> None:
        self.home = folder / name / "home"
        self.paths = Paths(str(self.home), machine=str(folder / name / "state"))
        self.off = off
        self.base: dict[str, bytes] = {}
        """What the sync has seen of each file here."""

    def store(self, now: datetime) -> Store:
        return Store(self.paths, Clock(now + self.off))

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.home)): path.read_bytes()
            for path in self.home.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }

    def put(self, name: str, raw: bytes) -> None:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.parent / f".{path.name}.part"
        beside.write_bytes(raw)
        os.replace(beside, path)


def everything(store: Store) -> dict[str, dict]:
    store.refresh()
    found: dict[str, dict] = {}
    for name in ("standing", *store.months()):
        for kind in kinds_in(store.tables(name)):
            for each, fields in store.records(name, kind).items():
                assert each not in found, f"{each} lies in two places"
                found[each] = fields
    return found


class Cloud:
    """What lies on the server, and what it does when two machines changed one file."""

    def __init__(self, generator: Random) -> None:
        self.files: dict[str, bytes] = {}
        self.generator = generator
        self.earlier: list[tuple[str, bytes]] = []
        """What lay there once."""

    def sync(self, machine: Machine, who: str, *, partly: bool) -> None:
        """One machine's turn: its files up, the others' down, a copy beside where both changed."""
        here = machine.files()
        names = sorted({*here, *self.files, *machine.base})
        self.generator.shuffle(names)
        if not names:
            return
        for name in names[: self.generator.randrange(1, len(names) + 1) if partly else None]:
            mine, theirs, base = here.get(name), self.files.get(name), machine.base.get(name)
            if mine == theirs:
                pass
            elif theirs == base:  # only we changed it
                self.files[name] = mine if mine is not None else b""
                if mine is None:
                    del self.files[name]
                else:
                    self.earlier.append((name, mine))
            elif mine == base:
                self._down(machine, name, theirs)
            else:
                self._both(machine, name, who, mine, theirs)
            self._seen(machine, name)

    def astray(self, machine: Machine) -> None:
        """A file in the place of another one, without a word: twice, late, out of order, or copied by hand."""
        there = [each for each in self.earlier if each[0].startswith("data")]
        if there:
            name, raw = self.generator.choice(there)
            machine.put(name, raw)
            machine.base[name] = raw

    def _down(self, machine: Machine, name: str, theirs: bytes | None) -> None:
        if theirs is None:
            (machine.home / name).unlink()
        else:
            machine.put(name, theirs)

    def _both(self, machine: Machine, name: str, who: str, mine: bytes | None, theirs: bytes | None) -> None:
        if theirs is None or mine is None:
            if mine is not None:
                self.files[name] = mine
            elif theirs is not None:
                machine.put(name, theirs)
            return
        stem, ending = os.path.splitext(name)
        beside = self.generator.choice(TOOLS).format(stem=stem, ending=ending, who=who)
        loser, winner = (mine, theirs) if self.generator.random() < 0.5 else (theirs, mine)
        machine.put(name, winner)
        machine.put(beside, loser)
        self.files[name], self.files[beside] = winner, loser
        self._seen(machine, beside)

    def _seen(self, machine: Machine, name: str) -> None:
        if name in self.files:
            machine.base[name] = self.files[name]
        else:
            machine.base.pop(name, None)


def act(  # noqa: PLR0912 - one thing of many
    store: Store, generator: Random, number: int, who: str, written: dict[str, str]
) -> None:
    """One thing a person does; what they wrote is remembered by where it must be found."""
    records = everything(store)
    entries = {each: kept for each, kept in records.items() if "at" in kept}
    word = f"word {number} of {who}"
    month = generator.choice(["10", "11"])
    at = f"2026-{month}-20T09:00:00.000+01:00"
    what = generator.choice(["add", "capture", "change", "tag", "move", "delete", "standing", "undo", "redo"])
    new = record_id(number * 100 + int(who, 36) % 100)
    updated = store.clock.now().isoformat(timespec="milliseconds")
    if what == "capture":
        inbox.capture(store.paths.inbox, "captured", "entries", new, entry(word, at), PLAIN)
        written[word] = new
        return
    if what in {"undo", "redo"}:
        turned = next(store.undoable(), None) if what == "undo" else store.redoable()
        if turned:
            (store.undo if what == "undo" else store.redo)()
            for edit in turned.edits:
                for each in (edit.before, edit.after):
                    written.pop((each or {}).get("text", ""), None)
        return
    with store.change(what) as change:
        if what == "add" or not entries:
            change.add("entries", new, entry(word, at))
            written[word] = new
        elif what == "standing":
            change.add("plans", new, {"text": word, "updated": None})
            written[word] = new
        else:
            chosen = generator.choice(sorted(entries))
            kept = entries[chosen]
            if what == "delete":
                try:
                    change.remove("entries", chosen)
                    written.pop(kept["text"], None)
                except CoachError as error:
                    assert "have not seen" in str(error)
            elif what == "change":
                change.put("entries", chosen, kept | {"text": word, "updated": updated})
                written.pop(kept["text"], None)
                written[word] = chosen
            elif what == "tag":
                change.put("entries", chosen, kept | {"tags": [word], "updated": updated})
            else:
                change.put("entries", chosen, kept | {"at": at, "updated": updated})


def killed(
    machine: Machine, now: datetime, generator: Random, number: int, written: dict[str, str]
) -> dict[str, str]:
    """The same, in a process that dies somewhere on the way; what it acknowledged has to be found."""
    reading, writing = os.pipe()
    last, seed = generator.randrange(1, 25), generator.random()
    child = os.fork()
    if child == 0:

        def die(count: int, _: str) -> None:
            if count == last:
                os._exit(KILLED)

        with Shim(str(machine.home.parent), before=die).active():
            act(machine.store(now), Random(seed), number, machine.home.parent.name, written)
        os.write(writing, json.dumps(written).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        said = file.read()
    os.waitpid(child, 0)
    if said:
        return dict(json.loads(said))
    there = words_in(machine, now)  # it may have replaced a word knowingly, and not lived to say so
    return {word: each for word, each in written.items() if word in there or each not in there}


def words_in(machine: Machine, now: datetime) -> str:
    """Everything that can be read on a machine, shown or side by side."""
    store = machine.store(now)
    everything(store)
    names = ("standing", *store.months())
    return "".join(repr(dict(store.tables(name))) for name in names)


@pytest.mark.parametrize("part", range(4))
def test_three_machines_end_alike_and_nothing_is_lost_or_doubled(tmp_path, part):
    for seed in range(part, HISTORIES, 4):
        story(tmp_path / str(seed), seed)
        shutil.rmtree(tmp_path / str(seed), ignore_errors=True)


def story(folder: Path, seed: int) -> None:
    generator = Random(seed)
    off = [timedelta(0), timedelta(days=-400), timedelta(minutes=3)]
    machines = {who: Machine(folder, who, each) for who, each in zip("abc", off, strict=True)}
    cloud, now = Cloud(generator), BEGIN
    are_together = generator.random() < 0.5
    if are_together:  # or else each began for itself, and somebody set up a sync later
        with machines["a"].store(now).change("begun") as change:
            change.add("entries", record_id(1), entry("begun together"))
        for who in "abc":
            cloud.sync(machines[who], who, partly=False)
    written: dict[str, str] = {}
    for number in range(generator.randrange(5, 25)):
        now += timedelta(minutes=generator.randrange(90))
        who = generator.choice("abc")
        chance = generator.random()
        if chance < 0.5:
            act(machines[who].store(now), generator, number, who, written)
        elif chance < 0.55:
            written = killed(machines[who], now, generator, number, written)
        elif chance < 0.6 and are_together:
            cloud.astray(machines[who])
        else:
            cloud.sync(machines[who], who, partly=generator.random() < 0.4)
    for _ in range(8):
        for who, machine in machines.items():
            cloud.sync(machine, who, partly=False)
            everything(machine.store(now))
    ends = {who: everything(machine.store(now)) for who, machine in machines.items()}
    assert ends["a"] == ends["b"] == ends["c"], seed
    said = words_in(machines["a"], now)
    lost = [word for word in written if word not in said]
    assert not lost, (seed, lost)
    for machine in machines.values():
        assert not [name for name in machine.files() if "onflict" in name and "quarantine" not in name], seed


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("end", ["moved back", "deleted"])
def test_a_new_machine_that_gets_one_file_late_finds_what_became_of_a_record(tmp_path, end, at_once):
    """It moved from October to November, and back or away; November arrives as it was before."""
    one = Machine(tmp_path, "one", timedelta(0))
    store = one.store(BEGIN)
    in_october = entry("moving", "2026-10-20T09:00:00.000+01:00")
    with store.change("added") as change:
        change.add("entries", record_id(1), in_october)
    with store.change("moved") as change:
        change.put("entries", record_id(1), entry("moving"))
    late = one.files()["data/2026/2026-11.json"]
    with store.change("again") as change:
        if end == "deleted":
            change.put("entries", record_id(1), in_october)
        else:
            change.put("entries", record_id(1), in_october | {"tags": ["back"]})
    if end == "deleted":
        with store.change("deleted") as change:
            change.remove("entries", record_id(1))
    two = Machine(tmp_path, "two", timedelta(0))
    two.put("data/2026/2026-11.json", late)
    if not at_once:
        everything(two.store(BEGIN))
    two.put("data/2026/2026-10.json", one.files()["data/2026/2026-10.json"])
    assert everything(two.store(BEGIN)) == everything(store)
    assert everything(two.store(BEGIN)) == everything(store)
