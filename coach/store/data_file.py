"""One TinyDB file, through TinyDB's extension points: a storage that stages, a table with string ids."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from coach.core.errors import DamagedError
from coach.core.texts import filled, words
from coach.store import files
from coach.store.damage import missing
from coach.store.format import (
    FORMAT,
    Content,
    Fields,
    LazyTables,
    Lines,
    Tables,
    damaged,
    decode,
    encode,
    newer,
    record_in,
)
from coach.store.machine import sum_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tinydb.queries import QueryLike

    from coach.store.machine import Machine
    from coach.store.sealing import Opens, Sealing

_EMPTY = Content({}, FORMAT, 0)
_FEW = 20
"""Records for which a table is not parsed as a whole."""


class StagedStorage(Storage):
    """Reads a file when it has changed, and keeps writes back until a transaction takes them.

    TinyDB hands over the whole file at every write; here that is a dictionary of references, and the
    bytes are made once, when the transaction is ready.
    """

    def __init__(self, path: str, witness: str, name: str, sealing: Sealing, machine: Machine) -> None:
        self.path = path
        self.name = name
        self._machine = machine
        self._witness = witness
        self._sealing = sealing
        self._lines = Lines()
        self._content = _EMPTY
        self._seen: tuple[int, ...] | None = None
        self._staged: Tables | None = None
        self._changed: dict[str, set[str]] = {}
        self.is_checked = False
        """Whether the file, as it lies there, is known to have seen all of the history."""
        self._number: int | None = 0
        self._sum = ""
        self.is_changing = False
        """Whether what TinyDB reads is to be changed by it."""

    def read(self) -> LazyTables | dict[str, dict[str, Fields]]:  # type: ignore[override] # TinyDB only sets tables
        """The tables as they are decided; only while they are being changed, with what is staged. TinyDB sets
        the table it changes, so it gets its own mapping."""
        tables = self.staged if self.is_changing else self.content.tables
        return tables.copy() if isinstance(tables, LazyTables) else dict(tables)

    def write(self, data: LazyTables | dict[str, dict[str, Fields]]) -> None:
        """Stages the tables. TinyDB hands over every record it did not change as it got it, so that what
        changed is known without comparing."""
        before = self.staged
        if before.keys() - data.keys():
            self._lines = Lines()
        for table in data:
            if _is_unread(data, table):
                continue
            now, old = data[table], before.get(table, {})
            if now is old:
                continue
            changed = {record_id for record_id, fields in now.items() if old.get(record_id) is not fields}
            self._changed.setdefault(table, set()).update(changed | (old.keys() - now.keys()))
            data[table] = dict(sorted(now.items()))  # as it will be read back
        self._staged = data

    @property
    def is_new(self) -> bool:
        """Whether there is no such file yet."""
        return self._seen is None

    @property
    def staged(self) -> Tables:
        """What the file is about to hold."""
        return self._staged if self._staged is not None else self.content.tables

    @property
    def content(self) -> Content:
        """What the file holds now. A file is only ever replaced, so its identity tells whether it changed."""
        found = files.identity(self.path)
        if found is None and os.path.isdir(self._witness):
            raise missing(self.name)
        if found != self._seen:
            self._content, self._number = (_EMPTY, 0) if found is None else self._load()
            self._seen = found
            self._lines = Lines()
            self.is_checked = False
        return self._content

    def _load(self) -> tuple[Content, int | None]:
        raw = files.read(self.path)
        self._sum = sum_of(raw)
        try:
            content = decode(opened(self._sealing, self.name, raw), self.name)
        except DamagedError as error:
            if self._machine.is_of_another(raw):
                error.what = filled(words.store.error.has_not_arrived_in_full, name=self.name)
                error.do = words.store.error.look_again_in_a_moment
            raise
        return content, self._machine.number(self.name, content, self._sum)

    @property
    def number(self) -> int | None:
        """Which of this machine's changes the file has seen; nothing where another one wrote it and nobody
        here has taken it in."""
        _ = self.content  # looks whether it is another file by now
        return self._number

    def took(self, number: int) -> None:
        """What another machine wrote, as it was read, is in as far as this change of ours."""
        self._machine.took(self.name, self._sum, number)
        self._number = number

    def ready(self, revision: int) -> bytes | bytearray:
        """The staged file as bytes."""
        if self._content.format > FORMAT:
            raise newer(self.name)
        content = encode(self.name, self.staged, revision, self._lines, self._changed, self._machine.name)
        return self._sealing.seal(self.name, content, revision)

    def drop(self) -> None:
        """Forgets what is staged."""
        self._staged = None
        self._changed = {}
        self._lines = Lines()

    def placed(self, revision: int) -> None:
        """The staged file is on the disk: it need not be read back."""
        self._content = Content(self.staged, FORMAT, revision, self._machine.name)
        self._number = revision
        self._seen = files.identity(self.path)
        self._staged = None
        self._changed = {}


class RecordTable(Table):
    """A table whose ids are strings. It remembers no answer: the file may become another at any time."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB declares int and converts through this hook

    def __init__(self, *named: Any, **options: Any) -> None:
        super().__init__(*named, **options | {"cache_size": 0})

    def update(self, *_: Any, **__: Any) -> NoReturn:  # see `DataFile.change`
        """Refused: it would write into records that readers hold."""
        raise NotImplementedError("a record is taken out and put in")

    update_multiple = upsert = update


