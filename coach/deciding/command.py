"""`coach decide`: a decision is written down, or those that are active are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.deciding.decisions import MOST
from coach.deciding.describe import hidden, is_held_now, state_of
from coach.deciding.fields import odds_of
from coach.deciding.sessions import due_said
from coach.references import find
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.deciding.records import Decision
    from coach.shell.shell import Shell

_WIDTH = 60
_LINES = ("decider", "gives_up", "reversal", "outcome", "because", "dissent")
_FLAGS = ("cross", "frame")
_OF_ONE = (*_LINES, *_FLAGS, "option", "by", "due", "odds", "failure", "domain", "of", "choose", "made")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="TEXT")
    parser.add_argument("--option", action="append", default=[], metavar="TEXT")
    for name in _LINES:
        parser.add_argument(f"--{name.replace('_', '-')}", default="", metavar="TEXT")
    parser.add_argument("--by", metavar="DAY")
    for name in _FLAGS:
        parser.add_argument(f"--{name}", action="store_true")
    parser.add_argument("--on", dest="due", metavar="DATE")
    parser.add_argument("--odds", metavar="50-95")
    parser.add_argument("--failure", action="append", default=[], metavar="TEXT")
    parser.add_argument("--domain", metavar="NAME")
    parser.add_argument("--of", metavar="REF")
    parser.add_argument("--choose", metavar="OPTION")
    parser.add_argument("--made", metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if not arguments.words:
        return _show(arguments, shell, coach)
    reader = coach.reader()
    parts: dict[str, Any] = {name: getattr(arguments, name) for name in _LINES}
    domain = coach.domains.named(arguments.domain) if arguments.domain else None
    made = coach.decisions.log(
        "shell",
        text=" ".join(arguments.words),
        options=tuple(arguments.option),
        failures=tuple(arguments.failure),
        by=reader.day(arguments.by, ahead=True) if arguments.by else None,
        due=reader.day(arguments.due, ahead=True) if arguments.due else None,
        odds=odds_of(arguments.odds or ""),
        cross=arguments.cross,
        frame=arguments.frame,
        domain=domain.id if domain else None,
        of=find(coach.store, arguments.of).id if arguments.of else None,
        chosen=arguments.choose or "",
        made=reader.day(arguments.made) if arguments.made else None,
        **parts,
    )
    if arguments.json:
        shell.json(hidden(made))
        return DONE
    count = len(coach.decisions.active())
    told = filled(words.deciding.told.logged, what=made.text, count=count, most=MOST)
    shell.say(f"{safe_text(told)} {short(made.id)}")
    if made.frame and is_held_now(coach):
        shell.say(words.deciding.told.frame_held)
    return DONE


def _show(arguments: Namespace, shell: Shell, coach: Coach) -> int:
    if any(getattr(arguments, name) for name in _OF_ONE):
        raise UsageError(words.deciding.error.no_text)
    found = coach.decisions.active()
    if arguments.json:
        shell.json([hidden(each) for each in found])
        return DONE
    if not found:
        raise NoDataError(words.deciding.error.none_active, do=words.deciding.error.none_active_do)
    for each in found:
        shell.out(f"{shell.dim(short(each.id))}  {safe_text(decision_line(each, coach))}")
    return DONE


def decision_line(each: Decision, coach: Coach) -> str:
    """Its name, where it stands, and by when it is decided or its outcome is seen."""
    name, due = first_line(each.text, _WIDTH), due_said(each, coach) if each.is_open else ""
    when = due or (coach.days.say(each.due) if each.due else "")
    if each.is_open and (until := coach.decisions.until(each)) and until < coach.clock.now():
        when = filled(words.deciding.fact.was_due, day=when)
    return f"{name}: {state_of(each)}{f', {when}' if when else ''}"


COMMANDS = (Command("decide", _run, _arguments, takes_text="words"),)
