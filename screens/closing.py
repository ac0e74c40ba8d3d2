"""Leaving a screen: once, and only that screen, also when another lies over it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import Screen

from coach.core.texts import folder
from screens.inside import is_batched

STYLES = os.path.join(folder(), "styles")
PAGES = os.path.join(STYLES, "pages.tcss")
# Textual's own `dismiss` takes away whatever is on top, as often as it is called.


if TYPE_CHECKING:
    from textual.types import CSSPathType

    from coach.app import Coach
    from screens.app import CoachApp

R = TypeVar("R")


class Closing(Screen[R]):
    """A screen of ours: it knows the app by its type, and closes itself."""

    CSS_PATH: ClassVar[CSSPathType | None] = PAGES
    _result: tuple[R | None] | None = None

    @property
    def home(self) -> CoachApp:
        """The app, by its own type."""
        return cast("CoachApp", self.app)

    @property
    def coach(self) -> Coach:
        """The services."""
        return self.home.coach

    def close(self, result: R | None = None) -> None:
        """Goes, now or as soon as nothing lies over it any more."""
        if self._result is None:
            self._result = (result,)
            self._go_if_on_top()

    async def action_away(self) -> None:
        """Back to where the person was."""
        self.close()

    @property
    def is_on_top(self) -> bool:
        """Whether the person sees this screen and no other over it."""
        return self.is_attached and self.app.screen is self

    def on_screen_resume(self) -> None:
        """Seen again."""
        self._go_if_on_top()

    def on_resize(self) -> None:
        """In a window that became smaller, what a person is at stays in sight."""
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Where a person is, once everything has its place."""
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def _compositor_refresh(self) -> None:
        """Before the first frame Textual draws a whole page that it does not show."""
        if self.home.is_open or not is_batched(self.app):
            super()._compositor_refresh()

    def _go_if_on_top(self) -> None:
        if self._result is not None and self.is_on_top:
            self.dismiss(self._result[0])
