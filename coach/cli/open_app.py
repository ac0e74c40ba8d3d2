"""The one place where the shell reaches for the screens."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from coach.core.errors import DONE, UsageError
from coach.core.texts import words
from coach.settings import AUTO
from coach.shell.terminal import Terminal, TerminalLight, is_served
from coach.today.today import gather

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.app import Coach
    from coach.shell.shell import Shell


def open_app(shell: Shell, run: Callable[[Sequence[str]], int]) -> int:
    """Opens the app over the person's data; in plain lines for whoever wants that, or sees nothing else."""
    if shell.coach_for_app().settings.plain or (os.environ.get("TERM") == "dumb" and not is_served()):
        from coach.cli.plain import plain_day

        return plain_day(shell, run)
    has_terminal()
    return run_app(shell.coach_for_app())


def has_terminal() -> None:
    """Refuses to open where nobody could see it. In a browser the terminal is served."""
    if is_served():
        return
    streams = (sys.stdin, sys.stdout, sys.stderr)  # the screen is drawn on the last
    if not all(stream and stream.isatty() for stream in streams):
        raise UsageError(
            words.cli.error.the_app_needs_a_terminal, do=words.cli.error.coach_help_shows_what_works_without
        )


def run_app(coach: Coach) -> int:
    """Runs the app until it is left."""
    # Gathered before there is a screen that could wait; what is locked, after the passphrase.
    light = TerminalLight() if coach.settings.theme == AUTO and not is_served() else None
    try:
        is_empty = coach.sealing.is_locked or coach.store.is_new()
        first = None if is_empty else gather(coach, looks=False)
        from screens.app import CoachApp  # Textual takes 200 ms, and no command needs it
    finally:
        is_light = bool(light and light.is_light())
    app = CoachApp(coach, first, Terminal(is_light=is_light, typed=light.typed if light else b""))
    ended = app.run()
    return app.return_code or ended or DONE
