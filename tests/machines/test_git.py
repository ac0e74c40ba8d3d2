"""git as the way between machines: a real remote on the disk, clones, conflicting edits, a month offline."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from shutil import which
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import UsageError
from coach.core.paths import locate
from coach.machines import git
from coach.store import protecting
from coach.store.keys import LEAST
from coach.store.seals import Seals
from tests.helpers import ROOT, ZONE
from tests.machines.test_merge import changed, text_of
from tests.safety.stories import SECRET

pytestmark = pytest.mark.skipif(which("git") is None, reason="there is no git")
BEGIN = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo(ZONE))


@pytest.fixture(autouse=True)
def own_git(monkeypatch, tmp_path):
    """No settings of whoever runs the tests; the driver finds this coach."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def remote(tmp_path):
    path = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(path)], check=True)
    return path


class Machine:
    """A home with a state folder of its own, as `coach --home` finds it."""

    def __init__(self, folder: Path, shell, name: str) -> None:
        self.home = folder / name
        self.paths = locate(str(self.home), os.environ)
        self.shell = shell

    def __call__(self, *typed: str, now: datetime = BEGIN):
        return self.shell(*typed[:1], "--home", str(self.home), *typed[1:])

    def sync(self, *more: str):
        said = self("sync", "git", *more)
        assert said.code == 0, said
        return said

    def coach(self, now: datetime = BEGIN):
        return build(self.paths, Clock(now))

    def texts(self) -> dict[str, str]:
        return {each.id: each.text for each in self.coach().journal.entries()}


@pytest.fixture
def laptop(tmp_path, shell):
    return Machine(tmp_path, shell, "laptop")


@pytest.fixture
def desktop(tmp_path, shell):
    return Machine(tmp_path, shell, "desktop")


def test_two_clones_offline_for_a_month_are_one_life_again(laptop, desktop, remote):
    laptop.coach().journal.write("begun on the laptop")
    laptop.sync(str(remote))
    desktop.sync(str(remote))
    (first,) = desktop.texts()
    for number, (machine, word) in enumerate(((laptop, "laptop"), (desktop, "desktop"))):
        for day in range(30):
            coach = machine.coach(BEGIN + timedelta(days=day, hours=number))
            coach.journal.write(f"{word} {day}")
        changed(
            coach, first, **({"text": "changed on the laptop"} if word == "laptop" else {"tags": ["desk"]})
        )
    laptop.sync()
    desktop.sync()
    laptop.sync()
    assert laptop.texts() == desktop.texts()
    assert len(laptop.texts()) == 61
    kept = laptop.coach().store.find("entries", first)
    assert (kept["text"], kept["tags"]) == ("changed on the laptop", ["desk"])
    before = head(laptop)
    laptop.sync()
    desktop.sync()
    laptop.sync()
    assert head(laptop) == head(desktop) == before, "nothing is committed that is not new"


def test_what_came_in_and_what_went_out_is_said_by_kind(laptop, desktop, remote):
    entry = laptop.coach().journal.write("begun")
    changed(laptop.coach(), entry.id, text="begun, and changed")
    laptop.sync(str(remote))
    assert message(laptop) == "1 entry"
    assert "came in" not in laptop.sync().err
    desktop.sync(str(remote))
    laptop.coach().journal.write("and more")
    laptop.sync()
    assert "What came in: 1 entry." in desktop.sync().err


