"""`coach import`: what was written elsewhere comes in, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.exchange import incoming, reading
from coach.shell.command import Command, names_file
from coach.shell.progress_bar import progress

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    known = ", ".join(reading.READERS)
    names_file(parser.add_argument("file", metavar="FILE"))
    parser.add_argument(
        "--format", default="", metavar="F", help=f"what it is, where that is not plain: {known}"
    )
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--deleted", action="store_true")
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--json", action="store_true")


def _import(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    found = reading.read(coach, arguments.file, arguments.format)
    plan = incoming.plan(coach, found, bring_back=arguments.deleted)
    lines = [safe_text(line) for line in incoming.told(coach, plan)]
    for line in lines:
        if arguments.json:
            shell.say(line)
        else:
            shell.out(line)
    is_done = False
    if arguments.dry_run:
        shell.say(words.exchange.only_shown)
    elif not plan.is_empty:
        if not arguments.yes and shell.ask(words.exchange.ask) is False:
            shell.say(words.exchange.not_done)
            return DONE
        name = incoming.name_of(arguments.file)
        with progress(shell) as steps:
            is_done = incoming.bring_in(coach, plan, name, steps) > 0
        shell.say(words.exchange["done" if is_done else "nothing_done"])
    else:
        incoming.put_aside(coach, found)
    if arguments.json:
        ids = {
            part: [[kind, name] for kind, name, _ in getattr(plan, part)]
            for part in ("new", "changed", "beside", "deleted")
        }
        left = [{"where": each.where, "why": each.why} for each in plan.incoming.left]
        shell.json({"format": plan.incoming.format, "done": is_done, **ids, "known": plan.known,
                    "other": plan.other, "left": left})  # fmt: skip
    return DONE


COMMANDS = (
    Command(
        "import",
        _import,
        _arguments,
    ),
)
