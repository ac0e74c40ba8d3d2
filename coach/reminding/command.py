"""`coach remind`: a timer of the system that speaks once a day, and only when something is due."""

from __future__ import annotations

import os
import sys
from datetime import time
from typing import TYPE_CHECKING

from coach.checkin.hour import USUAL, own_hour
from coach.core.errors import DONE, CoachError, UsageError
from coach.core.paths import locate
from coach.core.texts import filled, words
from coach.reminding.due import due, line
from coach.reminding.telling import Told, tell
from coach.reminding.timers import timers
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.reminding.timers import Timer
    from coach.shell.shell import Shell

_ACTIONS = ("install", "remove", "show", "tell")
_BY = ("systemd", "launchd", "cron")
_TOLD_OF = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "COACH_LANGUAGE", "TZ")
"""What a timer would not know: it starts without the person's own environment."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=_ACTIONS, default="show", metavar="ACTION")
    parser.add_argument("--at", metavar="HH:MM")
    parser.add_argument("--by", choices=_BY)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    return {"install": _install, "remove": _remove, "show": _show, "tell": _tell}[arguments.action](
        arguments, shell
    )


def _install(arguments: Namespace, shell: Shell) -> int:
    timer = _chosen(arguments.by)
    coach = shell.coach_for_app()
    own = None if coach.sealing.is_locked else own_hour(coach)
    at = _time(arguments.at) if arguments.at else own or USUAL
    for each in timers():
        each.remove()
    timer.install(_command(shell), at)
    said = words.reminding.installed_own if own and not arguments.at else words.reminding.installed
    shell.say(filled(said, at=f"{at:%H:%M}", by=timer.name, place=timer.place()))
    if shell.is_protected:
        shell.say(words.reminding.sealed)
    return DONE


def _remove(_: Namespace, shell: Shell) -> int:
    gone = [each.name for each in timers() if each.remove()]
    shell.say(filled(words.reminding.removed, by=", ".join(gone)) if gone else words.reminding.none)
    return DONE


def _show(arguments: Namespace, shell: Shell) -> int:
    found = [(each, at) for each in timers() if (at := each.at())]
    if arguments.json:
        shell.json([{"by": each.name, "at": f"{at:%H:%M}", "place": each.place()} for each, at in found])
        return DONE
    for each, at in found:
        shell.out(filled(words.reminding.shown, at=f"{at:%H:%M}", by=each.name, place=each.place()))
    if not found:
        shell.say(words.reminding.none)
    return DONE


def _tell(_: Namespace, shell: Shell) -> int:
    """What the timer starts. It asks nobody for a passphrase."""
    coach = shell.coach_for_app()
    told = Told(shell.paths.reminded)
    if coach.sealing.is_locked or told.is_told(coach.today()):
        return DONE
    found = due(coach)
    if found and told.take(coach.today()):
        said = filled(words.reminding.tell, due=line(found))
        if shell.is_terminal or not tell(said):
            shell.out(said)
    return DONE


def _chosen(name: str | None) -> Timer:
    found = [each for each in timers() if name in {None, each.name}]
    if not found:
        raise CoachError(
            filled(words.reminding.not_here, by=name or ", ".join(_BY)), do=words.reminding.not_here_do
        )
    return found[0]


def _time(typed: str) -> time:
    try:
        return time.fromisoformat(f"{typed:0>5}")
    except ValueError:
        raise UsageError(filled(words.reminding.no_time, typed=typed)) from None


def _command(shell: Shell) -> list[str]:
    """This very copy, over this very home."""
    known = {name: value for name in _TOLD_OF if (value := os.environ.get(name))}
    environment = ["/usr/bin/env", *(f"{name}={value}" for name, value in known.items())] if known else []
    usual = locate(None, {name: value for name, value in os.environ.items() if name != "COACH_HOME"})
    home = [] if usual.home == shell.paths.home else ["--home", shell.paths.home]
    return [*environment, sys.executable, "-P", "-m", "coach", *home, "remind", "tell"]


COMMANDS = (Command("remind", _run, _arguments),)