class DataFile(TinyDB):
    """A month, or what stays."""

    table_class = RecordTable
    default_storage_class = StagedStorage  # type: ignore[assignment]  # TinyDB names the class, not its base

    def __init__(self, path: str, witness: str, name: str, sealing: Sealing, machine: Machine) -> None:
        """`witness` is the folder of the file's copies: where it stands, the file has been."""
        super().__init__(path, witness, name, sealing, machine)
        self.name = name

    @property
    def staging(self) -> StagedStorage:
        """The storage, by its own type."""
        storage = self.storage
        assert isinstance(storage, StagedStorage)  # noqa: S101 - for the type checker
        return storage

    def records(self, kind: str) -> dict[str, Fields]:
        """All records of a kind by id, as they are kept. Not to be changed in place."""
        return self.staging.content.tables.get(kind, {})

    def some(self, kind: str, ids: Sequence[str]) -> dict[str, Fields]:
        """A few records of a kind: where nobody asked for all of them, only these are parsed."""
        tables = self.staging.content.tables
        unread = tables.unread(kind) if isinstance(tables, LazyTables) else None
        if unread is not None and len(ids) <= _FEW:
            with suppress(ValueError, RecursionError):  # somebody else laid out its lines
                found = {each: fields for each in ids if (fields := record_in(unread, each)) is not None}
                if len(found) == len(ids):
                    return found
        known = self.records(kind)
        return {each: known[each] for each in ids if each in known}

    def search(self, kind: str, query: QueryLike | None) -> dict[str, Fields]:
        """Those of a kind that a query finds, or all of them, by id."""
        if query is None:
            return dict(self.records(kind))
        return {str(each.doc_id): each for each in self.table(kind).search(query)}

    def get(self, kind: str, record_id: str) -> Fields | None:
        """One record, as it is kept."""
        if not isinstance(self.records(kind).get(record_id), dict):
            return None
        return cast("Fields | None", self.table(kind).get(doc_id=cast("int", record_id)))

    def change(self, kind: str, changes: dict[str, Fields | None]) -> None:
        """Stages the changes of one kind; None takes a record out. A record that changed is taken out and put
        in: `update` and `upsert` would write into records that readers hold, and keep what is gone."""
        table, known = self.table(kind), self.staging.staged.get(kind, {})
        self.staging.is_changing = True
        try:
            if there := [record_id for record_id in changes if record_id in known]:
                table.remove(doc_ids=cast("list[int]", there))
            if new := [_document(name, fields) for name, fields in changes.items() if fields is not None]:
                table.insert_multiple(new)
        finally:
            self.staging.is_changing = False


def _document(record_id: str, fields: Fields) -> Document:
    return Document(fields, doc_id=cast("int", record_id))


def _is_unread(tables: Tables, table: str) -> bool:
    return isinstance(tables, LazyTables) and tables.unread(table) is not None


def load(path: str, name: str, sealing: Sealing) -> Content:
    """What a data file, or a copy of it, holds."""
    return decode(opened(sealing, name, files.read(path)), name)


def opened(sealing: Opens, name: str, raw: bytes) -> bytes:
    """The bytes of a data file as they were before they were sealed."""
    try:
        return sealing.open(name, raw)
    except ValueError as error:
        raise damaged(name, str(error)) from None
