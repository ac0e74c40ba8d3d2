"""The whole day in plain lines, for screen readers and for terminals that draw nothing: what can be done, and
one question after the other, until one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.errors import DONE, CoachError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, table, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.shell.shell import Shell

_CHOICES = ("checkin", "mark", "add", "signal", "weekly", "monthly", "search", "list", "undo", "help")
_COMMANDS: dict[str, tuple[str, ...]] = {
    "checkin": ("checkin",),
    "weekly": ("reflect", "weekly"),
    "monthly": ("reflect", "monthly"),
    "list": ("list", "entries"),
    "undo": ("undo",),
    "help": ("help",),
}
_WITH_WORDS: dict[str, tuple[str, ...]] = {
    "add": ("add", "--"),
    "signal": ("signal", "--"),
    "search": ("search", "--"),
}
"""Those that ask for words first."""


def plain_day(shell: Shell, run: Callable[[Sequence[str]], int]) -> int:
    """What the day asks, then whatever is chosen; an empty line or ctrl+d leaves."""
    run(("today",))
    while True:
        shell.say("")
        shell.say(words.plain.what_now)
        for place, name in enumerate(_CHOICES, 1):
            shell.say(f"{place} {table('plain')['choice'][name]}")
        shell.say(words.plain.leaves)
        try:
            typed = shell.read_line().lower()
            if not typed or typed == "q":
                return DONE
            _do(typed, shell, run)
        except CoachError as error:
            shell.say(safe_text(str(error)))
        except (EOFError, KeyboardInterrupt):
            return DONE


def _do(typed: str, shell: Shell, run: Callable[[Sequence[str]], int]) -> None:
    """One of them, by its number or its first word."""
    numbered = dict(zip(map(str, range(1, len(_CHOICES) + 1)), _CHOICES, strict=True))
    name = numbered.get(typed, typed)
    if name == "mark":
        from coach.commitments.asking import ask_marks

        due, count = ask_marks(shell, shell.coach().today())
        told = filled(words.marks.ask.told, count=counted(count, "commitment"))
        shell.say(told if due else words.plain.nothing_due)
    elif name in _WITH_WORDS:
        shell.say(words.plain.words_of[name])
        if text := shell.read_line():
            run((*_WITH_WORDS[name], text))
    elif name in _COMMANDS:
        run(_COMMANDS[name])
    else:
        shell.say(safe_text(filled(words.plain.unknown, typed=typed)))
