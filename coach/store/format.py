"""A data file as bytes: plain JSON that TinyDB reads, one record a line, sorted, behind a checksum.

docs/data-format.md tells a stranger how to read it.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from coach.core.errors import DamagedError, ReadOnlyError
from coach.core.json_text import one_line
from coach.core.texts import filled, words

FORMAT = 2
META = "_meta"
VERSIONS = "_versions"
"""The table of what is to be remembered of records that were changed, should another machine change them."""

Fields = dict[str, Any]
Tables = Mapping[str, dict[str, Fields]]

HEAD = b'{"_meta": {"file": {"sha256": "'
_BLANK = b"0" * 64
_SUM = slice(len(HEAD), len(HEAD) + len(_BLANK))
"""The checksum is the SHA-256 of the file with these bytes zero."""
_BEGINS, _BETWEEN, _LAST = b": {\n", b"\n},\n", b"\n}}\n"


class NewerFormatError(ReadOnlyError):
    """Written by a version of coach that knows more than this one."""


class Content(NamedTuple):
    """What a data file holds."""

    tables: Tables
    format: int
    revision: int
    """The number of the last change that touched the file, as who wrote it counts them."""
    by: str = ""
    """The machine that wrote it."""


class _Written(NamedTuple):
    """The tables of a file as they are written, and those that were parsed: all who read it share them."""

    name: str
    raw: dict[str, bytes]
    parsed: dict[str, dict[str, Fields]]

    def table(self, table: str) -> dict[str, Fields]:
        if table not in self.parsed:
            try:
                self.parsed[table] = json.loads(b"{%s}" % self.raw[table])
            except (ValueError, RecursionError):
                raise damaged(self.name, words.store.error.it_is_not_what_coach_wrote) from None
        return self.parsed[table]


class LazyTables(Mapping[str, dict[str, Fields]]):
    """The tables of a file, each parsed when asked for: entries are most of a month, and seldom meant."""

    def __init__(self, written: _Written, own: dict[str, dict[str, Fields]]) -> None:
        self._written = written
        self._own = own
        """Those that are to be others."""

    def copy(self) -> LazyTables:
        """Another one in which a table can be set, with the same records. None can be taken out."""
        return LazyTables(self._written, self._own.copy())

    def unread(self, table: str) -> bytes | None:
        """The records of a table as they are written, where nobody has asked for it."""
        is_read = table in self._own or table in self._written.parsed
        return None if is_read else self._written.raw.get(table)

    def __getitem__(self, table: str) -> dict[str, Fields]:
        return self._own[table] if table in self._own else self._written.table(table)

    def __setitem__(self, table: str, records: dict[str, Fields]) -> None:
        self._own[table] = records

    def __contains__(self, table: object) -> bool:
        return table in self._own or table in self._written.raw

    def __iter__(self) -> Iterator[str]:
        return iter({**self._written.raw, **self._own})

    def __len__(self) -> int:
        return len({**self._written.raw, **self._own})


class Lines:
    """Records as lines, encoded once: a save encodes what it changed and joins the rest."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[list[str], list[bytes]]] = {}

    def of(self, table: str, records: dict[str, Fields], changed: set[str]) -> list[bytes]:
        """The table's records as lines, sorted by id; `changed` since the last time, if there was one."""
        if table not in self._kept:
            ids = sorted(records)
            self._kept[table] = ids, [_line(each, records[each]) for each in ids]
        else:
            for record_id in changed:
                self._take_in(table, record_id, records.get(record_id))
        return self._kept[table][1].copy()

    def _take_in(self, table: str, record_id: str, fields: Fields | None) -> None:
        ids, lines = self._kept[table]
        place = bisect_left(ids, record_id)
        there = slice(place, place + (ids[place : place + 1] == [record_id]))
        ids[there] = [] if fields is None else [record_id]
        lines[there] = [] if fields is None else [_line(record_id, fields)]


def _line(record_id: str, fields: Fields) -> bytes:
    return f"{one_line(record_id)}: {one_line(fields)}".encode()


def encode(
    name: str,
    tables: Tables,
    revision: int,
    lines: Lines | None = None,
    changed: dict[str, set[str]] | None = None,
    by: str = "",
) -> bytes | bytearray:
    """The whole file; with `lines` kept from the last time, only the `changed` records are made anew."""
    lines = lines or Lines()
    changed = changed or {}
    writer = f', "by": {one_line(by)}' if by else ""
    meta = f'", "format": {FORMAT}, "name": {one_line(name)}, "rev": {revision}{writer}}}}}'
    rows = [HEAD + _BLANK + meta.encode()]
    for table in sorted(tables):
        if isinstance(tables, LazyTables) and (unread := tables.unread(table)) is not None:
            rows.append(b"%s: {\n%s\n}" % (one_line(table).encode(), unread))
            continue
        of_table = lines.of(table, tables[table], changed.get(table, set())) or [b""]
        of_table[0] = b"%s: {\n%s" % (one_line(table).encode(), of_table[0])
        of_table[-1] += b"\n}"
        rows += of_table
    rows[-1] += b"}\n"
    # Joined once and signed in place: copying a month costs as much as writing it.
    content = bytearray(b",\n").join(rows)
    content[_SUM] = hashlib.sha256(content).hexdigest().encode()
    return content


