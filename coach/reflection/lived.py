"""What was lived in a period, as facts from the person's own records."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING, Any

from coach.checkin.records import MOSTLY
from coach.commitments.glance import results
from coach.commitments.records import Turn
from coach.core.counting import counted
from coach.core.days import months_between
from coach.core.record import MODES
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.records import Reassessment
from coach.cycle.season import standing
from coach.describe import on_one_line
from coach.facts import ENOUGH, Fact, fact
from coach.feedback.records import Feedback
from coach.find import Filter
from coach.frame.frames import NUMBERS, PARTS
from coach.journal.records import Entry
from coach.ladders.records import Round
from coach.reflection.records import Reflection
from coach.signals.records import SETTLED, Signal
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.checkin.records import Checkin
    from coach.commitments.marks import ByCommitment
    from coach.commitments.records import Commitment, Mark
    from coach.core.record import Record
    from coach.frame.records import Frame

_DAYS, _QUOTES, _REASONS, _SIGNALS = 3, 3, 3, 3
_HIGH, _LOW = 4, 2
_QUOTE_WIDTH = 160
_NAME_WIDTH = 50


class Lived:
    """What was lived and written in some days. Each kind is read when it is first asked for, and once."""

    def __init__(self, coach: Coach, first: date, last: date) -> None:
        self._coach = coach
        self.first, self.last = first, last
        self.days = coach.days
        self._months = months_between(first, last + timedelta(days=1))  # the last day reaches into its night

    def _inside(self, found: Iterable[Any]) -> list[Any]:
        own = (each for each in found if self.first <= self.days.of(each.at) <= self.last)
        return sorted(own, key=_when)

    def _read(self, cls: type[Any], *query: Any) -> list[Any]:
        store = self._coach.store
        return self._inside(each for month in self._months for each in store.read(month, cls, *query))

    @cached_property
    def checkins(self) -> dict[date, Checkin]:
        """By their days."""
        return self._coach.checkins.between(self.first, self.last)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What was written."""
        return tuple(self._coach.journal.entries(Filter(self.first, self.last)))

    def led(self) -> list[Entry]:
        """What was written about leading, without reading the rest."""
        return self._read(Entry, where("mode") == "leading")

    @cached_property
    def marks(self) -> ByCommitment:
        """By commitment and day."""
        return self._coach.marks.between(self.first, self.last)

    @cached_property
    def commitments(self) -> dict[str, Commitment]:
        """All there ever were, by their ids."""
        return {each.id: each for each in self._coach.commitments.all()}

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Gates gone through, and ends."""
        return tuple(self._read(Turn))

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        """Those parked."""
        return tuple(self._read(Signal))

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """Those made in these days, the earliest first."""
        return tuple(self._inside(self._coach.frames.history()))

    @cached_property
    def changed(self) -> tuple[Frame, ...]:
        """Those of them in which something that was said before became another."""
        changed = {new.id for new, old in pairwise(self._coach.frames.history()) if _is_changed(new, old)}
        return tuple(each for each in self.frames if each.id in changed)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Of practice."""
        return tuple(self._read(Round))

    @cached_property
    def feedback(self) -> tuple[Feedback, ...]:
        """What others were asked."""
        return tuple(self._read(Feedback))

    @cached_property
    def reviews(self) -> tuple[Reflection, ...]:
        """The weekly ones, the earliest first."""
        return tuple(each for each in self._read(Reflection) if each.name == "weekly")

    @cached_property
    def number_since(self) -> dict[str, date | None]:
        """Since when each number of the frame is counted that holds on the last day."""
        return {name: self._coach.frames.part_since(name, self.last) for name in NUMBERS}

    @cached_property
    def reviews_asked(self) -> int:
        """For how many weeks one was due: none in a window, none while everything rests."""
        return reviews_asked(self._coach, self.first, min(self.last, self._coach.today()))

    @cached_property
    def windows(self) -> tuple[Reassessment, ...]:
        """Those that were closed in these days."""
        return tuple(each for each in self._read(Reassessment) if each.closed)

    @cached_property
    def hides_signals(self) -> bool:
        """S4: whether those that wait are only counted."""
        return self._coach.signals.hides()

    @property
    def middle(self) -> date:
        """The last day of the first half."""
        return self.first + (self.last - self.first) // 2

    @property
    def usual(self) -> list[Checkin]:
        """The days that are none out of the ordinary, in order."""
        return [each for _, each in sorted(self.checkins.items()) if not each.unusual]

    @property
    def felt(self) -> list[Checkin]:
        """Those of them with an energy."""
        return [each for each in self.usual if each.energy]

    @property
    def halves(self) -> tuple[list[Checkin], list[Checkin]]:
        """The check-ins of the first half and of the second."""
        felt, middle = self.felt, self.middle
        return [each for each in felt if each.day <= middle], [each for each in felt if each.day > middle]

    @property
    def named(self) -> list[Checkin]:
        """The usual days that say what they were mostly about."""
        return [each for each in self.usual if each.mostly]

    def told_numbers(self, name: str) -> list[Reflection]:
        """The reviews that say how far a number of the frame was: the one it has at the end, no other."""
        since = self.number_since[name]
        told = [each for each in self.reviews if getattr(each, name) is not None]
        return [each for each in told if since is None or each.last >= since]

    def told_marks(self, commitment: str) -> list[Mark]:
        """Its marks of usual days, in order."""
        unusual = {day for day, each in self.checkins.items() if each.unusual}
        marks = sorted(self.marks.get(commitment, {}).items())
        return [each for day, each in marks if day not in unusual and each.reason != "unusual"]


