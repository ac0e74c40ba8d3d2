"""The one timer that reminds: which the system offers, what it starts, and when."""

from __future__ import annotations

import os
import sys
from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import CoachError, UsageError
from coach.core.paths import locate
from coach.core.texts import filled, words
from coach.reminding.timers import known_timers, timers

if TYPE_CHECKING:
    from coach.core.paths import Paths
    from coach.reminding.timers import Timer

BY = ("systemd", "launchd", "cron")
_TOLD_OF = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "COACH_LANGUAGE", "TZ")
"""What a timer would not know: it starts without the person's own environment."""


class Installed(NamedTuple):
    """What reminds, and when."""

    timer: Timer
    at: time


def installed() -> list[Installed]:
    """What stands in the system now: one, or nothing."""
    return [Installed(each, at) for each in known_timers() if (at := each.at())]


def install(paths: Paths, at: time, by: str | None = None) -> Timer:
    """In place of whatever reminded before."""
    found = [each for each in timers() if by in {None, each.name}]
    if not found:
        raise CoachError(
            filled(words.reminding.not_here, by=by or ", ".join(BY)), do=words.reminding.not_here_do
        )
    command = _command(paths)
    if any(not each.isprintable() for each in command):
        raise CoachError(words.reminding.strange_place)
    found[0].install(command, at)
    for other in known_timers():
        if other.name != found[0].name:
            other.remove()
    return found[0]


def remove() -> list[str]:
    """What reminded until now, by name."""
    return [each.name for each in known_timers() if each.remove()]


def hour(typed: str) -> time:
    """An hour as it is typed."""
    try:
        return time.fromisoformat(f"{typed.strip():0>5}")
    except ValueError:
        raise UsageError(filled(words.reminding.no_time, typed=typed)) from None


def _command(paths: Paths) -> list[str]:
    """This very copy, over this very home."""
    known = {name: value for name in _TOLD_OF if (value := os.environ.get(name))}
    environment = ["/usr/bin/env", *(f"{name}={value}" for name, value in known.items())] if known else []
    usual = locate(None, {name: value for name, value in os.environ.items() if name != "COACH_HOME"})
    home = [] if usual.home == paths.home else ["--home", paths.home]
    return [*environment, sys.executable, "-P", "-m", "coach", *home, "remind", "tell"]
