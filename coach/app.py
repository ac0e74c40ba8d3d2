"""The one place where everything is put together, for the shell, the screens and the tests."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from coach import settings
from coach.core.days import day_of
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.core.when import Reader
from coach.find import Search
from coach.practice import loaded
from coach.practices import place_of_service
from coach.store import files
from coach.store.seals import Seals
from coach.store.store import Store
from coach.store.strays import strays

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coach.assessment.assessments import Assessments
    from coach.assessment.once_more import AskedAgain
    from coach.assessment.records import Wording
    from coach.calendar.audits import Audits
    from coach.checkin.checkins import Checkins
    from coach.commitments.commitments import Commitments
    from coach.commitments.marks import Marks
    from coach.core.days import Clock
    from coach.core.own_days import Days
    from coach.core.paths import Paths
    from coach.cycle.reassessments import Reassessments
    from coach.cycle.seasons import Seasons
    from coach.deciding.decisions import Decisions
    from coach.deciding.domains import Domains
    from coach.deciding.forecasts import Forecasts
    from coach.deciding.handovers import Handovers
    from coach.deciding.tally import Tallies
    from coach.deciding.ten_days import Programmes
    from coach.deciding.triages import Triages
    from coach.deciding.uncertainties import Uncertainties
    from coach.diagnosis.diagnosis import Diagnoses
    from coach.drafts import Drafts
    from coach.feedback.feedback import FeedbackLog
    from coach.frame.frames import Frames
    from coach.frame.quotes import Quotes
    from coach.hooks import Hooks
    from coach.insights.telling import Insights
    from coach.journal.journal import Journal
    from coach.journal.prompts import Prompts
    from coach.journal.tags import Tags
    from coach.ladders.ladders import Ratings
    from coach.ladders.rounds import Rounds
    from coach.learned.learned import Learned
    from coach.machines.machines import Machines
    from coach.outside.views import Views
    from coach.preparing.preparations import Preparations
    from coach.reflection.readings import Readings
    from coach.reflection.reflections import Reflections
    from coach.reflection.reviews import Reviews
    from coach.signals.signals import Signals
    from coach.store.history import Change
    from coach.talks.talks import Talks


class Coach:
    """All services over one person's data."""

    def __init__(
        self, paths: Paths, clock: Clock, sealing: Seals | None = None, store: Store | None = None
    ) -> None:
        self.paths = paths
        self.clock = clock
        self.settings, self.trouble = settings.load_or_default(paths.config)
        self.sealing = sealing or Seals(paths)
        self.store = store or Store(paths, clock, self.sealing)
        self._hooks: Hooks | None = None
        self.awaits_texts = False
        """Whether a text was dropped that somebody may still be writing to."""
        self.search = Search(self.store, self.settings.day_ends)

    if TYPE_CHECKING:  # asked of the register; written down here for whoever reads, and for the types
        journal: Journal
        prompts: Prompts
        tags: Tags
        checkins: Checkins
        signals: Signals
        commitments: Commitments
        marks: Marks
        frames: Frames
        quotes: Quotes
        seasons: Seasons
        reassessments: Reassessments
        reflections: Reflections
        reviews: Reviews
        readings: Readings
        asked_again: AskedAgain
        assessments: Assessments
        diagnoses: Diagnoses
        insights: Insights
        learned: Learned
        decisions: Decisions
        triages: Triages
        domains: Domains
        forecasts: Forecasts
        tallies: Tallies
        uncertainty: Uncertainties
        handovers: Handovers
        ten_days: Programmes
        calendar: Audits
        ratings: Ratings
        rounds: Rounds
        feedback: FeedbackLog
        preparations: Preparations
        talks: Talks
        views: Views
        machines: Machines
    else:

        def __getattr__(self, name: str) -> Any:
            """A service of a practice, put together when it is asked for: each is 1 to 5 ms to load."""
            place = place_of_service(name)
            if hasattr(type(self), name):
                return object.__getattribute__(self, name)  # a property failed: its own error says why
            if place is None:
                raise AttributeError(f"a coach has no {name}")
            service = self.__dict__[name] = loaded(place).serving(self)
            return service

    @property
    def wording(self) -> Wording:
        """Whether things are said for somebody with a team, or alone."""
        chosen: Any = self.settings.wording
        return chosen or self.assessments.wording

    @cached_property
    def drafts(self) -> Drafts:
        """What is on its way."""
        from coach.drafts import Drafts

        return Drafts(self.paths.drafts, self.sealing)

    def refresh(self) -> None:
        """Takes in what others wrote, other machines and a phone too."""
        self.store.refresh()
        self.awaits_texts = False
        if any(not name.endswith(".json") for name in files.names_in(self.paths.inbox)):
            self.store.neighbours.told += self.machines.take_dropped()
            self.awaits_texts = self.machines.awaits_dropped()

    def folded(self, undo: str = "") -> str:
        """What other machines brought about, in a line, once; with the way to take it back."""
        neighbours = self.store.neighbours
        found, neighbours.folded = neighbours.folded, []
        told, neighbours.told = neighbours.told, []
        if not found:
            return safe_text(" ".join(told))
        more = filled(words.shell.stray_more, count=len(found) - 1) if len(found) > 1 else ""
        how = undo or words.shell.undo_typed
        came = filled(words.shell.folded, name=found[0], more=more, undo=how)
        return safe_text(" ".join([came, *told]))

    def stray(self) -> str:
        """A copy a sync left beside the data that cannot be read, or not yet, in a line."""
        found = strays(self.store)
        if not found:
            return ""
        more = filled(words.shell.stray_more, count=len(found) - 1) if len(found) > 1 else ""
        return safe_text(filled(words.shell.stray, path=found[0], more=more))

    def tell_hooks(self, changes: Sequence[Change]) -> None:
        """What was kept is told to the person's own programs, as long as they want that."""
        if not self.settings.hooks:
            return
        from coach.hooks import Hooks  # most people have none

        self._hooks = self._hooks or Hooks(self.paths)
        self._hooks.tell(changes)

    def refuse_resting(self) -> None:
        """While the answers of a reassessment rest, nothing of the frame changes. Who asks is needed by the
        reassessments themselves, so they are looked up late."""
        self.reassessments.refuse_resting()

    def today(self) -> date:
        """The person's day it is."""
        return day_of(self.clock.now(), self.settings.day_ends)

    @property
    def days(self) -> Days:
        """The person's days, as they lie from here."""
        from coach.core.own_days import Days

        return Days(self.today(), self.settings.day_ends)

    def reader(self) -> Reader:
        """Reads dates typed now."""
        return Reader(self.clock, self.settings.day_ends)


def build(paths: Paths, clock: Clock, sealing: Seals | None = None) -> Coach:
    """The coach over the data at these places, up to date with what others wrote. What is protected has to be
    unlocked before."""
    coach = Coach(paths, clock, sealing)
    coach.store.tell = coach.tell_hooks
    coach.refresh()
    return coach