def gather(coach: Coach, first: date, last: date) -> Lived:
    """All of it read, so that whoever holds it reads nothing more: a screen draws it on another thread."""
    lived = Lived(coach, first, last)
    for name, each in vars(Lived).items():
        if isinstance(each, cached_property):
            getattr(lived, name)
    return lived


def reviews_asked(coach: Coach, first: date, last: date) -> int:
    """For how many weeks between two days a review was due: once something is held, and not in a window or at
    rest."""
    began = min((each.starts for each in coach.commitments.all()), default=None)
    seasons, rests = coach.seasons.all(), coach.seasons.rests()
    day, count = coach.reviews.next_day(first), 0
    while began and day <= last:
        now = standing(seasons, rests, day)
        count += day > began and (now is None or now.holds_reviews)
        day += timedelta(weeks=1)
    return count


def _is_changed(new: Frame, old: Frame) -> bool:
    """Whether something became other than it was, and was not only filled in."""
    return any((was := getattr(old, name)) and was != getattr(new, name) for name in PARTS)


def energy(lived: Lived) -> Fact:
    """How it was on the whole, or that too little was said."""
    felt = lived.felt
    count = counted(len(felt), "day")
    if len(felt) < ENOUGH:
        return fact("energy_little", felt, count=count)
    mean = fmean(each.mean or 0 for each in felt)
    return fact("energy", felt, count=count, of=(lived.last - lived.first).days + 1, mean=f"{mean:.1f}")


def extreme_days(lived: Lived, *, high: bool) -> list[Fact]:
    """The days with the most energy, or the least; the latest of equals first."""
    felt = lived.felt
    if len(felt) < ENOUGH:
        return []
    middle = fmean(each.mean or 0 for each in felt)
    found = [each for each in felt if ((each.energy or 0) > middle) == high and each.energy != middle]
    found.sort(key=lambda each: ((each.energy or 0) * (-1 if high else 1), -each.day.toordinal()))
    return [
        fact("day", [each], day=lived.days.say(each.day), said=_said_of_day(each)) for each in found[:_DAYS]
    ]


def quotes(lived: Lived, *, high: bool) -> list[Fact]:
    """What was written on days of high or low energy, by date: an entry, else the line of the check-in."""
    fits = {
        day: each.energy
        for day, each in lived.checkins.items()
        if each.energy and not each.unusual and (each.energy >= _HIGH if high else each.energy <= _LOW)
    }
    order = sorted(fits, key=lambda day: ((fits[day] or 0) * (-1 if high else 1), -day.toordinal()))
    found: list[tuple[date, str, Record]] = []
    for day in order:
        entry = next((each for each in lived.entries if lived.days.of(each.at) == day), None)
        line = lived.checkins[day].line
        if entry:
            found.append((day, entry.text, entry))
        elif line and line[0] not in "!?":
            found.append((day, line, lived.checkins[day]))
    return [
        fact("quote", [record], day=lived.days.say(day), said=first_line(text, _QUOTE_WIDTH))
        for day, text, record in sorted(found[:_QUOTES], key=lambda each: each[0])
    ]


def kept_and_missed(lived: Lived) -> list[Fact]:
    """How each commitment went, with its reasons, the most marked first."""
    found = []
    told = ((each, lived.told_marks(each.id)) for each in lived.commitments.values())
    for each, marks in sorted(told, key=lambda each: -len(each[1])):
        if not marks:
            continue
        reasons = Counter(mark.reason for mark in marks if mark.reason).most_common(_REASONS)
        why = ", ".join(f"{count} × {words.marks.reason[reason]}" for reason, count in reasons if reason)
        name = first_line(each.text, _NAME_WIDTH)
        found.append(fact("marks_why" if why else "marks", marks, name=name, said=results(marks), why=why))
    return found


