"""The check-in: how a day was, in half a minute."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from coach.answers import parted
from coach.checkin.records import Checkin
from coach.core.days import day_of, day_starts, months_between
from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.tags import clean_tag
from coach.core.texts import filled, words
from coach.references import remove
from coach.signals.parking import PARKS
from coach.signals.records import Signal
from coach.store.history import STANDING
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coach.app import Coach
    from coach.checkin.records import Mostly, OnDirection
    from coach.core.days import Clock
    from coach.core.record import Source
    from coach.store.store import Store
    from coach.store.transaction import Transaction

RECALLED_AFTER = timedelta(hours=48)
GAP_DAYS = 3
LINE_DAYS = 30
_MONTHS_LOOKED_BACK = 6
_BETWEEN = " · "
_ANEW, _HOURS = timedelta(hours=1), timedelta(hours=3)
_FOUR_WEEKS, _ENOUGH = timedelta(days=28), 12


class Answers(NamedTuple):
    """What a person says of a day. Nothing of it has to be said."""

    energy: int | None = None
    mostly: Mostly | None = None
    direction: OnDirection | None = None
    gave: str | None = None
    took: str | None = None
    line: str = ""
    unusual: bool = False
    own: int | None = None

    @classmethod
    def of(cls, checkin: Checkin | None) -> Answers:
        """What was said so far; of several times, the energy of the last."""
        if checkin is None:
            return cls()
        said = cls(**{name: getattr(checkin, name) for name in cls._fields})
        return said._replace(energy=int(list(checkin.felt.values())[-1])) if checkin.felt else said

    @classmethod
    def of_fields(cls, fields: Mapping[str, Any], kept: Answers | None = None) -> Answers:
        """What a draft holds, over what was kept."""
        base = kept or cls()
        return base._replace(**{name: value for name, value in fields.items() if name in base._fields})

    @classmethod
    def taken_up(
        cls, fields: Mapping[str, Any], kept: Checkin | None, now: Answers, written: str
    ) -> tuple[Answers, Answers]:
        """A draft over what was kept since it was begun, which says so much `now`; and what it says otherwise
        than that. Of two answers to one question the later counts."""
        was = cls.of_fields(fields.get("was") or {})
        left = cls.of_fields(fields, was)
        said_at = (kept.updated or kept.created) if kept else None
        is_later = said_at is None or datetime.fromisoformat(written) > said_at
        free, other = parted(left._asdict(), was._asdict(), now._asdict())
        return (now._replace(**free, **other), cls()) if is_later else (now._replace(**free), cls(**other))

    def over(self, began: Answers, kept: Answers) -> Answers:
        """Kept answers, with what became different since these were begun."""
        said, before = self._asdict(), began._asdict()
        return kept._replace(**{name: value for name, value in said.items() if value != before[name]})

    def cleaned(self) -> Answers:
        """As they are kept: tags bare, the line on one line."""
        gave, took = (_one_tag(tag) for tag in (self.gave, self.took))
        return self._replace(gave=gave or None, took=took or None, line=" ".join(self.line.split()))


def _one_tag(typed: str | None) -> str:
    """Two would be told as one, and found by neither."""
    if "," in (typed or "").strip(" ,"):
        raise UsageError(
            filled(words.checkin.error.is_more_than_one_tag, typed=typed),
            do=words.checkin.error.take_the_one_that_weighs_most,
        )
    return clean_tag(typed or "")


class Checkins(Service):
    """One a day at most; written again, it is changed. Where it is asked for several times a day, each tells
    its energy, and the day's is their mean."""

    def __init__(self, store: Store, ends: time, a_day: int = 1, scale: str = "") -> None:
        super().__init__(store, ends)
        self._a_day = a_day
        self.scale = " ".join(scale.split())
        """What the person's own scale is called; nothing where there is none."""

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With how often a day it is asked for, and the scale of the person's own."""
        settings = coach.settings
        return cls(coach.store, settings.day_ends, settings.checkins, settings.scale)

    def begun(self, day: date) -> Answers:
        """What was said of a day so far; energy that is asked for once more is still to be said."""
        kept = self.of(day)
        said = Answers.of(kept)
        return said._replace(energy=None, line="") if kept and self.asks_again(kept) else said

    def asks_again(self, checkin: Checkin) -> bool:
        """Whether the energy of today is asked for once more: what is said within the hour is the same time,
        said better."""
        now = self._store.clock.now()
        if self._a_day == 1 or checkin.energy is None or checkin.day != day_of(now, self._ends):
            return False
        return max(len(checkin.felt), 1) < self._a_day and now - (checkin.updated or checkin.created) >= _ANEW

    def of(self, day: date) -> Checkin | None:
        """The check-in of a day."""
        found = self._store.read(f"{day:%Y-%m}", Checkin, where("day") == day.isoformat())
        return by_day(found).get(day)

    def between(self, first: date, last: date) -> dict[date, Checkin]:
        """The check-ins of these days, both ends included."""
        months = months_between(first, last)
        found = (each for month in months for each in self._store.read(month, Checkin))
        return by_day(each for each in found if first <= each.day <= last)

    def is_due_again(self, checkin: Checkin | None) -> bool:
        """Whether hours have passed since the energy of today was said, and it is asked for once more."""
        if checkin is None or not self.asks_again(checkin):
            return False
        return self._store.clock.now() - (checkin.updated or checkin.created) >= _HOURS

    def keep(
        self,
        day: date,
        answers: Answers,
        source: Source = "app",
        began: Answers | None = None,
        along: Callable[[Transaction], object] | None = None,
    ) -> Checkin:
        """The day's check-in says this, on the disk when this returns. What `!` parks is parked with it.

        With what a person began from, only what they changed is changed: the rest may have come since.
        What comes `along` is changed together with it.
        """
        answers = answers.cleaned()
        now = self._store.clock.now()
        if answers == Answers():
            raise UsageError(
                words.checkin.error.a_check_in_needs_one_answer, do=words.checkin.error.any_one_will_do
            )
        if day > day_of(now, self._ends):
            raise UsageError(words.checkin.error.that_day_is_yet_to_come)
        said = say_day(day, now.date())
        with self._store.change(filled(words.checkin.says.undo, said=said)) as change:
            kept = self.of(day)
            if kept and began:
                answers = answers.over(began, self.begun(day))
            if kept:
                change.what = filled(words.checkin.says.undo_changed, said=said)
                energy, felt = self._felt(kept, answers, now)
                line = answers.line
                if self.asks_again(kept):  # what was said before stays, and this comes behind it
                    line = _BETWEEN.join(filter(None, (kept.line, line)))
                parts = answers._replace(energy=energy, line=line)._asdict()
                checkin = kept.but(updated=now, **parts, felt=felt)
            else:
                checkin = self._new(day, answers, now, source)
            if checkin.own is not None and (kept is None or kept.own != checkin.own):
                checkin = checkin.but(own_name=self.scale)
            change.keep(checkin)
            self._park(change, checkin.but(line=answers.line) if _BETWEEN in checkin.line else checkin)
            if along:
                along(change)
        return checkin

    def take_away(self, day: date) -> None:
        """Nothing is said of the day any more, until undo."""
        if checkin := self.of(day):
            remove(self._store, checkin)

    def is_after_a_gap(self, today: date, lately: dict[date, Checkin]) -> bool:
        """Whether the person was away: no check-in for some days, and one before."""
        if any(today - timedelta(days=days) in lately for days in range(GAP_DAYS + 1)):
            return False
        if self._was_at_work(today):
            return False
        months = islice(self._store.months(), _MONTHS_LOOKED_BACK)
        return bool(lately) or any(self._store.records(month, Checkin.kind) for month in months)

    def _was_at_work(self, today: date) -> bool:
        """Whether anything was written in the days before today: who works in the window was not away."""
        store, first = self._store, today - timedelta(days=GAP_DAYS)
        return any(
            first <= day_of(datetime.fromisoformat(fields["created"]), self._ends) < today
            for name in (STANDING, *store.months(first))
            for kind in store.kinds_in(name)
            for fields in store.records(name, kind).values()
            if fields.get("created")
        )

    def _new(self, day: date, answers: Answers, now: datetime, source: Source) -> Checkin:
        clock = self._store.clock
        noon = clock.noon(day)
        return Checkin(
            **made(clock),
            day=day,
            at=noon,
            zone=clock.zone_of(noon),
            recalled=is_recalled(day, now, clock, self._ends),
            source=source,
            **answers._asdict(),
        )

    def _felt(self, kept: Checkin, answers: Answers, now: datetime) -> tuple[int | None, dict[str, float]]:
        """The day's energy with that of another time, or with the last one said better."""
        said, felt = answers.energy, dict(kept.felt)
        if self.asks_again(kept):
            if said is None:
                return kept.energy, felt
            felt = felt or {f"{kept.created:%H:%M}": kept.energy or said}
            felt[f"{now:%H:%M}"] = said
        elif said is None:
            return None, {}
        elif felt:
            is_same_time = now - (kept.updated or kept.created) < _ANEW
            last, _ = felt.popitem()
            felt[last if is_same_time else f"{now:%H:%M}"] = said
        return int(sum(felt.values()) / len(felt) + 0.5) if felt else said, felt

    def _park(self, change: Transaction, checkin: Checkin) -> None:
        """S4: a line that begins with `!` is a signal too. It stays when the line becomes another one, and
        grows when the line goes on."""
        text = checkin.line.removeprefix(PARKS).strip() if checkin.line.startswith(PARKS) else ""
        month, its_own = f"{checkin.at:%Y-%m}", where("checkin") == checkin.id
        own = self._store.read(month, Signal, its_own) if text else ()
        kept = next((each for each in own if text.startswith(each.text) or each.text.startswith(text)), None)
        if text:
            clock = self._store.clock
            at = min(checkin.at, clock.now())  # what was parked in the morning was not parked at noon
            signal = kept or Signal(
                **made(clock),
                text=text,
                at=at,
                zone=clock.zone_of(at),
                checkin=checkin.id,
                source=checkin.source,
            )
            put = change.put if kept else change.add
            put(Signal.kind, signal.id, signal.but(text=text).fields())


