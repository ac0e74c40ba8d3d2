"""Assessments kept, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.assessing.cadence import AGAIN, assessment_due, looked_back
from coach.content import words
from coach.days import day_of
from coach.errors import NotFoundError, UsageError
from coach.records import Assessment
from coach.stamp import happened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, time

    from coach.assessing.cadence import Due
    from coach.records import AssessmentName, Season, Source, Wording
    from coach.records import Given as Answer
    from coach.store.store import Store


class Given(NamedTuple):
    """What was answered."""

    wording: Wording
    order: tuple[str, ...]
    answers: Mapping[str, float]
    unsure: tuple[str, ...] = ()
    diagnostics: Mapping[str, Answer] = {}
    cites: Mapping[str, tuple[str, ...]] = {}
    spent: Mapping[str, float] = {}


class Assessments:
    """What was assessed."""

    def __init__(self, store: Store, ends: time) -> None:
        self._store = store
        self._ends = ends

    def all(self) -> list[Assessment]:
        """Every one, the earliest first."""
        found = (each for month in self._store.months() for each in self._store.read(month, Assessment))
        return in_order(found)

    def since(self, day: date) -> list[Assessment]:
        """Those since a day."""
        found = self._store.read_since(day, Assessment)
        return [each for each in in_order(found) if self._day(each) >= day]

    def latest(self) -> Assessment | None:
        """The last one, read month by month until there is one."""
        for month in self._store.months():
            if found := in_order(self._store.read(month, Assessment)):
                return found[-1]
        return None

    def keep(self, given: Given, name: AssessmentName = "full", source: Source = "app") -> Assessment:
        """What was answered, from now on."""
        if not (given.answers or given.unsure or given.diagnostics):
            raise UsageError(words("assess", "answer_one"))
        new = Assessment(
            **happened(self._store.clock),
            name=name,
            wording=given.wording,
            order=given.order,
            answers=dict(given.answers),
            unsure=given.unsure,
            diagnostics=dict(given.diagnostics),
            cites=dict(given.cites),
            spent=dict(given.spent),
            source=source,
        )
        with self._store.change(words("assess", "undo")) as change:
            change.add(Assessment.kind, new.id, new.fields())
        return new

    def again(self, assessment: Assessment) -> Assessment:
        """It is asked once more ten days from now, or no longer."""
        with self._store.change(words("assess", "undo_again")) as change:
            fields = change.get(Assessment.kind, assessment.id)
            if fields is None:
                raise NotFoundError(words("evidence", "gone"))
            kept = Assessment.read(assessment.id, fields)
            now = self._store.clock.now()
            day = None if kept.again else day_of(now, self._ends) + AGAIN
            changed = kept.but(again=day, updated=now)
            change.put(Assessment.kind, changed.id, changed.fields())
        return changed

    def due(self, season: Season | None, ends: date, day: date) -> Due | None:
        """Whether one waits."""
        found = self.since(looked_back(season, ends, day))
        return assessment_due(found, season, ends, day, self._ends)

    def _day(self, assessment: Assessment) -> date:
        return day_of(assessment.at, self._ends)


def before(found: Sequence[Assessment], assessment: Assessment) -> Assessment | None:
    """The one it is compared with: the last full one before it."""
    earlier = [each for each in found if (each.at, each.id) < (assessment.at, assessment.id)]
    return next((each for each in reversed(earlier) if each.name == "full"), None)


def in_order(found: Iterable[Assessment]) -> list[Assessment]:
    """By when they were taken."""
    return sorted(found, key=lambda each: (each.at, each.id))
