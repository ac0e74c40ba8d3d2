"""`coach learned`: what was learned, whether it still holds, and the word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.counting import counted
from coach.core.errors import DONE, NoDataError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.learned.records import ANSWERS
from coach.references import find
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.learned.learned import Lesson
    from coach.shell.shell import Shell

_WIDTH = 100


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", nargs="?", metavar="REF")
    answers = parser.add_mutually_exclusive_group()
    for each in ANSWERS:
        answers.add_argument(f"--{words.learned.option[each]}", dest=each, action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    holds = next((each for each in ANSWERS if getattr(arguments, each)), None)
    if holds:
        due = coach.learned.due(coach.today())
        if arguments.ref:
            due = coach.learned.get(find(coach.store, arguments.ref).id)
        if due is None:
            raise NoDataError(words.learned.none_due, do=words.learned.none_due_do)
        coach.learned.say(due, holds, "shell")
        said = words.learned.holds[holds]
        shell.say(safe_text(filled(words.learned.told, said=said, lesson=first_line(due.text, _WIDTH))))
        return DONE
    found = coach.learned.all()
    if arguments.ref:
        found = [coach.learned.get(find(coach.store, arguments.ref).id)]
    if arguments.json:
        shell.json([_as_json(each) for each in found])
        return DONE
    if not found:
        raise NoDataError(words.learned.nothing, do=words.learned.nothing_do)
    for each in found:
        day = coach.days.say(each.day)
        shell.out(f"{short(each.of)}  {safe_text(first_line(each.text, _WIDTH))}")
        shell.out(shell.dim(f"          {day}{said_of(each)}"))
    return DONE


def said_of(lesson: Lesson) -> str:
    """What was said of it since, in a few words."""
    if lesson.is_over:
        return f", {words.learned.holds.no}"
    used = filled(words.learned.used, count=counted(lesson.used(), "time")) if lesson.used() else ""
    return f", {used}" if used else ""


def _as_json(lesson: Lesson) -> dict[str, Any]:
    return {
        "of": lesson.of,
        "kind": lesson.kind,
        "day": lesson.day.isoformat(),
        "text": lesson.text,
        "over": lesson.is_over,
        "said": [each.as_json() for each in lesson.said],
    }


COMMANDS = (Command("learned", _run, _arguments, pages=True),)
