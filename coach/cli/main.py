"""From the words typed to one command and an exit code."""

from __future__ import annotations

import gc
import os
import re
import sys

from coach.core import languages
from coach.core.errors import (
    DONE,
    FAILED,
    INTERRUPTED,
    NO_DATA,
    NOT_FOUND,
    BusyError,
    CoachError,
    DamagedError,
    DiskError,
    LockedError,
    ReadOnlyError,
    UsageError,
)
from coach.core.paths import locate
from coach.core.texts import filled, words
from coach.practice import loaded
from coach.practices import commands, place_of_command
from coach.shell.command import Command, Parser
from coach.shell.shell import OutputError, Shell, folded

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Sequence

# Options that take a date, which may begin with a minus; argparse would take -3d for an option.
_DATED = {
    "--at", "--since", "--until", "--day", "--on", "--due", "--gate", "--starts", "--over-until", "--pause",
    "--for", "--by",
}  # fmt: skip
_VALUED = ("--home", "--passphrase-fd")
"""Options before the command that take a value."""
_REFUSED = (DiskError, ReadOnlyError, BusyError, DamagedError)
"""What keeps words from the disk that have nothing wrong with them."""
_A_MARK = 2
_BACKWARDS = r"-\d+[dwmyh]"


def run(arguments: Sequence[str]) -> int:
    """Runs what was typed. Never a traceback: an error is one line."""
    gc.disable()  # a command is over before it has garbage worth collecting
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _run(list(arguments))
    except BrokenPipeError:
        code = DONE
    except CoachError as error:
        code = _failed(str(error), error.code)
    except KeyboardInterrupt:
        code = _failed(words.cli.says.stopped, INTERRUPTED)
    except OSError as error:
        from coach.store.files import explain

        code = _failed(str(explain(error, words.cli.says.nothing_was_changed)), FAILED)
    except Exception as error:  # noqa: BLE001 - the last resort: a person is never shown a traceback
        code = _failed(_unforeseen(error), FAILED)
    return _flushed(code)


