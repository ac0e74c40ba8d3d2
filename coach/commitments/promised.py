"""What was promised to someone and will not be as promised: whom to tell, until they were told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.records import Turn
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment, Result, TurnResult

_LATELY = timedelta(days=14)
SHORT: set[Result] = {"missed", "partly"}
"""Less than was promised."""
_OTHERWISE: set[TurnResult] = {"renegotiate", "change", "drop", "end"}


class Untold(NamedTuple):
    """One that will not be as promised, and since when that is so."""

    commitment: Commitment
    since: date


def notice(commitment: Commitment) -> str:
    """Said when it will not be as promised; nothing where nobody was promised anything."""
    return filled(words.commitments.promised.notice, to=commitment.to) if commitment.to else ""


def untold(coach: Coach, day: date) -> list[Untold]:
    """Those of the last two weeks, the longest first."""
    promised = [each for each in coach.commitments.all() if each.to]
    if not promised:
        return []
    first, known = day - _LATELY, {each.id: each for each in promised}
    marks = coach.marks.between(first, day)
    since: dict[str, list[date]] = {
        each.id: [at for at, mark in marks.get(each.id, {}).items() if mark.result in SHORT]
        for each in promised
        if each.ended is None
    }
    for each in promised:
        if each.due and first <= each.due < day and each.ended is None and each.id not in marks:
            since[each.id].append(each.due)
    for turn in coach.store.read_since(first, Turn):
        if turn.commitment in known and turn.result in _OTHERWISE:
            since.setdefault(turn.commitment, []).append(coach.days.about(turn))
    found = [
        Untold(known[name], min(open_days))
        for name, days in since.items()
        if (open_days := [at for at in days if at > (known[name].told or first)])
    ]
    return sorted(found, key=lambda each: (each.since, each.commitment.id))
