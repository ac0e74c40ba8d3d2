"""The one place where everything is put together, for the shell, the screens and the tests."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coach import settings
from coach.daily.journal import Journal
from coach.search import Search
from coach.store.sealing import PLAIN
from coach.store.store import Store
from coach.when import Reader

if TYPE_CHECKING:
    from coach.daily.checkins import Checkins
    from coach.daily.drafts import Drafts
    from coach.daily.prompts import Prompts
    from coach.daily.tags import Tags
    from coach.days import Clock
    from coach.leading.frame import Frames
    from coach.paths import Paths
    from coach.store.sealing import Sealing


class Coach:
    """All services over one person's data. What most commands do without is put together when it is asked
    for: each is 1 to 5 ms to load."""

    def __init__(self, paths: Paths, clock: Clock, sealing: Sealing = PLAIN) -> None:
        self.paths = paths
        self.clock = clock
        self.settings, self.trouble = settings.load_or_default(paths.config)
        self.store = Store(paths, clock, sealing)
        self.journal = Journal(self.store, self.settings.day_ends)
        self.search = Search(self.store, self.settings.day_ends)
        self._sealing = sealing

    @cached_property
    def checkins(self) -> Checkins:
        """How the days were."""
        from coach.daily.checkins import Checkins  # noqa: PLC0415

        return Checkins(self.store, self.settings.day_ends)

    @cached_property
    def tags(self) -> Tags:
        """The person's own tags."""
        from coach.daily.tags import Tags  # noqa: PLC0415

        return Tags(self.store)

    @cached_property
    def prompts(self) -> Prompts:
        """The questions to write to."""
        from coach.daily.prompts import Prompts  # noqa: PLC0415

        return Prompts(self.store)

    @cached_property
    def frames(self) -> Frames:
        """What is held while managing."""
        from coach.leading.frame import Frames  # noqa: PLC0415

        return Frames(self.store)

    @cached_property
    def drafts(self) -> Drafts:
        """What is on its way."""
        from coach.daily.drafts import Drafts  # noqa: PLC0415

        return Drafts(self.paths.drafts, self._sealing)

    def reader(self) -> Reader:
        """Reads dates typed now."""
        return Reader(self.clock, self.settings.day_ends)


def build(paths: Paths, clock: Clock, sealing: Sealing = PLAIN) -> Coach:
    """The coach over the data at these places, up to date with what others wrote."""
    coach = Coach(paths, clock, sealing)
    coach.store.refresh()
    return coach
