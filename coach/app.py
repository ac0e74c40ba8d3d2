"""The one place where everything is put together, for the shell, the screens and the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach import settings
from coach.daily.checkins import Checkins
from coach.daily.drafts import Drafts
from coach.daily.journal import Journal
from coach.daily.prompts import Prompts
from coach.daily.tags import Tags
from coach.leading.frame import Frames
from coach.search import Search
from coach.store.sealing import PLAIN
from coach.store.store import Store
from coach.when import Reader

if TYPE_CHECKING:
    from coach.days import Clock
    from coach.paths import Paths
    from coach.store.sealing import Sealing


class Coach:
    """All services over one person's data."""

    def __init__(self, paths: Paths, clock: Clock, sealing: Sealing = PLAIN) -> None:
        self.paths = paths
        self.clock = clock
        self.settings, self.trouble = settings.load_or_default(paths.config)
        self.store = Store(paths, clock, sealing)
        self.journal = Journal(self.store, self.settings.day_ends)
        self.checkins = Checkins(self.store, self.settings.day_ends)
        self.tags = Tags(self.store)
        self.prompts = Prompts(self.store)
        self.frames = Frames(self.store)
        self.search = Search(self.store, self.settings.day_ends)
        self.drafts = Drafts(paths.drafts, sealing)

    def reader(self) -> Reader:
        """Reads dates typed now."""
        return Reader(self.clock, self.settings.day_ends)


def build(paths: Paths, clock: Clock, sealing: Sealing = PLAIN) -> Coach:
    """The coach over the data at these places, up to date with what others wrote."""
    coach = Coach(paths, clock, sealing)
    coach.store.refresh()
    return coach
