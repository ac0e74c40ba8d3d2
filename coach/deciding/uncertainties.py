"""What was scored of uncertainty, week by week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.service import CoachService
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.deciding.records import BUCKETS, Uncertainty
from coach.deciding.scoring import Scoring

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.core.record import Source
    from coach.store.transaction import Transaction

HIGHEST = 5
_SHOWN, _WEEK = timedelta(weeks=26), timedelta(days=7)


class Uncertainties(CoachService):
    """What was scored, and what is asked in a week."""

    def since(self, day: date) -> list[Uncertainty]:
        """Those of the weeks since a day, the earliest first."""
        written = day - _WEEK  # a week ends after it was scored, perhaps in another month
        found = [each for each in self._store.read_since(written, Uncertainty) if each.last >= day]
        return sorted(found, key=lambda each: (each.last, each.id))

    def of(self, about: str, since: date | None = None) -> list[Uncertainty]:
        """Those of one commitment or initiative."""
        first = since or self._today() - _SHOWN
        return [each for each in self.since(first) if each.about == about]

    def lately(self, day: date) -> dict[str, list[Uncertainty]]:
        """What was scored in half a year, each week by week; what was scored last comes first."""
        found: dict[str, list[Uncertainty]] = {}
        for each in reversed(self.since(day - _SHOWN)):
            found.setdefault(each.about, []).insert(0, each)
        return found

    def asking(self, last: date) -> Scoring:
        """What the review of a week asks of it."""
        return Scoring(self._coach, self, last)

    def score(
        self,
        text: str,
        scores: Mapping[str, int],
        of: str | None = None,
        last: date | None = None,
        source: Source = "app",
    ) -> Uncertainty:
        """One of them, in a week; scored again in it, the latest counts."""
        with self._store.change(filled(words.uncertainty.undo, what=quoted(text))) as change:
            return self.put(change, text, scores, of, last, source)

    def put(
        self,
        change: Transaction,
        text: str,
        scores: Mapping[str, int],
        of: str | None,
        last: date | None = None,
        source: Source = "app",
    ) -> Uncertainty:
        """One of them as part of a larger change; scored again in its week, the latest counts."""
        line = " ".join(text.split())
        if not line:
            raise UsageError(words.uncertainty.error.no_subject)
        if set(scores) != set(BUCKETS) or not all(0 <= each <= HIGHEST for each in scores.values()):
            names = ", ".join(words.uncertainty.bucket[each] for each in BUCKETS)
            raise UsageError(
                filled(words.uncertainty.error.scores, names=names), do=words.uncertainty.error.scores_do
            )
        day = last or self._coach.reviews.week(self._today())[1]
        told = {name: float(scores[name]) for name in BUCKETS}
        about = of or line.casefold()
        kept = next((each for each in self.since(day) if each.about == about and each.last == day), None)
        if kept is None:
            new = Uncertainty(
                **happened(self._store.clock), text=line, last=day, scores=told, of=of, source=source
            )
            change.keep(new)
            return new
        return self._changed(change, kept.but(scores=told, text=line))
