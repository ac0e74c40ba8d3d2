"""How a change gets to the disk, whole. Everything here runs inside the lock.

1. every data file it touches is written in full beside its place, and synced;
2. the change is appended to the history, and synced: from here on it is decided;
3. the prepared files take their places, and the folders are synced;
4. copies are kept.

A kill or power cut before 2 leaves everything as it was; after 2, the next opening finds files that have
not seen the last change, and finishes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.days import Clock
    from coach.store.copies import Copies
    from coach.store.data_file import DataFile
    from coach.store.format import Fields
    from coach.store.history import Change, History
    from coach.store.shelf import Shelf


@dataclass(frozen=True, slots=True)
class _Ready:
    """A data file prepared beside its place."""

    file: DataFile
    temporary: str
    revision: int


class Ledger:
    """The history, the data files that follow it, and their copies."""

    def __init__(self, history: History, shelf: Shelf, copies: Copies, clock: Clock) -> None:
        self._history = history
        self._shelf = shelf
        self._copies = copies
        self._clock = clock

    def commit(self, changes: Sequence[Change]) -> None:
        """All of the changes, or none."""
        ready: list[_Ready] = []
        touched = self._touched(changes)
        try:
            first = self._history.next_number(above=max(each.staging.content.revision for each in touched))
            numbered = [
                replace(each, number=number, first=first) for number, each in enumerate(changes, first)
            ]
            ready = self._prepare(self._stage(numbered))
            self._history.append(numbered)
        except BaseException:
            _abandon(ready, touched)
            raise
        try:
            self._settle(ready)
        except OSError as error:
            _abandon([], touched)
            kept = "The change is in the history and is finished at the next opening"
            raise files.explain(error, kept) from error

    def finish(self) -> None:
        """Brings the data files up to what the history has decided."""
        tail = self._history.tail()
        if tail.settled:
            return
        behind = {
            file: file.staging.content.revision
            for file in self._touched(tail.latest)
            if file.staging.content.revision < tail.latest[0].number
        }
        # A file may be further behind than one change: a sync tool brings old ones back.
        later = self._history.after(min(behind.values()))[0] if behind else ()
        latest = self._stage(later, behind)
        try:
            self._settle(self._prepare(latest))
        except BaseException:
            _abandon([], latest)
            raise

    def _touched(self, changes: Iterable[Change]) -> list[DataFile]:
        names = {name for change in changes for edit in change.edits for name, _ in edit.changes()}
        return [self._shelf.file(name) for name in sorted(names)]

    def _stage(
        self, changes: Iterable[Change], behind: dict[DataFile, int] | None = None
    ) -> dict[DataFile, int]:
        """Stages the changes, or what files behind have not seen; gives the last number for each file."""
        staged: dict[DataFile, dict[str, dict[str, Fields | None]]] = {}
        latest: dict[DataFile, int] = {}
        for change in changes:
            for edit in change.edits:
                for name, fields in edit.changes():
                    file = self._shelf.file(name)
                    if behind is not None and change.number <= behind.get(file, change.number):
                        continue
                    staged.setdefault(file, {}).setdefault(edit.kind, {})[edit.id] = fields
                    latest[file] = change.number
        for file, kinds in staged.items():
            for kind, records in kinds.items():
                file.change(kind, records)
        return latest

    def _prepare(self, latest: dict[DataFile, int]) -> list[_Ready]:
        ready: list[_Ready] = []
        try:
            for file, revision in latest.items():
                if file.staging.is_new:
                    files.make_folder(os.path.dirname(file.staging.path))
                content = file.staging.ready(revision)
                ready.append(_Ready(file, files.prepare(file.staging.path, content), revision))
        except BaseException:
            _abandon(ready, latest)
            raise
        return ready

    def _settle(self, ready: list[_Ready]) -> None:
        for each in ready:
            files.place(each.temporary, each.file.staging.path)
            each.file.staging.placed(each.revision)
        for folder in sorted({os.path.dirname(each.file.staging.path) for each in ready}):
            files.sync_folder(folder)
        self._history.settle()
        now = self._clock.now()
        # A copy that could not be made must not make a save fail; `coach doctor` makes it later.
        with suppress(OSError):
            for each in ready:
                self._copies.add(each.file.name, each.revision, now, each.file.staging.path)


def _abandon(ready: Iterable[_Ready], touched: Iterable[DataFile]) -> None:
    for each in ready:
        files.discard(each.temporary)
    for file in touched:
        file.staging.drop()
