"""What the shell's commands on commitments share: the terms that are given, and what is told afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.agreement import in_words
from coach.commitments.fields import OPTIONS, field
from coach.commitments.overview import commitments_on
from coach.commitments.rhythm import read, say
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.shell.options import add_options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.shell.shell import Shell

_WIDTH = 120


def add_terms(parser: ArgumentParser) -> None:
    """What can be said of a commitment, now or later."""
    parser.add_argument("--every", metavar="RHYTHM")
    parser.add_argument("--due", metavar="DATE")
    parser.add_argument("--outside", action="store_true")
    add_options(parser, (field(name) for name in OPTIONS))
    parser.add_argument("--json", action="store_true")


def parts_of(arguments: Namespace, coach: Coach) -> dict[str, Any]:
    """The terms given, as the service takes them."""
    parts: dict[str, Any] = {name: getattr(arguments, name) for name in OPTIONS}
    parts["rhythm"] = None if arguments.every is None else say(read(arguments.every))
    parts |= {name: ahead(getattr(arguments, name), coach) for name in ("due", "gate")}
    if arguments.outside:
        parts["fits"] = False
    return {name: value for name, value in parts.items() if value is not None}


def ahead(typed: str | None, coach: Coach) -> date | None:
    """A day that was given, which lies ahead."""
    return None if typed is None else coach.reader().day(typed, ahead=True)


def tell(shell: Shell, coach: Coach, commitment: Commitment, done: str, *, as_json: bool) -> None:
    if as_json:
        shell.json(commitment.as_json())
        return
    today = coach.today()
    now = next(iter(commitments_on(coach, today, only={commitment.id})), None)
    said = [f"{done} {short(commitment.id)}: {first_line(in_words(commitment), _WIDTH)}."]
    if now is None:  # its rhythm is one that only another version reads
        shell.say(safe_text(said[0]))
        return
    first = today if now.is_due and not now.times else now.next_due
    if first and not commitment.due and commitment.ended is None:
        said.append(filled(words.commitments.says.next_on, day=say_day(first, today)))
    if commitment.ended is None and not (commitment.rhythm or commitment.due):
        said.append(words.commitments.says.asks_for_nothing)
    if commitment.ended is None:
        said.append(filled(words.commitments.says.its_gate_is_on, day=say_day(now.gate, today)))
    shell.say(safe_text(" ".join(said)))
