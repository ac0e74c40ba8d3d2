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
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import CoachError, DamagedError
from coach.core.texts import filled, words
from coach.store import files
from coach.store.history import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coach.core.days import Clock
    from coach.store.copies import Copies
    from coach.store.data_file import DataFile
    from coach.store.data_files import DataFiles
    from coach.store.format import Fields
    from coach.store.history import Change, History
    from coach.store.machine import Machine

    Rows = Mapping[str, dict[str, Fields | None]]
    """What of a file is to be others, by table and id."""


class _Ready(NamedTuple):
    """A data file prepared beside its place."""

    file: DataFile
    temporary: str
    revision: int


class Ledger:
    """The history, the data files that follow it, and their copies."""

    def __init__(
        self, history: History, data_files: DataFiles, copies: Copies, clock: Clock, machine: Machine
    ) -> None:
        self._machine = machine
        self._history = history
        self._data_files = data_files
        self._copies = copies
        self._clock = clock

    def commit(self, changes: Sequence[Change]) -> int:
        """All of the changes, or none. Gives the number of the last."""
        ready: list[_Ready] = []
        touched = self._touched(changes)
        if self._catch_up(touched):
            changes = [self._based_on_now(change) for change in changes]
        try:
            from coach.store.marking import Marking  # only where something is written

            now = self._clock.milliseconds()
            changes = Marking(self._data_files, self._machine.name, now).marked(changes)
            numbered = self._numbered(changes, touched)
            ready = self._prepare(self._stage(numbered))
            self._history.append(numbered)
        except BaseException:
            _abandon(ready, touched)
            raise
        try:
            self._settle(ready)
        except OSError as error:
            _abandon([], touched)
            raise DecidedError(error, numbered[-1].number) from error
        self._turn_page(numbered[-1].at)
        return numbered[-1].number

    def arrive(self, change: Change | None, rows: Mapping[str, Rows]) -> None:
        """What follows from the files of another machine, and what is to be others in them. A file in which
        nothing is stays as it lies."""
        touched = self._touched([change] if change else [])
        foreign = [self._data_files.file(name) for name in rows]
        ready: list[_Ready] = []
        try:
            numbered = self._numbered([change], touched) if change else []
            last = numbered[-1].number if numbered else self._history.tail().last
            for file in foreign:
                for table, records in rows[file.name].items():
                    file.change(table, records)
            latest = {file: last for file in foreign if rows[file.name]}
            ready = self._prepare(latest | self._stage(numbered, beside=foreign))
            if numbered:
                self._history.append(numbered)
        except BaseException:
            _abandon(ready, [*touched, *foreign])
            raise
        self._settle(ready)
        for file in foreign:
            if not rows[file.name]:
                file.staging.took(last)
                self._copy(file, last, always=True)

    def _numbered(self, changes: Sequence[Change], touched: Sequence[DataFile]) -> list[Change]:
        seen = max((each.staging.number or 0 for each in touched), default=0)
        first = self._history.next_number(above=seen)
        return [each._replace(number=number, first=first) for number, each in enumerate(changes, first)]

    def finish(self) -> None:
        """Brings the data files up to what the history has decided last."""
        tail = self._history.tail()
        if tail.settled:
            return
        touched = self._touched(tail.latest)
        self._catch_up(touched)
        # The process that decided it may have been killed before it could sync the folders.
        for folder in {os.path.dirname(each.staging.path) for each in touched}:
            files.sync_folder(folder)
        self._history.settle()
        self._turn_page(tail.latest[-1].at)

    def catch_up(self, name: str) -> None:
        """Makes one file whole that something outside replaced with an older one."""
        self._catch_up([self._data_files.file(name)])

    def _turn_page(self, at: str) -> None:
        with suppress(OSError):
            self._history.turn_page(at)

    def _catch_up(self, touched: Sequence[DataFile]) -> bool:
        """Makes files whole that have not seen what the history has: after a kill, or when something outside
        brought an old one back. Looked at once for each file as it lies there."""
        latest: dict[DataFile, int] = {}
        try:
            for file in touched:
                number = file.staging.number  # looks whether it is another file by now
                if number is not None and not file.staging.is_checked:
                    latest |= self._stage(self._missed(file, number), only=[file])
            if latest:
                self._settle(self._prepare(latest))
        except BaseException:
            _abandon([], touched)
            raise
        for file in touched:
            file.staging.is_checked = file.staging.number is not None
        return bool(latest)

    def _missed(self, file: DataFile, revision: int) -> Sequence[Change]:
        missed, whole = self._history.after(revision, file.name)
        if missed and not whole:
            raise DamagedError(
                filled(words.store.error.is_older_than_the_history_and, name=file.name),
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.coach_doctor_repair_shows_what_can,
            )
        return missed

    def _based_on_now(self, change: Change) -> Change:
        """The change with records as they are before it, now that their files have caught up."""
        edits = tuple(
            each._replace(before=self._data_files.file(place_of(each.before)).records(each.kind).get(each.id))
            if each.before is not None
            else each
            for each in change.edits
        )
        return change._replace(edits=edits)

    def _touched(self, changes: Iterable[Change]) -> list[DataFile]:
        names = {name for change in changes for name in change.files()}
        return [self._data_files.file(name) for name in sorted(names)]

    def _stage(
        self, changes: Iterable[Change], only: Sequence[DataFile] = (), beside: Sequence[DataFile] = ()
    ) -> dict[DataFile, int]:
        """Stages the changes, in some files or in all but some; gives the number of the last one for each."""
        staged: dict[DataFile, dict[str, dict[str, Fields | None]]] = {}
        latest: dict[DataFile, int] = {}
        for change in changes:
            for name, table, record_id, fields in change.tables():
                file = self._data_files.file(name)
                if file not in beside and (not only or file in only):
                    staged.setdefault(file, {}).setdefault(table, {})[record_id] = fields
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
        for folder in {os.path.dirname(each.file.staging.path) for each in ready}:
            files.sync_folder(folder)
        self._history.settle()
        for each in ready:
            self._copy(each.file, each.revision)

    def _copy(self, file: DataFile, number: int, *, always: bool = False) -> None:
        """One that could not be made must not make a save fail: the history stands behind it."""
        with suppress(OSError):
            self._copies.add(file.name, number, self._clock.now(), file.staging.path, always=always)


class DecidedError(CoachError):
    """The change stands, although the disk refused what comes after the decision."""

    def __init__(self, error: OSError, number: int) -> None:
        super().__init__(
            filled(words.store.error.the_disk_refused_the_last_step, value=error.strerror or error),
            kept=words.store.error.the_change_is_in_the_history,
            do=words.store.error.look_with_coach_list_before_you,
        )
        self.number = number


def _abandon(ready: Iterable[_Ready], touched: Iterable[DataFile]) -> None:
    for each in ready:
        files.discard(each.temporary)
    for file in touched:
        file.staging.drop()
