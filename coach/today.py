"""What a person meets in the morning, gathered in one look at the disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from coach.daily.checkins import LINE_DAYS, energy_of

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.content import Prompt
    from coach.daily.drafts import Draft
    from coach.errors import CoachError
    from coach.records import Checkin, Entry

RECENT = 12


@dataclass(frozen=True, slots=True)
class Today:
    """The day as it stands."""

    day: date
    checkin: Checkin | None
    is_yesterday_open: bool
    """Whether a check-in for yesterday would still be a record and not a memory."""
    is_after_a_gap: bool
    recent: tuple[Entry, ...]
    """Today's entries and those before, newest first."""
    energy: tuple[int | None, ...]
    direction: str | None
    prompt: Prompt
    drafts: tuple[Draft, ...]
    trouble: CoachError | None


def gather(coach: Coach, skips: int = 0) -> Today:
    """Today, from at most three months of files."""
    day = coach.reader().today
    days = coach.checkins.between(day - timedelta(days=LINE_DAYS - 1), day)
    recent = tuple(islice(coach.journal.entries(), RECENT))
    frame = coach.frames.current()
    yesterday = day - timedelta(days=1)
    return Today(
        day=day,
        checkin=days.get(day),
        is_yesterday_open=yesterday not in days and any(each < day for each in days),
        is_after_a_gap=coach.checkins.is_after_a_gap(day, days),
        recent=recent,
        energy=tuple(energy_of(days, day)),
        direction=frame.direction if frame else None,
        prompt=coach.prompts.of(day, skips),
        drafts=tuple(coach.drafts.left()),
        trouble=coach.store.damage.error(),
    )
