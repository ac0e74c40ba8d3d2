"""Protection with two machines: keys that changed on one side, captures of a locked one, revoked sheets."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import WrongPassphraseError
from coach.core.paths import Paths
from coach.journal.capture import capture, new_entry
from coach.store import protecting
from coach.store.inbox import for_captures
from coach.store.keys import LEAST
from coach.store.recovery import new_code
from coach.store.seals import Seals
from tests.safety.stories import OTHER, SECRET


class Machine:
    def __init__(self, folder: Path, name: str, clock: Clock, hours: int) -> None:
        self.home = folder / name
        self.paths = Paths(str(self.home), machine=str(folder / f"{name}-state"))
        self.clock = Clock(clock.now() + timedelta(hours=hours))

    def coach(self, secret: str = SECRET):
        seals = Seals(self.paths)
        if seals.is_locked:
            seals.unlock(secret)
        return build(self.paths, self.clock, seals)

    def texts(self, secret: str = SECRET) -> set[str]:
        return {each.text for each in self.coach(secret).journal.entries()}

    def lies_open(self, word: str) -> list[str]:
        places = [self.home, Path(self.paths.machine)]
        found = [path for place in places for path in place.rglob("*") if path.is_file()]
        return [str(path) for path in found if word.encode() in path.read_bytes()]


def sync(source: Machine, target: Machine, *, what: str = "*") -> None:
    """The source's files in the place of the target's, as where only it changed them."""
    for path in source.home.rglob(what):
        if path.is_file():
            place = target.home / path.relative_to(source.home)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    for path in list(target.home.rglob(what)):
        if path.is_file() and not (source.home / path.relative_to(target.home)).exists():
            path.unlink()


@pytest.fixture
def laptop(tmp_path, clock):
    machine = Machine(tmp_path, "laptop", clock, 0)
    machine.coach().journal.write("begun together")
    return machine


@pytest.fixture
def desktop(tmp_path, clock, laptop):
    machine = Machine(tmp_path, "desktop", clock, 1)
    sync(laptop, machine)
    machine.coach().journal.write("Nachtigall on the desktop")
    sync(machine, laptop)
    assert "Nachtigall on the desktop" in laptop.texts()
    return machine


def test_protected_on_one_machine_is_protected_on_the_other_once_it_hears_of_it(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    sync(laptop, desktop)
    assert desktop.lies_open("Nachtigall"), "its own history still lies open"
    assert desktop.texts() == {"begun together", "Nachtigall on the desktop"}
    assert desktop.lies_open("Nachtigall") == []
    coach = desktop.coach()
    coach.store.undo()
    assert desktop.texts() == {"begun together"}, "and its history can be read"


def test_what_was_written_before_it_heard_is_not_lost(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    laptop.coach().journal.write("on the laptop, sealed")
    desktop.coach().journal.write("on the desktop, open")
    month = desktop.home / "data" / "2026" / "2026-11.json"
    beside = laptop.home / "data" / "2026" / "2026-11 (conflicted copy).json"
    shutil.copyfile(month, beside)
    assert "on the desktop, open" not in laptop.texts(), "nobody vouches for what lies open"
    assert laptop.coach().stray()
    sync(laptop, desktop)
    assert desktop.texts() == {
        "begun together", "Nachtigall on the desktop", "on the laptop, sealed", "on the desktop, open",
    }  # fmt: skip
    sync(desktop, laptop)
    assert laptop.texts() == desktop.texts()


def test_an_open_month_in_the_place_of_a_sealed_one_is_set_aside_and_ours_stands_again(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    laptop.coach().journal.write("on the laptop, sealed")
    desktop.coach().journal.write("Rotkehlchen on the desktop")
    place = laptop.home / "data" / "2026" / "2026-11.json"
    shutil.copyfile(desktop.home / "data" / "2026" / "2026-11.json", place)
    coach = laptop.coach()
    assert "on the laptop, sealed" in {each.text for each in coach.journal.entries()}
    assert "did not know of the protection" in coach.folded()
    assert laptop.lies_open("Rotkehlchen") == []
    assert coach.store.damage.error() is None


def test_a_changed_passphrase_holds_on_both(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    sync(laptop, desktop)
    desktop.coach()
    protecting.change(laptop.coach().store, OTHER)
    old = {path: path.read_bytes() for path in desktop.home.glob("keys*")}
    sync(laptop, desktop, what="keys*")
    with pytest.raises(WrongPassphraseError):
        desktop.coach(SECRET)
    assert desktop.texts(OTHER)
    for path, raw in old.items():
        path.write_bytes(raw)
    with pytest.raises(WrongPassphraseError):
        desktop.coach(SECRET)
    assert desktop.texts(OTHER), "an earlier file that comes back opens nothing"


def test_a_revoked_sheet_opens_no_machine_that_has_heard_of_it(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    lost, new = new_code(), new_code()
    protecting.take_recovery(laptop.coach().store, lost)
    sync(laptop, desktop)
    assert desktop.texts(lost)
    protecting.take_recovery(laptop.coach().store, new)
    sync(laptop, desktop)
    with pytest.raises(WrongPassphraseError):
        desktop.coach(lost)
    assert desktop.texts(new)


def test_a_passphrase_changed_on_both_at_once_leaves_one_that_holds_and_says_so(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    sync(laptop, desktop)
    desktop.coach()
    protecting.change(laptop.coach().store, OTHER)
    protecting.change(desktop.coach().store, "a third horse battery")
    beside = laptop.home / "keys.sync-conflict-20261120-093000-ABCDEF7"
    shutil.copyfile(desktop.home / "keys", beside)
    coach = laptop.coach(OTHER)
    assert "passphrase" in coach.folded()
    assert not beside.exists()
    assert any(name.endswith("ABCDEF7") for name in os.listdir(laptop.paths.quarantine))
    sync(laptop, desktop, what="keys*")
    assert desktop.texts(OTHER)


def test_what_a_locked_machine_captures_is_opened_by_whichever_is_opened_first(laptop, desktop):
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    sync(laptop, desktop)
    desktop.coach()
    caught = new_entry(desktop.clock, "caught on the locked one")
    capture(desktop.paths.inbox, *caught, for_captures(desktop.paths))
    shutil.copytree(desktop.paths.inbox, laptop.paths.inbox, dirs_exist_ok=True)
    assert "caught on the locked one" in laptop.texts()
    assert "caught on the locked one" in desktop.texts()
    sync(laptop, desktop)
    found = [each.text for each in desktop.coach().journal.entries()]
    assert len(found) == len(set(found))


def test_protection_taken_off_on_one_machine_comes_back_with_the_next(laptop, desktop):
    """Nobody who can write to the folder takes protection off by taking the keys away."""
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    sync(laptop, desktop)
    desktop.coach()
    protecting.unprotect(laptop.coach().store)
    sync(laptop, desktop)
    assert Seals(desktop.paths).is_locked
    assert desktop.texts() == {"begun together", "Nachtigall on the desktop"}
    assert desktop.lies_open("Nachtigall") == []
    assert (desktop.home / "keys").exists()
