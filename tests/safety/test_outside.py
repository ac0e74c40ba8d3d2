"""Files written outside the home: a process that is killed over one leaves nothing there that stays."""

from __future__ import annotations

import os
import shutil
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.app import Coach
from coach.core.paths import Paths
from coach.core.steps import Steps
from coach.cycle import calendar
from coach.exchange import exporting
from coach.exchange.exporting import Wanted
from coach.packet import packets
from coach.store import checkup, snapshots
from coach.store.plain_copies import plain_copies
from tests.safety.disk import Disk
from tests.safety.shim import KILLED, Shim, cut_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.days import Clock

TODAY = date(2026, 11, 20)


def one_file(coach: Coach, out: str) -> None:
    exporting.export(coach, Wanted("markdown"), os.path.join(out, "journal.md"), Steps())


def a_folder(coach: Coach, out: str) -> None:
    exporting.export(coach, Wanted("markdown", is_folder=True), os.path.join(out, "journal"), Steps())


def tables(coach: Coach, out: str) -> None:
    exporting.export(coach, Wanted("csv"), os.path.join(out, "tables"), Steps())


def dates(coach: Coach, out: str) -> None:
    calendar.write(coach, os.path.join(out, "coach.ics"))


def a_packet(coach: Coach, out: str) -> None:
    plan = packets.new_plan(coach, "Robin", ask="Where is it thin?", first=TODAY, last=TODAY)
    packets.write(coach, packets.prepare(coach, plan), ["md", "html"], out)


def a_backup(coach: Coach, out: str) -> None:
    snapshots.back_up(coach.store, os.path.join(out, "backup.zip"))


ACTS = [one_file, a_folder, tables, dates, a_packet, a_backup]


def half_written(place: Path) -> list[str]:
    return sorted(str(path) for path in (place / "out").iterdir() if path.name.endswith(".tmp"))


def opened(place: Path, clock: Clock) -> Coach:
    return Coach(Paths(str(place / "home")), clock)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_what_a_kill_leaves_outside_is_named_and_gone_at_the_next_start(act, tmp_path, clock):
    base = tmp_path / "base"
    (base / "out").mkdir(parents=True)
    opened(base, clock).journal.write("the words of a hard day")
    shutil.copytree(base, tmp_path / "once")
    shim = Shim(str(tmp_path / "once"))
    with shim.active():
        act(opened(tmp_path / "once", clock), str(tmp_path / "once" / "out"))
    assert half_written(tmp_path / "once") == []

    left = 0
    for call in range(1, shim.count + 1):
        place = tmp_path / "try"
        shutil.copytree(base, place)
        ended = cut_off(str(place), call, "after", partial(begun, act, place, clock))
        assert ended in (KILLED, 0)
        found = half_written(place)
        store = opened(place, clock).store
        said = [each.what for each in checkup.check(store) if "cut off" in each.what]
        named = [each.path for each in plain_copies(store)]
        assert all(any(path in what for what in said) for path in found)
        assert all(path in named or not os.path.lexists(path) for path in found)
        left += len(found)
        store.refresh()
        assert half_written(place) == []
        shutil.rmtree(place)
    assert left  # else this shows nothing


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_what_was_acknowledged_outside_outlives_a_power_cut(act, tmp_path, clock):
    (tmp_path / "out").mkdir()
    disk = Disk(safe={str(tmp_path): "folder", f"{tmp_path}/out": "folder"})
    disk.now = dict(disk.safe)
    shim = Shim(str(tmp_path))
    with shim.active():
        opened(tmp_path, clock).journal.write("the words of a hard day")
        act(opened(tmp_path, clock), str(tmp_path / "out"))
    written = outside(tmp_path)
    assert written
    for step in shim.steps:
        disk.apply(step)
        assert all(whole_or_absent(state, written) for state in disk.states())
    assert all(outside_of(state, tmp_path) == written for state in disk.states())


def outside(place: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (place / "out").rglob("*") if path.is_file()}


def outside_of(state: dict[str, bytes | None], place: Path) -> dict[str, bytes]:
    return {
        path: kept for path, kept in state.items() if kept is not None and path.startswith(f"{place}/out/")
    }


def whole_or_absent(state: dict[str, bytes | None], written: dict[str, bytes]) -> bool:
    return all(state.get(path) in (None, content) for path, content in written.items())


def begun(act: Callable[[Coach, str], None], place: Path, clock: Clock) -> None:
    act(opened(place, clock), str(place / "out"))


def test_what_lies_on_a_disk_that_is_away_is_remembered(tmp_path, clock):
    (tmp_path / "out").mkdir()
    coach = opened(tmp_path, clock)
    coach.journal.write("the words of a hard day")
    call = 0
    while not half_written(tmp_path):
        call += 1
        cut_off(str(tmp_path), call, "after", partial(begun, one_file, tmp_path, clock))
    os.rename(tmp_path / "out", tmp_path / "away")
    opened(tmp_path, clock).store.refresh()
    os.rename(tmp_path / "away", tmp_path / "out")
    opened(tmp_path, clock).store.refresh()
    assert half_written(tmp_path) == []
    assert not os.path.exists(coach.paths.underway)
