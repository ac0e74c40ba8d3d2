"""`coach tally`: did this decision need me? One word, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.deciding.tally import LASTS, count_line
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.deciding.tally import Count
    from coach.shell.shell import Shell

_ACTIONS = ("start", "me", "other", "stop")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=_ACTIONS)
    parser.add_argument("words", nargs="*", metavar="TEXT")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.words and arguments.action not in {"me", "other"}:
        raise UsageError(filled(words.deciding.error.too_much, said=" ".join(arguments.words)))
    if arguments.action == "start":
        new = coach.tallies.start("shell")
        if arguments.json:
            shell.json(new.as_json())
        shell.say(filled(words.deciding.told.tally_started, day=coach.days.say(new.first + LASTS)))
        return DONE
    found: Count | None
    if arguments.action in {"me", "other"}:
        text = " ".join(arguments.words)
        found = coach.tallies.add(needed_me=arguments.action == "me", text=text, source="shell")
    elif arguments.action == "stop":
        found = coach.tallies.stop()
    else:
        found = coach.tallies.latest()
    if found is None:
        raise NoDataError(words.deciding.error.no_tally, do=words.deciding.error.no_tally_do)
    if arguments.json:
        shell.json({"me": found.me, "of": found.of, "reading": found.reading, "over": found.is_over})
        return DONE
    shell.out(safe_text(count_line(found)))
    return DONE


COMMANDS = (Command("tally", _run, _arguments),)
