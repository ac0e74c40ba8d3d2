"""Records that name one another: `[[7ca9cc]]` in a text is the record with that reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.core.ids import TAIL
from coach.references import by_id

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.core.record import Record, Written

_NAMED = re.compile(r"\[\[([0-9a-f]{4,12})\]\]")
_SHORTEST, _MOST = 4, 50


def refers_to(coach: Coach, text: str) -> list[Record]:
    """The records a text names, each once; what names nothing, or several, is only text."""
    named = list(dict.fromkeys(_NAMED.findall(text.lower())))[:_MOST]
    ids = coach.store.ids_with_tail(*named) if named else []
    meant = ([each for each in ids if each[-TAIL:].startswith(one)] for one in named)
    only = dict.fromkeys(fitting[0] for fitting in meant if len(fitting) == 1)
    return [record for each in only if (record := by_id(coach.store, each))]


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
