"""S6: whether a commitment goes well, by its own marks: then a clear yes at its gate is enough."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.commitments.records import Mark
from coach.store.query import where

if TYPE_CHECKING:
    from coach.commitments.records import Commitment
    from coach.store.store import Store

_LATELY = timedelta(weeks=8)
_ENOUGH, _WELL = 8, 0.8


def goes_well(store: Store, commitment: Commitment, day: date) -> bool:
    """At least eight marks in eight weeks, four of five of them kept or kept in part."""
    found = store.read_since(day - _LATELY, Mark, where("commitment") == commitment.id)
    told = [each.result for each in found if day - _LATELY <= each.day <= day and each.result != "pass"]
    return len(told) >= _ENOUGH and sum(each != "missed" for each in told) >= _WELL * len(told)
