"""From the short reference a list shows to the one record it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.errors import NotFoundError
from coach.ids import TAIL, short
from coach.records import KINDS, WRITTEN, Checkin, Entry, Frame, Signal
from coach.safe_text import first_line

if TYPE_CHECKING:
    from coach.records import Record
    from coach.store.store import Store

_FULL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHORTEST = 4
_CANDIDATES = 5
_WHAT_WIDTH = 40
_NAMES = {Entry.kind: "entry", Checkin.kind: "check-in", Signal.kind: "signal", Frame.kind: "frame"}


def resolve(store: Store, reference: str) -> str:
    """The id meant. Nothing is guessed: what fits nothing or several is refused."""
    typed = reference.strip().lower()
    if _FULL.fullmatch(typed):
        return typed
    if not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST},{TAIL}}}", typed):
        raise NotFoundError(
            f"“{reference}” is not a reference",
            do=f"Lists show them: at least {_SHORTEST} of the digits 0-9 and a-f",
        )
    found = store.ids_with_tail(typed)
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
    return KINDS[kind].read(record_id, store.find(kind, record_id) or {})


def remove(store: Store, record: Record) -> None:
    """The record is gone, until undo."""
    words = record.words if isinstance(record, WRITTEN) else ""
    with store.change(f"deleted {_NAMES[record.kind]} “{first_line(words, _WHAT_WIDTH)}”") as change:
        change.remove(record.kind, record.id)
        if isinstance(record, Checkin):
            for each in store.read(f"{record.at:%Y-%m}", Signal):
                if each.checkin == record.id:
                    change.remove(Signal.kind, each.id)


def _apart(ids: list[str]) -> list[str]:
    """The ids as short as they are still told apart."""
    for length in range(len(short(ids[0])), TAIL + 1):
        cut = [each[-TAIL:][:length] for each in ids]
        if len(set(cut)) == len(cut):
            return cut
    return ids
