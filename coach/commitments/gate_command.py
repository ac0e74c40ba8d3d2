"""`coach gate`: whether a commitment goes on, and what becomes of a trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.agreement import QUESTIONS, UnansweredError
from coach.commitments.gate_session import GateSession
from coach.commitments.overview import commitments_on, life_of
from coach.commitments.shell_terms import add_terms, parts_of, tell
from coach.commitments.trial import RESULTS, is_trial
from coach.commitments.trial_lines import card_json, card_lines
from coach.commitments.trial_session import TrialSession
from coach.core.errors import DONE, CoachError, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.pauses.over import add_over, over_of
from coach.shell.command import Command
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.session import Kept
    from coach.shell.shell import Shell

_RESULTS = ("renew", "change", "expand", "end")


def _gate_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    results = [*_RESULTS, *RESULTS]
    parser.add_argument("result", nargs="?", choices=results, metavar="RESULT", help=words.trials.results)
    for name in QUESTIONS:
        question = words.commitments.gate.question[name]
        parser.add_argument(f"--{name}", metavar="TEXT", default="", help=question)
    parser.add_argument("--because", metavar="TEXT", default="")
    parser.add_argument("--text", metavar="TEXT")
    add_over(parser)
    parser.add_argument("--plain", action="store_true")
    add_terms(parser)


def _gate(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    commitment = coach.commitments.find(arguments.ref)
    if is_trial(commitment) and commitment.ended is None:
        return _end_trial(commitment, arguments, shell)
    if arguments.plain:
        return _gate_in_lines(commitment, coach, shell, as_json=arguments.json)
    if arguments.result in RESULTS:
        raise UsageError(words.trials.no_trial)
    if arguments.result is None:
        return _show_gate(commitment, coach, shell, as_json=arguments.json)
    over = over_of(arguments, coach)
    parts = parts_of(arguments, coach) | ({"text": arguments.text} if arguments.text else {})
    answers = {name: getattr(arguments, name) for name in QUESTIONS}
    try:
        changed = coach.commitments.pass_gate(
            commitment, arguments.result, answers, because=arguments.because, over=over, **parts
        )
    except UnansweredError as error:
        missing = ", ".join(f"--{name}" for name in error.missing)
        raise CoachError(
            error.what, kept=error.kept, do=filled(words.commitments.error.still_open, missing=missing)
        ) from error
    done = words.commitments.turn[arguments.result].capitalize()
    tell(shell, coach, changed, done, as_json=arguments.json)
    return DONE


def _end_trial(commitment: Commitment, arguments: Namespace, shell: Shell) -> int:
    """Its card; asked line by line what becomes of it, or told with a word."""
    coach = shell.coach()
    session = TrialSession(coach, commitment)
    session.over = over_of(arguments, coach)
    if arguments.result in _RESULTS:
        raise UsageError(words.trials.takes, do=filled(words.trials.decide, ref=short(commitment.id)))
    if arguments.plain:
        _became(shell, walk(shell, session), as_json=arguments.json)
    elif arguments.result in RESULTS:
        said = {"result": arguments.result, "possible": arguments.because}
        _became(shell, session.keep(said, "shell"), as_json=arguments.json)
    elif arguments.json:
        shell.json(card_json(session.card))
    else:
        for line in card_lines(session.card):
            shell.out(safe_text(line))
        shell.say(filled(words.trials.decide, ref=short(commitment.id)))
    return DONE


def _became(shell: Shell, kept: Kept, *, as_json: bool) -> None:
    if as_json:
        shell.json(kept.record.as_json())
    else:
        shell.say(safe_text(kept.told))


def _gate_in_lines(commitment: Commitment, coach: Coach, shell: Shell, *, as_json: bool) -> int:
    """Its questions, a line each."""
    coach.commitments.check_gate(commitment)
    each = next(iter(commitments_on(coach, coach.today(), only={commitment.id})), None)
    if each is None:
        raise UsageError(filled(words.commitments.unreadable, rhythm=commitment.rhythm))
    kept = walk(shell, GateSession(coach, each, is_in_lines=True))
    tell(shell, coach, kept.record, kept.told.rstrip("."), as_json=as_json)
    return DONE


def _show_gate(commitment: Commitment, coach: Coach, shell: Shell, *, as_json: bool) -> int:
    """The questions, and when they can be answered."""
    today = coach.today()
    each = next(iter(commitments_on(coach, today, only={commitment.id})), None)
    if each is None:
        raise UsageError(filled(words.commitments.unreadable, rhythm=commitment.rhythm))
    if as_json:
        asked = {name: words.commitments.gate.question[name] for name in QUESTIONS}
        days = {"opens": each.gate_opens.isoformat(), "lapses_after": each.gate.isoformat()}
        record = list(life_of(coach, each))
        shell.json(
            {"id": commitment.id, "open": each.is_gate_open, **days, "questions": asked, "record": record}
        )
        return DONE
    shell.out(safe_text(filled(words.commitments.gate.title, name=commitment.text)))
    if not each.is_gate_open:
        shell.out(filled(words.commitments.says.it_opens_on, day=say_day(each.gate_opens, today)))
    shell.out(filled(words.commitments.says.its_last_day_is, day=say_day(each.gate, today)))
    for line in life_of(coach, each):
        shell.out(safe_text(f"  {line}"))
    for name in QUESTIONS:
        shell.out(f"  --{name:<12}{words.commitments.gate.question[name]}")
    shell.say(words.commitments.gate.outcome_about)
    return DONE


COMMANDS = (
    Command(
        "gate",
        _gate,
        _gate_arguments,
    ),
)
