"""Which question to offer: one the person was not asked lately."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, get_args
from zlib import crc32

from coach.core.record import MODES, Mode
from coach.core.service import Service
from coach.core.texts import ContentError, table
from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date


LATELY = timedelta(days=60)
_SKIP = 13


class Prompt(NamedTuple):
    """A question to write to."""

    id: str
    system: str
    """The practice it belongs to, by its id in the inventory of systems (`S4`, `M11`)."""
    mode: Mode
    text: str


@cache
def prompts() -> tuple[Prompt, ...]:
    """Every question to write to, in the order of the file."""
    found = []
    for each in table("prompts")["prompt"]:
        if set(each) != {"id", "system", "mode", "text"} or each["mode"] not in get_args(Mode):
            raise ContentError(f"a prompt needs id, system, mode ({', '.join(MODES)}) and text: {each}")
        found.append(Prompt(**each))
    if len({each.id for each in found}) != len(found):
        raise ContentError("two prompts have one id")
    return tuple(found)


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