def message(machine: Machine) -> str:
    found = subprocess.run(
        ["git", "-C", str(machine.home), "log", "-1", "--format=%s"],
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.strip()


def head(machine: Machine) -> str:
    found = subprocess.run(
        ["git", "-C", str(machine.home), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    )
    return found.stdout


def test_words_that_overlap_are_both_there_on_both(laptop, desktop, remote):
    laptop.coach().journal.write("begun")
    laptop.sync(str(remote))
    desktop.sync(str(remote))
    (first,) = laptop.texts()
    changed(laptop.coach(), first, text="as the laptop has it")
    changed(desktop.coach(BEGIN + timedelta(hours=1)), first, text="as the desktop has it")
    laptop.sync()
    assert "coach merge" in desktop.sync().err
    laptop.sync()
    for machine in (laptop, desktop):
        (seen,) = machine.coach().machines.apart()
        assert {*seen.stands.values(), *seen.other.fields.values()} == {
            "as the laptop has it", "as the desktop has it",
        }  # fmt: skip
    laptop.coach().machines.choose(laptop.coach().machines.apart()[0], "both")
    laptop.sync()
    desktop.sync()
    assert desktop.coach().machines.apart() == []
    assert text_of(desktop.coach(), first) == text_of(laptop.coach(), first)


def test_sealed_homes_meet_too(laptop, desktop, remote, tmp_path):
    laptop.coach().journal.write("sealed and begun")
    protecting.protect(laptop.coach().store, SECRET, LEAST)
    secret = tmp_path / "secret"
    secret.write_text(f"{SECRET}\n")

    def sync(machine, *more):
        with secret.open() as file:
            return machine.sync(*more, "--passphrase-fd", str(file.fileno()))

    def opened(machine, hours=0):
        seals = Seals(machine.paths)
        seals.unlock(SECRET)
        return build(machine.paths, Clock(BEGIN + timedelta(hours=hours)), seals)

    sync(laptop, str(remote))
    sync(desktop, str(remote))
    opened(laptop).journal.write("on the laptop")
    opened(desktop).journal.write("on the desktop")
    for machine in (laptop, desktop, laptop, desktop, laptop):
        sync(machine)
    for machine in (laptop, desktop):
        assert {each.text for each in opened(machine).journal.entries()} == {
            "sealed and begun", "on the laptop", "on the desktop",
        }  # fmt: skip
    everything = b"".join(path.read_bytes() for path in remote.rglob("*") if path.is_file())
    assert b"laptop" not in everything


def test_by_hand_it_merges_as_coach_does(laptop, desktop, remote):
    """`git pull` where `coach sync git` was once."""
    laptop.coach().journal.write("begun")
    laptop.sync(str(remote))
    desktop.sync(str(remote))
    laptop.coach().journal.write("on the laptop")
    laptop.sync()
    desktop.coach().journal.write("on the desktop")
    for words in (["add", "-A"], ["-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "x"],
                  ["-c", "user.name=x", "-c", "user.email=x", "pull", "-q", "--no-rebase", "origin", "main"]):  # fmt: skip
        subprocess.run(["git", "-C", str(desktop.home), *words], check=True, capture_output=True)
    assert set(desktop.texts().values()) == {"begun", "on the laptop", "on the desktop"}


def test_unprotected_words_leave_this_machine_only_on_purpose(laptop):
    laptop.coach().journal.write("mine")
    said = laptop("sync", "git", "you@host.example:coach.git")
    assert said.code == UsageError("").code
    assert "--open" in said.err
    assert not git.is_local("you@host:coach.git")
    assert not git.is_local("https://host/coach.git")
    assert git.is_local("/media/stick/coach.git")
    assert git.is_local("file:///media/stick/coach.git")
    assert git.is_local("../coach.git")


def test_a_commit_says_how_much_of_what_and_none_of_the_words(laptop, remote):
    laptop.coach().journal.write("Nachtigall")
    laptop.coach().journal.write("Rotkehlchen")
    laptop.sync(str(remote))
    log = subprocess.run(
        ["git", "-C", str(laptop.home), "log", "--format=%s"], capture_output=True, text=True, check=True
    )
    assert log.stdout == "2 entries\n"


def test_without_a_remote_it_is_a_history_of_its_own(laptop):
    laptop.coach().journal.write("mine")
    assert "nowhere to go" in laptop("sync", "git").err
    assert laptop("sync", "git").code == 0


def test_a_remote_that_is_not_there_is_one_line(laptop, tmp_path):
    laptop.coach().journal.write("mine")
    said = laptop("sync", "git", str(tmp_path / "nowhere.git"))
    assert said.code == 3
    assert len(said.err.strip().splitlines()) == 1
    assert "git init --bare" in said.err
    assert laptop.texts()


def test_a_slip_of_the_pen_does_not_cost_the_way_that_worked(laptop, remote, tmp_path):
    laptop.coach().journal.write("mine")
    laptop.sync(str(remote))
    assert laptop("sync", "git", str(tmp_path / "typo.git")).code
    assert laptop("sync", "git", "you@host:elsewhere.git").code
    laptop.sync()
    assert git.Repository(str(laptop.home)).remote == str(remote)


def test_nothing_of_one_machine_is_in_the_repository(laptop, remote):
    laptop.coach().journal.write("mine")
    laptop.coach().drafts.keep("note", "half a thought")
    laptop.sync(str(remote))
    listed = subprocess.run(
        ["git", "-C", str(laptop.home), "ls-files"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {each.split("/")[0] for each in listed} == {".gitattributes", ".gitignore", "data", "home.id"}
