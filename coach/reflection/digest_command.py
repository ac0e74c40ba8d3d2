"""`coach week` and `coach year`: ten lines each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.safe_text import safe_text
from coach.reflection.digest import week_digest, year_digest
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from datetime import date

    from coach.app import Coach
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--until", metavar="DATE")
    parser.add_argument("--json", action="store_true")


def _run(digest: Callable[[Coach, date], list[str]], arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    day = coach.reader().day(arguments.until) if arguments.until else coach.today()
    lines = digest(coach, day)
    if arguments.json:
        shell.json({"until": day.isoformat(), "lines": lines})
        return DONE
    title, *rest = lines
    shell.out(shell.strong(safe_text(title)))
    for line in rest:
        shell.out(f"  {safe_text(line)}")
    return DONE


COMMANDS = (
    Command("week", partial(_run, week_digest), _arguments),
    Command("year", partial(_run, year_digest), _arguments),
)
