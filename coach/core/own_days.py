"""The person's own days: which one it is, and when they end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.days import day_of
from coach.core.record import day_about
from coach.core.said_days import say_day

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from coach.core.record import Record


class Days(NamedTuple):
    """One value, for whatever tells of a record's day."""

    today: date
    ends: time

    def of(self, moment: datetime) -> date:
        """The day a moment belongs to."""
        return day_of(moment, self.ends)

    def about(self, record: Record) -> date:
        """The day a record belongs to."""
        return day_about(record, self.ends)

    def say(self, day: date) -> str:
        """A day as it is called today."""
        return say_day(day, self.today)

    def said(self, moment: datetime) -> str:
        """The day of a moment as it is called today."""
        return self.say(self.of(moment))
