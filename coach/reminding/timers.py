"""What starts `coach remind tell` once a day: a timer of systemd, an agent of launchd, or a line of cron.
Each is the system's own way, stands where the system keeps such things, and is gone when it is removed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from datetime import time
from shutil import which
from typing import TYPE_CHECKING, Protocol

from coach.core.errors import CoachError
from coach.core.texts import filled, words
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = "coach-remind"
_LABEL = "coach.remind"
_MARK = f" # {_NAME}".encode()
_LONGEST = 30


class Timer(Protocol):
    """One of the three."""

    name: str

    def is_possible(self) -> bool:
        """Whether this system has it."""

    def install(self, command: Sequence[str], at: time) -> None:
        """From now on, every day; in place of what was there."""

    def remove(self) -> bool:
        """Whether there was one."""

    def at(self) -> time | None:
        """The hour of what is installed."""

    def place(self) -> str:
        """Where it stands, for the person to look at."""


def timers() -> list[Timer]:
    """Those of this system, the best first."""
    return [each for each in known_timers() if each.is_possible()]


def known_timers() -> list[Timer]:
    """All that can have been installed here, also where its manager cannot be reached just now."""
    cron: list[Timer] = [Cron()] if which("crontab") else []
    return [Systemd(), Launchd(), *cron]


class Systemd:
    """A timer of the person's own, caught up with after the machine slept."""

    name = "systemd"

    def __init__(self) -> None:
        config = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
        self._folder = os.path.join(config, "systemd", "user")
        self._timer, self._service = (
            os.path.join(self._folder, f"{_NAME}.{part}") for part in ("timer", "service")
        )

    def is_possible(self) -> bool:
        """A manager for this person runs."""
        return which("systemctl") is not None and _asked("systemctl", "--user", "show-environment")

    def install(self, command: Sequence[str], at: time) -> None:
        """Two small files, and the manager is told."""
        files.make_folder(self._folder)
        about = words.reminding.unit
        start = " ".join(_for_systemd(each) for each in command)
        _write(self._service, f"[Unit]\nDescription={about}\n\n[Service]\nType=oneshot\nExecStart={start}\n")
        _write(
            self._timer,
            f"[Unit]\nDescription={about}\n\n[Timer]\nOnCalendar=*-*-* {at:%H:%M}:00\nPersistent=true\n\n"
            "[Install]\nWantedBy=timers.target\n",
        )
        _do("systemctl", "--user", "daemon-reload")
        _do("systemctl", "--user", "enable", f"{_NAME}.timer")
        _do("systemctl", "--user", "restart", f"{_NAME}.timer")

    def remove(self) -> bool:
        """Stopped, and the files gone."""
        if not os.path.exists(self._timer):
            return False
        with suppress(CoachError):
            _asked("systemctl", "--user", "disable", "--now", f"{_NAME}.timer")
        for path in (self._timer, self._service):
            files.discard(path)
        with suppress(CoachError):
            _asked("systemctl", "--user", "daemon-reload")
        return True

    def at(self) -> time | None:
        """As the file has it."""
        return _time_in(_read(self._timer), r"OnCalendar=\S+ (?P<hour>\d\d):(?P<minute>\d\d)")

    def place(self) -> str:
        """The file."""
        return self._timer


class Launchd:
    """An agent of the person's own, caught up with after the machine slept."""

    name = "launchd"

    def __init__(self) -> None:
        self._path = os.path.expanduser(f"~/Library/LaunchAgents/{_LABEL}.plist")

    def is_possible(self) -> bool:
        """On a Mac."""
        return sys.platform == "darwin" and which("launchctl") is not None

    def install(self, command: Sequence[str], at: time) -> None:
        """One file, and launchd is told."""
        import plistlib

        self.remove()
        told = {
            "Label": _LABEL,
            "ProgramArguments": list(command),
            "StartCalendarInterval": {"Hour": at.hour, "Minute": at.minute},
        }
        files.make_folder(os.path.dirname(self._path))
        files.write_atomically(self._path, plistlib.dumps(told))
        _do("launchctl", "bootstrap", f"gui/{os.getuid()}", self._path)

    def remove(self) -> bool:
        """Unloaded, and the file gone."""
        if not os.path.exists(self._path):
            return False
        with suppress(CoachError):
            _asked("launchctl", "bootout", f"gui/{os.getuid()}/{_LABEL}")
        files.discard(self._path)
        return True

    def at(self) -> time | None:
        """As the file has it."""
        if not os.path.exists(self._path):
            return None
        import plistlib

        told = plistlib.loads(files.read(self._path))["StartCalendarInterval"]
        return time(told["Hour"], told["Minute"])

    def place(self) -> str:
        """The file."""
        return self._path


class Cron:
    """A line in the person's own table, known by the comment at its end. The others stay as they are, to the
    byte."""

    name = "cron"

    def is_possible(self) -> bool:
        """Where there is a table to write into."""
        return which("crontab") is not None

    def install(self, command: Sequence[str], at: time) -> None:
        """One line more."""
        from shlex import join

        line = join(command).replace("%", "\\%")
        _put([*self._others(), f"{at.minute} {at.hour} * * * {line}".encode() + _MARK])

    def remove(self) -> bool:
        """The line gone."""
        if not self._own():
            return False
        _put(self._others())
        return True

    def at(self) -> time | None:
        """As the line has it."""
        return _time_in(b"".join(self._own()).decode(errors="replace"), r"(?P<minute>\d+) (?P<hour>\d+) ")

    def place(self) -> str:
        """What shows it."""
        return "crontab -l"

    def _own(self) -> list[bytes]:
        return [line for line in _table() if line.endswith(_MARK)]

    def _others(self) -> list[bytes]:
        return [line for line in _table() if not line.endswith(_MARK)]


def _table() -> list[bytes]:
    """The lines there are. A table that cannot be read is not taken for an empty one."""
    ran = _ran("crontab", "-l")
    if ran.returncode and b"no crontab" not in ran.stderr.lower():
        raise _refused("crontab", ran.stderr)
    lines = ran.stdout.split(b"\n") if ran.returncode == 0 else []
    return lines[:-1] if lines and not lines[-1] else lines


def _put(lines: list[bytes]) -> None:
    _do("crontab", "-", given=b"".join(line + b"\n" for line in lines))


def _time_in(text: str, pattern: str) -> time | None:
    found = re.search(pattern, text)
    return time(int(found["hour"]), int(found["minute"])) if found else None


def _for_systemd(word: str) -> str:
    """Quoted, with nothing in it that systemd would put something else for."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _write(path: str, text: str) -> None:
    files.write_atomically(path, text.encode())


def _read(path: str) -> str:
    return files.read(path).decode() if os.path.exists(path) else ""


def _ran(*command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, timeout=_LONGEST,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _refused(command[0], str(error).encode()) from error


def _asked(*command: str) -> bool:
    return _ran(*command).returncode == 0


def _do(*command: str, given: bytes = b"") -> None:
    ran = _ran(*command, given=given)
    if ran.returncode:
        raise _refused(command[0], ran.stderr)


def _refused(program: str, said: bytes) -> CoachError:
    last = (said.decode(errors="replace").strip().splitlines() or ["?"])[-1]
    return CoachError(
        filled(words.reminding.refused, program=program, said=last), do=words.reminding.refused_do
    )
