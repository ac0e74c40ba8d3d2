"""`coach handover`: one kind of decision to another, within limits; how it goes; taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.deciding.describe import handover_line, looks_line
from coach.deciding.handovers import is_steady
from coach.deciding.records import OUTCOMES, Handover
from coach.references import find
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell

_NAME = 60


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="TEXT")
    parser.add_argument("--to", default="", metavar="NAME")
    parser.add_argument("--boundary", default="", metavar="TEXT")
    parser.add_argument("--look", metavar="REF")
    parser.add_argument("--went", choices=OUTCOMES)
    parser.add_argument("--take-back", metavar="REF")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach, text = shell.coach(), " ".join(arguments.words)
    if bool(arguments.look) != bool(arguments.went):
        raise UsageError(words.handover.error.outcome, do=", ".join(f"--went {each}" for each in OUTCOMES))
    if sum(map(bool, (text, arguments.look, arguments.take_back))) > 1:
        raise UsageError(words.handover.error.one_at_a_time)
    if not (text or arguments.look or arguments.take_back):
        if arguments.to or arguments.boundary:
            raise UsageError(words.handover.error.text, do=words.handover.error.do)
        return _show(arguments, shell, coach)
    if arguments.look:
        now = coach.handovers.look(_found(coach, arguments.look), arguments.went)
        told = filled(words.handover.looked, said=words.handover.outcome[arguments.went])
    elif arguments.take_back:
        now = coach.handovers.take_back(_found(coach, arguments.take_back))
        told = filled(words.handover.ended, what=first_line(now.text, _NAME))
    else:
        now = coach.handovers.hand(text, arguments.to, arguments.boundary)
        told = filled(words.handover.handed, to=now.to, what=first_line(now.text, _NAME))
    shell.say(f"{safe_text(told)} {short(now.id)}")
    if arguments.look and is_steady(now):
        shell.say(words.handover.settled)
    if arguments.json:
        shell.json(now.as_json())
    return DONE


def _show(arguments: Namespace, shell: Shell, coach: Coach) -> int:
    found = coach.handovers.all()
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    if not found:
        raise NoDataError(words.handover.error.none, do=words.handover.error.do)
    for each in found:
        shell.out(f"{shell.dim(short(each.id))}  {safe_text(handover_line(each))}")
        if each.looks:
            shell.out(shell.dim(f"      {looks_line(each)}"))
    return DONE


def _found(coach: Coach, typed: str) -> Handover:
    record = find(coach.store, typed)
    if not isinstance(record, Handover):
        raise NotFoundError(filled(words.handover.error.not_found, typed=typed))
    return record


COMMANDS = (Command("handover", _run, _arguments, takes_text="words"),)
