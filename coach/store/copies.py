"""Copies of every data file as it was: 24 hourly, 30 daily, 12 monthly.

A copy is named after the last change it holds and the time it was made, so the folder is its own index.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Sequence

HOURS, DAYS, MONTHS = 24, 30, 12
_STAMP = "%Y%m%dT%H%M%SZ"
_MONTH, _DAY, _HOUR = len("202611"), len("20261120"), len("20261120T09")


class Copy(NamedTuple):
    """One file as it was after one change."""

    number: int
    made: datetime
    path: str


class Copies:
    """The copies of all files."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._hours: dict[str, str] = {}

    def names(self) -> list[str]:
        """The files that have been kept at least once: each of them has to exist."""
        return files.names_in(self._folder)

    def folder(self, name: str) -> str:
        """Where the copies of one file lie."""
        return os.path.join(self._folder, name)

    def of(self, name: str) -> list[Copy]:
        """The copies of one file, oldest first."""
        folder = self.folder(name)
        return sorted(
            copy for each in files.names_in(folder) if (copy := _copy(os.path.join(folder, each))) is not None
        )

    def latest(self, name: str) -> int:
        """The number of the latest change a copy of the file holds."""
        numbers = (each.partition("-")[0] for each in files.names_in(self.folder(name)))
        return max((int(each) for each in numbers if each.isdigit()), default=0)

    def add(self, name: str, number: int, now: datetime, path: str, *, always: bool = False) -> None:
        """Keeps the file as it is now, once an hour: what happened in between, the history knows.

        The bytes are copied: coach replaces files, but a sync or `cp` may write into one, and a link with it.
        """
        stamp = f"{now.astimezone(UTC):{_STAMP}}"
        if self._latest_hour(name) == stamp[:_HOUR] and not always:
            return
        copy = os.path.join(self.folder(name), f"{number:010d}-{stamp}.json")
        files.make_folder(self.folder(name))
        files.write_atomically(copy, files.read(path))
        self._hours[name] = stamp[:_HOUR]
        self._tidy(name)

    def _latest_hour(self, name: str) -> str:
        if name not in self._hours:
            copies = self.of(name)
            self._hours[name] = f"{copies[-1].made:{_STAMP}}"[:_HOUR] if copies else ""
        return self._hours[name]

    def _tidy(self, name: str) -> None:
        kept = self.of(name)
        wanted = worth_keeping(kept)
        for copy in kept:
            if copy not in wanted:
                files.discard(copy.path)


def worth_keeping(copies: Sequence[Copy]) -> set[Copy]:
    """Of the copies of one file, oldest first: the last of each of the latest hours, days and months in which
    there are any. Counted among themselves and not back from now, so that a wrong clock costs none."""
    wanted: set[Copy] = set()
    for stretch, most in ((_HOUR, HOURS), (_DAY, DAYS), (_MONTH, MONTHS)):
        last_of: dict[str, Copy] = {}
        for copy in reversed(copies):
            last_of.setdefault(f"{copy.made:{_STAMP}}"[:stretch], copy)
        wanted.update(list(last_of.values())[:most])
    return wanted


def _copy(path: str) -> Copy | None:
    number, _, stamp = os.path.basename(path).removesuffix(".json").partition("-")
    try:
        return Copy(int(number), datetime.fromisoformat(stamp), path)
    except ValueError:
        return None
