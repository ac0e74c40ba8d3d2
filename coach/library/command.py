"""`coach library`: the cards, one of them, and what it suggests to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NotFoundError, UsageError
from coach.core.safe_text import safe_text, wrapped
from coach.core.texts import filled, words
from coach.library.acts import ACTS
from coach.library.cards import GROUPS, card, cards, searched
from coach.library.lines import beside, card_lines
from coach.library.trying import suggested, try_out
from coach.library.yours import yours
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.library.cards import Card
    from coach.shell.shell import Shell

_LABEL = 26


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORDS")
    parser.add_argument("--try", dest="try_", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    typed = " ".join(arguments.words)
    found = _meant(typed)
    if not found:
        raise NotFoundError(filled(words.library.no_card, typed=typed), do=words.library.no_card_do)
    if arguments.try_:
        return _try(shell, found)
    if arguments.json:
        shell.json([_as_json(shell, each, alone=len(found) == 1) for each in found])
        return DONE
    if len(found) == 1:
        _show(shell, found[0])
    else:
        _list(shell, found)
    return DONE


def _meant(typed: str) -> list[Card]:
    """All, those that say it, or the one that is called so."""
    if not typed:
        return list(cards())
    named = card(typed) or next((each for each in cards() if each.title.lower() == typed.lower()), None)
    return [named] if named else searched(typed)


def _list(shell: Shell, found: list[Card]) -> None:
    for group in GROUPS:
        own = [each for each in found if each.group == group]
        if own:
            shell.out(shell.strong(words.library.group[group]))
        for each in own:
            shell.out(f"  {each.id:<{_LABEL}} {each.line}")


def _show(shell: Shell, one: Card) -> None:
    coach = shell.coach()
    for line in card_lines(one, coach.wording, yours(coach, one)):
        for place, part in enumerate(wrapped(safe_text(line.text), shell.width - line.hang) or [""]):
            said = part if not place else f"{'':<{line.hang}}{part}"
            shell.out(shell.strong(said) if line.role == "strong" else said)
    shell.out()
    if practice := suggested(coach, one):
        shell.out(filled(words.library.tries_shell, id=one.id))
        shell.out(shell.dim(f"  {practice.text}, {practice.rhythm}"))
    elif one.tries:
        says = words.library.act[one.tries]
        shell.out(filled(words.library.leads_shell, says=says, command=ACTS[one.tries].command))
    if see := ", ".join(each.id for each in beside(one)):
        shell.out(shell.dim(f"{words.library.heading.see}: {see}"))


def _try(shell: Shell, found: list[Card]) -> int:
    coach = shell.coach()
    practice = suggested(coach, found[0]) if len(found) == 1 else None
    if practice is None:
        raise UsageError(words.library.tries_one)
    made = try_out(coach, found[0], practice)
    shell.say(filled(words.library.tried, day=coach.days.say(made.gate)))
    return DONE


def _as_json(shell: Shell, one: Card, *, alone: bool) -> dict[str, object]:
    own = yours(shell.coach(), one) if alone else []
    return {"text": one.line, **one._asdict(), "yours": own}


COMMANDS = (Command("library", _run, _arguments, pages=True),)
