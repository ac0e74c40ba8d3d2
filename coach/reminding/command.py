"""`coach remind`: a timer of the system that speaks once a day, and only when something is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.checkin.hour import USUAL, own_hour
from coach.core.errors import DONE
from coach.core.texts import filled, words
from coach.reminding import reminder
from coach.reminding.due import due, line
from coach.reminding.telling import Told, tell
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell

_ACTIONS = ("install", "remove", "show", "tell")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=_ACTIONS, default="show", metavar="ACTION")
    parser.add_argument("--at", metavar="HH:MM")
    parser.add_argument("--by", choices=reminder.BY)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    acts = {"install": _install, "remove": _remove, "show": _show, "tell": _tell}
    return acts[arguments.action](arguments, shell)


def _install(arguments: Namespace, shell: Shell) -> int:
    asked = reminder.hour(arguments.at) if arguments.at else None
    coach = shell.coach_for_app()
    own = None if coach.sealing.is_locked else own_hour(coach)
    at = asked or own or USUAL
    timer = reminder.install(shell.paths, at, arguments.by)
    said = words.reminding.installed_own if own and not arguments.at else words.reminding.installed
    shell.say(filled(said, at=f"{at:%H:%M}", by=timer.name, place=timer.place()))
    if shell.is_protected:
        shell.say(words.reminding.sealed)
    return DONE


def _remove(_: Namespace, shell: Shell) -> int:
    gone = reminder.remove()
    shell.say(filled(words.reminding.removed, by=", ".join(gone)) if gone else words.reminding.none)
    return DONE


def _show(arguments: Namespace, shell: Shell) -> int:
    found = reminder.installed()
    if arguments.json:
        shell.json([{"by": timer.name, "at": f"{at:%H:%M}", "place": timer.place()} for timer, at in found])
        return DONE
    for timer, at in found:
        shell.out(filled(words.reminding.shown, at=f"{at:%H:%M}", by=timer.name, place=timer.place()))
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


COMMANDS = (Command("remind", _run, _arguments),)
