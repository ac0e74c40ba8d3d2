"""S4: a signal that waits is out of sight until the frame is on the table, unless somebody asks for it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from coach.core.errors import UsageError
from coach.core.texts import words
from coach.signals.parking import PARKS
from coach.signals.records import Signal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.app import Coach
    from coach.core.record import Fields, Record
    from coach.find import Hit

R = TypeVar("R", bound="Record")


def is_hidden(record: Record, coach: Coach) -> bool:
    """Whether this is one of them."""
    return waits(record) and coach.signals.hides()


def waits(record: Record) -> bool:
    """Whether it is a signal without an answer."""
    return isinstance(record, Signal) and not record.settled


def shown_line(line: str, coach: Coach) -> str:
    """The line of a check-in; what was parked in it is out of sight with the signals."""
    return f"{PARKS} {words.signals.waits}" if line.startswith(PARKS) and coach.signals.hides() else line


def masked(record: R, coach: Coach) -> R:
    """A record as it may be seen: a check-in without what its line parked."""
    line = getattr(record, "line", "")
    return record.but(line=shown_line(line, coach)) if line.startswith(PARKS) else record


def in_sight(found: Iterable[Hit], coach: Coach) -> tuple[Iterator[Hit], list[Record]]:
    """What was found, but for signals that wait; those are counted on the way."""
    hidden: list[Record] = []
    if not coach.signals.hides():
        return iter(found), hidden

    def seen() -> Iterator[Hit]:
        for hit in found:
            if waits(hit.record):
                hidden.append(hit.record)
            else:
                yield hit._replace(record=masked(hit.record, coach))

    return seen(), hidden


def as_shown(record: Record, coach: Coach) -> Fields:
    """As a program is shown it: what waits, without its text."""
    if is_hidden(record, coach):
        return {name: each for name, each in record.as_json().items() if name != "text"}
    return masked(record, coach).as_json()


def is_first(coach: Coach) -> bool:
    """Whether there was never more than one: then it is said what a signal is."""
    return sum(1 for _ in islice(coach.store.read_since(None, Signal), 2)) == 1


def refuse_removal(record: Record) -> None:
    """One that waits gets its answer in the window; one just parked is taken back by undo."""
    if isinstance(record, Signal) and not record.settled:
        raise UsageError(words.signals.error.waits_for_its_answer, do=words.signals.error.undo_takes_it_back)
