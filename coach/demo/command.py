"""`coach demo`: a year to look around in, in a folder of its own that goes when it is closed."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from typing import TYPE_CHECKING

from coach.app import Coach
from coach.cli.open_app import has_terminal, run_app
from coach.core.errors import DONE, UsageError
from coach.core.paths import Paths, locate
from coach.core.texts import filled, words
from coach.demo.demo import live_a_year
from coach.shell.command import Command, names_file

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    into = parser.add_argument("--into", metavar="DIR")
    names_file(into, "folder")
    parser.add_argument("--protected", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    if arguments.into:
        home = os.path.abspath(os.path.expanduser(arguments.into))
        if os.path.isdir(home) and os.listdir(home):
            raise UsageError(
                filled(words.cli.error.is_not_empty, home=home), do=words.cli.error.the_demo_wants_a_folder_of
            )
        coach = live_a_year(locate(home, os.environ), shell.clock)
        if arguments.protected:
            _protect(coach, shell)
        shell.out(home)
        shell.say(filled(words.cli.says.a_year_lies_there_coach_home, quote=shlex.quote(home)))
        return DONE
    has_terminal()
    home = tempfile.mkdtemp(prefix="coach-demo-")
    try:
        coach = live_a_year(Paths(home), shell.clock)
        if arguments.protected:
            _protect(coach, shell)
            shell.say(words.protect.demo_go_on)
            shell.read_line()
            coach.sealing.lock()
            coach = Coach(coach.paths, coach.clock, coach.sealing)
        code = run_app(coach)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    shell.say(words.cli.says.that_was_the_demo_it_is)
    return code


def _protect(coach: Coach, shell: Shell) -> None:
    from coach.store.keys import LEAST
    from coach.store.protecting import protect

    passphrase = words.protect.demo_passphrase
    protect(coach.store, passphrase, LEAST)
    shell.say(filled(words.protect.demo, passphrase=passphrase))


COMMANDS = (
    Command(
        "demo",
        _run,
        _arguments,
    ),
)