def is_usual(day: date, days: Mapping[date, Checkin]) -> bool:
    """Whether a day of the week is one on which this person checks in, by the four weeks before it; where
    there are too few days to tell, each is."""
    lately = [each for each in days if timedelta(0) < day - each <= _FOUR_WEEKS]
    own = any(each.weekday() == day.weekday() for each in lately)
    return bool(lately) and (own or len(lately) < _ENOUGH)


def by_day(checkins: Iterable[Checkin]) -> dict[date, Checkin]:
    """One a day. Where two were synced together, the one written later."""
    found: dict[date, Checkin] = {}
    for each in checkins:
        if each.is_later_than(found.get(each.day)):
            found[each.day] = each
    return found


def is_recalled(day: date, now: datetime, clock: Clock, ends: time) -> bool:
    """Whether this is memory more than a record: more than 48 hours after the day ended."""
    return now - clock.at(day_starts(day + timedelta(days=1), ends)) > RECALLED_AFTER


def energy_of(days: dict[date, Checkin], last: date, count: int = LINE_DAYS) -> list[int | None]:
    """The energy of so many days up to the last; nothing where nothing was said or the day was unusual."""
    found = (days.get(last - timedelta(days=back)) for back in reversed(range(count)))
    return [each.energy if each and not each.unusual else None for each in found]


