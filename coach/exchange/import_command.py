"""`coach import`: what was written elsewhere comes in, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.exchange import incoming, reading
from coach.exchange.answer import NoPacketError, answerable
from coach.references import find
from coach.shell.command import Command, names_file
from coach.shell.progress_bar import progress

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.exchange.incoming import Incoming
    from coach.shell.shell import Shell

_WIDTH = 60


def _arguments(parser: ArgumentParser) -> None:
    known = ", ".join(reading.READERS)
    names_file(parser.add_argument("file", metavar="FILE"))
    parser.add_argument(
        "--format",
        default="",
        metavar="F",
        help=filled(words.exchange.says.what_it_is_where_that_is, known=known),
    )
    parser.add_argument("--of", metavar="REF")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--deleted", action="store_true")
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--json", action="store_true")


def _read(arguments: Namespace, shell: Shell) -> Incoming:
    """What is in the file. What says nothing of itself may be an answer: then it is asked to which packet."""
    coach = shell.coach()
    if arguments.of:
        packet = find(coach.store, arguments.of)
        return reading.read_answer_to(coach, arguments.file, packet.id)
    try:
        return reading.read(coach, arguments.file, arguments.format)
    except NoPacketError:
        packets = answerable(coach)
        options = [
            (str(place), first_line(f"{each.to}: {each.ask}", _WIDTH), each.id)
            for place, each in enumerate(packets, 1)
        ]
        chosen = shell.pick(words.packet.answer.which, options) if packets else None
        if chosen is None:
            raise
        return reading.read_answer_to(coach, arguments.file, chosen)


def _import(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    found = _read(arguments, shell)
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
        is_answer = plan.incoming.format == "answer"
        shell.say(words.exchange[("done_answer" if is_answer else "done") if is_done else "nothing_done"])
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
