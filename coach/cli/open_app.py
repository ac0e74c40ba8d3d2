"""The one place where the shell reaches for the screens."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from coach.cli.terminal_light import TerminalLight
from coach.core.errors import DONE, UsageError
from coach.settings import AUTO
from coach.today.today import gather

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.shell.shell import Shell


def open_app(shell: Shell) -> int:
    """Opens the app over the person's data."""
    has_terminal()
    return run_app(shell.coach_for_app())


def has_terminal() -> None:
    """Refuses to open where nobody could see it. In a browser the terminal is served."""
    if is_served():
        return
    streams = (sys.stdin, sys.stdout, sys.stderr)  # the screen is drawn on the last
    if not all(stream and stream.isatty() for stream in streams):
        raise UsageError("the app needs a terminal", do="`coach help` shows what works without one")


def is_served() -> bool:
    """Whether Textual is told to draw elsewhere than in this terminal."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def run_app(coach: Coach) -> int:
    """Runs the app until it is left."""
    # Gathered before there is a screen that could wait; what is locked, after the passphrase.
    light = TerminalLight() if coach.settings.theme == AUTO and not is_served() else None
    try:
        first = None if coach.sealing.is_locked else gather(coach)
        from screens.app import CoachApp  # Textual takes 200 ms, and no command needs it
        from screens.base.ground import Terminal
    finally:
        is_light = bool(light and light.is_light())
    app = CoachApp(coach, first, Terminal(is_light=is_light, typed=light.typed if light else b""))
    ended = app.run()
    return app.return_code or ended or DONE
