"""If-then lines of a week: they come back while it lasts, and are asked about when it is over."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import NotFoundError
from coach.core.safe_text import quoted
from coach.core.texts import filled, words
from coach.reflection.records import Reflection

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.store.store import Store
    from coach.store.transaction import Transaction

CAME = (("d", "done"), ("n", "not"), ("c", "never"))
"""The moment came and it was done; it came and it was not; it never came: the key, and its name."""
_WEEK, NEARLY = timedelta(days=9), timedelta(days=6)
"""So long they are looked for; after so long their week is nearly over."""


class Plan(NamedTuple):
    """One line, and what came of it."""

    review: Reflection
    place: str
    line: str
    came: str


def lines_about(lines: Iterable[str], name: str, others: Iterable[str]) -> list[str]:
    """The lines that say a word of this commitment's that no other commitment has."""
    own = _words(name).difference(words.plans.fillers.split(), *(_words(each) for each in others))
    return [line for line in lines if own & _words(line)]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold()))


def plans_of(store: Store, day: date) -> list[Plan]:
    """Those of the latest review before a day, while they are about its week."""
    found = store.read_since(day - _WEEK, Reflection)
    own = [each for each in found if each.name == "weekly" and day - _WEEK <= each.last < day]
    review = max(own, key=lambda each: (each.last, each.id), default=None)
    if review is None:
        return []
    return [
        Plan(review, str(place), line, review.came.get(str(place), ""))
        for place, line in enumerate(review.plans, 1)
    ]


def of_this_week(coach: Coach, day: date) -> list[str]:
    """Those that still lie ahead: once their week is nearly over, they are asked about instead."""
    return [
        each.line for each in plans_of(coach.store, day) if not each.came and day < each.review.last + NEARLY
    ]


def say_came(coach: Coach, review: Reflection, came: Mapping[str, str]) -> None:
    """What came of some of its lines."""
    if said := {place: name for place, name in came.items() if name}:
        line = review.plans[int(next(iter(said))) - 1]
        with coach.store.change(filled(words.plans.undo, line=quoted(line))) as change:
            put_came(change, coach, review, said)


def put_came(change: Transaction, coach: Coach, review: Reflection, came: Mapping[str, str]) -> None:
    """What came of some of its lines, inside another change."""
    said = {place: name for place, name in came.items() if name}
    if not said:
        return
    fields = change.get(Reflection.kind, review.id)
    if fields is None:
        raise NotFoundError(words.plans.gone)
    kept = Reflection.read(review.id, fields).but(updated=coach.clock.now())
    change.put(kept.kind, kept.id, kept.but(came={**kept.came, **said}).fields())
