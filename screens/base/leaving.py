"""Leaving without losing a word."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from coach.shell.terminal import is_served

if TYPE_CHECKING:
    from screens.app import CoachApp


_LOOK_EVERY = 2.0
_PATIENCE = 2.0


@runtime_checkable
class Keeps(Protocol):
    """A screen on which something is being written."""

    async def keep_draft(self) -> bool:
        """Whether what is written so far is on the disk."""


def when_asked_to(app: CoachApp) -> None:
    """A signal to end, or a terminal that is gone, leaves as `q` does."""

    def leave() -> None:
        app.attempt(partial(_leave_in_time, app))

    def look() -> None:
        if not (app.is_headless or is_served()) and not os.isatty(sys.__stdin__.fileno()):  # type: ignore[union-attr]
            leave()

    app.set_interval(_LOOK_EVERY, look)  # nobody is told when a connection just stays away
    with suppress(ValueError, RuntimeError):  # signals reach the main thread only
        for each in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(each, leave)


async def _leave_in_time(app: CoachApp) -> None:
    """Textual waits forever to restore a terminal that is gone; everything is kept, so the process ends."""
    await keep_everything(app)
    end = threading.Timer(_PATIENCE, os._exit, [128 + signal.SIGHUP])
    end.daemon = True
    end.start()
    app.exit(0)


async def keep_everything(app: CoachApp) -> bool:
    """Whether every draft of every open screen is on the disk."""
    stacks = [app.stack_of(mode) for mode in app.MODES]
    kept = [await screen.keep_draft() for stack in stacks for screen in stack if isinstance(screen, Keeps)]
    return all(kept)
