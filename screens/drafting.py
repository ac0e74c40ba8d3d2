"""Keeping what is being written: on the disk within two seconds of the key press (D6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.daily.drafts import Draft
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from screens.app import CoachApp

_SOON = 1.0


class Drafting:
    """Keeps one draft for one screen, a second after the first key that is not yet in it."""

    def __init__(
        self, app: CoachApp, name: str, kind: str, fields: Callable[[], dict[str, Any] | None]
    ) -> None:
        self._app = app
        self.name = name
        self._kind = kind
        self._fields = fields
        self._timer: Timer | None = None
        self._told: Callable[[str, bool], None] = lambda _words, _is_trouble: None
        self.is_over = False

    def tells(self, told: Callable[[str, bool], None]) -> None:
        """Who wants to know how it stands, in words."""
        self._told = told

    def touch(self) -> None:
        """Something was typed."""
        if self._timer is None and not self.is_over:
            self._timer = self._app.set_timer(_SOON, self._due)

    async def _due(self) -> None:
        await self.keep()

    async def keep(self) -> None:
        """The draft is on the disk when this returns, or it was told that it is not."""
        self._stop()
        fields = self._fields()
        if self.is_over or fields is None:
            return
        now = self._app.coach.clock.now()
        draft = Draft(self.name, self._kind, now.isoformat(timespec="milliseconds"), fields)
        drafts = self._app.coach.drafts
        try:
            await self._app.background.do(lambda: None if self.is_over else drafts.keep_fields(draft))
        except CoachError as error:
            self._told(f"no draft: {error.what}. Your text is only on this screen", True)
        else:
            self._told(f"draft kept {now:%H:%M}", False)

    async def over(self) -> None:
        """It has become what it was for, or is not wanted."""
        self.is_over = True
        self._stop()
        drafts, name = self._app.coach.drafts, self.name
        await self._app.background.do(lambda: drafts.discard(name))

    def again(self) -> None:
        """Typing goes on after a save."""
        self.is_over = False

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
