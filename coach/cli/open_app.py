"""The one place where the shell reaches for the screens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from coach.errors import DONE, UsageError

if TYPE_CHECKING:
    from coach.cli.shell import Shell


def open_app(shell: Shell) -> int:
    """Opens the app over the person's data."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the app needs a terminal", do="`coach help` shows what works without one")
    from screens.app import CoachApp  # noqa: PLC0415 - Textual takes 200 ms, and no command needs it

    return CoachApp(shell.coach()).run() or DONE
