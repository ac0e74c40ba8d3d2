"""What was promised to someone and will not be as promised: whom to tell, until they were told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.progress import rule_of
from coach.commitments.records import SHORT, Turn
from coach.commitments.recurrence import period
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment, Mark, Result, TurnResult

_LATELY = timedelta(days=14)
_OTHERWISE: set[TurnResult] = {"renegotiate", "change", "drop", "end"}


class Untold(NamedTuple):
    """One that will not be as promised, and since when that is so."""

    commitment: Commitment
    since: date


def notice(commitment: Commitment, result: Result | None = None) -> str:
    """Said when it will not be as promised; nothing where nobody was promised it, or it can still be."""
    is_over = result is None or (result in SHORT and not _counts(commitment))
    if not commitment.to or not is_over or (result == "partly" and commitment.amount):
        return ""
    return filled(words.commitments.promised.notice, to=commitment.to)


def untold(coach: Coach, day: date) -> list[Untold]:
    """Those of the last two weeks, the longest first."""
    promised = {each.id: each for each in coach.commitments.all() if each.to}
    if not promised:
        return []
    first = day - _LATELY
    marks = coach.marks.between(first, day)
    since: dict[str, list[date]] = {}
    for each in promised.values():
        own = marks.get(each.id, {})
        if each.ended is None:
            broken = (
                _weeks_short(each, own, first, day) if _counts(each) else _days_short(each, own, first, day)
            )
            since[each.id] = [at for at in broken if each.told is None or at > coach.days.of(each.told)]
            since[each.id] += [at for at, mark in own.items() if _is_after(mark, each) and not _counts(each)]
    for turn in coach.store.read_since(first, Turn):
        known = promised.get(turn.commitment)
        if known and turn.result in _OTHERWISE and (known.told is None or turn.at > known.told):
            since.setdefault(turn.commitment, []).append(coach.days.about(turn))
    found = [Untold(promised[name], min(days)) for name, days in since.items() if days]
    return sorted(found, key=lambda each: (each.since, each.commitment.id))


def _counts(commitment: Commitment) -> bool:
    rule = rule_of(commitment)
    return rule is not None and bool(rule.times)


def _is_after(mark: Mark, commitment: Commitment) -> bool:
    """Missed, and said so after they were told last."""
    return mark.result == "missed" and (
        commitment.told is None or (mark.updated or mark.created) > commitment.told
    )


def _days_short(commitment: Commitment, marks: Mapping[date, Mark], first: date, day: date) -> list[date]:
    """Days that ended in part, and the one it was due and nothing was said of."""
    found = [at for at, mark in marks.items() if mark.result == "partly" and at < day]
    due = commitment.due
    return [*found, due] if due and first <= due < day and not marks else found


def _weeks_short(commitment: Commitment, marks: Mapping[date, Mark], first: date, day: date) -> list[date]:
    """The last days of weeks or months that are over and were kept less often than promised."""
    rule = rule_of(commitment)
    if rule is None:
        return []
    begins, ends = period(rule, max(first, commitment.since or commitment.starts))
    found = []
    while ends < day:
        kept = sum(mark.result == "kept" for at, mark in marks.items() if begins <= at <= ends)
        if begins >= max(first, commitment.since or commitment.starts) and kept < rule.times:
            found.append(ends)
        begins, ends = period(rule, ends + timedelta(days=1))
    return found
