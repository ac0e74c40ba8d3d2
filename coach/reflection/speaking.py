"""What speaks to an answer: what the check-ins name instead, and how it was in the time before."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.core.counting import counted
from coach.core.texts import words
from coach.facts import ENOUGH, Fact, fact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from coach.app import Coach
    from coach.checkin.records import Checkin
    from coach.reflection.lived import Lived

ROLES = {"energised": "gave", "drained": "took"}
"""Which tags of check-ins speak to which question."""
_OFTEN, _HARDLY = 5, 1


class Otherwise(NamedTuple):
    """One thing is named, and the check-ins of the same days name another."""

    named: str
    own: int
    other: str
    times: int
    of: int
    ids: tuple[str, ...]

    @property
    def is_clear(self) -> bool:
        """Whether it is far enough to be asked about."""
        return self.times >= _OFTEN and self.own <= _HARDLY


def named_otherwise(
    answer: str, role: str, days: Sequence[Checkin], tags: Collection[str]
) -> Otherwise | None:
    """What an answer names of all the tags there are, beside what was named most in its days."""
    said = set(re.findall(r"\w+", answer.casefold()))
    count = Counter(tag for each in days if (tag := getattr(each, role)))
    told = [tag for tag in tags if said and said.issuperset(re.findall(r"\w+", tag.casefold()))]
    if not count or not told:
        return None
    other, times = count.most_common(1)[0]
    named = min(told, key=lambda tag: count[tag])
    if other in told:
        return None
    ids = tuple(each.id for each in days if getattr(each, role) == other)
    return Otherwise(named, count[named], other, times, len(days), ids)


def otherwise(coach: Coach, lived: Lived, role: str, answer: str) -> Otherwise | None:
    """What the check-ins of these days name instead of an answer."""
    days = lived.usual
    tags = {tag for each in days for tag in each.labels} | {
        tag for each in lived.entries for tag in each.tags
    }
    tags |= set(coach.tags.offered(lived.last)) if answer else set()
    return named_otherwise(answer, role, days, tags)


def speaking(coach: Coach, lived: Lived, question: str, answer: str) -> Iterator[Fact]:
    """What contradicts an answer comes first; then the same number of the time before."""
    role = ROLES.get(question)
    if role is None:
        return
    found = otherwise(coach, lived, role, answer)
    if found and found.is_clear:
        numbers = {"named": found.named, "other": found.other, "count": found.times, "of": found.of}
        told = fact("contradicts", [], found.of, **numbers, own=found.own or words.counting.none)
        yield told._replace(ids=found.ids)
    yield from _before(coach, lived, role)


def _before(coach: Coach, lived: Lived, role: str) -> Iterator[Fact]:
    """The same days once more, before these: how energy was, and how often the commonest tag was named."""
    lasted = lived.last - lived.first + timedelta(days=1)
    known = coach.checkins.between(lived.first - lasted, lived.first - timedelta(days=1))
    felt = [each for each in known.values() if each.energy and not each.unusual]
    if len(felt) < ENOUGH:
        return
    mean = f"{fmean(each.energy or 0 for each in felt):.1f}"
    yield fact("energy_before", felt, mean=mean, count=counted(len(felt), "day"), of=lasted.days)
    count = Counter(tag for each in lived.usual if (tag := getattr(each, role)))
    for tag, times in count.most_common(1):
        own = [each for each in felt if getattr(each, role) == tag]
        before = counted(len(own), "day") if own else words.counting.none
        yield fact("tag_before", own, len(felt), tag=tag, count=counted(times, "day"), before=before)