def _flushed(code: int) -> int:
    """The exit code once everything shown is out; Python would complain of a closed pipe once more."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code if isinstance(error, BrokenPipeError) else _failed(str(OutputError(error)), FAILED)
    return code


def load(name: str) -> Command:
    """A command by its name."""
    place = place_of_command(name)
    if place is None:
        raise UsageError(filled(words.cli.error.coach_has_no_command, name=name), do=suggestion(name))
    found: tuple[Command, ...] = loaded(f"{place}:COMMANDS")
    return next(command for command in found if command.name == name)


def _run(words: list[str]) -> int:
    home, descriptor, words = _before_the_command(words)
    languages.speak(locate(home, os.environ), os.environ)
    if not words:
        from coach.cli.open_app import open_app

        own = ("--home", home) if home else ()
        return open_app(Shell(home, descriptor), lambda typed: run([*own, *typed]))
    name, *rest = words
    command = load(name)
    parser = Parser(command, prog=f"coach {name}")
    command.fill(parser)
    if _is_read(command, rest):
        from coach.shell.pager import paged  # only where somebody reads

        with paged():
            return _carried_out(command, parser, name, rest, home, descriptor)
    return _carried_out(command, parser, name, rest, home, descriptor)


def _is_read(command: Command, rest: list[str]) -> bool:
    """Whether what it shows may be long, and somebody sits there to read it."""
    is_asked = command.pages or any(each in {"-h", "--help"} for each in rest)
    return is_asked and "--json" not in rest and sys.stdout is not None and sys.stdout.isatty()


def _carried_out(
    command: Command, parser: Parser, name: str, rest: list[str], home: str | None, descriptor: int | None
) -> int:
    rest, verbatim = _after_dashes(rest) if command.takes_text else (rest, [])
    try:
        parsed = parser.parse_args(_joined_dates(rest))
    except SystemExit:  # argparse has shown the help
        return DONE
    if verbatim:
        words_of = getattr(parsed, command.takes_text)
        words_of += verbatim if words_of else verbatim[1:]
    shell = Shell(parsed.home or home, descriptor if parsed.passphrase_fd is None else parsed.passphrase_fd)
    try:
        code = command.run(parsed, shell)
    except LockedError as error:
        raise _with_text(error, shell) from error
    except CoachError as error:
        damage = _met_damage(command, shell)
        if damage and error.code in {NOT_FOUND, NO_DATA}:
            raise damage from error
        if not command.gives_back and isinstance(error, _REFUSED):
            raise _with_words(error, name, rest, shell) from error
        raise
    if damage := _met_damage(command, shell):
        raise damage
    return code


def _met_damage(command: Command, shell: Shell) -> CoachError | None:
    """Whatever a command did: when it met damaged files, that is said and shows in the exit code."""
    return shell.opened.store.damage.error() if shell.opened and not command.says_damage else None


def _with_text(error: LockedError, shell: Shell) -> LockedError:
    """What was piped in goes back to where it came from: nobody has to write it again."""
    if shell.taken:
        shell.raw(shell.taken)
        error.kept = words.cli.says.nothing_was_touched_and_here_is
    return error


def _with_words(error: CoachError, name: str, typed: list[str], shell: Shell) -> CoachError:
    """What was typed goes back as it was typed, when it is more than a mark or two: it can be said again."""
    from shlex import join

    from coach.core.safe_text import safe_text
    from coach.core.texts import words

    if len(typed) > _A_MARK or any(" " in word for word in typed):
        shell.out(safe_text(f"coach {join([name, *typed])}"))
        error.kept = words.shell.words_back
    elif shell.taken:
        shell.raw(shell.taken)
        error.kept = words.shell.words_back
    return error


def _before_the_command(typed: list[str]) -> tuple[str | None, int | None, list[str]]:
    """Options that stand before the command: --home, --passphrase-fd, and the usual --help and --version."""
    home, descriptor = None, None
    while typed and typed[0].startswith("-"):
        option, joined, value = typed[0].partition("=")
        if option in _VALUED and (joined or len(typed) > 1):
            value = value if joined else typed[1]
            typed = typed[1:] if joined else typed[2:]
            if option == "--home":
                home = value
            elif value.isdecimal():
                descriptor = int(value)
            else:
                raise UsageError(
                    words.cli.error.passphrase_fd_needs_the_number_of, do=words.cli.write_it[option]
                )
        elif typed[0] in {"-h", "--help"}:
            return home, descriptor, ["help", *typed[1:2]]
        elif typed[0] in {"-V", "--version"}:
            return home, descriptor, ["version"]
        elif option in _VALUED:
            raise UsageError(
                filled(words.cli.says.needs_a_value, option=option), do=words.cli.write_it[option]
            )
        else:
            raise UsageError(
                filled(words.cli.error.coach_has_no_option_here, value=typed[0]),
                do=words.cli.error.coach_help_shows_what_there_is,
            )
    return home, descriptor, typed


def _after_dashes(typed: list[str]) -> tuple[list[str], list[str]]:
    """The words before `--`, and the rest with it: in the middle of a text it belongs to the text."""
    place = typed.index("--") if "--" in typed else len(typed)
    return typed[:place], typed[place:]


def _joined_dates(typed: list[str]) -> list[str]:
    """`--since -3d` as `--since=-3d`."""
    joined: list[str] = []
    for position, word in enumerate(typed):
        if word == "--":
            return joined + typed[position:]
        if joined and joined[-1] in _DATED and re.fullmatch(_BACKWARDS, word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def suggestion(name: str) -> str:
    """The command that was probably meant."""
    from difflib import get_close_matches

    close = get_close_matches(name, [each for named in commands().values() for each in named], n=1)
    if close:
        return filled(words.cli.says.did_you_mean, close=close[0])
    return words.cli.says.coach_help_shows_what_there_is


def _unforeseen(error: Exception) -> str:
    """Said in a line, with the file that tells more of it and nothing of the person."""
    from coach.core.days import Clock
    from coach.store import report

    return report.leave(error, locate(None, os.environ), Clock().now())


def _failed(words: str, code: int) -> int:
    from coach.core.safe_text import safe_text

    if sys.stderr is not None:
        print(folded(f"coach: {safe_text(words)}"), file=sys.stderr)
    return code
