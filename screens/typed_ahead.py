"""Keys that come faster than screens open: each waits until the one before has done its work.

Over a slow line several keys arrive at once. Textual hands them all to the widget that has the focus at that
moment; here a key that may move the focus or open something is followed to its end first. Text being typed
into a field is never held up.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Key

from screens.keys import takes_text

if TYPE_CHECKING:
    from textual.events import Event
    from textual.message_pump import MessagePump

_LONGEST = 1.0
_GLANCE = 0.005


class TypedAhead(App[int]):
    """An app that takes its keys one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Key] = []
        self._is_following = False
        self.asked: set[object] = set()
        """What a person asked for and that is not done yet."""

    async def on_event(self, event: Event) -> None:
        """Lets a key through, or holds it for a moment."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)  # a forwarded key comes by again when no widget wanted it
        elif self._is_following:
            self._held.append(event)
        else:
            is_text, asked = self._is_text(event), set(self.asked)
            await super().on_event(event)
            if not is_text:
                self._is_following = True
                self.run_worker(self._follow(asked), group="keys")

    def _is_text(self, event: Key) -> bool:
        return takes_text(self.focused) and event.is_printable

    async def _follow(self, asked: set[object]) -> None:
        try:
            while True:
                await self._done(asked)
                if not self._held:
                    return
                asked = set(self.asked)
                event = self._held.pop(0)
                await super().on_event(event)
                while self._held and self._is_text(event) and self._is_text(self._held[0]):
                    event = self._held.pop(0)
                    await super().on_event(event)
        finally:
            self._is_following = False

    async def _done(self, asked: set[object]) -> None:
        """Waits until the last key went all its way, and what it opened has the focus."""
        latest = time.monotonic() + _LONGEST
        await self._told_all()
        screen = self.screen
        while self.asked - asked and self.screen is screen and time.monotonic() < latest:  # noqa: ASYNC110
            await asyncio.sleep(_GLANCE)
        await self._told_all()

    async def _told_all(self) -> None:
        """What the key set off has been passed on, from widget to widget, up to the app."""
        for _ in range(2):
            for node in (self.focused or self.screen).ancestors_with_self:
                await self._through(node)

    async def _through(self, pump: MessagePump) -> None:
        """Waits until a widget has seen everything that was sent to it so far."""
        seen = asyncio.Event()
        if pump.is_running and pump.call_later(seen.set):
            try:
                await asyncio.wait_for(seen.wait(), _LONGEST)
            except TimeoutError:
                return
