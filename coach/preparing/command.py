"""`coach prepare`: two minutes before, and a question or two afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import words
from coach.preparing.sessions import AfterSession, BeforeSession
from coach.preparing.situations import situations
from coach.references import find
from coach.shell.command import Command
from coach.shell.walk import walk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("card", nargs="?", metavar="CARD")
    parser.add_argument("--cards", action="store_true")
    parser.add_argument("--about", metavar="REF")
    parser.add_argument("--after", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.after:
        return _after(shell, coach)
    if arguments.cards or (arguments.card is None and not shell.is_person):
        return _cards(shell, coach, as_json=arguments.json)
    card = arguments.card or shell.pick(words.preparing.pick, _options(coach))
    record = find(coach.store, arguments.about) if arguments.about else None
    text = first_line(getattr(record, "words", ""), 60) if record else ""
    kept = walk(shell, BeforeSession(coach, card or "", record.id if record else "", text))
    shell.say(safe_text(kept.told))
    return DONE


def _after(shell: Shell, coach: Coach) -> int:
    kept = coach.preparations.untold(coach.today())
    if kept is None:
        raise NoDataError(words.preparing.none, do=words.preparing.none_do)
    shell.say(safe_text(walk(shell, AfterSession(coach, kept)).told))
    return DONE


def _cards(shell: Shell, coach: Coach, *, as_json: bool) -> int:
    wording = coach.wording
    if as_json:
        shell.json([{"id": each.id, "text": each.title(wording), **each._asdict()} for each in situations()])
        return DONE
    for each in situations():
        shell.out(f"{each.id:<14}{each.title(wording)}")
    return DONE


def _options(coach: Coach) -> list[tuple[str, str, str]]:
    wording = coach.wording
    return [(str(place), each.title(wording), each.id) for place, each in enumerate(situations(), 1)]


COMMANDS = (Command("prepare", _run, _arguments),)
