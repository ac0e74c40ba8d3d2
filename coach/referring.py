"""Records that name one another: `[[7ca9cc]]` in a text is the record with that reference."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.core.errors import NotFoundError
from coach.core.ids import TAIL
from coach.references import by_id, resolve

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.core.record import Record, Written

_NAMED = re.compile(r"\[\[([0-9a-f]{4,12})\]\]")
_SHORTEST, _MOST = 4, 50


def refers_to(coach: Coach, text: str) -> list[Record]:
    """The records a text names, each once; what names nothing is only text."""
    found: dict[str, Record] = {}
    for reference in _NAMED.findall(text.lower()):
        with suppress(NotFoundError):
            record = by_id(coach.store, resolve(coach.store, reference))
            if record:
                found.setdefault(record.id, record)
    return list(found.values())


def referred_to_by(coach: Coach, record: Record) -> list[Written]:
    """What names it, the latest first."""
    tail = record.id[-TAIL:]
    found = []
    for hit in coach.search.find([f"[[{tail[:_SHORTEST]}"]):
        named = _NAMED.findall(hit.record.words.lower())
        if hit.record.id != record.id and any(tail.startswith(each) for each in named):
            found.append(hit.record)
        if len(found) == _MOST:
            break
    return found
