"""Everything there is to know of one commitment, gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.commitments.overview import calendar_since, commitments_on
from coach.commitments.records import Turn
from coach.core.texts import words
from coach.describe import commitment_called, name_of, on_one_line
from coach.references import by_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.commitments.calendar import Calendar
    from coach.commitments.progress import Progress
    from coach.commitments.records import Commitment, Mark


class Life(NamedTuple):
    """How it stands, its marks, its days, and what became of it."""

    each: Progress
    day: date
    marks: Mapping[date, Mark]
    calendar: Calendar
    turns: tuple[tuple[str, str], ...]
    """When, and what."""

    @property
    def missed(self) -> list[Mark]:
        """The times it did not happen, oldest first."""
        return [mark for _, mark in sorted(self.marks.items()) if mark.result == "missed"]


def life(coach: Coach, commitment: str) -> Life | None:
    """Since it began; nothing when it is gone."""
    day = coach.today()
    found = next(iter(commitments_on(coach, day, only={commitment})), None)
    if found is None:
        return None
    since = found.commitment.starts
    marks = coach.marks.between(since, day).get(commitment, {})
    return Life(
        found, day, marks, calendar_since(coach, found, since, marks), tuple(_turns(coach, found.commitment))
    )


def _turns(coach: Coach, commitment: Commitment) -> Iterator[tuple[str, str]]:
    """What it is a trial of, its rounds, what was decided of it, what the five questions said of it."""
    days = coach.days
    others = [each.text for each in coach.commitments.active() if each.id != commitment.id]
    for line in coach.reviews.plans_about(commitment.text, others):
        yield words.plans.this_week, line
    if commitment.trial_of and (record := by_id(coach.store, commitment.trial_of)):
        yield words.rounds.trial_of, f"{name_of(record)}, {days.say(days.about(record))}"
    own = [
        each for each in coach.store.read_since(commitment.starts, Turn) if each.commitment == commitment.id
    ]
    records: list[Any] = [
        *sorted(own, key=lambda each: each.id),
        *coach.rounds.of(commitment),
        *coach.diagnoses.of(commitment.id, commitment.starts),
        *coach.uncertainty.of(commitment.id),
        *coach.triages.about(commitment.id, commitment.starts),
    ]
    for each in records:
        said = on_one_line(each, coach).removeprefix(f"{commitment_called(commitment.id, coach)}: ")
        yield days.say(days.of(each.at)), said if isinstance(each, Turn) else f"{name_of(each)}: {said}"
