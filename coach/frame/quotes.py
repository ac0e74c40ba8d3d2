"""L6: the tradeoff, said from memory. If nobody can say what is given up, nobody is leading."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from coach.core.days import day_of
from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.frame.records import Frame, Quote

_WEEK = 7
_WORKDAYS = 5
PAGE = ("direction", "outcome")
"""The rest of the page of a tradeoff: what comes first, and the number that would prove the bet."""


class Pair(NamedTuple):
    """One part of the page: as it was said, and as it was written."""

    part: str
    said: str
    written: str


class Quotes(Service):
    """What a person said when asked what they give up."""

    def keep(self, frame: Frame, text: str, *, direction: str = "", outcome: str = "") -> Quote:
        """What was said stays beside what was meant."""
        line = _line(text)
        if not line:
            raise UsageError(words.season.error.there_is_nothing_to_keep_yet)
        clock = self._store.clock
        quote = Quote(
            **happened(clock),
            text=line,
            frame=frame.id,
            direction=_line(direction),
            outcome=_line(outcome),
            source="app",
        )
        with self._store.change(filled(words.season.says.undo_quote, line=quoted(line))) as change:
            change.keep(quote)
        return quote

    def go_on(self, quote: Quote, part: str, text: str) -> Quote:
        """One more part of the page, said from memory."""
        line = _line(text)
        if not line:
            return quote
        with self._store.change(filled(words.season.says.undo_quote, line=quoted(line))) as change:
            return self._changed(change, self._as_it_is(change, quote).but(**{part: line}))

    def since(self, day: date) -> list[Quote]:
        """What was said since a day, the latest first."""
        found = self._store.read_since(day, Quote)
        kept = [each for each in found if day_of(each.at, self._ends) >= day]
        return sorted(kept, key=lambda each: each.id, reverse=True)

    def is_asked(self, frame: Frame | None, day: date) -> bool:
        """Whether this is the moment to ask: a workday that differs from week to week, once a week."""
        if frame is None or not frame.giving_up or day.weekday() < surprise(frame, day):
            return False
        if day_of(frame.created, self._ends) > day - timedelta(days=_WEEK):
            return False  # a tradeoff of this week is no feat of memory
        return not self.since(day - timedelta(days=day.weekday()))


def _line(text: str) -> str:
    return " ".join(text.split())


def asked_on(frame: Frame) -> list[str]:
    """The parts of the page that can be asked for, beside what is given up."""
    return [part for part in PAGE if getattr(frame, part)]


def pairs(quote: Quote, frame: Frame) -> list[Pair]:
    """What was said beside what was written."""
    more = [(part, getattr(quote, part)) for part in PAGE]
    said = [("giving_up", quote.text), *(each for each in more if each[1])]
    return [Pair(part, text, getattr(frame, part)) for part, text in said]


def surprise(frame: Frame, day: date) -> int:
    """The day of the week from which on it is asked."""
    year, week, _ = day.isocalendar()
    return (int(frame.id[-4:], 16) + year * 53 + week * 3) % _WORKDAYS
