"""The page of `man coach`, told by the parsers: what the help says, as roff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.cli.main import load
from coach.core import errors
from coach.core.texts import words
from coach.practices import commands
from coach.shell.command import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODES = (
    "DONE", "FAILED", "USAGE", "NOT_FOUND", "NO_DATA", "BUSY", "WRONG_PASSPHRASE", "DAMAGED", "INTERRUPTED",
)  # fmt: skip
_VARIABLES = ("COACH_HOME", "COACH_NOW", "COACH_LANGUAGE", "COACH_PAGER", "EDITOR", "NO_COLOR")


def page(version: str) -> str:
    """All of it."""
    return "\n".join(
        [
            f'.TH COACH 1 "" "coach {version}"',
            ".ad l",
            ".SH NAME",
            f"coach \\- {_plain(words.man.line)}",
            ".SH SYNOPSIS",
            ".B coach",
            "[\\-\\-home DIR] [COMMAND] [ARGUMENTS]",
            ".SH DESCRIPTION",
            _plain(words.man.about),
            *_commands(),
            ".SH EXIT STATUS",
            *(
                line
                for name in _CODES
                for line in _item(str(getattr(errors, name)), words.man.code[name.lower()])
            ),
            ".SH ENVIRONMENT",
            *_items({name: words.man.variable[name.lower()] for name in _VARIABLES}),
            ".SH FILES",
            _plain(words.man.files),
            ".SH SEE ALSO",
            _plain(words.man.see),
            "",
        ]
    )


def _commands() -> Iterator[str]:
    for title, names in commands().items():
        yield f".SH {words.shell.group[title].upper()}"
        for name in names:
            command = load(name)
            parser = Parser(command, prog=f"coach {name}")
            command.fill(parser)
            command.say(parser)
            usage = " ".join(parser.format_usage().partition(" ")[2].split())
            yield f".SS {_plain(usage)}"
            yield _plain(parser.description or "")
            for action in parser.actions:
                if action.dest not in {"help", "home", "passphrase_fd"} and action.help:
                    called = ", ".join(action.option_strings) or str(action.metavar or action.dest)
                    yield from _item(called, str(action.help).replace("%%", "%"))
            if parser.epilog:
                yield ".PP\n.nf"
                yield from (_plain(line) for line in parser.epilog.splitlines()[1:])
                yield ".fi"


def _items(told: dict[str, str]) -> Iterator[str]:
    for called, about in told.items():
        yield from _item(called, about)


def _item(called: str, about: str) -> Iterator[str]:
    yield f".TP\n.B {_plain(called)}"
    yield _plain(about)


def _plain(text: str) -> str:
    """Text that roff takes for nothing else."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped, flags=re.MULTILINE)
