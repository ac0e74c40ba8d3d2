"""`coach remind`: one timer, at the person's hour, that speaks once a day and only when something is due."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from datetime import date, time, timedelta
from shutil import which
from types import SimpleNamespace

import pytest

from coach.checkin.checkins import Answers
from coach.checkin.hour import own_hour
from coach.core.errors import CoachError
from coach.core.paths import Paths
from coach.reminding import reminder, telling, timers
from coach.store import protecting
from coach.store.keys import LEAST
from screens.app import CoachApp
from screens.routes import open_way
from tests.screens.person import opened, press, screen_text, settled, type_in

FRIDAY = date(2026, 11, 20)
PROGRAM = '#!/bin/sh\necho "$(basename "$0") $*" >>"$ASKED"\n'
CRONTAB = '#!/bin/sh\nif [ "$1" = -l ]; then cat "$TABLE"; else cat >"$TABLE"; fi\n'


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Programs of the system that write down what they were asked; none is there but those a test puts."""
    folder = tmp_path / "programs"
    folder.mkdir()
    asked, table = tmp_path / "asked", tmp_path / "table"
    table.write_text("5 4 * * * backup\n")
    asked.touch()
    for name in ("basename", "cat"):
        (folder / name).symlink_to(str(which(name)))
    for name, value in (("PATH", folder), ("ASKED", asked), ("TABLE", table)):
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(telling, "sys", SimpleNamespace(platform="linux"))

    class Machine:
        def has(self, name: str, text: str = PROGRAM) -> None:
            (folder / name).write_text(text)
            (folder / name).chmod(0o755)

        @property
        def asked(self) -> list[str]:
            return asked.read_text().splitlines()

        @property
        def table(self) -> list[str]:
            return table.read_text().splitlines()

    return Machine()


@pytest.fixture
def due(at):
    """A day on which the check-in is due."""
    for back in (1, 2, 3):
        day = FRIDAY - timedelta(days=back)
        at(day).checkins.keep(day, Answers(energy=4))


def test_systemd_gets_two_units_that_run_this_very_copy_and_they_go_again(shell, machine, tmp_path):
    machine.has("systemctl")
    said = shell("remind", "install", "--at", "18:30")
    assert "At 18:30 every day, by systemd" in said.err
    units = tmp_path / "person" / ".config" / "systemd" / "user"
    assert "OnCalendar=*-*-* 18:30:00\nPersistent=true" in (units / "coach-remind.timer").read_text()
    service = (units / "coach-remind.service").read_text()
    assert f'"{sys.executable}" "-P" "-m" "coach" "--home"' in service
    assert service.rstrip().endswith('"remind" "tell"')
    assert "systemctl --user restart coach-remind.timer" in machine.asked
    assert "18:30 every day, by systemd" in shell("remind").out
    assert "Removed, from systemd" in shell("remind", "remove").err
    assert list(units.iterdir()) == []
    assert "Nothing reminds you" in shell("remind").err


def test_cron_gets_one_line_and_keeps_the_others(shell, machine):
    machine.has("crontab", CRONTAB)
    for hour in ("18:30", "07:05"):
        shell("remind", "install", "--at", hour)
    first, own = machine.table
    assert first == "5 4 * * * backup"
    assert own.startswith("5 7 * * * ")
    assert own.endswith(" remind tell # coach-remind")
    assert shell("remind", "show", "--json").json == [{"by": "cron", "at": "07:05", "place": "crontab -l"}]
    shell("remind", "remove")
    assert machine.table == ["5 4 * * * backup"]


def test_a_table_that_cannot_be_read_is_not_taken_for_an_empty_one(shell, machine):
    machine.has("crontab", '#!/bin/sh\n[ "$1" = -l ] && echo "cannot lock" >&2 && exit 1\ncat >"$TABLE"\n')
    said = shell("remind", "install", "--by", "cron")
    assert (said.code, "cannot lock" in said.err) == (1, True)
    assert machine.table == ["5 4 * * * backup"]


def test_a_table_of_any_signs_stays_as_it_is_to_the_byte(shell, machine, tmp_path):
    machine.has("crontab", CRONTAB)
    before = b"# a\x0cb\xe2\x80\xa8c \xe4 \r\n1 2 * * * x\n"
    (tmp_path / "table").write_bytes(before)
    shell("remind", "install", "--by", "cron")
    assert (tmp_path / "table").read_bytes().startswith(before + b"0 18 * * * ")
    shell("remind", "remove")
    assert (tmp_path / "table").read_bytes() == before


def test_where_the_data_lies_cannot_smuggle_a_line_in(machine, paths, tmp_path):
    machine.has("crontab", CRONTAB)
    with pytest.raises(CoachError, match="signs in its name"):
        reminder.install(Paths(str(tmp_path / "a\n* * * * * evil")), time(18))


