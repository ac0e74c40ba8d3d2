"""From the short reference a list shows to the one record it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.assessment.records import Assessment
from coach.checkin.records import Checkin
from coach.commitments.records import Commitment, Mark, Turn
from coach.core.errors import NotFoundError, UsageError
from coach.core.ids import TAIL, short
from coach.core.kinds import called, class_of
from coach.core.record import Written
from coach.core.safe_text import first_line
from coach.diagnosis.records import Diagnosis
from coach.feedback.records import Feedback
from coach.frame.records import Quote
from coach.journal.records import Entry
from coach.ladders.records import LadderRating, Round
from coach.pauses.records import Rest
from coach.reflection.records import Reflection
from coach.signals.records import Signal
from coach.store.history import STANDING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.record import Record
    from coach.store.store import Store

_FULL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORTEST = 4
_CANDIDATES = 5
_WHAT_WIDTH = 40
_OWN = (
    Entry, Checkin, Signal, Commitment, Mark, Reflection, Quote,
    Assessment, Diagnosis, LadderRating, Round, Feedback,
)  # fmt: skip
"""What a person may take away. The frame and its seasons are kept as they happened."""
_OF_ONE: tuple[type[Mark | Turn | Rest | Round], ...] = (Mark, Turn, Rest, Round)


def resolve(store: Store, reference: str, among: Iterable[str] | None = None) -> str:
    """The id meant, of all or among these. Nothing is guessed: what fits nothing or several is refused."""
    typed = reference.strip().lower()
    if _FULL.fullmatch(typed):
        return typed
    if not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST},{TAIL}}}", typed):
        raise NotFoundError(
            f"“{reference}” is not a reference",
            do=f"Lists show them: at least {_SHORTEST} of the digits 0-9 and a-f",
        )
    if among is None:
        found = store.ids_with_tail(typed)
    else:
        found = sorted(each for each in among if each[-TAIL:].startswith(typed))
    if not found:
        raise NotFoundError(f"nothing is called “{reference}”", do="`coach list` shows what there is")
    if len(found) > 1:
        shown = ", ".join(_apart(found)[:_CANDIDATES])
        raise NotFoundError(f"“{reference}” could be {shown}", do="Give more of it")
    return found[0]


def find(store: Store, reference: str) -> Record:
    """The one record a reference means, of whatever kind."""
    record_id = resolve(store, reference)
    kind = store.kind_of(record_id)
    if kind is None:
        raise NotFoundError(f"nothing is called “{reference}”", do="`coach list` shows what there is")
    return class_of(kind).read(record_id, store.find(kind, record_id) or {})


def by_id(store: Store, record_id: str) -> Record | None:
    """The record with this id; none where it is gone, or makes no sense."""
    kind = store.kind_of(record_id)
    fields = store.find(kind, record_id) if kind else None
    return next(store.understood({record_id: fields}, class_of(kind)), None) if kind and fields else None


def remove(store: Store, record: Record) -> None:
    """The record is gone, until undo, with what would mean nothing without it."""
    if not isinstance(record, _OWN):
        raise UsageError(
            f"{record.kind} are what happened, and stay", do="`coach undo` takes back the latest"
        )
    words = first_line(record.words, _WHAT_WIDTH) if isinstance(record, Written) else ""
    said = f" “{words}”" if words or not isinstance(record, Assessment | LadderRating) else ""
    with store.change(f"deleted {called(record.kind)}{said}") as change:
        change.remove(record.kind, record.id)
        if isinstance(record, Checkin):
            for each in store.read(f"{record.at:%Y-%m}", Signal):
                if each.checkin == record.id:
                    change.remove(Signal.kind, each.id)
        if isinstance(record, Commitment):
            for name in (STANDING, *store.months()):
                for other in (each for cls in _OF_ONE for each in store.read(name, cls)):
                    if other.commitment == record.id:
                        change.remove(other.kind, other.id)


def _apart(ids: list[str]) -> list[str]:
    """The ids as short as they are still told apart."""
    for length in range(len(short(ids[0])), TAIL + 1):
        cut = [each[-TAIL:][:length] for each in ids]
        if len(set(cut)) == len(cut):
            return cut
    return ids
