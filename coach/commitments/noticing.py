"""What the coach says unasked: at most one thing a day, three a week, and nothing that was wrong twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.records import Reply
from coach.core.days import day_of
from coach.core.service import Service
from coach.core.stamp import happened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark, Reason, Said

WRONGS = 2
RESTS = timedelta(days=28)
_DAYS = (0, 2, 4)
"""Three days a week: Monday, Wednesday, Friday."""


class Noticed(NamedTuple):
    """One reason behind three misses: what could be changed is told by the reason."""

    about: str
    progress: Progress
    reason: Reason
    misses: tuple[Mark, ...]


class Replies(Service):
    """What the person said to it."""

    def since(self, day: date) -> list[tuple[date, Reply]]:
        """The replies since a day, each with the day it was given."""
        found = self._store.read_since(day, Reply)
        dated = ((day_of(each.at, self._ends), each) for each in found)
        return sorted((at_and for at_and in dated if at_and[0] >= day), key=lambda each: each[1].id)

    def reply(self, noticed: Noticed, said: Said) -> Reply:
        """The person's word on it counts."""
        clock = self._store.clock
        reply = Reply(
            **happened(clock),
            about=noticed.about,
            said=said,
        )
        with self._store.change(f"answered “{said}” to what was noticed") as change:
            change.keep(reply)
        return reply


def notice(
    progress: Iterable[Progress], replies: Sequence[tuple[date, Reply]], day: date, window: date
) -> Noticed | None:
    """The one thing to say on a day, or nothing. What was wrong stays wrong since the last window."""
    if day.weekday() not in _DAYS or any(at == day for at, _ in replies):
        return None
    for each in progress:
        if each.state == "held" and each.again:
            about = f"again {each.again} {each.commitment.id}"
            if not _is_muted(about, replies, day, window):
                return Noticed(about, each, each.again, each.misses)
    return None


def _is_muted(about: str, replies: Sequence[tuple[date, Reply]], day: date, window: date) -> bool:
    """Two times wrong is wrong until the window; any other answer gives it rest; later is tomorrow."""
    own = [(at, each.said) for at, each in replies if each.about == about]
    if sum(said == "wrong" and at >= window for at, said in own) >= WRONGS:
        return True
    return any(said != "later" and at > day - RESTS for at, said in own)
