"""Marks: how a commitment went on a day. One key each, at most one a day, changed by saying it again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.commitments.agreement import line, turned
from coach.commitments.amount import Done, goal_of, of_mark, result_of, sums_up
from coach.commitments.progress import due_days, gate_of, rule_of, state
from coach.commitments.records import SHORT, Commitment, Mark
from coach.commitments.recurrence import period
from coach.commitments.trial import is_trial
from coach.core import said_days
from coach.core.days import month_ends, months_between
from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.said_days import say_day
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.pauses.pauses import resting
from coach.pauses.records import Rest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.commitments.records import Reason, Result
    from coach.core.days import Clock
    from coach.core.record import Source
    from coach.store.transaction import Transaction

PASSES = 2
"""Reserve passes of a commitment in a calendar month."""
_NEAR = timedelta(days=40)

ByCommitment = dict[str, dict[date, Mark]]


class Given:
    """One mark to be made: of which commitment, how it went, and why when it did not."""

    def __init__(
        self,
        commitment: Commitment,
        result: Result,
        reason: Reason | None = None,
        amount: float | None = None,
        note: str | None = None,
        *,
        adds: float = 0,
    ) -> None:
        self.commitment = commitment
        self.result = result
        self.reason = reason if result in SHORT else None
        self.amount = amount
        self.adds = adds
        """What comes to whatever was said of the day before; the amount is worked out when it is marked."""
        self.note = note if note is None else line(note)
        """Nothing leaves the note that is there."""


class Marks(Service):
    """How the commitments went."""

    def counted(
        self,
        commitment: Commitment,
        done: Done,
        day: date,
        reason: Reason | None = None,
        note: str | None = None,
    ) -> Given:
        """A mark by how much was done on a day, counted against the goal."""
        goal = goal_of(commitment)
        if goal is None:
            raise UsageError(
                filled(words.commitments.error.no_goal, name=quoted(commitment.text)),
                do=words.commitments.error.no_goal_do,
            )
        rule = rule_of(commitment)
        first, last = period(rule, day) if rule and sums_up(rule) else (day, day)
        marks = self.between(first, last).get(commitment.id, {})
        before = marks.pop(day, None)
        number = done.number + (of_mark(before, goal) if done.adds else 0)
        result = result_of(number, goal, rule, marks)
        return Given(commitment, result, reason, number, note, adds=done.number if done.adds else 0)

    def between(self, first: date, last: date) -> ByCommitment:
        """The marks of these days, by commitment and day."""
        since, until = first.isoformat(), last.isoformat()
        found: ByCommitment = {}
        for month in months_between(first, last):
            kept = self._store.records(month, Mark.kind)
            near = {each: fields for each, fields in kept.items() if since <= str(fields.get("day")) <= until}
            for mark in self._store.understood(near, Mark):
                days = found.setdefault(mark.commitment, {})
                if mark.is_later_than(days.get(mark.day)):
                    days[mark.day] = mark
        return found

    def mark(
        self,
        given: Iterable[Given],
        day: date | None = None,
        source: Source = "app",
        cleared: Iterable[str] = (),
    ) -> list[Mark]:
        """All of these on a day, together. A mark that is there already and says the same stays."""
        given = list(given)
        day = day or self._today()
        with self._store.change("marked") as change:
            marks = self.put(change, given, day, source, cleared)
            change.what = _said(given, day, self._today())
        return marks

    def put(
        self,
        change: Transaction,
        given: Iterable[Given],
        day: date,
        source: Source,
        cleared: Iterable[str] = (),
    ) -> list[Mark]:
        """Marks inside another change. Of these commitments, `cleared`, nothing is said any more."""
        rests = list(self._store.read_standing(Rest))
        known = self.between(day.replace(day=1), month_ends(day))
        for commitment in cleared:
            if kept := known.get(commitment, {}).get(day):
                change.remove(Mark.kind, kept.id)
        marks = []
        for each in _once(given):
            fields = change.get(Commitment.kind, each.commitment.id)
            if fields is None:
                raise NotFoundError(
                    filled(words.commitments.error.is_gone, said=quoted(each.commitment.text))
                )
            as_it_is = Commitment.read(each.commitment.id, fields)
            now = self._meant(as_it_is, each, day)
            of_month = known.get(each.commitment.id, {})
            kept = of_month.get(day)
            self._check(now, day, rests, of_month)
            mark = self._marked(now, day, kept, source)
            if kept and mark.but(updated=kept.updated) == kept:
                marks.append(kept)
                continue
            change.keep(mark)
            marks.append(mark)
            if is_done(as_it_is, mark):
                finish(change, as_it_is, clock=self._store.clock, day=self._today())
        return marks

    def _meant(self, commitment: Commitment, given: Given, day: date) -> Given:
        """As it is to be kept now; what adds is added to what lies there by now."""
        if given.adds and goal_of(commitment):
            return self.counted(commitment, Done(given.adds, adds=True), day, given.reason, given.note)
        return Given(commitment, given.result, given.reason, given.amount, given.note)

    def _marked(self, given: Given, day: date, kept: Mark | None, source: Source) -> Mark:
        clock = self._store.clock
        if kept:
            note = kept.note if given.note is None else given.note
            reason, amount = given.reason, given.amount
            if given.result == kept.result == "partly":  # what is not said again stays
                reason = kept.reason if reason is None else reason
                amount = kept.amount if amount is None else amount
            said = {"result": given.result, "reason": reason, "amount": amount, "note": note}
            return kept.but(**said, updated=clock.now())
        noon = clock.noon(day)
        return Mark(
            **made(clock),
            commitment=given.commitment.id,
            day=day,
            at=noon,
            zone=clock.zone_of(noon),
            result=given.result,
            reason=given.reason,
            amount=given.amount,
            note=given.note or "",
            source=source,
        )

    def _check(self, given: Given, day: date, rests: list[Rest], of_month: dict[date, Mark]) -> None:
        """Refuses a mark that would mean nothing."""
        commitment, today = given.commitment, self._today()
        name, said = quoted(commitment.text), say_day(day, today)
        if day > today:
            raise UsageError(filled(words.commitments.error.is_yet_to_come, said=said))
        now = state(commitment, rests, day)
        if now == "coming":
            raise UsageError(
                filled(words.commitments.error.begins_on, name=name, day=say_day(commitment.starts, today))
            )
        if now == "ended":
            raise UsageError(
                filled(
                    words.commitments.error.ended_on, name=name, day=say_day(commitment.ended or day, today)
                )
            )
        if now == "lapsed":
            lapsed = say_day(gate_of(commitment, rests), today)
            raise UsageError(
                filled(words.commitments.error.lapsed_after, name=name, lapsed=lapsed),
                do=words.commitments.error.its_gate_can_still_renew_it,
            )
        if given.result == "pass":
            used = [each for each, mark in of_month.items() if mark.result == "pass" and each != day]
            if len(used) >= PASSES:
                said = filled(
                    words.commitments.error.both_passes_used, month=said_days.month(day.month), name=name
                )
                raise UsageError(said, do=words.commitments.error.missed_costs_nothing_either)
        is_rest = resting(rests, day, commitment.id) is not None and given.result != "kept"
        if day not in of_month and (is_rest or not _has_place(commitment, day)):
            raise UsageError(
                filled(
                    words.commitments.error.was_not_due_on,
                    name=name,
                    said=said,
                    due_near=_due_near(commitment, day, today),
                )
            )


def _once(given: Iterable[Given]) -> Iterable[Given]:
    """One for each commitment, the last; what adds comes together."""
    found: dict[str, Given] = {}
    for each in given:
        before = found.get(each.commitment.id)
        if before and before.adds and each.adds:
            each.adds += before.adds
        found[each.commitment.id] = each
    return found.values()


def is_done(commitment: Commitment, mark: Mark) -> bool:
    """A task with a day is over once it was done; a trial has an end of its own."""
    return bool(commitment.due) and mark.result == "kept" and not is_trial(commitment)


def finish(change: Transaction, commitment: Commitment, *, clock: Clock, day: date) -> None:
    """It is finished, and makes room; undo brings both back."""
    change.keep(commitment.but(ended=day, ended_as="finished", updated=clock.now()))
    change.keep(turned(clock, commitment, "finish"))


def _has_place(commitment: Commitment, day: date) -> bool:
    """Whether a day can carry a mark. What is bound to no day can be marked on any, and so can the days
    from before the present rhythm."""
    rule = rule_of(commitment)
    if rule is None or rule.times or (commitment.since and day < commitment.since):
        return True
    return day in due_days(commitment, day, day)


def _due_near(commitment: Commitment, day: date, today: date) -> str:
    """When it was due instead."""
    if not commitment.rhythm:
        return ""
    before = due_days(commitment, day - _NEAR, day - timedelta(days=1))
    said = (
        filled(words.commitments.says.the_time_before_was, day=say_day(before[-1], today)) if before else ""
    )
    return filled(words.commitments.says.it_is_due, rhythm=commitment.rhythm, said=said)


def _said(given: list[Given], day: date, today: date) -> str:
    if not given:
        return filled(words.commitments.says.undo_unmarked, day=say_day(day, today))
    if len(given) != 1:
        return filled(words.commitments.says.undo_marked_all, count=len(given), day=say_day(day, today))
    return filled(
        words.commitments.says.undo_marked,
        said=quoted(given[0].commitment.text),
        result=given[0].result,
        day=say_day(day, today),
    )
