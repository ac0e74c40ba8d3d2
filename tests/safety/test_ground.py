"""D5, D10, D14, D15: the disk, the rights, the clock, and data of other versions."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.errors import CoachError, ReadOnlyError
from coach.core.paths import Paths
from coach.store import inbox, snapshots
from coach.store.format import encode
from coach.store.sealing import PLAIN
from coach.store.store import Store
from tests.helpers import TypedShell, environment, process
from tests.safety.shim import Shim
from tests.safety.stories import add, capture, everything, open_store, two

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277, 0o777])
def test_files_and_folders_are_the_persons_alone_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        store = open_store(str(tmp_path / "home"))
        two(store)
        capture(store, 3)
        everything(store)
        capture(store, 4)
    finally:
        os.umask(before)
    for folder, folders, names in os.walk(tmp_path / "home"):
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
        for name in names:
            mode = stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode)
            assert mode == 0o600, name
        assert folders is not None


def test_nothing_is_written_outside_the_home(tmp_path, monkeypatch):
    work, temporary = tmp_path / "work", tmp_path / "tmp"
    work.mkdir()
    temporary.mkdir()
    monkeypatch.chdir(work)
    paths = Paths(str(tmp_path / "home"))
    for words in (["add", "one"], ["list"], ["undo"], ["redo"], ["doctor"], ["config", "editor", "vi"]):
        assert process(paths, *words, TMPDIR=str(temporary)).returncode == 0
    assert list(work.iterdir()) == list(temporary.iterdir()) == []


def test_a_linked_data_folder_is_respected(tmp_path):
    real = tmp_path / "synced"
    real.mkdir()
    home = tmp_path / "home"
    home.mkdir()
    os.symlink(real, home / "data")
    add(open_store(str(home)), 1)
    assert (home / "data").is_symlink()
    assert (real / "2026" / "2026-11.json").exists()
    assert len(everything(open_store(str(home)))) == 1


def refuse_all(code):
    def refuse(_: int, call: str) -> None:
        if call != "fsync":
            raise OSError(code, os.strerror(code), "somewhere")

    return refuse


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_where_nothing_can_be_written_everything_can_be_read(tmp_path, code):
    store = open_store(str(tmp_path / "home"))
    two(store)
    capture(store, 3)
    with Shim(str(tmp_path), before=refuse_all(code)).active():
        reader = open_store(str(tmp_path / "home"))
        assert {kept["text"] for kept in everything(reader).values()} == {"text 1", "text 2", "text 3"}
        with pytest.raises(CoachError) as refused:
            add(reader, 4)
    assert len(str(refused.value).splitlines()) == 1
    assert len(everything(open_store(str(tmp_path / "home")))) == 3


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
@pytest.mark.parametrize("kilobytes", [32, 64, 96, 160])
def test_a_really_full_disk_damages_nothing_and_is_told_in_one_line(tmp_path, kilobytes):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", small], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        home = str(small / "home")
        store = open_store(home)
        kept: list[int] = []
        for number in range(400):
            try:
                add(store, number)
                kept.append(number)
            except CoachError as error:
                assert "disk is full" in str(error)
                break
        assert kept
        assert len(kept) < 400
        assert len(everything(open_store(home))) == len(kept)
        with pytest.raises(CoachError, match="disk is full"):
            capture(store, 999)
            for number in range(1000, 1400):
                capture(store, number)
        subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
        captured = len(everything(open_store(home)))
        add(store, 500)
        assert len(everything(open_store(home))) == captured + 1
        assert store.damage.error() is None
    finally:
        subprocess.run(["umount", small], check=False)


def test_travel_a_clock_set_back_and_the_hour_that_comes_twice_keep_every_entry(paths):
    """Written in the order of this list; read in the order of happening."""
    moments = [
        ("2026-10-25T00:30+00:00", "Europe/Berlin"),
        ("2026-10-25T01:30+00:00", "Europe/Berlin"),
        ("2026-12-31T23:59+00:00", "Pacific/Auckland"),
        ("2024-02-29T12:00+00:00", "America/New_York"),
        ("2020-01-01T00:00+00:00", "UTC"),
    ]
    for moment, zone in moments:
        build(paths, Clock(datetime.fromisoformat(moment), ZoneInfo(zone))).journal.write(f"{moment} {zone}")
    coach = build(paths, Clock(datetime.fromisoformat("2019-06-01T00:00+00:00"), ZoneInfo("UTC")))
    told = [entry.text for entry in coach.journal.entries()]
    assert told == [f"{moment} {zone}" for moment, zone in sorted(moments, reverse=True)]
    assert [entry.at.isoformat() for entry in coach.journal.entries()][1:3] == [
        "2026-10-25T02:30:00+01:00",
        "2026-10-25T02:30:00+02:00",
    ]
    for moment, zone in reversed(moments):
        assert f"{moment} {zone}"[:20] in coach.store.undo().what


def test_moments_survive_a_clock_that_jumps(tmp_path):
    home = str(tmp_path / "home")
    now = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("UTC"))
    states = [everything(open_store(home))]
    for number in range(60):
        store = Store(Paths(home), Clock(now + timedelta(days=[0, 400, -400, 3][number % 4])))
        add(store, number)
        states.append(everything(store))
    offered = [each.number for each in snapshots.moments(store)]
    assert offered[:10] == list(range(60, 50, -1))
    for number in offered:
        kept = {
            each: fields
            for tables in snapshots.at_moment(store, number)
            for each, fields in tables["entries"].items()
        }
        assert kept == {each: fields for (_, each), fields in states[number].items()}


def test_data_of_a_newer_version_is_read_and_not_written(tmp_path, shell: TypedShell, paths):
    shell("add", "from now")
    shell("list")
    month = Path(paths.data) / "2026" / "2026-11.json"
    tables = json.loads(month.read_text())
    tables.pop("_meta")
    raw = bytes(encode("2026-11", tables, 1)).replace(b'"format": 2', b'"format": 3')
    month.write_bytes(resigned(raw))
    assert [each["text"] for each in shell.entries()] == ["from now"]
    refused = shell("delete", shell.ref("from now"))
    assert refused.code == 1
    assert "newer coach" in refused.err
    assert shell("add", "still caught").code == 0
    assert sorted(each["text"] for each in shell.entries()) == ["from now", "still caught"]
    with pytest.raises(ReadOnlyError):
        add(open_store(paths.home), 2)


def resigned(raw: bytes) -> bytes:
    """The checksum, made by the recipe in docs/data-format.md."""
    import hashlib
    import re

    blank = re.sub(rb'"sha256": "[0-9a-f]{64}"', b'"sha256": "' + b"0" * 64 + b'"', raw, count=1)
    return blank.replace(b"0" * 64, hashlib.sha256(blank).hexdigest().encode(), 1)


@pytest.mark.parametrize("version", sorted(each.name for each in GOLDEN.iterdir()))
def test_data_of_every_version_ever_released_opens(tmp_path, version):
    shutil.copytree(GOLDEN / version / "home", tmp_path / "home")
    expected = json.loads((GOLDEN / version / "expected.json").read_text())
    coach = build(Paths(str(tmp_path / "home")), Clock(datetime.fromisoformat("2026-11-20T09:00+01:00")))
    found = [{"id": entry.id, **entry.fields()} for entry in coach.journal.entries()]
    assert found == [
        {**each, "prompt": None, "files": []} for each in expected
    ]  # what came later is not there yet
    assert coach.store.damage.error() is None
    coach.store.undo()
    coach.journal.write("life goes on")


def test_old_copies_thin_out_as_promised(tmp_path):
    """A save every hour for two years."""
    from coach.store.copies import Copy, worth_keeping

    start = datetime(2024, 11, 20, tzinfo=ZoneInfo("UTC"))
    copies = [Copy(number, start + timedelta(hours=number), str(number)) for number in range(1, 17520)]
    now = copies[-1].made + timedelta(minutes=30)
    kept = sorted(worth_keeping(copies))
    assert {each.number for each in copies[-24:]} <= {each.number for each in kept}
    days = {each.made.date() for each in kept}
    assert all((now - timedelta(days=back)).date() in days for back in range(1, 30))
    months = {each.made.strftime("%Y-%m") for each in kept}
    assert len(months) >= 12
    assert len(kept) <= 24 + 30 + 12 + 1


def test_a_day_with_a_wrong_clock_thins_no_copies_out():
    from coach.store.copies import Copy, worth_keeping

    start = datetime(2026, 11, 1, 12, tzinfo=ZoneInfo("UTC"))
    copies = [Copy(number, start + timedelta(days=number), str(number)) for number in range(28)]
    wrong = start + timedelta(days=4000)
    for number in range(28, 28 + 12):
        copies = [*copies, Copy(number, wrong + timedelta(hours=number), str(number))]
        copies = sorted(worth_keeping(copies))
    assert {each.number for each in copies} >= set(range(28))


def test_a_copy_is_made_in_every_hour_something_is_saved(tmp_path):
    home = str(tmp_path / "home")
    for minutes in (0, 20, 59, 60, 119, 121, 179):
        clock = Clock(datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("UTC")) + timedelta(minutes=minutes))
        add(Store(Paths(home), clock), minutes)
    assert len(Store(Paths(home), clock).copies.of("2026-11")) == 3


@pytest.mark.long
def test_errors_injected_into_real_system_calls(tmp_path):
    """strace refuses the n-th write-side call of a real process: the old or the new, and one line."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    paths = Paths(str(tmp_path / "home"))
    process(paths, "add", "first")
    process(paths, "list")
    started = time.monotonic()
    calls = ("openat", "write", "fsync", "rename", "mkdir", "ftruncate", "linkat", "fchmod")
    for words, texts in ((["add", "second"], {"first", "second"}), (["undo"], set())):
        for call in calls:
            for number in range(1, 40):
                shutil.copytree(paths.home, tmp_path / "try")
                there = Paths(str(tmp_path / "try"))
                inject = f"inject={call}:error=ENOSPC:when={number}"
                where = ["-P", there.home, *(word for each in places(there) for word in ("-P", str(each)))]
                ran = subprocess.run(
                    ["strace", "-f", "-qq", "-o", str(tmp_path / "trace"), *where, "-e", inject,
                     sys.executable, "-m", "coach", *words],
                    env=environment(there), capture_output=True, text=True, check=False,
                )  # fmt: skip
                assert "Traceback" not in ran.stderr
                found = {kept["text"] for kept in everything(open_store(there.home)).values()}
                assert found in ({"first"}, texts)
                if ran.returncode == 0:
                    assert found == texts
                hit = "INJECTED" in (tmp_path / "trace").read_text()
                shutil.rmtree(tmp_path / "try")
                if not hit:
                    break
    assert time.monotonic() > started


def places(paths: Paths):
    """Every path below a home, and those a command may make: strace follows named paths only."""
    for folder, _, names in os.walk(paths.home):
        yield Path(folder)
        yield from (Path(folder) / name for name in names)
    yield from (
        Path(paths.inbox),
        Path(paths.history),
        Path(paths.data) / "2026",
        Path(paths.copies) / "2026-11",
    )


def test_a_capture_that_cannot_be_kept_says_so(tmp_path):
    home = tmp_path / "home"
    home.write_text("I am a file")
    with pytest.raises(CoachError, match="a file stands where a folder belongs"):
        inbox.capture(str(home / "inbox"), "added", "entries", "x", {}, PLAIN)
    assert home.read_text() == "I am a file"
