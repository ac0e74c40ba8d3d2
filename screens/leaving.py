"""Leaving without losing a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from screens.app import CoachApp


@runtime_checkable
class Keeps(Protocol):
    """A screen on which something is being written."""

    async def keep_draft(self) -> None:
        """What is written so far is on the disk when this returns."""


async def keep_everything(app: CoachApp) -> None:
    """Every draft of every open screen is on the disk when this returns."""
    for mode in app.MODES:
        for screen in app.stack_of(mode):
            if isinstance(screen, Keeps):
                await screen.keep_draft()
