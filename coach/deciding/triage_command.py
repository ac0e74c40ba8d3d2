"""`coach triage`: three scales, and how to begin; split, it becomes two commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import DONE, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.deciding.fields import triage_fields
from coach.deciding.records import HEIGHTS
from coach.deciding.triage import way
from coach.pauses.over import add_over, over_of
from coach.references import find
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.deciding.records import Triage
    from coach.shell.shell import Shell
    from coach.store.transaction import Transaction

_SCALES = ("ambiguity", "coupling", "reversible")
_NAME = 60


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="TEXT")
    parser.add_argument("--ambiguity", choices=HEIGHTS)
    parser.add_argument("--coupling", choices=HEIGHTS)
    parser.add_argument("--reversible", choices=("yes", "no"))
    parser.add_argument("--of", metavar="REF")
    parser.add_argument("--split", action="store_true")
    for name in ("lead", "manage", "handoff"):
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    add_over(parser)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    said = _said(arguments, shell)
    if arguments.split and not (arguments.lead and arguments.manage and arguments.handoff):
        raise UsageError(words.deciding.error.split_needs, do=words.deciding.error.split_needs_do)
    scales: Any = tuple(said[name] for name in _SCALES)
    of = find(coach.store, arguments.of).id if arguments.of else None
    parts = list[Any]()

    def along(change: Transaction, new: Triage) -> None:
        three = (arguments.lead, arguments.manage, arguments.handoff)
        parts.extend(coach.triages.put_split(change, new, *three, over_of(arguments, coach)))

    triage = coach.triages.keep(said["text"], scales, of, "shell", along if arguments.split else None)
    found = way(*scales)
    named, first = (words.deciding.way[found, part] for part in ("name", "first"))
    if parts:
        one, other = (f"“{first_line(each.text, _NAME)}” {short(each.id)}" for each in parts)
        shell.say(safe_text(filled(words.deciding.told.split, first=one, second=other)))
    if arguments.json:
        shell.json(triage.as_json() | {"way": found})
        return DONE
    told = filled(
        words.deciding.told.triaged,
        name=triage.text,
        way=named,
        first=first,
    )
    shell.out(safe_text(told))
    return DONE


def _said(arguments: Namespace, shell: Shell) -> dict[str, str]:
    """What was given, and what is asked for where a person sits there."""
    said = {"text": " ".join(arguments.words)} | {name: getattr(arguments, name) or "" for name in _SCALES}
    for field in triage_fields():
        while not said[field.name] and shell.is_person:
            keys = ", ".join(f"{key} {told}" for key, told, _ in field.choices)
            shell.say(f"{field.label}? {field.about} {keys}".rstrip())
            typed = shell.read_line()
            said[field.name] = (field.meant(typed) or "") if field.is_chosen else typed
        if field.is_chosen and not said[field.name]:
            raise UsageError(words.deciding.error.scales, do=words.deciding.error.scales_do)
        if field.check:
            field.check(said[field.name])
    return said


COMMANDS = (Command("triage", _run, _arguments, takes_text="words"),)
