"""`coach talk`: the talks with a mentor, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.describe import in_full, on_one_line
from coach.references import find
from coach.shell.command import Command
from coach.shell.walk import walk
from coach.talks.records import Talk
from coach.talks.sessions import AfterTalk, BeforeTalk

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", nargs="?", metavar="REF")
    parser.add_argument("--with", dest="to", metavar="WHO", nargs="?", const="")
    parser.add_argument("--on", metavar="DAY")
    parser.add_argument("--agenda", metavar="TEXT")
    parser.add_argument("--after", action="store_true")
    parser.add_argument("--agreed", action="append", metavar="TEXT")
    parser.add_argument("--next", metavar="DAY")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    talk = _of(arguments, coach)
    given = {"to": arguments.to, "day": arguments.on, "agenda": arguments.agenda}
    if talk and (arguments.after or arguments.agreed):
        told = {"agreed": "\n".join(arguments.agreed or ()), "following": arguments.next or ""}
        return _kept(shell, AfterTalk(coach, talk), told, asks=not arguments.agreed)
    if arguments.to is not None or (talk and any(each is not None for each in given.values())):
        said = {name: text for name, text in given.items() if text is not None}
        return _kept(shell, BeforeTalk(coach, talk), said, asks=not arguments.agenda and not talk)
    if talk:
        return _show(shell, coach, talk, as_json=arguments.json)
    return _list(shell, coach, as_json=arguments.json)


def _of(arguments: Namespace, coach: Coach) -> Talk | None:
    if arguments.ref:
        found = find(coach.store, arguments.ref)
        if not isinstance(found, Talk):
            raise UsageError(words.talks.error.no_talk)
        return found
    if arguments.after or arguments.agreed:
        open_ones = [each for each in coach.talks.all() if not each.is_told and each.day <= coach.today()]
        if not open_ones:
            raise NoDataError(words.talks.error.none_over, do=words.talks.error.none_do)
        return open_ones[0]
    return None


def _kept(shell: Shell, session: AfterTalk | BeforeTalk, said: dict[str, str], *, asks: bool) -> int:
    """Kept as it was given, or asked for line by line."""
    kept = walk(shell, session, said) if asks else session.keep(session.was | said, "shell")
    shell.say(safe_text(kept.told))
    return DONE


def _show(shell: Shell, coach: Coach, talk: Talk, *, as_json: bool) -> int:
    if as_json:
        shell.json(talk.as_json())
        return DONE
    for line in in_full(talk, coach):
        shell.out(safe_text(line))
    return DONE


def _list(shell: Shell, coach: Coach, *, as_json: bool) -> int:
    found = coach.talks.all()
    if as_json:
        shell.json([each.as_json() for each in found])
        return DONE
    if not found:
        raise NoDataError(words.talks.error.none, do=words.talks.error.none_do)
    for each in found:
        said = safe_text(on_one_line(each, coach))
        shell.out(f"{shell.dim(short(each.id))}  {coach.days.say(each.day):<16}{said}")
    return DONE


COMMANDS = (Command("talk", _run, _arguments),)
