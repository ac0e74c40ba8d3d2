"""The one place where everything is put together, for the shell, the screens and the tests."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coach import settings
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.core.when import Reader
from coach.find import Search
from coach.journal.journal import Journal
from coach.store.seals import Seals
from coach.store.store import Store
from coach.store.strays import strays

if TYPE_CHECKING:
    from coach.assessment.assessments import Assessments
    from coach.checkin.checkins import Checkins
    from coach.commitments.commitments import Commitments
    from coach.commitments.marks import Marks
    from coach.commitments.noticing import Replies
    from coach.core.days import Clock
    from coach.core.paths import Paths
    from coach.cycle.reassessments import Reassessments
    from coach.cycle.seasons import Seasons
    from coach.diagnosis.diagnosis import Diagnoses
    from coach.drafts import Drafts
    from coach.feedback.feedback import FeedbackLog
    from coach.frame.frames import Frames
    from coach.frame.quotes import Quotes
    from coach.journal.prompts import Prompts
    from coach.ladders.ladders import Ratings
    from coach.ladders.rounds import Rounds
    from coach.reflection.reflections import Reflections
    from coach.reflection.reviews import Reviews
    from coach.signals.signals import Signals
    from coach.tags import Tags


class Coach:
    """All services over one person's data. What most commands do without is put together when it is asked
    for: each is 1 to 5 ms to load."""

    def __init__(self, paths: Paths, clock: Clock, sealing: Seals | None = None) -> None:
        self.paths = paths
        self.clock = clock
        self.settings, self.trouble = settings.load_or_default(paths.config)
        self.sealing = sealing or Seals(paths)
        self.store = Store(paths, clock, self.sealing)
        self.journal = Journal(self.store, self.settings.day_ends)
        self.search = Search(self.store, self.settings.day_ends)

    @cached_property
    def checkins(self) -> Checkins:
        """How the days were."""
        from coach.checkin.checkins import Checkins  # noqa: PLC0415

        return Checkins(self.store, self.settings.day_ends)

    @cached_property
    def tags(self) -> Tags:
        """The person's own tags."""
        from coach.tags import Tags  # noqa: PLC0415

        return Tags(self.store)

    @cached_property
    def prompts(self) -> Prompts:
        """The questions to write to."""
        from coach.journal.prompts import Prompts  # noqa: PLC0415

        return Prompts(self.store)

    @cached_property
    def seasons(self) -> Seasons:
        """The cycle."""
        from coach.cycle.seasons import Seasons  # noqa: PLC0415

        return Seasons(self.store, self.settings.day_ends)

    @cached_property
    def reflections(self) -> Reflections:
        """What was said when looking back."""
        from coach.reflection.reflections import Reflections  # noqa: PLC0415

        return Reflections(self.store, self.settings.day_ends)

    @cached_property
    def reassessments(self) -> Reassessments:
        """The direction, questioned."""
        from coach.cycle.reassessments import Reassessments  # noqa: PLC0415

        return Reassessments(self.store, self.settings.day_ends, self.seasons, self.frames)

    @cached_property
    def signals(self) -> Signals:
        """What was parked."""
        from coach.signals.signals import Signals  # noqa: PLC0415

        return Signals(self.store, self.settings.day_ends, self.seasons)

    @cached_property
    def quotes(self) -> Quotes:
        """The tradeoff, said from memory."""
        from coach.frame.quotes import Quotes  # noqa: PLC0415

        return Quotes(self.store, self.settings.day_ends)

    @cached_property
    def commitments(self) -> Commitments:
        """What is held."""
        from coach.commitments.commitments import Commitments  # noqa: PLC0415

        return Commitments(self.store, self.settings.day_ends, self.settings.limit, self._refuse_resting)

    @cached_property
    def marks(self) -> Marks:
        """How it went."""
        from coach.commitments.marks import Marks  # noqa: PLC0415

        return Marks(self.store, self.settings.day_ends)

    @cached_property
    def reviews(self) -> Reviews:
        """The weekly reviews."""
        from coach.reflection.reviews import Reviews  # noqa: PLC0415

        return Reviews(self.store, self.settings.day_ends, self.settings.review_day)

    @cached_property
    def replies(self) -> Replies:
        """What was said to what the coach noticed."""
        from coach.commitments.noticing import Replies  # noqa: PLC0415

        return Replies(self.store, self.settings.day_ends)

    @cached_property
    def assessments(self) -> Assessments:
        """Signs of over-managing and over-leading."""
        from coach.assessment.assessments import Assessments  # noqa: PLC0415

        return Assessments(self.store, self.settings.day_ends)

    @cached_property
    def diagnoses(self) -> Diagnoses:
        """Situations looked at with five questions."""
        from coach.diagnosis.diagnosis import Diagnoses  # noqa: PLC0415

        return Diagnoses(self.store)

    @cached_property
    def ratings(self) -> Ratings:
        """How far up the ladders."""
        from coach.ladders.ladders import Ratings  # noqa: PLC0415

        return Ratings(self.store, self.settings.day_ends)

    @cached_property
    def rounds(self) -> Rounds:
        """What was practised."""
        from coach.ladders.rounds import Rounds  # noqa: PLC0415

        return Rounds(self.store)

    @cached_property
    def feedback(self) -> FeedbackLog:
        """What others said."""
        from coach.feedback.feedback import FeedbackLog  # noqa: PLC0415

        return FeedbackLog(self.store, self.settings.day_ends)

    @cached_property
    def frames(self) -> Frames:
        """What is held while managing."""
        from coach.frame.frames import Frames  # noqa: PLC0415

        return Frames(self.store, self.settings.day_ends, self.seasons, self._refuse_resting)

    @cached_property
    def drafts(self) -> Drafts:
        """What is on its way."""
        from coach.drafts import Drafts  # noqa: PLC0415

        return Drafts(self.paths.drafts, self.sealing)

    def _refuse_resting(self) -> None:
        self.reassessments.refuse_resting()

    def stray(self) -> str:
        """What a sync or another machine left beside the data, in a line; how it comes in."""
        found = strays(self.store)
        if not found:
            return ""
        more = filled(words("shell", "stray_more"), count=len(found) - 1) if len(found) > 1 else ""
        return safe_text(filled(words("shell", "stray"), path=found[0], more=more))

    def reader(self) -> Reader:
        """Reads dates typed now."""
        return Reader(self.clock, self.settings.day_ends)


def build(paths: Paths, clock: Clock, sealing: Seals | None = None) -> Coach:
    """The coach over the data at these places, up to date with what others wrote. What is protected has to be
    unlocked before."""
    coach = Coach(paths, clock, sealing)
    coach.store.refresh()
    return coach
