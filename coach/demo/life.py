"""What every strand of the year is told with: the person's coach, the plan, the dice and the days."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from dateutil.relativedelta import relativedelta

from coach.core.days import month_ends

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.app import Coach
    from coach.commitments.records import Commitment

MORNING = time(9, 30)


def month_back(day: date, months: int) -> tuple[date, date]:
    """The first and the last day of a month so many before this one."""
    last = month_ends(day - relativedelta(months=months))
    return last.replace(day=1), last


class Act(NamedTuple):
    """Something the person did, and when."""

    at: datetime
    do: Callable[[], object]


class Life:
    """One year for a day, whoever asks."""

    def __init__(self, coach: Coach, plan: Any, strand: str) -> None:
        self.coach = coach
        self.plan = plan
        self.today = coach.today()
        self.chance = random.Random(f"{plan['seed']} {strand}")  # noqa: S311 - a story, no secret

    def day(self, ago: int) -> date:
        """So many days before today."""
        return self.today - timedelta(days=ago)

    def at(self, ago: int, at_time: time = MORNING) -> datetime:
        """A moment of a day."""
        return self.coach.clock.at(datetime.combine(self.day(ago), at_time))

    def ago(self, day: date) -> int:
        """How many days before today."""
        return (self.today - day).days

    def commitment(self, text: str) -> Commitment:
        """The latest of this text."""
        own = (each for each in self.coach.commitments.all() if each.text == text)
        return max(own, key=lambda each: each.id)

    def is_out(self, day: date) -> bool:
        """Whether nothing was done on a day: everything rested, or nothing was as usual."""
        ago = self.ago(day)
        return ago in self.plan["unusual"] or any(e["to"] <= ago <= e["from"] for e in self.plan["rest"])
