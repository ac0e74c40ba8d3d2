"""What is kept of months that rest: the records of kinds there are few of, and the ends of all ids."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from coach.core.ids import TAIL
from coach.store.format import LazyTables, kinds_in
from coach.store.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.store.format import Fields, Tables
    from coach.store.kept import Parts
    from coach.store.store import Store

FEW, TAILS = "few", "tails"
_MOST_BYTES = 6_000
"""A table that is longer in a month is looked for in the month."""
_ALL = ""
_ID = re.compile(rb'^"[0-9a-f-]{%d}([0-9a-f]{%d})": ' % (36 - TAIL, TAIL), re.MULTILINE)


class Few:
    """Records of kinds there are few of: whoever looks at all of them need not read what was written."""

    def __init__(self, store: Store) -> None:
        self._kept = Kept(store, FEW, lambda: f"1 {_MOST_BYTES}", _few)
        self._parsed: dict[tuple[str, str], tuple[memoryview, dict[str, Fields]]] = {}

    def records(self, month: str, kind: str) -> dict[str, Fields] | None:
        """Those of a month; nothing where the month has to be looked into. Not to be changed in place."""
        part = self._kept.part(month, kind)
        if part is None:
            return None
        if not part:
            return {}
        seen, records = self._parsed.get((month, kind), (None, {}))
        if seen != part:
            records = json.loads(bytes(part))
            self._parsed[month, kind] = part, records
        return records

    def holding(self, months: Sequence[str], kind: str) -> list[str]:
        """These months, without those of which it is known that there are none in them."""
        return self._kept.holding(months, kind)


class Tails:
    """The ends of all ids, by which a short reference is found."""

    def __init__(self, store: Store) -> None:
        self._kept = Kept(store, TAILS, lambda: "1", _tails)

    def holding(self, months: Sequence[str], beginnings: Iterable[str]) -> list[str]:
        """The months that have to be looked into for ids whose end begins so."""
        ends = re.compile(rb"\n(?:%s)" % b"|".join(re.escape(each).encode() for each in beginnings))
        found = ((month, self._kept.part(month, _ALL)) for month in self._kept.holding(months, _ALL))
        return [month for month, part in found if part is None or ends.search(part)]


def _few(tables: Tables) -> Parts:
    return {
        kind: b"{%s}" % raw if len(raw) <= _MOST_BYTES else None
        for kind in kinds_in(tables)
        if (raw := _raw(tables, kind))
    }


def _tails(tables: Tables) -> Parts:
    found = (tail for kind in kinds_in(tables) for tail in _ID.findall(_raw(tables, kind)))
    return {_ALL: b"".join(b"\n" + each for each in found)}


def _raw(tables: Tables, kind: str) -> bytes:
    """The records of a table, one a line."""
    if isinstance(tables, LazyTables) and (unread := tables.unread(kind)) is not None:
        return unread
    lines = (f"{json.dumps(each)}: {json.dumps(fields)}" for each, fields in tables[kind].items())
    return ",\n".join(lines).encode()
