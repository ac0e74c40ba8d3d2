"""Leaving without losing a word."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from screens.app import CoachApp


@runtime_checkable
class Keeps(Protocol):
    """A screen on which something is being written."""

    async def keep_draft(self) -> None:
        """What is written so far is on the disk when this returns."""


def when_asked_to(app: CoachApp) -> None:
    """A signal to end, or a connection that breaks, leaves as `q` does."""

    def leave() -> None:
        app.attempt(app.action_leave)

    def lose_the_terminal() -> None:
        app.attempt(partial(_without_a_terminal, app))

    with suppress(ValueError, RuntimeError):  # signals reach the main thread only
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, leave)
        loop.add_signal_handler(signal.SIGHUP, lose_the_terminal)


async def _without_a_terminal(app: CoachApp) -> None:
    """Textual waits forever for a screen that is gone, so the process ends here, once everything is kept."""
    try:
        os.get_terminal_size()
    except OSError:
        await keep_everything(app)
        app.background.close()
        os._exit(128 + signal.SIGHUP)
    await app.action_leave()


async def keep_everything(app: CoachApp) -> None:
    """Every draft of every open screen is on the disk when this returns."""
    for mode in app.MODES:
        for screen in app.stack_of(mode):
            if isinstance(screen, Keeps):
                await screen.keep_draft()