def in_words(checkin: Checkin | Answers) -> str:
    """What was said of a day, on one line."""
    parts = [
        _energy_said(checkin),
        words.checkin.mostly[checkin.mostly] if checkin.mostly else "",
        words.checkin.direction_said[checkin.direction] if checkin.direction else "",
        _own_said(checkin),
        f"+ {checkin.gave}" if checkin.gave else "",
        f"− {checkin.took}" if checkin.took else "",
        checkin.line,
        words.checkin.says.unusual if checkin.unusual else "",
        words.checkin.says.recalled if isinstance(checkin, Checkin) and checkin.recalled else "",
    ]
    return ", ".join(part for part in parts if part)


def _energy_said(checkin: Checkin | Answers) -> str:
    """In its word; of several times, each with its time."""
    if isinstance(checkin, Checkin) and checkin.felt:
        return ", ".join(f"{at} {words.checkin.energy[f'{each:g}']}" for at, each in checkin.felt.items())
    return words.checkin.energy[str(checkin.energy)] if checkin.energy else ""


def _own_said(checkin: Checkin | Answers) -> str:
    """On the scale of one's own."""
    if checkin.own is None:
        return ""
    name = checkin.own_name if isinstance(checkin, Checkin) else ""
    return f"{name or words.checkin.own} {checkin.own}"
