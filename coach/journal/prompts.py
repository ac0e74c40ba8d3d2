"""Which question to offer: one the person was not asked lately."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zlib import crc32

from coach.core.service import Service
from coach.core.texts import Prompt, prompts
from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date


LATELY = timedelta(days=60)
_SKIP = 13


class Prompts(Service):
    """The questions of the journal."""

    def of(self, day: date, skips: int = 0) -> Prompt:
        """The question for a day, after so many were skipped."""
        return pick(prompts(), day, skips, self._answered(day))

    def get(self, prompt_id: str | None) -> Prompt | None:
        """The question with this id; one of another version may be unknown."""
        return next((each for each in prompts() if each.id == prompt_id), None)

    def _answered(self, day: date) -> set[str]:
        since, last = (day - LATELY).isoformat(), f"{day:%Y-%m}"
        months = (month for month in self._store.months(day - LATELY) if month <= last)
        return {
            prompt
            for month in months
            for fields in self._store.records(month, Entry.kind).values()
            if isinstance(prompt := fields.get("prompt"), str) and str(fields.get("at")) >= since
        }


def pick(pool: Sequence[Prompt], day: date, skips: int, answered: Collection[str]) -> Prompt:
    """Walks through a fixed shuffle, one a day, so that nothing has to be remembered of what was asked.

    Skipping leaps over the days to come; what was answered lately is replaced from the far half, which
    is not asked soon either.
    """
    order: list[Prompt] = sorted(pool, key=lambda prompt: crc32(prompt.id.encode()))
    place = day.toordinal() + skips * _SKIP
    far = place + len(order) // 2
    numbers: list[int] = [place, *range(far, far + len(order))]
    candidates = [order[number % len(order)] for number in numbers]
    return next((each for each in candidates if each.id not in answered), candidates[0])
