"""`coach random`: an old page, whichever comes."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError
from coach.core.ids import short
from coach.core.safe_text import safe_lines, safe_text
from coach.core.said_days import say_moment
from coach.core.texts import words
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    entry = coach.journal.old_page(Random())  # noqa: S311 - nothing here is secret
    if entry is None:
        raise NoDataError(words.journal.error.no_old_page, do=words.journal.error.no_old_page_do)
    if arguments.json:
        shell.json(entry.as_json())
        return DONE
    shell.out(shell.dim(safe_text(f"{short(entry.id)}  {say_moment(entry.at, coach.today())}")))
    shell.out()
    for line in safe_lines(entry.text):
        shell.out(line)
    return DONE


COMMANDS = (Command("random", _run, _arguments),)
