"""What a command is, and the parser all of them share."""

from __future__ import annotations

import argparse
import os

from coach.core.errors import UsageError
from coach.core.texts import filled, language, table, words
from coach.practices import content_of_command

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from coach.shell.shell import Shell

    Offer = tuple[str, str]
    """A value, and a few words about it."""


def _said(text: str) -> str:
    """What argparse says, as another language has it. Looking for its own translations would cost every
    command 2 ms, and so would reading the content for what it says in English anyway."""
    return str(table("shell")["argparse"].get(text, text)) if language() else text


argparse._ = _said  # type: ignore[attr-defined]

_ONE, _UNKNOWN = "expected one argument", "unrecognized arguments: %s"
"""As argparse says it."""
_WIDTH = 100
_HELP_AT = 28


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Finds the width itself: argparse would import shutil for it, 3 ms at every start."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns
        except OSError:
            width = _WIDTH
        super().__init__(prog, max_help_position=_HELP_AT, width=min(width, _WIDTH))

    # Python 3.14 colours its help, and loads dataclasses for it whenever an argument is added: 5 ms.
    def _set_color(self, color: bool) -> None:
        pass

    def _decolor(self, text: str) -> str:
        return text

    @property
    def _theme(self) -> Any:
        from _colorize import get_theme  # type: ignore[import-not-found]

        return get_theme(force_no_color=True).argparse


def summary_of(name: str) -> str:
    """What a command does, in half a line, without loading it."""
    return str(table(content_of_command(name))["command"][name]["summary"])


def names_file(action: argparse.Action, what: str = "file") -> None:
    """The argument names something on the disk, for the completions: a file, or a folder."""
    action.completes = what  # type: ignore[attr-defined] # argparse keeps what it does not know


class Command:
    """One word of the shell."""

    def __init__(
        self,
        name: str,
        run: Callable[[argparse.Namespace, Shell], int],
        arguments: Callable[[argparse.ArgumentParser], None] = lambda _: None,
        *,
        says_damage: bool = False,
        takes_text: str = "",
        gives_back: bool = False,
        pages: bool = False,
    ) -> None:
        self.name = name
        self.run = run
        self.arguments = arguments
        self.says_damage = says_damage
        """Whether it speaks of damaged files itself."""
        self.takes_text = takes_text
        """The argument whose words are a text, in which a later `--` is a word like others."""

        self.gives_back = gives_back
        """Whether it gives back itself what could not be kept."""
        self.pages = pages
        """Whether it shows what may be longer than a window, and asks nothing."""

    @property
    def summary(self) -> str:
        """What it does, in half a line."""
        return summary_of(self.name)

    def say(self, parser: Parser) -> None:
        """Puts its parser in words, once somebody reads them."""
        said = self._texts()
        parser.description = f"{self.summary[0].upper()}{self.summary[1:]}."
        if "examples" in said:
            parser.epilog = f"{words.shell.examples}\n{said['examples'].strip(chr(10))}"
        for action in parser.actions:
            if action.help is None:
                action.help = self._option(action.dest)

    def _texts(self) -> Any:
        return table(content_of_command(self.name))["command"][self.name]

    def _option(self, name: str) -> str:
        """A word about an option: of this command, of its practice, or of all."""
        own, practice = self._texts().get("option", {}), table(content_of_command(self.name))
        places = (own, practice.get("option", {}), table("shell")["option"])
        return str(next(place[name] for place in places if name in place))

    def fill(self, parser: argparse.ArgumentParser) -> None:
        """Adds the command's own arguments and those every command has."""
        self.arguments(parser)
        home = parser.add_argument("--home", metavar="DIR")
        names_file(home, "folder")
        parser.add_argument("--passphrase-fd", type=int, metavar="N")


class Parser(argparse.ArgumentParser):
    """Of a command, in words only when they are shown. Raises where argparse would print and exit."""

    def __init__(self, command: Command | None = None, **options: Any) -> None:
        super().__init__(formatter_class=_Formatter, allow_abbrev=False, **options)
        self._command = command

    @property
    def actions(self) -> list[argparse.Action]:
        """All arguments, which argparse lists nowhere."""
        return self._actions

    @property
    def positionals(self) -> list[argparse.Action]:
        """Those that are known by their place."""
        return self._get_positional_actions()

    def option(self, name: str) -> argparse.Action | None:
        """The one that is called so, dashes included."""
        return self._option_string_actions.get(name)

    def format_help(self) -> str:
        """Whoever asks for it reads the texts."""
        if self._command:
            self._command.say(self)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """One line, with the option that was probably meant."""
        said = message.replace(_ONE, words.shell.argparse[_ONE]).removeprefix("argument ")
        raise UsageError(
            f"{said}{self._meant(message)}", kept=words.shell.error.nothing_was_done, do=self._advice(message)
        )

    def _meant(self, message: str) -> str:
        unknown = message.partition(_said(_UNKNOWN).partition("%s")[0])[2].split(" ")[0].partition("=")[0]
        if not unknown:
            return ""
        from difflib import get_close_matches

        options = [option for action in self._actions for option in action.option_strings]
        close = get_close_matches(unknown, options, n=1)
        return filled(words.shell.says.did_you_mean, close=close[0]) if close else ""

    def _advice(self, message: str) -> str:
        if _said(_UNKNOWN).replace("%s", "-") in message:
            return filled(words.shell.says.help_shows_the_options_text_that, prog=self.prog)
        return filled(words.shell.says.help_shows_how, prog=self.prog)
