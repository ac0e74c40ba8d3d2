"""`coach vitality`: signs of life and of decay in the practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.reflection.vitality import SIGNS, ritual_line, vitality
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    if shell.coach().store.is_new():
        raise NoDataError(words.vitality.nothing, do=words.vitality.nothing_do)
    found = vitality(shell.coach())
    measure = found.measure
    if arguments.json:
        shell.json(
            {
                "signs": [
                    {"name": each.name, "of": "life" if each.is_life else "decay", "there": each.is_there,
                     "text": each.fact.text, "n": each.fact.n, "ids": each.fact.ids}
                    for each in found.signs
                ],
                "ritual": {each.name: each.is_so for each in measure.signs} if measure else None,
                "calls": "\n".join(found.calls),
                "pitfall": found.pitfall.text if found.pitfall else None,
                "replant": found.replant.text if found.replant else None,
            }
        )  # fmt: skip
        return DONE
    for heading, is_life in (("life", True), ("decay", False)):
        shell.out(shell.strong(words.vitality[heading]))
        for sign in found.signs:
            if sign.is_life == is_life:
                shell.out(f"  {SIGNS[sign.is_there]} {sign.title}")
                shell.out(shell.dim(f"      {safe_text(sign.fact.text)}"))
    for line in found.calls:
        shell.out(safe_text(line))
    for each in measure.signs if measure else ():
        shell.out(f"  {SIGNS[each.is_so]} {ritual_line(each)}")
    for fact in filter(None, (found.pitfall, found.replant)):
        shell.out(safe_text(fact.text))
    return DONE


COMMANDS = (
    Command(
        "vitality",
        _run,
        _arguments,
    ),
)