def test_what_cron_starts_speaks(shell, machine, due, tmp_path):
    """The line itself, run as cron runs it: no terminal, hardly an environment."""
    machine.has("crontab", CRONTAB)
    machine.has("notify-send")
    shell("remind", "install", "--by", "cron")
    command = machine.table[-1].split(" ", 5)[5]
    own = {"HOME": str(tmp_path / "person"), "PATH": str(tmp_path / "programs"), "ASKED": str(tmp_path / "asked"),
           "DISPLAY": ":0", "COACH_NOW": "2026-11-20T18:00"}  # fmt: skip
    ran = subprocess.run(["/bin/sh", "-c", command], env=own, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert machine.asked == ["notify-send --app-name=coach -- coach Check in. When you have a minute."]


def test_launchd_gets_an_agent(monkeypatch, shell, machine, tmp_path):
    monkeypatch.setattr(timers, "sys", SimpleNamespace(platform="darwin"))
    machine.has("launchctl")
    assert "by launchd" in shell("remind", "install", "--at", "18:30").err
    path = tmp_path / "person" / "Library" / "LaunchAgents" / "coach.remind.plist"
    told = plistlib.loads(path.read_bytes())
    assert told["StartCalendarInterval"] == {"Hour": 18, "Minute": 30}
    assert told["ProgramArguments"][-2:] == ["remind", "tell"]
    shell("remind", "remove")
    assert not path.exists()


def test_where_nothing_can_start_it_a_way_is_named(shell, machine):
    said = shell("remind", "install")
    assert said.code == 1
    assert "start file" in said.err


def test_an_hour_that_is_none_is_refused_first(shell, machine):
    said = shell("remind", "install", "--at", "25:99")
    assert (said.code, "write it like 18:30" in said.err) == (2, True)


def test_a_manager_that_refuses_is_quoted(shell, machine):
    machine.has(
        "crontab",
        '#!/bin/sh\n[ "$1" = -l ] && echo "no crontab for ann" >&2 && exit 1\necho "not allowed" >&2; exit 1\n',
    )
    said = shell("remind", "install")
    assert (said.code, "crontab says: not allowed" in said.err) == (1, True)


def test_it_speaks_once_a_day(shell, machine, due):
    machine.has("notify-send")
    for _ in range(3):
        assert shell("remind", "tell").code == 0
    assert len(machine.asked) == 1


def test_it_is_silent_when_nothing_is_due(shell, machine, due):
    machine.has("notify-send")
    shell("checkin", "-e", "4")
    said = shell("remind", "tell")
    assert (said.code, said.out, machine.asked) == (0, "", [])


def test_without_a_desktop_the_terminal_one_sits_at_is_told(shell, machine, due, monkeypatch):
    monkeypatch.setenv("USER", "ann")
    machine.has("notify-send", "#!/bin/sh\nexit 1\n")
    machine.has("write")
    assert shell("remind", "tell").out == ""
    assert machine.asked == ["write ann"]


def test_where_nobody_can_be_told_it_is_printed(shell, machine, due, monkeypatch):
    monkeypatch.delenv("DISPLAY")
    assert shell("remind", "tell").out == "Check in. When you have a minute.\n"


def test_sealed_data_is_left_closed_and_the_person_was_told_so(shell, machine, coach):
    machine.has("crontab", CRONTAB)
    coach.journal.write("a word")
    protecting.protect(coach.store, "a passphrase of many words", LEAST)
    assert "sealed" in shell("remind", "install").err
    said = shell("remind", "tell")
    assert (said.code, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize(
    ("made_at", "expected"),
    [("08:10", time(8, 45)), ("21:50", time(22, 15)), ("01:30", time(2)), ("03:50", time(3, 45))],
)
def test_its_hour_is_half_an_hour_after_the_usual_check_in(at, made_at, expected):
    for back in range(1, 9):
        day = FRIDAY - timedelta(days=back)
        wall = day + timedelta(days=1) if made_at < "04:00" else day
        at(f"{wall}T{made_at}").checkins.keep(day, Answers(energy=4))
    assert own_hour(at(FRIDAY)) == expected


def test_few_check_ins_say_no_hour(at, due):
    assert own_hour(at(FRIDAY)) is None


def test_a_word_with_signs_of_systemd_goes_through_as_it_is():
    assert timers._for_systemd('a "b" %h $X \\') == '"a \\"b\\" %%h $$X \\\\"'


async def test_in_the_app_an_hour_sets_it_up_and_an_empty_line_takes_it_back(at, machine, due):
    machine.has("crontab", CRONTAB)
    app = CoachApp(at("2026-11-20T09:00"))
    async with opened(app) as pilot:
        open_way(app, "remind_daily")
        await settled(pilot)
        assert "18:00" in screen_text(app)
        await press(pilot, *["backspace"] * 5)
        await type_in(pilot, "7:05")
        await press(pilot, "enter")
        assert machine.table[-1].startswith("5 7 * * * ")
        open_way(app, "remind_daily")
        await settled(pilot)
        assert "07:05 every day, by cron" in screen_text(app)
        await press(pilot, *["backspace"] * 5, "enter")
        assert machine.table == ["5 4 * * * backup"]
