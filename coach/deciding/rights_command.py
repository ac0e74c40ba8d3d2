"""`coach rights`: who decides what, one page a domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.ids import short
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.deciding.describe import domain_lines
from coach.deciding.domains import PARTS
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.deciding.records import Domain
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="DOMAIN")
    for name in PARTS:
        parser.add_argument(f"--{name}", metavar="TEXT")
    parser.add_argument("--looked", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach, name = shell.coach(), " ".join(arguments.words)
    given = {part: said for part in PARTS if (said := getattr(arguments, part)) is not None}
    if name and (given or arguments.looked):
        kept = _kept(coach, name, given, looked=arguments.looked)
        told = words.deciding.told["looked" if arguments.looked and not given else "domain"]
        shell.say(safe_text(filled(told, name=kept.name)))
        if arguments.json:
            shell.json(kept.as_json())
        return DONE
    if given or arguments.looked:
        raise UsageError(words.deciding.error.no_name)
    found = [coach.domains.named(name)] if name else coach.domains.all()
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    if not found:
        raise NoDataError(words.deciding.error.no_pages, do=words.deciding.error.no_domains)
    for each in found:
        shell.out(shell.dim(short(each.id)))
        for line in domain_lines(each):
            shell.out(f"  {safe_text(line)}")
    return DONE


def _kept(coach: Coach, name: str, given: dict[str, str], *, looked: bool) -> Domain:
    """The page of just that name, changed; one that is not there yet is written."""
    kept = coach.domains.called(name)
    if kept is None and "decides" not in given:
        raise NotFoundError(
            filled(words.deciding.error.no_domain, name=name), do=words.deciding.error.no_domains
        )
    return coach.domains.keep(given if kept else {"name": name} | given, kept, looked=looked)


COMMANDS = (Command("rights", _run, _arguments),)
