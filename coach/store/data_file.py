"""One TinyDB file, through TinyDB's extension points: a storage that stages, a table with string ids."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

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
)

if TYPE_CHECKING:
    from coach.store.sealing import Opens, Sealing

_EMPTY = Content({}, FORMAT, 0)


class StagedStorage(Storage):
    """Reads a file when it has changed, and keeps writes back until a transaction takes them.

    TinyDB hands over the whole file at every write; here that is a dictionary of references, and the
    bytes are made once, when the transaction is ready.
    """

    def __init__(self, path: str, witness: str, name: str, sealing: Sealing) -> None:
        self.path = path
        self.name = name
        self._witness = witness
        self._sealing = sealing
        self._lines = Lines()
        self._content = _EMPTY
        self._seen: tuple[int, ...] | None = None
        self._staged: Tables | None = None
        self._changed: dict[str, set[str]] = {}
        self.is_checked = False
        """Whether the file, as it lies there, is known to have seen all of the history."""

    def read(self) -> dict[str, dict[str, Fields]]:
        """The tables, with what is staged. TinyDB writes into the outer dictionary, so it gets its own."""
        return dict(self.staged)

    def write(self, data: Tables) -> None:
        """Stages the tables, whatever changed in them."""
        self._staged = data
        self._lines = Lines()

    def stage(self, table: str, changes: dict[str, Fields | None]) -> None:
        """Stages changes of single records; None takes one out."""
        staged = self.staged
        records = dict(staged.get(table, {}))
        for record_id, fields in changes.items():
            if fields is None:
                records.pop(record_id, None)
            else:
                records[record_id] = fields
        if isinstance(staged, LazyTables):
            self._staged = staged.with_table(table, records)
        else:
            self._staged = {**staged, table: records}
        self._changed.setdefault(table, set()).update(changes)

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
            self._content = _EMPTY if found is None else load(self.path, self.name, self._sealing)
            self._seen = found
            self._lines = Lines()
            self.is_checked = False
        return self._content

    def ready(self, revision: int) -> bytes | bytearray:
        """The staged file as bytes."""
        if self._content.format > FORMAT:
            raise newer(self.name)
        content = encode(self.name, self.staged, revision, self._lines, self._changed)
        return self._sealing.seal(self.name, content, revision)

    def drop(self) -> None:
        """Forgets what is staged."""
        self._staged = None
        self._changed = {}
        self._lines = Lines()

    def placed(self, revision: int) -> None:
        """The staged file is on the disk: it need not be read back."""
        self._content = Content(self.staged, FORMAT, revision)
        self._seen = files.identity(self.path)
        self._staged = None
        self._changed = {}


class RecordTable(Table):
    """A table whose ids are strings."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB declares int and converts through this hook
    default_query_cache_capacity = 0

    def change(self, changes: dict[str, Fields | None]) -> None:
        """Puts each record in as given; None takes it out. Ids need no conversion, so none is made."""
        storage = self._storage
        assert isinstance(storage, StagedStorage)  # noqa: S101 - for the type checker
        storage.stage(self.name, changes)


class DataFile(TinyDB):
    """A month, or what stays."""

    table_class = RecordTable
    default_storage_class = StagedStorage  # type: ignore[assignment]  # TinyDB names the class, not its base

    def __init__(self, path: str, witness: str, name: str, sealing: Sealing) -> None:
        """`witness` is the folder of the file's copies: where it stands, the file has been."""
        super().__init__(path, witness, name, sealing)
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

    def change(self, kind: str, changes: dict[str, Fields | None]) -> None:
        """Stages the changes of one kind."""
        table = self.table(kind)
        assert isinstance(table, RecordTable)  # noqa: S101 - for the type checker
        table.change(changes)


def load(path: str, name: str, sealing: Sealing) -> Content:
    """What a data file, or a copy of it, holds."""
    return decode(opened(sealing, name, files.read(path)), name)


def opened(sealing: Opens, name: str, raw: bytes) -> bytes:
    """The bytes of a data file as they were before they were sealed."""
    try:
        return sealing.open(name, raw)
    except ValueError as error:
        raise damaged(name, str(error)) from None
