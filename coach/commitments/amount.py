"""How much of something, as a person types it: the goal of a commitment, and what was done of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments import rhythm
from coach.commitments.recurrence import period
from coach.core.errors import UsageError
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.commitments.records import Commitment, Mark, Result
    from coach.commitments.recurrence import Rule

TIMES = "times"
_HOUR = 60
_MOST = 1_000_000
_LONGEST_UNIT = 20
_MINUTES, _HOURS = ("m", "min", "mins", "minute", "minutes"), ("h", "hr", "hrs", "hour", "hours")
_TIMES = ("", "x", "time", TIMES)
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:[.][0-9]{1,3}|,[0-9]{1,2})?"


class Amount(NamedTuple):
    """So many of something."""

    number: float
    unit: str

    @property
    def counts(self) -> bool:
        """Whether it is done one at a time, so that a key can add one."""
        return self.unit == TIMES


class Done(NamedTuple):
    """What was done of a goal on a day."""

    number: float
    adds: bool = False
    """Whether it comes to what was said of the day before."""


def read(typed: str) -> Amount:
    """An amount typed: `30 min`, `1.5 h`, `1h30`, `5 pages`, `2 times`."""
    line = " ".join(typed.lower().split())
    hours = re.fullmatch(r"([0-9]{1,3}) ?h ?([0-9]{1,2})(?: ?m(?:in)?)?", line)
    if hours:
        return Amount(int(hours[1]) * _HOUR + int(hours[2]), "min")
    found = re.fullmatch(rf"({_NUMBER}) ?([^\W\d_][^\d]*)?", line)
    if not found:
        raise UsageError(
            filled(words.commitments.error.no_amount, typed=typed), do=words.commitments.error.amount_like
        )
    number, unit = _number(found[1]), _unit(found[2] or "")
    if not 0 < number <= _MOST or len(unit) > _LONGEST_UNIT:
        raise UsageError(filled(words.commitments.error.amount_too_much, most=f"{_MOST:,}"))
    return Amount(number, unit)


def done(typed: str, goal: Amount) -> Done:
    """What was done of a goal: a number of its own, with its unit or without; `+10` comes to the rest."""
    line, adds = typed.strip(), typed.strip().startswith("+")
    bare = line.removeprefix("+").strip()
    if re.fullmatch(_NUMBER, bare):
        number = _number(bare)
        if number > _MOST:
            raise UsageError(filled(words.commitments.error.amount_too_much, most=f"{_MOST:,}"))
        return Done(number, adds)
    amount = read(bare)
    counted = counted_in(amount, goal)
    if counted is None:
        raise UsageError(filled(words.commitments.error.amount_unit, typed=typed, goal=say(goal)))
    return Done(counted, adds)


def counted_in(amount: Amount, other: Amount) -> float | None:
    """The number of an amount in the unit of another; nothing where it cannot be said."""
    if amount.unit in {other.unit, _one(other.unit)}:
        return amount.number
    factor = {("h", "min"): _HOUR, ("min", "h"): 1 / _HOUR}.get((amount.unit, other.unit))
    return None if factor is None else amount.number * factor


def say(amount: Amount) -> str:
    """As it is read back: `30 min`."""
    if amount.counts and amount.number == 1:
        return "1 time"
    number = f"{amount.number:.3f}".rstrip("0").rstrip(".")
    return f"{number} {amount.unit}"


def goal_of(commitment: Commitment) -> Amount | None:
    """What it is counted against."""
    if commitment.amount:
        return read(commitment.amount)
    times = rhythm.read(commitment.rhythm).a_day if " a day" in commitment.rhythm else 0
    return Amount(times, TIMES) if times else None


def of_mark(mark: Mark | None, goal: Amount) -> float:
    """What a mark counts for; kept without a number is all of it."""
    if mark is None:
        return 0
    if mark.amount is not None:
        return mark.amount
    return goal.number if mark.result == "kept" else 0


def sums_up(rule: Rule | None) -> bool:
    """Whether so much is meant once a week or month: then its days count together."""
    return rule is not None and rule.times == 1


def by_period(marks: Mapping[date, Mark], goal: Amount | None, rule: Rule | None) -> Mapping[date, Mark]:
    """Marks whose results are those of their amounts together, where these sum up: an earlier one may have
    become another since a later was made."""
    if goal is None or rule is None or not sums_up(rule):
        return marks
    found: dict[date, Mark] = {}
    sums: dict[date, float] = {}
    for at, mark in sorted(marks.items()):
        first = period(rule, at)[0]
        sums[first] = sums.get(first, 0) + of_mark(mark, goal)
        is_counted = mark.result in {"kept", "partly", "missed"} and mark.amount is not None
        result = _reached(sums[first], goal) if mark.amount else "missed"
        found[at] = mark.but(result=result) if is_counted else mark
    return found


def result_of(number: float, goal: Amount, rule: Rule | None, others: Mapping[date, Mark]) -> Result:
    """How a day went, by its number, with that of the others where these sum up."""
    if not number:
        return "missed"
    more = sum(of_mark(each, goal) for each in others.values()) if sums_up(rule) else 0
    return _reached(number + more, goal)


def _reached(number: float, goal: Amount) -> Result:
    """Parts of an hour that do not come out even are an hour all the same."""
    return "kept" if round(number - goal.number, 3) >= 0 else "partly"


def _number(typed: str) -> float:
    """A comma before three digits parts thousands, before one or two a decimal."""
    whole = re.sub(r",(?=[0-9]{3}(?![0-9]))", "", typed)
    return float(whole.replace(",", "."))


def _unit(typed: str) -> str:
    unit = typed.strip(" .")
    if unit in _TIMES:
        return TIMES
    if unit in _MINUTES:
        return "min"
    return "h" if unit in _HOURS else unit


def _one(unit: str) -> str:
    return unit.removesuffix("s")
