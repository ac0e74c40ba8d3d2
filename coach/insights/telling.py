"""What the coach says unasked: one thing a day, three a week, each once, nothing that was wrong twice."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coach.checkin.records import Checkin
from coach.commitments.records import Mark, Reply
from coach.core.days import day_of
from coach.core.errors import CoachError
from coach.core.service import CoachService
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.insights.days import looked_until
from coach.insights.itself import tossed, tried_itself
from coach.insights.records import Found, Look
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import time

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.commitments.records import Said
    from coach.core.days import Clock
    from coach.facts import Fact
    from coach.findings import Finding
    from coach.insights.looking import Looked
    from coach.store.store import Store

A_WEEK = 3
WRONGS = 2
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_NO_CYCLE = timedelta(weeks=12)
_SINCE = timedelta(weeks=4)
_REMEMBERED = timedelta(weeks=52)
_GREW = 1.5
"""So many times what it was, and it is told again."""
_RECENT = timedelta(weeks=8)
"""What was found longer ago and never told is looked for again."""
_WAITS = frozenset(("signals", "said_took", "said_gave"))
"""They question the frame: they wait for the window."""


class Insights(CoachService):
    """What was found and told, and what the person said to it."""

    def __init__(self, store: Store, ends: time, coach: Coach) -> None:
        super().__init__(store, ends, coach)
        self.seen: dict[Any, Looked] = {}
        """The last look at some weeks, by what was asked and what was written by then."""

    def told(self, day: date, since: date) -> list[Found]:
        """What was said between two days, the latest last."""
        found = self._store.read_since(since, Found)
        return sorted((each for each in found if each.told and since <= each.told <= day), key=_told_key)

    def replies(self, day: date, since: date) -> list[tuple[date, Reply]]:
        """The replies, each with the day it was given."""
        found = self._store.read_since(since, Reply)
        dated = ((day_of(each.at, self._ends), each) for each in found)
        return sorted((at_and for at_and in dated if since <= at_and[0] <= day), key=lambda each: each[1].id)

    def reply(self, found: Found, said: Said) -> Reply:
        """The person's word on it counts."""
        reply = Reply(**happened(self._store.clock), about=found.name, said=said)
        with self._store.change(filled(words.insights.undo_reply, said=said)) as change:
            change.keep(reply)
        return reply

    def say(self, day: date, held: Sequence[Progress]) -> Found | None:
        """The one thing to say, kept as said where that can be. In a window and at rest nothing is said."""
        season = self._coach.seasons.now(day)
        if season is not None and (season.rest is not None or not season.is_held):
            return None
        window = season.cycle_starts if season else day - _NO_CYCLE
        if self.is_look_due(day):
            self._try(lambda: self.look(day))
        found = self.of_today(day, held, window)
        if found and not found.told:
            if self._coach.settings.half_unsaid:
                found = found.but(coin=tossed(found, day))
            told = found
            self._try(lambda: self.tell(told, day))
        return None if found and found.coin == "held" else found

    def _try(self, work: Callable[[], None]) -> None:
        """Whoever only reads waits for nobody, and is told of no disk that cannot be written."""
        with suppress(CoachError), files.disk_trouble(), self._store.writing(0):
            work()

    def said(self, day: date) -> Found | None:
        """What was said this morning, and not answered yet."""
        last = next(reversed(self.told(day, day)), None)
        if last is None or last.coin == "held":
            return None
        answered = {reply.about for _, reply in self.replies(day, day)}
        return None if last.name in answered else last

    def of_today(self, day: date, held: Sequence[Progress], window: date) -> Found | None:
        """What was said this morning, or the strongest not yet told."""
        week = self.told(day, day - _WEEK + _DAY)
        replies = self.replies(day, min(window, day - _WEEK))
        answered = {reply.about for at, reply in replies if at == day}
        if today := [each for each in week if each.told == day]:
            return None if today[-1].name in answered else today[-1]
        if len(week) >= A_WEEK or answered:
            return None
        lately = self.told(day, day - _REMEMBERED)
        before = {each.name: each for each in lately}
        return next(
            (
                each
                for each in self._candidates(day, held, lately)
                if _is_new(each, before.get(each.name), day, replies, window)
            ),
            None,
        )

    def _candidates(self, day: date, held: Sequence[Progress], before: Sequence[Found]) -> Iterator[Found]:
        """What is so today, a spell of low days before all; what the last look found; what was put off."""
        from coach.insights.looking import look_now  # 20 ms, and not needed where it was said already

        looked = look_now(self._coach, day, held)
        now = [_found(each, self._store.clock, len(looked.all)) for each in looked.found]
        yield from sorted(now, key=lambda each: each.what != "low_spell")
        ids = {"", "all", *(each.commitment.id for each in held if each.state == "held")}
        yield from (each for each in self._waiting(day) if each.what not in _WAITS and each.commitment in ids)
        yield from (each.but(told=None) for each in reversed(before))

    def for_window(self, day: date) -> list[Found]:
        """What questions the frame, found in the last look: it waited until the frame is on the table."""
        return [each for each in self._waiting(day) if each.what in _WAITS]

    def itself(self, day: date) -> Fact | None:
        """Whether speaking helped, where the person lets the coach try that."""
        return tried_itself(self._coach, day) if self._coach.settings.half_unsaid else None

    def tell(self, found: Found, day: date) -> None:
        """It was said: it is not said again unless it grew or turned."""
        with self._store.change(words.insights.undo_told) as change:
            if any(each.told == day for each in self.told(day, day)):
                return
            said = found.but(told=day)
            if change.get(Found.kind, said.id):
                said = said.but(updated=self._store.clock.now())
                change.put(Found.kind, said.id, said.fields())
            else:
                change.keep(said)

    def is_look_due(self, day: date) -> bool:
        """Whether the weeks up to the last whole ones have something in them that was not looked at yet."""
        last = looked_until(day)
        if not any(self._store.has_any(kind, last - _SINCE) for kind in (Checkin.kind, Mark.kind)):
            return False
        return not any(each.last == last for each in self._store.read_since(last - _WEEK, Look))

    def look(self, day: date) -> None:
        """What holds is kept until it can be said."""
        from coach.insights.looking import look_of_month

        looked, clock = look_of_month(self._coach, day), self._store.clock
        names = len({each.name for each in looked.all})
        with self._store.change(words.insights.undo_look) as change:
            if not self.is_look_due(day):
                return
            for each in looked.found:
                change.keep(_found(each, clock, names).but(of_look=looked.known.last))
            look = Look(**happened(clock), last=looked.known.last, looked=names, found=len(looked.found))
            change.keep(look)

    def _waiting(self, day: date) -> list[Found]:
        """What the last look found and nobody was told, the strongest first."""
        last = looked_until(day)
        found, now = self._store.read_since(day - _RECENT, Found), self._store.clock.now()
        own = [each for each in found if each.told is None and each.of_look == last and each.at <= now]
        return sorted(own, key=lambda each: (each.chance or 0, -abs(each.effect), each.id))


