"""Assessments kept, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.assessment.cadence import AGAIN, NEW
from coach.assessment.records import Assessment
from coach.assessment.scoring import says_little, standing_out
from coach.core.days import A_YEAR, day_of
from coach.core.errors import NotFoundError, UsageError
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from coach.assessment.records import AssessmentName, Wording
    from coach.core.record import Given, Source


class Taken(NamedTuple):
    """What was answered."""

    wording: Wording
    order: tuple[str, ...]
    answers: Mapping[str, float]
    unsure: tuple[str, ...] = ()
    no_occasion: tuple[str, ...] = ()
    diagnostics: Mapping[str, Given] = {}
    cites: Mapping[str, tuple[str, ...]] = {}
    spent: Mapping[str, float] = {}
    more: Mapping[str, str] = {}
    asked: Mapping[str, str] = {}


class Assessments(Service):
    """What was assessed."""

    def all(self) -> list[Assessment]:
        """Every one, the earliest first."""
        return in_order(self._store.read_since(None, Assessment))

    def since(self, day: date) -> list[Assessment]:
        """Those since a day."""
        found = self._store.read_since(day, Assessment)
        return [each for each in in_order(found) if self._day(each) >= day]

    def latest(self) -> Assessment | None:
        """The last full one, read month by month until there is one."""
        for month in self._store.months():
            found = in_order(self._store.read(month, Assessment))
            if full := [each for each in found if each.name == "full"]:
                return full[-1]
        return None

    @property
    def wording(self) -> Wording:
        """The one that was chosen last, within a year: a question to others must not open all of them."""
        found = self.since(self._today() - A_YEAR)
        full = [each for each in found if each.name == "full"]
        return full[-1].wording if full else "team"

    def keep(self, taken: Taken, name: AssessmentName = "full", source: Source = "app") -> Assessment:
        """What was answered, from now on."""
        if not (taken.answers or taken.unsure or taken.no_occasion or taken.diagnostics):
            raise UsageError(words.assess.answer_one)
        new = Assessment(
            **happened(self._store.clock),
            name=name,
            wording=taken.wording,
            order=taken.order,
            answers=dict(taken.answers),
            unsure=taken.unsure,
            no_occasion=taken.no_occasion,
            diagnostics=dict(taken.diagnostics),
            cites=dict(taken.cites),
            spent=dict(taken.spent),
            more=dict(taken.more),
            asked=dict(taken.asked),
            source=source,
        )
        with self._store.change(words.assess.undo) as change:
            change.add(Assessment.kind, new.id, new.fields())
        return new

    def again(self, assessment: Assessment, *, wanted: bool) -> Assessment:
        """It is asked once more ten days from now, or no longer: of the last full one, while it is new."""
        with self._store.change(words.assess.undo_again) as change:
            fields = change.get(Assessment.kind, assessment.id)
            if fields is None:
                raise NotFoundError(words.evidence.gone)
            kept = Assessment.read(assessment.id, fields)
            now = self._store.clock.now()
            today, latest = day_of(now, self._ends), self.latest()
            if wanted and (latest is None or latest.id != kept.id or self._day(kept) < today - NEW):
                raise UsageError(words.assess.again_late, do=words.assess.again_late_do)
            changed = kept.but(again=today + AGAIN if wanted else None, updated=now)
            change.put(Assessment.kind, changed.id, changed.fields())
        return changed

    def is_wanted_again(self, assessment: Assessment) -> bool:
        """Whether it is still to come."""
        today = self._today()
        return assessment.again is not None and assessment.again > today

    def stood_out(self, since: date) -> list[tuple[str, str]]:
        """The signs that stood out in the last full one since a day, by id, with their titles."""
        full = [each for each in self.since(since) if each.name == "full"]
        if not full or says_little(full[-1].answers, full[-1].spent):
            return []
        from coach.assessment.instrument import signs  # 2 ms, and most days need none of it

        known = {each.id: each.title for each in signs()}
        return [(name, known[name]) for name in standing_out(full[-1].answers, known)]

    def _day(self, assessment: Assessment) -> date:
        return day_of(assessment.at, self._ends)


def before(found: Sequence[Assessment], assessment: Assessment) -> Assessment | None:
    """The one it is compared with: the last full one before it in the same wording that says something."""
    earlier = [
        each
        for each in found
        if (each.at, each.id) < (assessment.at, assessment.id)
        and each.name == "full"
        and each.wording == assessment.wording
        and not says_little(each.answers, each.spent)
    ]
    return earlier[-1] if earlier else None


def in_order(found: Iterable[Assessment]) -> list[Assessment]:
    """By when they were taken."""
    return sorted(found, key=lambda each: (each.at, each.id))
