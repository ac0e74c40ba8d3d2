"""What may stand at the cursor of a command line that is not done yet: the shells ask for it at each tab."""

from __future__ import annotations

import argparse
import re
import shlex
from typing import TYPE_CHECKING, NamedTuple

from coach.cli.main import load
from coach.cli.offers import of_argument, of_commands
from coach.shell.command import Command, Parser
from coach.shell.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.shell.command import Offer

_BEFORE = ("--home", "--passphrase-fd", "--help", "--version")
_WITH_VALUE = ("--home", "--passphrase-fd")
_MANY = {"*", "+", argparse.REMAINDER}


class Completed(NamedTuple):
    """What the shell is to offer."""

    sort: str
    """`file` and `folder` are the shell's own to look up; `values` are these."""
    offers: list[Offer]


def completed(words: Sequence[str], home: str | None) -> Completed:
    """By the words typed so far, of which the last is under way."""
    *typed, current = words
    home, before = _without_options(home, typed)
    if before is None:
        return Completed("folder", [])
    if not before:
        offered = [(each, "") for each in _BEFORE] if current.startswith("-") else of_commands()
        return Completed("values", _beginning(current, offered))
    name, *rest = before
    command = load(name)
    parser = Parser(command, prog=name)
    command.fill(parser)
    return _of_command(parser, command, rest, current, Shell(home))


def _without_options(home: str | None, before: list[str]) -> tuple[str | None, list[str] | None]:
    """What stands before the command is taken off; nothing is left where its value is under way."""
    while before and before[0].startswith("-"):
        option, joined, value = before[0].partition("=")
        takes_next = option in _WITH_VALUE and not joined
        if takes_next and len(before) == 1:
            return home, None
        if option == "--home":
            home = before[1] if takes_next else value
        before = before[2 if takes_next else 1 :]
    return home, before


def _of_command(parser: Parser, command: Command, typed: list[str], current: str, shell: Shell) -> Completed:
    pending, given = _walked(parser, typed)
    if pending is not None:
        return _values(pending, command, current, "", given, shell)
    option, joined, value = current.partition("=")
    if joined and (action := parser.option(option)):
        return _values(action, command, value, f"{option}=", given, shell)
    if current.startswith("-") and "--" not in typed:
        command.say(parser)
        offered = [(name, action.help or "") for action in _options(parser) for name in action.option_strings]
        return Completed("values", _beginning(current, offered))
    action = _positional(parser, len(given))
    return _values(action, command, current, "", given, shell) if action else Completed("values", [])


def _walked(parser: Parser, typed: list[str]) -> tuple[argparse.Action | None, list[str]]:
    """The option whose value comes next, if one waits for it; and the words that belong to no option."""
    pending: argparse.Action | None = None
    given: list[str] = []
    for place, word in enumerate(typed):
        if word == "--":
            return None, [*given, *typed[place + 1 :]]
        action = parser.option(word)
        if pending is not None:
            pending = None
        elif action is not None:
            pending = action if action.nargs != 0 else None
        elif not word.startswith("-"):
            given.append(word)
    return pending, given


def _options(parser: Parser) -> Iterable[argparse.Action]:
    return (each for each in parser.actions if each.option_strings)


def _positional(parser: Parser, place: int) -> argparse.Action | None:
    """The argument that so many words before it leave to be said; one that takes many is the last."""
    for each in parser.positionals:
        if place == 0 or each.nargs in _MANY:
            return each
        place -= 1
    return None


def _values(
    action: argparse.Action, command: Command, current: str, prefix: str, given: list[str], shell: Shell
) -> Completed:
    sort, offered = of_argument(action, command.name, current, given, shell)
    return Completed(sort, [(f"{prefix}{value}", about) for value, about in _beginning(current, offered)])


def _beginning(current: str, offered: Iterable[Offer]) -> list[Offer]:
    return [(value, about * (about != value)) for value, about in offered if value.startswith(current)]


_SIGNS = r"([^\w@%+=:,./#-])"
_BREAKS = ":="
"""Where bash takes a word apart."""


def words_of(line: str) -> list[str]:
    """What bash tells: the line up to the cursor, with its quotes, of which the last may be open."""
    for closing in ("", "'", '"', " "):
        try:
            words = shlex.split(line + closing)
        except ValueError:
            continue
        is_between = not closing and line[-1:].isspace() and not line.endswith("\\ ")
        return [*words[1:], ""] if is_between else words[1:] or [""]
    return [""]


def is_quoted(line: str) -> bool:
    """Whether the word under way began with a quote that is still open."""
    try:
        shlex.split(line)
    except ValueError:
        return not line.endswith("\\")
    return False


def for_bash(words: Sequence[str], offers: Iterable[Offer], *, is_quoted: bool) -> list[Offer]:
    """As bash wants it of whoever completes for it: only what comes after its own break within the word, and
    quoted. Commands and options are a list of names there, as everybody's are."""
    current = words[-1]
    cut = max(current.rfind(each) for each in _BREAKS) + 1
    is_plain = len(words) == 1 or current.startswith("-")
    left = [(value[cut:], "" if is_plain else about) for value, about in offers]
    return left if is_quoted else [(re.sub(_SIGNS, r"\\\1", value), about) for value, about in left]
