"""What signals say together: many of one kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coach.chance import at_least
from coach.core.texts import words
from coach.findings import Finding, part
from coach.signals.records import ABOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.findings import Known

_THRICE = 3
_SELDOM = 0.02


def rules(coach: Coach, known: Known) -> Iterator[Finding]:
    """Three and more about the same, clearly more than its share of all that name a kind."""
    first = next(known.spans())
    parked = [each for each in coach.signals.since(first) if first <= known.days.about(each) <= known.day]
    named = [each for each in parked if each.about]
    for about, count in Counter(each.about for each in named).items():
        if about is None or count < _THRICE:
            continue
        chance = at_least(count, len(named), 1 / len(ABOUT))
        said = words.signals.about_kind[about]
        yield Finding(
            kind="signals",
            about=about,
            subject=said,
            first=first,
            last=known.day,
            n=len(named),
            effect=count / len(named),
            chance=chance,
            is_clear=chance <= _SELDOM,
            numbers={"count": count, "of": len(named), "subject": said},
            bars=(
                part(said, count, len(named)),
                part(words.findings.others, len(named) - count, len(named)),
            ),
            ids=tuple(each.id for each in named if each.about == about),
        )
