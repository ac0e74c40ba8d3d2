"""Habits of Loop (its CSV export, a zip): each habit as a commitment, as far as there is room, and what was
checked as its marks. A day that was not checked says nothing."""

from __future__ import annotations

from datetime import date, timedelta
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.commitments import rhythm
from coach.commitments.agreement import GATE_WEEKS
from coach.commitments.amount import read, say
from coach.commitments.records import Commitment, Mark
from coach.core.errors import UsageError
from coach.core.texts import filled, words
from coach.exchange import csv_text
from coach.exchange.incoming import MOST_RECORDS, Incoming, Left, named_id, room_for, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.app import Coach
    from coach.commitments.records import Result
    from coach.store.format import Fields

CHECKMARKS, HABITS = "Checkmarks.csv", "Habits.csv"
_KEPT = {"2", "yes_manual"}
_SKIPPED = {"3", "skip"}
_THOUSANDTHS, _MOST, _LONGEST_NUMBER = 1000, 1e9, 20
_GATE = timedelta(weeks=GATE_WEEKS)
_WEEK, _MONTH = 7, (28, 31)


class _Checked(NamedTuple):
    """One day of a habit."""

    day: date
    result: Result
    amount: float | None


def read_habits(coach: Coach, checkmarks: str, habits: str) -> Incoming:
    """All of them, those in use first."""
    left: list[Left] = []
    found: list[tuple[str, str, Fields]] = []
    known = {row.get("name", "").strip(): row for _, row in csv_text.named(habits, HABITS)}
    checked = _checked(coach, checkmarks, known)
    room = room_for(coach)
    here = {each.id for each in coach.commitments.all()}
    for name, days in sorted(checked.items(), key=lambda each: _is_over(known.get(each[0], {}))):
        own = known.get(name, {})
        if not days:
            left.append(Left(name, words.exchange.left.unchecked))
            continue
        try:
            commitment = _commitment(coach, name, own, days)
        except UsageError as error:
            left.append(Left(name, error.what))
            continue
        if commitment.id not in here and not commitment.ended:
            if room == 0:
                left.append(Left(name, filled(words.exchange.left.limit, limit=coach.commitments.limit)))
                continue
            room -= 1
        found.append((Commitment.kind, commitment.id, commitment.fields()))
        found += [(Mark.kind, mark.id, mark.fields()) for mark in _marks(coach, commitment, days)]
        if len(found) > MOST_RECORDS:
            raise too_many(MOST_RECORDS)
    return Incoming("loop", found, left)


def _checked(coach: Coach, text: str, known: Mapping[str, Mapping[str, str]]) -> dict[str, list[_Checked]]:
    told = csv_text.rows(text, CHECKMARKS)
    _, head = next(told, (0, []))
    names = [each.strip() for each in head][1:]
    found: dict[str, list[_Checked]] = {name: [] for name in names if name}
    for _, row in told:
        day = csv_text.day_in(row[0]) if row else None
        if day is None or day > coach.today():
            continue
        for name, cell in zip(names, row[1:], strict=False):
            if name and (said := _said(cell.strip().casefold(), known.get(name, {}))):
                found[name].append(_Checked(day, *said))
    return {name: list({each.day: each for each in days}.values()) for name, days in found.items()}


def _said(cell: str, own: Mapping[str, str]) -> tuple[Result, float | None] | None:
    """What a cell says; a number that is measured is written in thousandths."""
    if cell in _SKIPPED:
        return "pass", None
    if not _is_measured(own):
        return ("kept", None) if cell in _KEPT else None
    amount, target = _number(cell) / _THOUSANDTHS, _number(own.get("target value", ""))
    if amount <= 0:
        return None
    is_enough = amount <= target if own.get("target type", "").casefold() == "at_most" else amount >= target
    return ("kept" if is_enough else "partly"), amount


def _commitment(coach: Coach, name: str, own: Mapping[str, str], days: list[_Checked]) -> Commitment:
    today = coach.today()
    starts, last = min(each.day for each in days), max(each.day for each in days)
    held: dict[str, Any] = {"starts": starts, "agreed": today, "gate": today + _GATE}
    if _is_over(own):
        held = {"starts": starts, "gate": last, "ended": last, "ended_as": "finished"}
    made = coach.clock.noon(starts)
    return Commitment(
        id=named_id(made, f"loop {name}"),
        created=made,
        created_zone=coach.clock.zone,
        text=" ".join(name.split()),
        rhythm=_rhythm(own),
        amount=_goal(own),
        why=" ".join((own.get("question") or own.get("description") or "").split()),
        **held,
    )


def _marks(coach: Coach, commitment: Commitment, days: list[_Checked]) -> Iterator[Mark]:
    for each in days:
        at = coach.clock.noon(each.day)
        yield Mark(
            id=named_id(at, f"loop {commitment.id} {each.day}"),
            created=at, created_zone=coach.clock.zone, commitment=commitment.id, day=each.day, at=at,
            zone=coach.clock.zone, result=each.result, amount=each.amount, source="import",
        )  # fmt: skip


def _rhythm(own: Mapping[str, str]) -> str:
    """As often as Loop has it: so many times in so many days."""
    times = max(int(_number(own.get("frequencynumerator") or own.get("numrepetitions") or "1")), 1)
    of = max(int(_number(own.get("frequencydenominator") or own.get("interval") or "1")), 1)
    return rhythm.say(rhythm.read(_often(times, of)))


def _often(times: int, of: int) -> str:
    if times >= of:
        return "every day"
    if of == _WEEK:
        return "once a week" if times == 1 else f"{times} times a week"
    if _MONTH[0] <= of <= _MONTH[1]:
        return "once a month" if times == 1 else f"{times} times a month"
    return (
        f"every {of} days" if times == 1 else f"{min(max(round(times * _WEEK / of), 1), _WEEK)} times a week"
    )


def _goal(own: Mapping[str, str]) -> str:
    """How much each time, where Loop measures it and it can be said here."""
    said = f"{own.get('target value', '')} {own.get('unit', '')}".strip()
    if not _is_measured(own):
        return ""
    try:
        return say(read(said))
    except UsageError:
        return ""


def _is_measured(own: Mapping[str, str]) -> bool:
    return own.get("type", "").casefold() in {"numerical", "1"}


def _is_over(own: Mapping[str, str]) -> bool:
    return own.get("archived?", "").strip().casefold() == "true"


def _number(said: str) -> float:
    try:
        found = float(said[:_LONGEST_NUMBER])
    except ValueError:
        return 0.0
    return found if isfinite(found) and abs(found) < _MOST else 0.0
