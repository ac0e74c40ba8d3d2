"""`coach paths`, `config`, `completions`, `help` and `version`."""

from __future__ import annotations

from coach import __version__
from coach.core.errors import DONE, UsageError
from coach.core.json_text import CONTRACT
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.practices import commands
from coach.shell.command import Command, Parser, summary_of

TYPE_CHECKING = False  # importing typing costs help and version 2 ms
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable

    from coach.settings import Settings
    from coach.shell.shell import Shell

_SHELLS = ("bash", "zsh", "fish")
_COLUMN = 14


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _config_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("value", nargs="?", metavar="VALUE")
    parser.add_argument("--default", action="store_true")
    _json(parser)


def _completions_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help=", ".join(_SHELLS))
    parser.add_argument("words", nargs="*", metavar="WORDS")


def _help_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("command", nargs="?", metavar="COMMAND")
    parser.add_argument("--man", action="store_true")


def _paths(arguments: Namespace, shell: Shell) -> int:
    if arguments.json:
        shell.json(shell.paths.named())
    else:
        for name, path in shell.paths.named().items():
            shell.out(f"{name:<{_COLUMN}}{safe_text(path)}")
    return DONE


def _config(arguments: Namespace, shell: Shell) -> int:
    from coach import settings  # 3 ms that help and version do not need

    path = shell.paths.config
    if arguments.name and (arguments.value is not None or arguments.default):
        settings.write(path, arguments.name, None if arguments.default else arguments.value)
        shell.say(filled(words.cli.says.set_in, path=path))
        _AFTER.get(arguments.name, _nothing)(shell, settings.load(path))
    chosen = settings.load(path)
    shown = settings.shown(chosen)
    if arguments.name and arguments.name not in shown:
        raise UsageError(
            filled(words.cli.error.there_is_no_setting, name=arguments.name),
            do=filled(words.cli.error.there_are, value=", ".join(shown)),
        )
    if arguments.json:
        typed = settings.typed(chosen)
        shell.json({arguments.name: typed[arguments.name]} if arguments.name else typed)
    elif arguments.name:
        shell.out(safe_text(shown[arguments.name]))
    else:
        for name, value in shown.items():
            shell.out(safe_text(f"{name:<{_COLUMN}}{value or words.cli.says.not_set}"))
            shell.out(shell.dim(f"{'':<{_COLUMN}}{words.settings.means[name]}"))
        shell.say(filled(words.cli.says.kept_in, path=path))
    return DONE


def _nothing(*_: object) -> None:
    """Most settings need no word more."""


def _say_theme(shell: Shell, chosen: Settings) -> None:
    from coach.settings import THEMES

    if chosen.theme not in THEMES:
        shell.say(filled(words.cli.says.theme_elsewhere, own=", ".join(THEMES)))


def _say_hooks(shell: Shell, chosen: Settings) -> None:
    from coach import hooks

    if not chosen.hooks:
        return
    found = ", ".join(hooks.there_are(shell.paths))
    lie = hooks.folder(shell.paths)
    shell.say(filled(words.cli.says.hooks if found else words.cli.says.hooks_none, found=found, folder=lie))
    if refused := ", ".join(hooks.refused(shell.paths)):
        shell.say(filled(words.cli.says.hooks_refused, refused=refused))


def _warn_without_memory(shell: Shell, chosen: Settings) -> None:
    import os

    from coach.store.short_unlock import is_possible

    if chosen.unlock_for and not is_possible(os.environ):
        shell.say(words.protect.no_runtime)


_AFTER: dict[str, Callable[[Shell, Settings], None]] = {
    "theme": _say_theme,
    "hooks": _say_hooks,
    "unlock_for": _warn_without_memory,
}
"""What is said of a setting once it was changed."""


def _completions(arguments: Namespace, shell: Shell) -> int:
    if arguments.words:
        _complete(arguments, shell)
        return DONE
    import os

    from coach.core.texts import folder

    with open(os.path.join(folder(), "templates", "completions", arguments.shell), encoding="utf-8") as file:
        shell.out(file.read().rstrip())
    return DONE


def _complete(arguments: Namespace, shell: Shell) -> None:
    """What a shell asks for at a tab: of which sort it is, then the values, each with a word about it."""
    from coach.cli import completing

    is_bash = arguments.shell == "bash"
    words = completing.words_of(arguments.words[-1]) if is_bash else arguments.words
    sort, offers = completing.completed(words, arguments.home)
    shell.out(sort)
    if is_bash:
        quoted = completing.is_quoted(arguments.words[-1])
        offers = completing.for_bash(words, offers, is_quoted=quoted)
    for value, about in offers:
        shell.out(safe_text(value) + (f"\t{safe_text(about)}" if about else ""))


def _help(arguments: Namespace, shell: Shell) -> int:
    if arguments.man:
        from coach.cli.man import page

        shell.out(page(__version__).rstrip())
        return DONE
    if arguments.command:
        from coach.cli.main import load

        command = load(arguments.command)
        parser = Parser(command, prog=f"coach {command.name}")
        command.fill(parser)
        shell.out(parser.format_help().rstrip())
        return DONE
    shell.out(words.cli.says.usage)
    shell.out()
    shell.out(words.cli.says.what_it_is)
    for title, names in commands().items():
        shell.out()
        shell.out(shell.strong(words.shell.group[title]))
        for name in names:
            shell.out(f"  {name:<{_COLUMN}}{summary_of(name)}")
    shell.out()
    shell.out(words.cli.says.help_explains)
    return DONE


def _version(arguments: Namespace, shell: Shell) -> int:
    if arguments.json:
        shell.json({"version": __version__, "json": CONTRACT})
    else:
        shell.out(f"coach {__version__}")
    return DONE


COMMANDS = (
    Command(
        "paths",
        _paths,
        _json,
    ),
    Command(
        "config",
        _config,
        _config_arguments,
    ),
    Command(
        "completions",
        _completions,
        _completions_arguments,
        takes_text="words",
    ),
    Command("help", _help, _help_arguments, pages=True),
    Command("version", _version, _json),
)
