"""The talks, planned and held."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.errors import UsageError
from coach.core.kinds import class_of
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.talks.records import Talk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coach.core.record import Source
    from coach.store.transaction import Transaction

WAITS = timedelta(days=6)
"""So long it is asked what came of one."""
_A_DAY, _LATELY = timedelta(days=1), timedelta(days=90)


class Waits(NamedTuple):
    """What Today asks about."""

    talk: Talk
    is_over: bool
    """Then what was agreed, else what it is to be about."""


class Talks(Service):
    """One after the other."""

    def all(self) -> list[Talk]:
        """The latest first."""
        return sorted(self._store.read_since(None, Talk), key=lambda each: (each.day, each.id), reverse=True)

    def since(self, day: date) -> list[Talk]:
        """Those that take place from a day on, the earliest first."""
        found = [each for each in self._store.read_since(day, Talk) if each.day >= day]
        return sorted(found, key=lambda each: (each.day, each.id))

    def waiting(self, day: date) -> Waits | None:
        """The one to ask about: over and untold, or tomorrow's without an agenda."""
        for each in self.since(day - WAITS):
            is_over = self._is_over(each.day, day)
            is_near = day <= each.day <= day + _A_DAY and not each.agenda
            if not each.is_told and (is_over or is_near):
                return Waits(each, is_over)
        return None

    def untold(self, day: date) -> Talk | None:
        """The one to write down: the one that waits, the latest that is over, or today's."""
        own = [each for each in self.all() if not each.is_told and each.day <= day]
        over = [each for each in own if self._is_over(each.day, day)]
        waits = self.waiting(day)
        return waits.talk if waits and waits.is_over else next(iter([*over, *own]), None)

    def last_with(self, to: str = "") -> Talk | None:
        """The last one that was told, with somebody or with anybody."""
        own = (each for each in self.all() if each.is_told and (not to or each.to == to))
        return next(own, None)

    def plan(self, to: str, day: date, agenda: str = "", source: Source = "app") -> Talk:
        """One that is to come, about the packet that was sent last."""
        if not to.strip():
            raise UsageError(words.talks.error.with_whom)
        with self._store.change(filled(words.talks.undo.planned, to=to)) as change:
            return self._new(change, _line(to), day, agenda.strip(), source)

    def change(self, talk: Talk, to: str, day: date, agenda: str) -> Talk:
        """Another day, or another agenda."""
        with self._store.change(filled(words.talks.undo.changed, to=talk.to)) as change:
            now, noon = self._as_it_is(change, talk), self._store.clock.noon(day)
            moved = (
                {"day": day, "at": noon, "zone": self._store.clock.zone_of(noon)} if day != now.day else {}
            )
            changed = now.but(to=_line(to) or now.to, agenda=agenda.strip(), **moved)
            return self._changed(change, changed)

    def tell(self, talk: Talk, agreed: str, following: date | None = None, source: Source = "app") -> Talk:
        """What came of it, and when the next one is, which is planned with it."""
        said = "\n".join(filter(None, map(_line, agreed.splitlines())))
        if not said:
            raise UsageError(words.talks.error.agreed)
        if following and following <= talk.day:
            raise UsageError(words.talks.error.next_before)
        with self._store.change(filled(words.talks.undo.told, to=talk.to)) as change:
            now = self._as_it_is(change, talk)
            if following != now.following:
                self._follow(change, now, following, source)
            return self._changed(change, now.but(agreed=said, following=following))

    def _follow(self, change: Transaction, talk: Talk, day: date | None, source: Source) -> None:
        """The next one, on another day or not at all, as long as nothing is written for it."""
        after = [each for each in self.since(talk.day + _A_DAY) if each.to == talk.to]
        for each in after:
            if each.day == talk.following and not (each.agenda or each.agreed):
                change.remove(each.kind, each.id)
        if day and not any(each.day == day for each in after):
            self._new(change, talk.to, day, "", source)

    def _new(self, change: Transaction, to: str, day: date, agenda: str, source: Source) -> Talk:
        clock = self._store.clock
        noon = clock.noon(day)
        sent: Iterable[Any] = self._store.read_since(self._today() - _LATELY, class_of("packets"))
        own = max((each for each in sent if each.to == to), key=lambda each: each.at, default=None)
        talk = Talk(
            **made(clock), day=day, at=noon, zone=clock.zone_of(noon), to=to, agenda=agenda,
            of=own.id if own else None, source=source,
        )  # fmt: skip
        change.keep(talk)
        return talk


def _line(text: str) -> str:
    return " ".join(text.split())
