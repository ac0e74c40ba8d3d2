"""`coach reflect`: guided reflections in plain lines, and past ones to read."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

from coach.cli.command import Command
from coach.content import filled, words
from coach.errors import DONE, NoDataError, UsageError
from coach.ids import short
from coach.managing.reviews import MOST_PLANS, Said, diverge
from coach.safe_text import first_line, safe_text
from coach.week import facts, week_of_review
from coach.when import say_day

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.cli.shell import Shell

TEXTS = ("truth", "moments", "tradeoff")
_SHOWN = 10


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("which", nargs="?", choices=("weekly",), metavar="WHICH", help="weekly")
    parser.add_argument("--list", action="store_true", help="the past ones, the latest first")
    for name in TEXTS:
        parser.add_argument(f"--{name}", metavar="TEXT", help=words("weekly", "question", name))
    parser.add_argument("--plan", action="append", metavar="TEXT", help="an if-then line; up to three")
    parser.add_argument("--flow", type=float, metavar="N", help="the flow number")
    parser.add_argument("--outcome", type=float, metavar="N", help="the outcome number")
    parser.add_argument("--doubt", metavar="TEXT", help="parked as a signal for the window")
    parser.add_argument("--json", action="store_true", help="show it as JSON")


def _run(arguments: Namespace, shell: Shell) -> int:
    if arguments.list:
        return _list(arguments, shell)
    if arguments.which is None:
        raise UsageError("which reflection?", do="`coach reflect weekly`, or `coach reflect --list`")
    coach = shell.coach()
    day = coach.reader().today
    given = {name: getattr(arguments, name) for name in TEXTS if getattr(arguments, name)}
    if (
        given
        or arguments.plan
        or arguments.doubt
        or arguments.flow is not None
        or arguments.outcome is not None
    ):
        said = Said(given, tuple(arguments.plan or ()), arguments.flow, arguments.outcome)
        doubt = arguments.doubt
    else:
        said, doubt = _asked(shell)
    before = coach.reviews.before(day)
    review = coach.reviews.keep(said, day, "shell", doubt or "")
    if arguments.json:
        shell.json(review.as_json())
        return DONE
    if diverge(review, before) and before:
        numbers = {"flow": review.flow, "outcome": review.outcome}
        was = {"flow_before": before.flow, "outcome_before": before.outcome}
        shell.say(filled(words("weekly", "diverged"), **numbers, **was))
    shell.say(f"Kept {short(review.id)}: the week to {say_day(review.last, day)}.")
    return DONE


def _asked(shell: Shell) -> tuple[Said, str]:
    """The whole review, a question a line. Facts first."""
    coach, say = shell.coach(), shell.say
    day = coach.reader().today
    week = week_of_review(coach, day)
    say(filled(words("weekly", "title"), day=say_day(week.last, day)))
    for line in facts(week):
        say(f"  {safe_text(line)}")
    for plan in week.plans:
        say(safe_text(filled(words("weekly", "planned"), plan=plan)))
    say("Enter leaves a question out, ctrl+d ends here and keeps what was said.")
    answers: dict[str, str] = {}
    plans: list[str] = []
    numbers: dict[str, float | None] = {"flow": None, "outcome": None}
    doubt = ""
    try:
        answers["truth"] = _ask(shell, words("weekly", "question", "truth"))
        while len(plans) < MOST_PLANS and (plan := _ask(shell, words("weekly", "question", "plans"))):
            plans.append(plan)
        frame = coach.frames.current()
        for name in numbers if frame else ():
            metric = getattr(frame, name)
            numbers[name] = _number(shell, metric) if metric else None
        answers["moments"] = _ask(shell, words("weekly", "question", "moments"))
        answers["tradeoff"] = _ask(shell, words("weekly", "question", "tradeoff"))
        doubt = _ask(shell, words("weekly", "question", "doubt"))
    except EOFError:
        say("")
    return Said(answers, tuple(plans), numbers["flow"], numbers["outcome"]), doubt


def _ask(shell: Shell, question: str) -> str:
    shell.say(safe_text(question))
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def _number(shell: Shell, metric: str) -> float | None:
    while typed := _ask(shell, f"{metric}?"):
        try:
            return float(typed.replace(",", "."))
        except ValueError:
            shell.say("A number, or Enter.")
    return None


def _list(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    today = coach.reader().today
    found = list(islice(coach.reviews.past(), None if arguments.json else _SHOWN))
    if not found:
        raise NoDataError("nothing was reflected on yet", do="`coach reflect weekly` begins")
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    for each in found:
        shell.out(f"{shell.dim(short(each.id))}  {say_day(each.last, today):<14}{first_line(each.words, 60)}")
    return DONE


COMMANDS = (
    Command(
        "reflect",
        "look back, guided: weekly",
        _run,
        _arguments,
        """
  coach reflect weekly            asks in plain lines, facts first
  coach reflect weekly --truth "The importer is two weeks late" --flow 4 --outcome 1
  coach reflect --list""",
    ),
)
