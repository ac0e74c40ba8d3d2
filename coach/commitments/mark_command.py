"""`coach mark`: how commitments went, one or many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.amount import Done, done, goal_of
from coach.commitments.glance import count_in, mark_said
from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on
from coach.commitments.promised import notice
from coach.commitments.records import REASONS, RESULTS
from coach.core.errors import DONE, NotFoundError, UsageError
from coach.core.safe_text import first_line, safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment, Reason, Result
    from coach.shell.shell import Shell

_ALL = "all"
_WIDTH, _WITH_UNIT = 60, 3
_CALLED = {"skipped": "pass"}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="+", metavar="REF RESULT", help=filled(words.marks.takes, results=", ".join(RESULTS))
    )
    parser.add_argument("--note", metavar="TEXT")
    parser.add_argument(
        "--because",
        metavar="REASON",
        help=filled(words.commitments.says.what_got_in_the_way, REASONS=", ".join(REASONS)),
    )
    parser.add_argument("--on", metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    today = coach.today()
    day = coach.reader().day(arguments.on) if arguments.on else today
    because = _reason(arguments.because) if arguments.because else None
    given = _given(_paired(arguments.words), coach, day, because, arguments.note)
    marks = coach.marks.mark(given, day, "shell")
    if arguments.json:
        shell.json([mark.as_json() for mark in marks])
        return DONE
    marked = {each.commitment.id for each in given}
    standing = {each.commitment.id: each for each in commitments_on(coach, today, only=marked)}
    for each in {each.commitment.id: each for each in given}.values():
        now = standing.get(each.commitment.id)
        count = f"   {count_in(now)}" if now and now.of else ""
        said = mark_said(each, goal_of(each.commitment))
        shell.say(safe_text(f"{first_line(each.commitment.text, _WIDTH)}: {said}{count}"))
        if promised := notice(each.commitment, each.result):
            shell.say(safe_text(promised))
    if arguments.on:
        shell.say(filled(words.commitments.says.for_day, day=say_day(day, today)))
    return DONE


def _paired(typed: list[str]) -> list[str]:
    """One with its amount in two words is a pair: `3fa2 20 min`."""
    is_amount = len(typed) == _WITH_UNIT and typed[1].lstrip("+").replace(".", "").isdecimal()
    return [typed[0], f"{typed[1]} {typed[2]}"] if is_amount else typed


def _given(
    typed: list[str], coach: Coach, day: date, because: Reason | None, note: str | None
) -> list[Given]:
    """Pairs of which and how; `all` is whatever is due and not marked yet."""
    if len(typed) % 2:
        raise UsageError(
            filled(words.commitments.error.stands_alone, value=typed[-1]),
            do=words.commitments.error.write_it_like_coach_mark_fa,
        )
    found = []
    for which, how in zip(typed[::2], typed[1::2], strict=True):
        name, _, own = how.partition(":")
        reason = _reason(own) if own else because
        name = _CALLED.get(name, name)
        if which != _ALL and name.lstrip("+")[:1].isdigit():
            commitment = coach.commitments.find(which)
            goal = goal_of(commitment)
            said = done(name, goal) if goal else Done(0)
            found.append(coach.marks.counted(commitment, said, day, reason, note))
            continue
        if name not in RESULTS:
            raise UsageError(
                filled(words.commitments.error.is_none_of, name=name, value=", ".join(RESULTS)),
                kept=words.commitments.error.nothing_was_marked,
            )
        result: Result = name
        found += [Given(each, result, reason, note=note) for each in _which(which, coach, day)]
    return found


def _which(typed: str, coach: Coach, day: date) -> list[Commitment]:
    if typed == _ALL:
        due = [each.commitment for each in commitments_on(coach, day) if each.is_due]
        if not due:
            raise NotFoundError(
                filled(words.commitments.error.nothing_is_due_and_unmarked_on, day=coach.days.say(day))
            )
        return due
    return [coach.commitments.find(typed)]


def _reason(typed: str) -> Reason:
    meant = [each for each in REASONS if typed.lower() in {each, words.marks.reason[each]}]
    if not meant:
        raise UsageError(
            filled(words.commitments.error.is_none_of_the_reasons, typed=typed, value=", ".join(REASONS)),
            kept=words.commitments.error.nothing_was_marked,
        )
    return meant[0]


COMMANDS = (
    Command(
        "mark",
        _run,
        _arguments,
    ),
)
