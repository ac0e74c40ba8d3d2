"""`coach talk`: the talks with a mentor, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_lines, safe_text
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
    before = {"to": arguments.to or None, "day": arguments.on, "agenda": arguments.agenda}
    before = {name: text for name, text in before.items() if text is not None}
    is_before = bool(before) or arguments.to is not None
    is_after = arguments.after or arguments.agreed is not None or arguments.next is not None
    if is_before and is_after:
        raise UsageError(words.talks.error.both)
    talk = _of(arguments, coach, is_after=is_after)
    if talk and is_after:
        return _tell(arguments, shell, coach, talk)
    if is_before:
        asks = not arguments.agenda and not talk
        return _kept(shell, BeforeTalk(coach, talk), before, asks=asks, as_json=arguments.json)
    if talk:
        return _show(shell, coach, talk, as_json=arguments.json)
    return _list(shell, coach, as_json=arguments.json)


def _tell(arguments: Namespace, shell: Shell, coach: Coach, talk: Talk) -> int:
    """What was agreed comes to what was agreed before."""
    agreed = "\n".join(filter(None, (talk.agreed, *(arguments.agreed or ()))))
    told = {"agreed": agreed} | ({} if arguments.next is None else {"following": arguments.next})
    asks = arguments.after or not agreed
    return _kept(shell, AfterTalk(coach, talk), told, asks=asks, as_json=arguments.json)


def _of(arguments: Namespace, coach: Coach, *, is_after: bool) -> Talk | None:
    if arguments.ref:
        found = find(coach.store, arguments.ref)
        if not isinstance(found, Talk):
            raise UsageError(words.talks.error.no_talk)
        return found
    if is_after:
        untold = coach.talks.untold(coach.today())
        if untold is None:
            raise NoDataError(words.talks.error.none_over, do=words.talks.error.none_do)
        return untold
    return None


def _kept(
    shell: Shell, session: AfterTalk | BeforeTalk, said: dict[str, str], *, asks: bool, as_json: bool
) -> int:
    """Kept as it was given, or asked for line by line."""
    kept = walk(shell, session, said) if asks else session.keep(session.was | said, "shell")
    if as_json:
        shell.json(kept.record.as_json())
    else:
        shell.say(safe_text(kept.told))
    return DONE


def _show(shell: Shell, coach: Coach, talk: Talk, *, as_json: bool) -> int:
    if as_json:
        shell.json(talk.as_json())
        return DONE
    for line in safe_lines(in_full(talk, coach)):
        shell.out(line)
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