def _is_new(
    found: Found, before: Found | None, day: date, replies: Sequence[tuple[date, Reply]], window: date
) -> bool:
    """Not wrong twice since the window, and not told, unless it grew or turned; later is tomorrow."""
    own = [(at, each.said) for at, each in replies if each.about == found.name]
    if sum(said == "wrong" and at >= window for at, said in own) >= WRONGS:
        return False
    if before is None or (own and own[-1][1] == "later" and own[-1][0] >= (before.told or day)):
        return True
    if before.id == found.id:
        return False
    return before.effect * found.effect < 0 or abs(found.effect) > _GREW * abs(before.effect)


def _told_key(each: Found) -> tuple[date, str]:
    return each.told or each.last, each.id


def _found(each: Finding, clock: Clock, looked: int) -> Found:
    return Found(
        **happened(clock),
        what=each.kind,
        about=each.about,
        text=each.says,
        asks=each.asks,
        first=each.first,
        last=each.last,
        n=each.n,
        effect=round(each.effect, 4),
        chance=each.chance if each.chance is None else round(each.chance, 6),
        looked=looked,
        bars=tuple(f"{bar.label}|{bar.part:.3f}|{bar.said}" for bar in each.bars),
        ids=each.ids,
        against=each.against.text if each.against else "",
        commitment=each.commitment,
    )
