"""`coach reflect`: looking back in plain lines, and past reflections to read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.said_days import say_day
from coach.core.texts import words
from coach.pauses.over import add_over
from coach.reflection import weekly_command
from coach.reflection.late import open_periods
from coach.reflection.records import REFLECTIONS
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell

_SHOWN = 10
_WIDTH = 60


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("which", nargs="?", choices=REFLECTIONS, metavar="WHICH", help=", ".join(REFLECTIONS))
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--facts", action="store_true")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--trial", metavar="HOW OFTEN")
    add_over(parser)
    parser.add_argument("--of", metavar="REF")
    parser.add_argument("--for", dest="period", metavar="PERIOD")
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--answer", metavar="NAME=TEXT", action="append", default=[])
    weekly_command.arguments(parser)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    if arguments.list:
        return _list(arguments, shell)
    if arguments.open:
        return _open(arguments, shell)
    if arguments.which is None:
        do = words.reflect.says.the_kinds
        raise UsageError(words.reflect.error.which_reflection, do=do)
    if arguments.which == "weekly":
        return weekly_command.run(arguments, shell)
    from coach.reflection.look_back_command import run  # its evidence takes 20 ms, which a list does without

    return run(arguments, shell)


def _open(arguments: Namespace, shell: Shell) -> int:
    """What lies behind and was not looked back on."""
    coach = shell.coach()
    found = [each for each in open_periods(coach) if arguments.which in {None, each.name}]
    if arguments.json:
        days = ({"first": each.first.isoformat(), "last": each.last.isoformat()} for each in found)
        shell.json([{"name": each.name, **span} for each, span in zip(found, days, strict=True)])
        return DONE
    if not found:
        raise NoDataError(words.reflect.late.none)
    for each in found:
        shell.out(f"{each.called(coach.today()):<30}coach reflect {each.name} --for {each.last}")
    return DONE


def _list(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    today = coach.today()
    wanted = (each for each in coach.reflections.past() if arguments.which in {None, each.name})
    found = list(islice(wanted, None if arguments.json else _SHOWN))
    if not found:
        raise NoDataError(
            words.reflect.error.nothing_was_reflected_on_yet,
            do=words.reflect.error.coach_reflect_weekly_begins,
        )
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    for each in found:
        name = words.reflect.name[each.name]
        said = first_line("  ".join(each.words.split("\n")), _WIDTH)
        shell.out(f"{shell.dim(short(each.id))}  {say_day(each.last, today):<17}{name:<20}{said}")
    return DONE


COMMANDS = (
    Command(
        "reflect",
        _run,
        _arguments,
    ),
)
