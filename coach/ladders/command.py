"""`coach ladders`: how far one is on both, rating oneself, and a practice held for two weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NotFoundError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.ladders.ladders import Practice, climbed, levels
from coach.ladders.lines import ladders, ladders_lines
from coach.ladders.practising import practise
from coach.ladders.rating import RatingSession
from coach.ladders.records import LADDERS
from coach.shell.command import Command
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--rate", choices=LADDERS)
    parser.add_argument("--practice", metavar="ID")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.rate:
        shell.say(walk(shell, RatingSession(coach, arguments.rate)).told)
    elif arguments.practice:
        made = practise(coach, _practice(coach, arguments.practice))
        shell.say(filled(words.ladders.held, day=coach.days.say(made.gate)))
    elif arguments.json:
        shell.json([_as_json(coach, name) for name in LADDERS])
    else:
        for line in ladders_lines(ladders(coach)):
            said = safe_text(f"{'':<{line.indent}}{line.text}")
            own = f"  {shell.dim(line.target.id)}" if isinstance(line.target, Practice) else ""
            shell.out(shell.strong(said) if line.role == "strong" else f"{said}{own}")
        shell.say(words.ladders.shell_about)
    return DONE


def _practice(coach: Coach, name: str) -> Practice:
    wording = coach.wording
    known = [each for ladder in LADDERS for level in levels(ladder, wording) for each in level.practices]
    for each in known:
        if each.id == name:
            return each
    said = filled(words.ladders.no_practice, name=name)
    raise NotFoundError(said, do=filled(words.ladders.there_are, known=", ".join(each.id for each in known)))


def _as_json(coach: Coach, name: str) -> dict[str, object]:
    ladder = next(each for each in LADDERS if each == name)
    ratings = coach.ratings.of(ladder)
    skills = ratings[-1].skills if ratings else {}
    found = climbed(ladder, skills, coach.wording)
    return {
        "ladder": ladder,
        "rated": ratings[-1].last.isoformat() if ratings else None,
        "levels": [
            {"id": each.level.id, "title": each.level.title, "stands": each.stands,
             "practices": [one.id for one in each.level.practices]}
            for each in found
        ],
        "skills": dict(skills),
    }  # fmt: skip


COMMANDS = (Command("ladders", _run, _arguments),)
