"""Saying it once: on the desktop where there is one, else on the terminal the person sits at."""

from __future__ import annotations

import os
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_LONGEST = 20
_NOTIFICATION = 'display notification (item 1 of argv) with title "coach"'


def tell(text: str) -> bool:
    """Whether somebody was told; if not, it has to be printed."""
    return any(_goes(command, given) for command, given in _ways(text))


def _ways(text: str) -> Iterator[tuple[Sequence[str], str]]:
    if sys.platform == "darwin":
        yield ("osascript", "-e", "on run argv", "-e", _NOTIFICATION, "-e", "end run", text), ""
    elif _has_desktop():
        yield ("notify-send", "--app-name=coach", "--", "coach", text), ""
    if user := os.environ.get("USER") or os.environ.get("LOGNAME"):
        yield ("write", user), f"coach: {text}\n"


def _has_desktop() -> bool:
    """What cron starts is not told of the person's bus, which has a fixed place."""
    bus = f"/run/user/{os.getuid()}/bus"
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ and os.path.exists(bus):
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or "DISPLAY" in os.environ


def _goes(command: Sequence[str], given: str) -> bool:
    if which(command[0]) is None:
        return False
    try:
        ran = subprocess.run(
            command, input=given.encode(), capture_output=True, check=False, timeout=_LONGEST
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0


class Told:
    """That a day was told of, kept on this machine: at most once a day, whoever asks at the same time."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def is_told(self, day: date) -> bool:
        """Whether it was."""
        return os.path.exists(self._mark(day))

    def take(self, day: date) -> bool:
        """Whether this is the first to tell of it; those of other days are forgotten. Where nothing can be
        kept, it is told all the same."""
        try:
            files.make_folder(self._folder)
            for name in set(files.names_in(self._folder)) - {day.isoformat()}:
                files.discard(os.path.join(self._folder, name))
            os.close(files.create(self._mark(day)))
        except FileExistsError:
            return False
        except OSError:
            return True
        return True

    def _mark(self, day: date) -> str:
        return os.path.join(self._folder, day.isoformat())
