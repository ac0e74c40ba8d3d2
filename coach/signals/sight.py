"""S4: a signal that waits is out of sight until the frame is on the table, unless somebody asks for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from coach.core.errors import UsageError
from coach.core.texts import words
from coach.signals.records import Signal

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.core.record import Fields, Record


def is_hidden(record: Record, coach: Coach) -> bool:
    """Whether this is one of them."""
    return isinstance(record, Signal) and not record.settled and coach.signals.hides()


def as_shown(record: Record, coach: Coach) -> Fields:
    """As a program is shown it: what waits, without its text."""
    shown = record.as_json()
    if is_hidden(record, coach):
        return {name: each for name, each in shown.items() if name != "text"}
    return shown


def is_first(coach: Coach) -> bool:
    """Whether there was never more than one: then it is said what a signal is."""
    return sum(1 for _ in islice(coach.store.read_since(None, Signal), 2)) == 1


def refuse_removal(record: Record) -> None:
    """One that waits gets its answer in the window; one just parked is taken back by undo."""
    if isinstance(record, Signal) and not record.settled:
        raise UsageError(words.signals.error.waits_for_its_answer, do=words.signals.error.undo_takes_it_back)
