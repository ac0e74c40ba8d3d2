"""What was decided in some days, as facts beside a look back and the frame step."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.clock import hours_taken, is_over
from coach.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.deciding.records import Decision, Uncertainty

_NAME = 50
_BACK = timedelta(days=400)
"""A decision looked at in these days may have been raised long before."""


def decision_evidence(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """What was decided, how long it took, what came of others, what was reversed."""
    days, said = coach.days, words.deciding.evidence
    known = coach.decisions.since(first - _BACK)

    def inside(name: str) -> list[Decision]:
        return [each for each in known if (at := getattr(each, name)) and first <= days.of(at) <= last]

    decided = inside("decided")
    if decided:
        names = ", ".join(f"“{first_line(each.text, _NAME)}”" for each in decided)
        yield _fact("decided", filled(said.decided, names=names), decided)
        hours = [taken for each in decided if (taken := hours_taken(each, days)) is not None]
        late = [each for each in decided if is_over(each, coach.clock, days)]
        if hours:
            text = filled(said.took, hours=f"{median(hours):.0f}", count=len(hours), late=len(late))
            yield _fact("decided_in", text, decided)
    around = [each for each in coach.decisions.around(first) if each in decided]
    if around:
        names = ", ".join(f"“{first_line(each.text, _NAME)}”" for each in around)
        yield _fact("around", filled(said.around, names=names), around)
    if reviewed := inside("reviewed"):
        seen = sum(each.came == "yes" for each in reviewed)
        yield _fact("outcomes", filled(said.came, seen=seen, of=len(reviewed)), reviewed)
    yield from _uncertain(coach, first, last)
    for each in inside("reversed"):
        text = filled(said.reversed, name=first_line(each.text, _NAME), evidence=each.evidence)
        yield _fact("reversed", text, [each])


def _uncertain(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """L2: where each stood first and last."""
    own: dict[str, list[Uncertainty]] = {}
    for each in coach.uncertainty.since(first):
        if each.last <= last:
            own.setdefault(each.about, []).append(each)
    for found in own.values():
        values = {"name": first_line(found[-1].text, _NAME), "first": found[0].total, "last": found[-1].total}
        said = words.uncertainty["of_the_fact" if len(found) > 1 else "of_one"]
        yield _fact("uncertainty", filled(said, **values, count=len(found)), found)


def _fact(name: str, text: str, records: Sequence[Decision | Uncertainty]) -> Fact:
    return Fact(name, text, len(records), tuple(each.id for each in records))
