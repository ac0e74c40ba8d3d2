"""`coach noticed`: the one sentence of the day, and the person's word on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commitments.overview import commitments_on
from coach.core.errors import DONE, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.insights.lines import bar_lines, bars_of, chance_said, found_json
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.commitments.records import Said
    from coach.shell.shell import Shell

_ANSWERS: tuple[Said, ...] = ("useful", "not useful", "wrong", "later")


def _arguments(parser: ArgumentParser) -> None:
    answers = parser.add_mutually_exclusive_group()
    for said in _ANSWERS:
        answers.add_argument(f"--{said.replace(' ', '-')}", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if said := next((each for each in _ANSWERS if getattr(arguments, each.replace(" ", "_"))), None):
        told = coach.insights.told(coach.today(), coach.today() - timedelta(weeks=1))
        last = next((each for each in reversed(told) if each.coin != "held"), None)
        if last is None:
            raise UsageError(words.insights.nothing_to_answer)
        coach.insights.reply(last, said)
        answer = words.today.reply[said.replace(" ", "_")]
        shell.say(safe_text(filled(words.insights.replied, said=answer, told=last.text)))
        return DONE
    found = coach.insights.say(coach.today(), commitments_on(coach, coach.today()))
    if arguments.json:
        shell.json(found_json(found) if found else None)
        return DONE
    if found is None:
        shell.out(words.insights.none_today)
        return DONE
    shell.out(safe_text(found.text))
    for line in bar_lines(bars_of(found)):
        shell.out(f"  {safe_text(line)}")
    against = f"  {words.insights.against} {found.against}" if found.against else ""
    counted_to = filled(words.insights.counted_to, day=coach.days.say(found.last))
    shell.out(shell.dim(f"  {chance_said(found.chance)}, {counted_to}{safe_text(against)}"))
    shell.out(shell.strong(safe_text(found.asks)))
    return DONE


COMMANDS = (Command("noticed", _run, _arguments),)
