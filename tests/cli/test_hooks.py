"""Hooks: a person's own programs get the record that was just kept, and nobody waits for them."""

from __future__ import annotations

import json
import os
import select
import sys
from pathlib import Path
from typing import Any

import pytest

from coach import settings
from coach.app import build
from coach.checkin.checkins import Answers
from coach.commitments.records import Commitment
from coach.hooks import folder, there_are


@pytest.fixture
def told(paths, tmp_path):
    """Puts programs there; gives what they were told, once it is so much."""
    settings.write(paths.config, "hooks", "yes")
    pipe = tmp_path / "told"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDWR)
    heard = b""

    def of(count: int) -> list[dict[str, Any]]:
        nonlocal heard
        while heard.count(b"\n") < count:
            assert select.select([reading], [], [], 20)[0], heard[-200:]
            heard += os.read(reading, 1 << 16)
        return [json.loads(line) for line in heard.splitlines()]

    def put(*names: str, text: str = f"#!/bin/sh\ncat >>{pipe}\necho loud\n", mode: int = 0o700):
        for name in names:
            path = tmp_path / "home" / "hooks" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            path.chmod(mode)
        return of

    yield put
    os.close(reading)


def test_a_check_in_is_told_with_its_record(shell, told, paths):
    of = told("on-checkin")
    said = shell("checkin", "-e", "4", "--json")
    (record,) = of(1)
    assert record == {"kind": "checkins", **said.json}
    assert "loud" not in said.out + said.err
    assert folder(paths) in shell("config", "hooks", "yes").err


def test_an_entry_and_a_signal_are_told_at_once(shell, told):
    of = told("on-entry", "on-signal")
    shell("add", "Walked")
    assert [each["text"] for each in of(1)] == ["Walked"]
    shell("signal", "They keep a list")
    assert [each["kind"] for each in of(2)] == ["entries", "signals"]


def test_what_is_changed_is_told_again_and_undo_is_not(shell, told, coach):
    of = told("on-commitment")
    shell("commit", "Walk", "--every", "day")
    reference = of(1)[0]["id"][-12:-6]
    shell("renegotiate", reference, "--every", "monday", "--because", "less")
    assert [each["rhythm"] for each in of(2)] == ["every day", "every Monday"]
    shell("undo")
    shell("commit", "Another", "--every", "day")
    assert [each["text"] for each in of(3)] == ["Walk", "Walk", "Another"]


def test_off_is_off_and_what_is_not_sound_is_not_started(shell, told, paths):
    of = told("on-checkin")
    settings.write(paths.config, "hooks", "no")
    shell("checkin", "-e", "4")
    settings.write(paths.config, "hooks", "yes")
    told("on-mark", mode=0o600)
    told("on-entry", mode=0o702)
    shell("add", "x")
    shell("checkin", "-e", "5")
    assert [each["energy"] for each in of(1)] == [5]
    said = shell("config", "hooks", "yes").err
    assert "Not started: on-entry, on-mark" in said
    assert "told to on-checkin in" in said


def test_a_program_that_hangs_or_reads_nothing_holds_nobody_up(shell, told, tmp_path):
    os.mkfifo(tmp_path / "never")
    told("on-entry", text=f"#!/bin/sh\nread line <{tmp_path}/never\n")
    assert shell("add", "x" * 300_000).code == 0
    os.close(os.open(tmp_path / "never", os.O_RDWR))


def test_a_long_record_is_told_whole(shell, told):
    of = told("on-entry")
    shell("add", stdin=b"word " * 60_000)
    assert len(of(1)[0]["text"]) == 300_000


def test_what_a_hook_keeps_itself_is_told_to_none(shell, told, paths, tmp_path):
    of = told("on-checkin")
    own = f'#!/bin/sh\n{sys.executable} -m coach add again </dev/null\necho \'{{"kind": "done"}}\' >>{tmp_path}/told\n'
    told("on-entry", text=own)
    shell("add", "once")
    assert of(1) == [{"kind": "done"}]
    assert sorted(each["text"] for each in shell.entries()) == ["again", "once"]


def test_a_hook_is_in_the_home_its_person_is_in(shell, told, tmp_path, monkeypatch):
    of = told("on-checkin", text=f'#!/bin/sh\necho "[\\"$COACH_HOME\\"]" >>{tmp_path}/told\n')
    shell("checkin", "-e", "4")
    assert of(1) == [[str(tmp_path / "home")]]


def test_what_was_captured_is_saved_whatever_is_wrong_with_the_rest(shell, told, paths):
    told("on-entry")
    shell("add", "--at", "-40d", "old")
    shell("list")
    (month,) = Path(paths.data).rglob("2026-10*")
    month.write_bytes(b"harmed")
    said = shell("add", "new")
    assert (said.code, "Saved" in said.err, "damaged" in said.err) == (0, True, False)


def test_a_link_and_a_folder_others_can_write_are_refused(shell, told, tmp_path, paths):
    of = told("on-checkin")
    (tmp_path / "home" / "hooks" / "on-entry").symlink_to("/bin/true")
    assert "Not started: on-entry" in shell("config", "hooks", "yes").err
    (tmp_path / "home" / "hooks").chmod(0o777)
    assert "Not started: on-entry, on-checkin" in shell("config", "hooks", "yes").err
    (tmp_path / "home" / "hooks").chmod(0o700)
    shell("checkin", "-e", "2")
    assert of(1)[0]["energy"] == 2


def test_a_group_of_the_person_alone_is_nobody_else(told, paths, monkeypatch):
    """As with the umask of an ordinary user of Debian."""
    told("on-entry", mode=0o770)
    (Path(paths.home) / "hooks").chmod(0o775)
    found = os.stat(Path(paths.home) / "hooks")
    monkeypatch.setattr("os.getgid", lambda: found.st_uid)
    monkeypatch.setattr("os.getuid", lambda: found.st_uid)
    assert there_are(paths) == (["on-entry"] if found.st_gid == found.st_uid else [])
    monkeypatch.setattr("os.getgid", lambda: 100)
    assert there_are(paths) == []


def test_what_comes_in_by_the_hundred_is_not_told(paths, clock, told):
    of = told("on-commitment", "on-checkin")
    coach = build(paths, clock)
    with coach.store.change("many") as change:
        for number in range(100):
            shape = {
                "created": clock.now(),
                "created_zone": "UTC",
                "starts": coach.today(),
                "gate": coach.today(),
            }
            change.keep(Commitment(id=clock.new_id(), text=f"{number}", rhythm="every day", **shape))
    coach.checkins.keep(coach.today(), Answers(energy=4))
    assert [each["kind"] for each in of(1)] == ["checkins"]


def test_switched_on_while_the_app_is_open_they_are_told_from_then_on(paths, clock, told):
    of = told("on-checkin")
    coach = build(paths, clock)
    coach.settings = coach.settings._replace(hooks=False)
    coach.checkins.keep(coach.today(), Answers(energy=2))
    coach.settings = coach.settings._replace(hooks=True)
    coach.checkins.keep(coach.today(), Answers(energy=5))
    assert [each["energy"] for each in of(1)] == [5]