def decode(raw: bytes, name: str) -> Content:
    """What the file holds; a file that is not as it was written is refused."""
    is_whole = checksum_holds(raw)
    if not is_whole and not raw.strip(b"\0 \n"):
        raise damaged(name, words.store.error.it_is_empty)
    unread = _by_table(raw) if is_whole else None
    try:
        kept: dict[str, Any] = json.loads(raw if unread is None else _first_line(raw))
        if unread is not None and kept.keys() != {META}:
            kept, unread = json.loads(raw), None
        meta = kept.pop(META)["file"]
        form, revision, by = int(meta["format"]), int(meta["rev"]), str(meta.get("by", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise damaged(name, words.store.error.it_is_not_what_coach_wrote) from None
    if not is_whole:
        raise damaged(name, words.store.error.its_checksum_does_not_hold)
    if meta.get("name") != name:
        raise damaged(name, f"it says it is {meta.get('name', 'another file')}")
    tables = kept if unread is None else LazyTables(_Written(name, unread, {}), {})
    return Content(tables, form, revision, by)


def without_marks(raw: bytes) -> bytes:
    """The file without what is remembered of records: among that are those that are gone."""
    start = raw.find(b'\n"%s": {\n' % VERSIONS.encode())
    return raw if start < 0 else raw[:start] + raw[raw.find(b"\n}", start) :]


def record_in(lines: bytes, record_id: str) -> Fields | None:
    """One record of a table, from its lines."""
    name = f"{one_line(record_id)}: ".encode()
    start = 0 if lines.startswith(name) else lines.find(b"\n" + name) + 1
    if not lines.startswith(name, start):
        return None
    ends = lines.find(b"\n", start)
    line = lines[start : ends if ends >= 0 else None].removesuffix(b",")
    found: Fields = json.loads(line[len(name) :])
    return found


def put_row(tables: dict[str, dict[str, Fields]], table: str, record_id: str, fields: Fields | None) -> None:
    """What stands in a table from now on; None takes it out."""
    if fields is None:
        tables.get(table, {}).pop(record_id, None)
    else:
        tables.setdefault(table, {})[record_id] = fields


def kinds_in(tables: Iterable[str]) -> list[str]:
    """The tables that hold what a person wrote."""
    return [each for each in tables if not each.startswith("_")]


def _by_table(raw: bytes) -> dict[str, bytes] | None:
    """The records of each table as they are written; nothing where somebody else laid out the file."""
    unread = {}
    line = raw.find(b"\n") + 1
    while line < len(raw):
        begins = raw.find(b"\n", line) + 1
        ends = raw.find(b"\n}", begins - 1)
        tail = _BETWEEN if raw.startswith(_BETWEEN, ends) else _LAST
        if not raw.startswith(_BEGINS, begins - len(_BEGINS)) or not raw.startswith(tail, ends):
            return None
        unread[raw[line : begins - len(_BEGINS)]] = raw[begins:ends]
        line = ends + len(tail)
    try:
        names = [json.loads(name) for name in unread]
    except ValueError:
        return None
    is_ours = bool(names) and all(isinstance(name, str) for name in names)
    return dict(zip(names, unread.values(), strict=True)) if is_ours else None


def _first_line(raw: bytes) -> bytes:
    """The first line by itself, which holds nothing but the meta data where we laid out the file."""
    return raw[: raw.find(b"\n")].removesuffix(b",") + b"}"


def checksum_holds(raw: bytes) -> bool:
    """Whether every byte is as it was written."""
    if not raw.startswith(HEAD):
        return False
    found = hashlib.sha256(HEAD + _BLANK)
    found.update(memoryview(raw)[_SUM.stop :])
    return raw[_SUM] == found.hexdigest().encode()


def newer(name: str) -> NewerFormatError:
    """What to say when data of a newer version is to be written."""
    return NewerFormatError(
        filled(words.store.error.was_written_by_a_newer_coach, name=name),
        kept=words.store.error.it_is_open_for_reading_and,
        do=words.store.error.update_coach_to_write_again,
    )


def damaged(name: str, reason: str) -> DamagedError:
    """What to say of a file that is not as it was written."""
    return DamagedError(
        filled(words.store.error.is_damaged, name=name, reason=reason),
        kept=words.store.error.nothing_was_changed,
        do=words.store.error.run_coach_doctor,
    )
