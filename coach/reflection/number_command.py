"""`coach number`: a number of the frame or of a commitment, read off by a person or a script."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commitments.amount import done, goal_of
from coach.core.errors import DONE, UsageError
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.reflection.readings import NUMBERS
from coach.reflection.typed import as_typed, number_of
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.shell.shell import Shell

_WIDTH = 60
_LATELY = timedelta(weeks=13)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("value", nargs="?", metavar="VALUE")
    parser.add_argument("--on", metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.name is None:
        return _list(arguments, shell)
    if arguments.value is None:
        raise UsageError(words.reflect.error.no_number)
    day = coach.reader().day(arguments.on) if arguments.on else coach.today()
    name = next((each for each in NUMBERS if each == arguments.name.lower()), None)
    if name is None:
        return _of_a_commitment(arguments, day, shell)
    value = _number(arguments.value)
    frame = coach.frames.current()
    metric = getattr(frame, name, "")
    if not metric:
        raise UsageError(
            filled(words.reflect.error.no_such_number, name=name),
            do=filled(words.reflect.error.no_such_number_do, name=name),
        )
    kept = coach.readings.keep(name, value, day)
    if arguments.json:
        shell.json(kept.as_json())
        return DONE
    said = {"called": first_line(metric, _WIDTH), "value": as_typed(value), "day": coach.days.say(day)}
    shell.say(safe_text(filled(words.reflect.says.read_off, **said)))
    return DONE


def _number(typed: str) -> float:
    try:
        found = number_of(typed)
    except UsageError:
        found = None
    if found is None or re.search(r",\d{3}$", typed.strip()):  # a thousand, or one and nothing behind it?
        raise UsageError(filled(words.reflect.error.is_not_a_number, typed=typed))
    return found


def _list(arguments: Namespace, shell: Shell) -> int:
    """What is counted, and what was read off last."""
    coach, frame = shell.coach(), shell.coach().frames.current()
    rows = []
    for name in NUMBERS:
        lately = coach.readings.since(coach.today() - _LATELY, name)
        rows.append((name, getattr(frame, name, ""), lately[-1] if lately else None))
    if arguments.json:
        shell.json([{"name": name, "counts": counts, "last": last.as_json() if last else None}
                    for name, counts, last in rows])  # fmt: skip
        return DONE
    for name, counts, last in rows:
        read_off = f"{as_typed(last.value)}, {coach.days.say(last.day)}" if last else ""
        counted = first_line(counts, _WIDTH) or words.reflect.says.counts_nothing_yet
        shell.out(safe_text(f"{name:<9}{counted:<40}{read_off}".rstrip()))
    return DONE


def _of_a_commitment(arguments: Namespace, day: date, shell: Shell) -> int:
    """Its own amount: a mark of the day."""
    coach = shell.coach()
    commitment = coach.commitments.find(arguments.name)
    goal = goal_of(commitment)
    if goal is None:
        raise UsageError(
            filled(words.reflect.error.counts_nothing, name=first_line(commitment.text, _WIDTH)),
            do=words.commitments.error.no_goal_do,
        )
    given = coach.marks.counted(commitment, done(arguments.value, goal), day)
    (mark,) = coach.marks.mark([given], day, "shell")
    if arguments.json:
        shell.json(mark.as_json())
    else:
        shell.say(safe_text(f"{first_line(commitment.text, _WIDTH)}: {arguments.value}"))
    return DONE


COMMANDS = (Command("number", _run, _arguments),)
