"""Keeping what is being written: on the disk within two seconds of the key press (D6)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.core.errors import CoachError
from coach.core.texts import filled, words
from coach.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from coach.drafts import Drafts
    from screens.app import CoachApp

_SOON = 1.0


class Drafting:
    """Keeps one draft for one screen, a second after the first key that is not yet in it."""

    def __init__(
        self,
        app: CoachApp,
        name: str,
        kind: str,
        fields: Callable[[], dict[str, Any] | None],
        told: Callable[[str, bool], None] | None = None,
        *,
        is_taken_up: bool = False,
    ) -> None:
        self._app = app
        self.name = name
        self._kind = kind
        self._fields = fields
        """What there is to keep; nothing when everything is where it belongs."""
        self._told = told or self._tell_trouble
        """Hears how it stands, and whether that is trouble."""
        self._timer: Timer | None = None
        self._is_over = False
        self._is_ours = is_taken_up
        """Another window may write a draft of the same name; only one's own is taken away."""

    def touch(self) -> None:
        """Something was typed."""
        self._is_over = False
        if self._timer is None:
            self._timer = self._app.set_timer(_SOON, partial(self._app.attempt, self._due))

    def _tell_trouble(self, words: str, is_trouble: bool) -> None:
        if is_trouble:
            self._app.tell(words, is_trouble=True)

    async def _due(self) -> None:
        await self.keep()

    async def keep(self) -> bool:
        """Whether everything typed so far is on the disk now."""
        self._stop()
        fields = None if self._is_over else self._fields()
        if fields is None:
            return True
        now = self._app.coach.clock.now()
        draft = Draft(self.name, self._kind, now.isoformat(timespec="milliseconds"), fields)
        drafts = self._app.coach.drafts
        try:
            await self._app.background.do(lambda: self._put(drafts, draft))
        except CoachError as error:
            self._told(filled(words.screens.says.no_draft, what=error.what), True)
            return False
        self._told(filled(words.screens.says.draft_kept, now=f"{now:%H:%M}"), False)
        return True

    def _put(self, drafts: Drafts, draft: Draft) -> None:
        """In the background, where one thing is done after the other: what is over meanwhile is taken away
        after this, or not written at all."""
        if not self._is_over:
            drafts.keep_fields(draft)
            self._is_ours = True

    async def over(self) -> None:
        """It has become what it was for, or is not wanted."""
        self._is_over = True
        self._stop()
        drafts, name = self._app.coach.drafts, self.name
        await self._app.background.do(lambda: drafts.discard(name) if self._is_ours else None)

    async def throw_away(self) -> None:
        """It is not wanted. Drafts are no records, so whoever shows them is told to look again."""
        await self.over()
        self._app.version += 1
        await self._app.look_again()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