def outcomes(lived: Lived, coach: Coach) -> list[Fact]:
    """What became of commitments."""
    return [
        fact("turn", [each], day=_day(each, lived), said=first_line(on_one_line(each, coach), _QUOTE_WIDTH))
        for each in lived.turns
    ]


def reviewed(lived: Lived) -> Fact:
    """How many weekly reviews were held, of those that were due."""
    return fact(
        "reviews",
        lived.reviews,
        count=counted(len(lived.reviews), "weekly-reflection"),
        of=lived.reviews_asked,
    )


def numbers(lived: Lived) -> list[Fact]:
    """L10: where flow and outcome began and where they stand."""
    found = []
    for name in NUMBERS:
        told = lived.told_numbers(name)
        if len(told) > 1:
            first, last = (f"{getattr(each, name):g}" for each in (told[0], told[-1]))
            found.append(fact(f"number_{name}", told, count=len(told), first=first, last=last))
    return found


def feedback(lived: Lived, *roles: str) -> list[Fact]:
    """M9: what others said, or only some of them."""
    heard = [each for each in lived.feedback if each.answer and (not roles or each.role in roles)]
    return [
        fact(
            "feedback",
            [each],
            day=_day(each, lived),
            role=words.feedback.role[each.role],
            said=each.answer,
        )
        for each in heard
    ]


def rounds(lived: Lived) -> list[Fact]:
    """M10: how often something was practised."""
    done = [each for each in lived.rounds if each.did]
    found = []
    for commitment in dict.fromkeys(each.commitment for each in done):
        own = [each for each in done if each.commitment == commitment]
        name = lived.commitments[commitment].text if commitment in lived.commitments else ""
        adjust = own[-1].adjust
        kind = "rounds_next" if adjust else "rounds"
        found.append(fact(kind, own, name=name, count=counted(len(own), "round"), adjust=adjust))
    return found


def signals(lived: Lived, *about: str) -> list[Fact]:
    """What was parked, each with its date: the latest, and how many there were."""
    wanted = [each for each in lived.signals if not about or each.about in about]
    seen = [each for each in wanted if each.settled or not lived.hides_signals]
    told = [fact("signal", [each], day=_day(each, lived), said=each.text) for each in seen[-_SIGNALS:]]
    if len(wanted) == len(told):
        return told
    name = "signals_waiting" if len(seen) < len(wanted) else "signals_more"
    return [fact(name, wanted, count=counted(len(wanted), "signal")), *told]


def frame_changes(lived: Lived) -> list[Fact]:
    """What changed in the frame."""
    return [fact("frame", [each], day=_day(each, lived), said=each.direction) for each in lived.frames]


def modes(lived: Lived) -> Fact | None:
    """How many entries belong to which mode."""
    told = [each for each in lived.entries if each.mode]
    if not told:
        return None
    count = Counter(each.mode for each in told)
    said = ", ".join(f"{count[mode]} {mode}" for mode in MODES if count[mode])
    return fact("modes", told, said=said, count=counted(len(told), "entry"))


def mostly(lived: Lived) -> Fact | None:
    """What the days were mostly about."""
    told = lived.named
    if not told:
        return None
    count = Counter(each.mostly for each in told)
    said = ", ".join(f"{count[kind]} {words.checkin.mostly[kind]}" for kind in MOSTLY)
    return fact("mostly", told, said=said, count=counted(len(told), "day"))


def reasons(lived: Lived) -> list[Fact]:
    """What stood in the way most often, over all commitments."""
    told = [mark for each in lived.marks for mark in lived.told_marks(each) if mark.reason]
    found = []
    for reason, count in Counter(mark.reason for mark in told).most_common(_REASONS):
        if reason and count > 1:
            own = [mark for mark in told if mark.reason == reason]
            said = words.marks.reason[reason]
            found.append(fact("reason", own, reason=said, count=counted(count, "time")))
    return found


def open_questions(lived: Lived) -> list[Fact]:
    """Lines of check-ins that keep a question open."""
    asked = [each for _, each in sorted(lived.checkins.items()) if each.line.startswith("?")]
    return [
        fact("question", [each], day=lived.days.say(each.day), said=each.line.removeprefix("?").strip())
        for each in asked[-_QUOTES:]
    ]


def settled(found: Iterable[Signal]) -> Mapping[str, int]:
    """How many signals were answered which way."""
    count = Counter(each.settled for each in found)
    return {name: count[name] for name in SETTLED if count[name]}


def _said_of_day(each: Checkin) -> str:
    parts = [
        filled(words.reflect.says.of_five, energy=each.energy),
        f"+ {each.gave}" if each.gave else "",
        f"− {each.took}" if each.took else "",
    ]
    return ", ".join(part for part in parts if part)


def _day(record: Record, lived: Lived) -> str:
    return lived.days.say(lived.days.about(record))


def _when(record: Any) -> Any:
    return record.at, record.id
