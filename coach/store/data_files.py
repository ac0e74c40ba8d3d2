"""The data files on disk: which there are, where they lie, each opened once."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from coach.core.days import instant
from coach.core.errors import CoachError
from coach.core.ids import TAIL
from coach.store import files
from coach.store.data_file import DataFile, opened
from coach.store.format import without_marks
from coach.store.history import STANDING
from coach.store.sealing import SEALED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.store.copies import Copies
    from coach.store.machine import Machine
    from coach.store.sealing import Sealing

_NAME = re.compile(rf"\d{{4}}-(0[1-9]|1[0-2])|{STANDING}")
_BEFORE_TAIL = 36 - TAIL
_HEAD_BYTES = 256
_SETTLED = 3_000_000_000
"""Nanoseconds after which no file system takes a second change for the first."""


class DataFiles:
    """One file for what stays, one for each month."""

    def __init__(self, folder: str, copies: Copies, sealing: Sealing, machine: Machine) -> None:
        self.folder = folder
        self._machine = machine
        self._copies = copies
        self._sealing = sealing
        self._open: dict[str, DataFile] = {}
        self._listed: dict[str, tuple[tuple[int, ...], list[str]]] = {}
        self._lying: list[str] = []
        self._names: list[str] = []

    def names(self) -> list[str]:
        """The data files there are."""
        lying = [name for folder in self.folders() for name in self.names_in(folder)]
        if lying != self._lying:
            stems = (name.removesuffix(".json") for name in lying if name.endswith(".json"))
            self._lying, self._names = lying, sorted(filter(is_name, stems))
        return self._names.copy()

    def missing(self) -> set[str]:
        """The data files there have been and are not."""
        return {name for name in self._copies.names() if is_name(name)} - set(self.names())

    def path_of(self, name: str) -> str:
        """Where a data file lies."""
        folder = self.folder if name == STANDING else os.path.join(self.folder, name[:4])
        return os.path.join(folder, f"{name}.json")

    def folders(self) -> list[str]:
        """The folders data files lie in."""
        years = (name for name in self.names_in(self.folder) if name.isdigit())
        return [self.folder, *(os.path.join(self.folder, name) for name in years)]

    def names_in(self, folder: str) -> list[str]:
        """What lies in one of them, listed anew when it changed. One that changed a moment ago may do so once
        more within the same tick of its clock."""
        stands, known = files.trace(folder), self._listed.get(folder)
        if known and known[0] == stands:
            return known[1]
        names = files.names_in(folder)
        if stands and instant() - max(stands[-2:]) > _SETTLED:
            self._listed[folder] = stands, names
        return names

    def file(self, name: str) -> DataFile:
        """The data file, read when something looks into it."""
        if name not in self._open:
            witness = self._copies.folder(name)
            self._open[name] = DataFile(self.path_of(name), witness, name, self._sealing, self._machine)
        return self._open[name]

    def is_open(self, name: str) -> bool:
        """Whether something looked into a file."""
        return name in self._open

    def arrived(self) -> list[str]:
        """The files another machine wrote and nobody here has taken in. Looks at the first bytes of those in
        folders that changed since the last look; sealed ones do not tell, until somebody opens them."""
        found = []
        for folder in self._machine.changed(self.folders()):
            for file_name in self.names_in(folder):
                name = file_name.removesuffix(".json")
                if file_name != name and is_name(name) and self._may_be_of_others(name):
                    found.append(name)
        return found

    def _may_be_of_others(self, name: str) -> bool:
        with open(self.path_of(name), "rb") as file:
            if not self._machine.is_of_another(file.read(_HEAD_BYTES)):
                return False
        try:
            return self.file(name).staging.number is None
        except CoachError:
            return False

    def latest_number(self, above: int) -> int:
        """The number of the latest of this machine's changes any file has seen, where it is above this one.
        Most files tell by their first bytes that theirs is not."""
        return max((self._number(name, above) for name in self.names()), default=above)

    def _number(self, name: str, above: int) -> int:
        with open(self.path_of(name), "rb") as file:
            revision = revision_of(file.read(_HEAD_BYTES))
        if revision is not None and revision <= above:
            return above
        try:
            return max(self.file(name).staging.number or 0, above)
        except CoachError:
            return above

    def ids_with_tail(self, names: Iterable[str], *beginnings: str) -> set[str]:
        """The ids whose random tail begins with one of these, in the bytes of files that nobody parses."""
        tail = b"(?:%s)" % b"|".join(re.escape(each).encode() for each in beginnings)
        pattern = re.compile(rb'^"([0-9a-f-]{%d}%s[0-9a-f]*)": ' % (_BEFORE_TAIL, tail), re.MULTILINE)
        found: set[str] = set()
        for name in names:
            raw = without_marks(opened(self._sealing, name, files.read(self.path_of(name))))
            found.update(each.decode() for each in pattern.findall(raw))
        return found


def revision_of(head: bytes) -> int | None:
    """The number of the latest change a data file has seen, sealed or not, from its first bytes."""
    found = re.match(rb'(?:\{"_meta": .*?"rev": |%s)(\d+)' % SEALED, head)
    return int(found[1]) if found else None


def is_name(name: str) -> bool:
    """Whether a data file can be called so."""
    return _NAME.fullmatch(name) is not None
