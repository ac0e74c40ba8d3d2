"""Keys that come faster than screens open: each waits until the one before has done its work.

Over a slow line several keys arrive at once. Textual hands them all to the widget that has the focus at that
moment; here a key that may move the focus or open something is followed to its end first. Text being typed
into a field is never held up.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from textual.app import App, ScreenStackError
from textual.events import Key, Paste

from screens.keys import takes_text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.screen import Screen

_LONGEST = 1.0
_LONGEST_ASKED = 10.0
_AT_ONCE = {"ctrl+q", "ctrl+c"}
_EDITING = {"left", "right", "backspace", "delete", "home", "end"}
_GLANCE = 0.005


class TypedAhead(App[int]):
    """An app that takes its keys one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Key | Paste] = []
        self._is_following = False
        self.asked: set[object] = set()
        """What a person asked for and that is not done yet."""

    async def on_event(self, event: Event) -> None:
        """Lets a key through, or holds it for a moment."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded or self._is_urgent(event):
            await super().on_event(event)  # a forwarded key comes by again when no widget wanted it
        elif self._is_following:
            self._held.append(event)
        else:
            is_text, before = self._is_text(event), self._now()
            await super().on_event(event)
            if not is_text:
                self._is_following = True
                self.run_worker(self._follow(before), group="keys")

    def before_keys(self, work: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """What is done before any key counts: what is typed before the first question is there answers it."""
        self._is_following = True

        async def worked() -> None:
            try:
                await work()
            finally:
                self.run_worker(self._follow(self._now()), group="keys")

        return worked

    @property
    def next_key(self) -> str:
        """The first key that is held, if any."""
        first = self._held[0] if self._held else None
        return first.key if isinstance(first, Key) else ""

    def _is_urgent(self, event: Key | Paste) -> bool:
        return isinstance(event, Key) and event.key in _AT_ONCE

    def _is_text(self, event: Key | Paste) -> bool:
        if not takes_text(self.focused):
            return False
        return isinstance(event, Paste) or event.is_printable or event.key in _EDITING

    def _now(self) -> tuple[Screen[Any], set[object]]:
        """Where the person is, and what they are still waiting for."""
        return self.screen, set(self.asked)

    async def _follow(self, before: tuple[Screen[Any], set[object]]) -> None:
        try:
            while True:
                await self._done(*before)
                if not self._held:
                    return
                before = self._now()
                event = self._held.pop(0)
                await super().on_event(event)
                while self._held and self._is_text(event) and self._is_text(self._held[0]):
                    event = self._held.pop(0)
                    await super().on_event(event)
        except ScreenStackError:
            self._held.clear()  # the app is going, and with it every place a key could be meant for
        finally:
            self._is_following = False

    async def _done(self, screen: Screen[Any], asked: set[object]) -> None:
        """Waits until the last key went all its way, and what it opened has the focus."""
        latest = time.monotonic() + _LONGEST_ASKED
        await self._told_all()
        while self.asked - asked and self.screen is screen and time.monotonic() < latest:
            if takes_text(self.focused):
                break  # what is typed while a save waits still belongs to its field
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
