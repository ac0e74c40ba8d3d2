"""From the short reference a list shows to the one record it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, NotFoundError, UsageError
from coach.core.ids import TAIL, short
from coach.core.kinds import called, class_of
from coach.core.record import Written
from coach.core.safe_text import quoted
from coach.core.texts import filled, words
from coach.practice import loaded
from coach.practices import belonging, keeping
from coach.store.history import STANDING, place_of
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.record import Record
    from coach.store.store import Store

_FULL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORTEST = 4
_CANDIDATES = 5


def resolve(store: Store, reference: str, among: Iterable[str] | None = None) -> str:
    """The id meant, of all or among these. Nothing is guessed: what fits nothing or several is refused."""
    typed = reference.strip().lower()
    if _FULL.fullmatch(typed):
        return typed
    if not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST},{TAIL}}}", typed):
        raise NotFoundError(
            filled(words.core.error.is_not_a_reference, reference=reference),
            do=filled(words.core.error.lists_show_them_at_least_of, SHORTEST=_SHORTEST),
        )
    if among is None:
        found = store.ids_with_tail(typed)
    else:
        found = sorted(each for each in among if each[-TAIL:].startswith(typed))
    if not found:
        raise NotFoundError(
            filled(words.core.error.nothing_is_called, reference=reference),
            do=words.core.error.coach_list_shows_what_there_is,
        )
    if len(found) > 1:
        shown = ", ".join(_apart(found)[:_CANDIDATES])
        raise NotFoundError(
            filled(words.core.error.could_be, reference=reference, shown=shown),
            do=words.core.error.give_more_of_it,
        )
    return found[0]


def find(store: Store, reference: str) -> Record:
    """The one record a reference means, of whatever kind."""
    record_id = resolve(store, reference)
    kind = store.kind_of(record_id)
    if kind is None:
        raise NotFoundError(
            filled(words.core.error.nothing_is_called, reference=reference),
            do=words.core.error.coach_list_shows_what_there_is,
        )
    return class_of(kind).read(record_id, store.find(kind, record_id) or {})


def by_id(store: Store, record_id: str) -> Record | None:
    """The record with this id; none where it is gone, or makes no sense."""
    kind = store.kind_of(record_id)
    fields = store.find(kind, record_id) if kind else None
    return next(store.understood({record_id: fields}, class_of(kind)), None) if kind and fields else None


def remove(store: Store, record: Record) -> None:
    """The record is gone, until undo, with what would mean nothing without it and came since."""
    practice = keeping(record.kind)
    if practice is None or record.kind not in practice.removable:
        raise UsageError(
            filled(words.core.error.are_what_happened_and_stay, kind=record.kind),
            do=words.core.error.coach_undo_takes_back_the_latest,
        )
    _refuse_what_stays(record)
    said = f" {quoted(record.words)}" if isinstance(record, Written) and record.words.strip() else ""
    with store.change(filled(words.core.says.undo_deleted, kind=called(record.kind), said=said)) as change:
        change.remove(record.kind, record.id)
        place = place_of(record.fields())
        later = [name for name in store.months() if place == STANDING or name >= place]
        for kind, field in belonging(record.kind):
            for name in (STANDING, *later):
                for each in store.read(name, class_of(kind), where(field) == record.id):
                    if not _stays(each):
                        change.remove(kind, each.id)


def _stays(record: Record) -> bool:
    """Whether it is kept although what it came with goes."""
    try:
        _refuse_what_stays(record)
    except CoachError:
        return True
    return False


def _refuse_what_stays(record: Record) -> None:
    practice = keeping(record.kind)
    if practice and (stays := practice.stays.get(record.kind)):
        loaded(practice.place(stays))(record)


def _apart(ids: list[str]) -> list[str]:
    """The ids as short as they are still told apart."""
    for length in range(len(short(ids[0])), TAIL + 1):
        cut = [each[-TAIL:][:length] for each in ids]
        if len(set(cut)) == len(cut):
            return cut
    return ids
