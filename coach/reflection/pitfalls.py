"""M12: four ways to stop learning, each found in the records and told with its fix, one at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commitments.trial import is_trial
from coach.reflection.emphasis import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.commitments.records import Mark
    from coach.facts import Fact
    from coach.reflection.lived import Lived

_READ, _APPLY = "read", "apply"
_OFTEN, _DAYS = 3, 20
_SETTLED = timedelta(weeks=6)
"""Before that nobody can have stopped anything."""


def pitfall(coach: Coach, lived: Lived) -> Fact | None:
    """The first that the records of these days show."""
    began = min((each.starts for each in lived.commitments.values()), default=None)
    if began is None or began > lived.last - _SETTLED:
        return None
    return next(_found(coach, lived), None)


def _found(coach: Coach, lived: Lived) -> Iterator[Fact]:
    read, applied = _kept(lived, _READ), _kept(lived, _APPLY)
    if len(read) >= _OFTEN and not applied:
        yield named("theory", read, count=len(read))
    looked = [each for each in coach.reflections.since(lived.first) if lived.days.of(each.at) <= lived.last]
    if len(lived.checkins) >= _DAYS and not looked:
        yield named("experience", list(lived.checkins.values()), count=len(lived.checkins))
    tried = [each for each in lived.commitments.values() if is_trial(each) or each.trial_of or each.practice]
    stretched = [each for each in tried if each.starts >= lived.first or lived.marks.get(each.id)]
    prepared = [each for each in coach.preparations.since(lived.first) if each.is_told]
    if len(lived.checkins) >= _DAYS and not (stretched or lived.rounds or prepared):
        yield named("comfort", list(lived.checkins.values()), weeks=(lived.last - lived.first).days // 7 + 1)
    if len(lived.checkins) >= _DAYS and not lived.feedback:
        weeks = (lived.last - lived.first).days // 7 + 1
        yield named("no_feedback", list(lived.checkins.values()), weeks=weeks)


def _kept(lived: Lived, practice: str) -> list[Mark]:
    """The times a ready practice was kept."""
    own = [each.id for each in lived.commitments.values() if each.practice == practice]
    return [mark for name in own for mark in lived.told_marks(name) if mark.result in {"kept", "partly"}]
