"""What all places share: the bars around them, and staying true to the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import ScreenResume

from coach.core.texts import table
from screens.closing import Closing
from screens.widgets.bars import KeyBar, TopBar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.app import ComposeResult
    from textual.events import Event
    from textual.widget import Widget


WIDE = 100
"""From so many columns on, two things stand side by side."""
_HIGH = 30
"""From so many lines on, there is room for rules."""


class Looking(Closing[Any]):
    """A screen that shows data, and looks again when somebody changed it."""

    PLACE: ClassVar[str] = ""
    HAS_LIST: ClassVar[bool] = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual calls it an instance's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_HIGH, "-high")]  # noqa: RUF012 - Textual calls it an instance's

    def __init__(self) -> None:
        super().__init__()
        self._seen = -1

    @property
    def card_here(self) -> str:
        """The card in the library of what the cursor is on, else of the place."""
        return self.card_of(self.PLACE)

    @staticmethod
    def card_of(name: str) -> str:
        """The card of a place, or of what waits on Today; often none."""
        return str(table("library")["place"].get(name, ""))

    def compose(self) -> ComposeResult:
        """The place between its bars."""
        yield TopBar(self.PLACE)
        yield from self.inside()
        yield KeyBar()

    def inside(self) -> Iterable[Widget]:
        """What the place shows."""
        return ()

    async def on_event(self, event: Event) -> None:
        """What was styled when it was mounted looks as it did; other colours are the app's affair."""
        if isinstance(event, ScreenResume):
            event.refresh_styles = False
        await super().on_event(event)

    def on_screen_resume(self) -> None:
        """Shown again, perhaps after a change."""
        super().on_screen_resume()
        self.query(KeyBar).refresh()
        self.look()

    def look(self) -> None:
        """Looks again if anything changed since the last look."""
        if self._takes_note():
            self.attempt(self.load, "load")

    async def look_first(self) -> None:
        """Looks again, and is done when it is shown."""
        if self._takes_note():
            await self.load()

    def _takes_note(self) -> bool:
        """Whether there is something to look at: from now on it counts as seen."""
        bars = self.query(TopBar)
        if self.home.is_locked or not self.home.is_open or not bars or self._seen == self.home.version:
            return False  # a screen that is going has no bars any more
        self._seen = self.home.version
        bars.first().show(self.home.trouble)
        return True

    async def load(self) -> None:
        """Brings what the place shows up to date."""

    def attempt(self, work: Callable[[], Awaitable[None]], group: str) -> None:
        """Does something that may fail, without waiting for it; of one group, only the latest counts."""
        self.home.attempt(work, of=self, latest=group)
