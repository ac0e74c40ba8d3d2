"""`coach decided`: an option is chosen, a decision is reversed, reviewed or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NotFoundError, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.deciding.decisions import PROCESS, option_of
from coach.deciding.describe import hidden
from coach.deciding.fields import odds_of
from coach.deciding.records import CAME, Decision
from coach.deciding.sessions import DecideSession, ReviewSession, reviewed_line
from coach.references import find
from coach.shell.command import Command
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell

_ACTIONS = ("reverse", "outcome", "close")
_GIVEN = ("reversal", "because", "dissent", "outcome", "due", "odds")
_FITS = {
    "choose": {"choose", "made", "plain", *_GIVEN},
    "outcome": {"process", "plain"},
    "reverse": {"evidence"},
    "close": set[str](),
}
"""What can be said of each."""
_EVERY = frozenset[str]().union(*_FITS.values())


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="[ACTION] REF [yes|no]")
    parser.add_argument("--choose", metavar="OPTION")
    for name in ("reversal", "because", "dissent", "outcome", "evidence"):
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    parser.add_argument("--on", dest="due", metavar="DATE")
    parser.add_argument("--odds", metavar="50-95")
    parser.add_argument("--made", metavar="DAY")
    parser.add_argument("--process", choices=[str(each) for each in PROCESS])
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach, said = shell.coach(), list(arguments.words)
    action = said.pop(0) if said[0] in _ACTIONS else "choose"
    if not said:
        raise UsageError(words.deciding.error.which)
    _refuse_others(arguments, action)
    decision = _found(coach, said.pop(0))
    if action == "outcome":
        told, now = _outcome(arguments, shell, decision, said)
    elif said:
        raise UsageError(filled(words.deciding.error.too_much, said=" ".join(said)))
    elif action == "reverse":
        told, now = words.deciding.told.reversed, coach.decisions.reverse(decision, arguments.evidence)
    elif action == "close":
        told, now = words.deciding.told.closed, coach.decisions.close(decision)
    else:
        told, now = _choose(arguments, shell, decision)
    if arguments.json:
        shell.json(hidden(now))
    shell.say(safe_text(told))
    return DONE


def _refuse_others(arguments: Namespace, action: str) -> None:
    """What does not belong to it is refused, so that no word is lost."""
    given = {name for name, value in vars(arguments).items() if name in _EVERY and value}
    if wrong := sorted(given - _FITS[action]):
        said = ", ".join(f"--{each}" for each in wrong)
        raise UsageError(filled(words.deciding.error.too_much, said=said))


def _found(coach: Coach, reference: str) -> Decision:
    found = find(coach.store, reference)
    if not isinstance(found, Decision):
        raise NotFoundError(filled(words.deciding.error.no_decision, reference=reference),
                            do=words.deciding.error.no_decision_do)  # fmt: skip
    return found


def _choose(arguments: Namespace, shell: Shell, decision: Decision) -> tuple[str, Decision]:
    coach = shell.coach()
    made = coach.reader().day(arguments.made) if arguments.made else None
    if arguments.plain or not arguments.choose:
        given = {name: text for name in _GIVEN if (text := getattr(arguments, name))}
        if arguments.choose:
            given["chosen"] = option_of(decision, arguments.choose)
        kept = walk(shell, DecideSession(coach, decision, made), given)
        return kept.told, kept.record
    due = coach.reader().day(arguments.due, ahead=True) if arguments.due else None
    expects = {"outcome": arguments.outcome, "due": due, "odds": odds_of(arguments.odds or "")}
    now = coach.decisions.choose(
        decision,
        arguments.choose,
        because=arguments.because,
        dissent=arguments.dissent,
        reversal=arguments.reversal,
        made=made,
        expects=expects if any(expects.values()) else None,
    )
    return filled(words.deciding.told.decided, chosen=now.chosen), now


def _outcome(arguments: Namespace, shell: Shell, decision: Decision, said: list[str]) -> tuple[str, Decision]:
    coach = shell.coach()
    if arguments.plain or not said:
        given = {"process": arguments.process} if arguments.process else {}
        given |= {"came": said[0]} if said and said[0] in CAME else {}
        kept = walk(shell, ReviewSession(coach, decision), given)
        return kept.told, kept.record
    came = next((each for each in CAME if said == [each]), None)
    if came is None:
        raise UsageError(filled(words.deciding.error.too_much, said=" ".join(said)))
    process = int(arguments.process) if arguments.process else None
    now = coach.decisions.review(decision, came, process)
    return reviewed_line(now), now


COMMANDS = (Command("decided", _run, _arguments),)
