"""L11: what was handed over, each with its limits, and how it goes: looked at weekly until it is steady."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.deciding.records import OUTCOMES, Handover

if TYPE_CHECKING:
    from coach.deciding.records import Outcome
    from coach.store.transaction import Transaction

STEADY = 4
"""So many looks in a row within the limits, and it is not asked about any more; a figure of our own."""
_WEEK = timedelta(days=7)
_PARTS = ("text", "to", "boundary")


class Handovers(Service):
    """One kind of decision each."""

    def all(self) -> list[Handover]:
        """Every one, the latest first."""
        found = self._store.read_standing(Handover)
        return sorted(found, key=lambda each: (each.day, each.id), reverse=True)

    def since(self, day: date) -> list[Handover]:
        """Those handed over since a day."""
        return [each for each in self.all() if each.day >= day]

    def hand(self, text: str, to: str, boundary: str) -> Handover:
        """From now on another decides it, within written limits."""
        parts = _cleaned({"text": text, "to": to, "boundary": boundary})
        with self._store.change(filled(words.handover.undo.handed, what=quoted(parts["text"]))) as change:
            new = Handover(**made(self._store.clock), day=self._today(), **parts)
            change.keep(new)
        return new

    def change(self, handover: Handover, **parts: str) -> Handover:
        """Other limits, or another name for it."""
        said = _cleaned({name: getattr(handover, name) for name in _PARTS} | parts)
        with self._store.change(filled(words.handover.undo.changed, what=quoted(said["text"]))) as change:
            return self._changed(change, self._as_it_is(change, handover).but(**said))

    def look(self, handover: Handover, outcome: Outcome) -> Handover:
        """How it was decided since one looked last."""
        if outcome not in OUTCOMES:
            raise UsageError(words.handover.error.outcome)
        with self._store.change(filled(words.handover.undo.looked, what=quoted(handover.text))) as change:
            now = self._still(change, handover)
            looks = {**now.looks, self._today().isoformat(): str(outcome)}
            return self._changed(change, now.but(looks=looks))

    def take_back(self, handover: Handover) -> Handover:
        """It is decided here again."""
        with self._store.change(filled(words.handover.undo.ended, what=quoted(handover.text))) as change:
            return self._changed(change, self._still(change, handover).but(ended=self._today()))

    def due(self, day: date) -> Handover | None:
        """The one that was looked at longest ago, a week and more."""
        own = [each for each in self.all() if not each.ended and not is_steady(each)]
        waiting = [(last_look(each), each) for each in own if last_look(each) <= day - _WEEK]
        return min(waiting, key=lambda found: (found[0], found[1].id))[1] if waiting else None

    def _still(self, change: Transaction, handover: Handover) -> Handover:
        now = self._as_it_is(change, handover)
        if now.ended:
            raise UsageError(words.handover.error.taken_back)
        return now


def told_looks(handover: Handover) -> list[str]:
    """What was seen, the earliest first; weeks in which nothing came up say nothing."""
    return [said for _, said in sorted(handover.looks.items()) if said != "none"]


def is_steady(handover: Handover) -> bool:
    """Whether it varies no more than before: so many looks in a row, and each within its limits."""
    late = told_looks(handover)[-STEADY:]
    return len(late) == STEADY and "outside" not in late


def last_look(handover: Handover) -> date:
    """The day of the last look; of the hand-over, before there is one."""
    return date.fromisoformat(max(handover.looks, default=handover.day.isoformat()))


def _cleaned(parts: dict[str, Any]) -> dict[str, Any]:
    said = {name: " ".join(str(value or "").split()) for name, value in parts.items()}
    for name in _PARTS:
        if not said.get(name):
            raise UsageError(words.handover.error[name], do=words.handover.error.do)
    return said
