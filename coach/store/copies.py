"""Copies of every data file as it was: 24 hourly, 30 daily, 12 monthly.

A copy is named after the last change it holds and the time it was made, so the folder is its own index.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Sequence

HOURS, DAYS, MONTHS = 24, 30, 12
_STAMP = "%Y%m%dT%H%M%SZ"
_HOUR = len("20261120T09")


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

    def add(self, name: str, number: int, now: datetime, path: str, *, always: bool = False) -> None:
        """Keeps the file as it is now, once an hour: what happened in between, the history knows.

        A file is never changed in place, only replaced, so a link is a copy that costs nothing. Should
        something else damage both at once, an older copy and the history make the file whole again.
        """
        stamp = f"{now.astimezone(UTC):{_STAMP}}"
        if self._latest_hour(name) == stamp[:_HOUR] and not always:
            return
        copy = os.path.join(self.folder(name), f"{number:010d}-{stamp}.json")
        try:
            files.link_or_copy(path, copy)
        except FileNotFoundError:
            files.make_folder(self.folder(name))
            files.link_or_copy(path, copy)
        self._hours[name] = stamp[:_HOUR]
        self._tidy(name, now)

    def _latest_hour(self, name: str) -> str:
        if name not in self._hours:
            copies = self.of(name)
            self._hours[name] = f"{copies[-1].made:{_STAMP}}"[:_HOUR] if copies else ""
        return self._hours[name]

    def _tidy(self, name: str, now: datetime) -> None:
        kept = self.of(name)
        wanted = worth_keeping(kept, now)
        for copy in kept:
            if copy not in wanted:
                files.discard(copy.path)


def worth_keeping(copies: Sequence[Copy], now: datetime) -> set[Copy]:
    """Of the copies of one file, oldest first: those in force at a promised moment, and always the newest."""
    wanted = set(copies[-1:])
    for moment in _promised(now.astimezone(UTC)):
        earlier = [copy for copy in copies if copy.made <= moment]
        if earlier:
            wanted.add(max(earlier))
    return wanted


def _promised(now: datetime) -> list[datetime]:
    hour = now.replace(minute=0, second=0, microsecond=0)
    day = hour.replace(hour=0)
    months = [day.replace(day=1)]
    while len(months) < MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return (
        [hour - timedelta(hours=back) for back in range(HOURS)]
        + [day - timedelta(days=back) for back in range(DAYS)]
        + months
    )


def _copy(path: str) -> Copy | None:
    number, _, stamp = os.path.basename(path).removesuffix(".json").partition("-")
    try:
        return Copy(int(number), datetime.fromisoformat(stamp), path)
    except ValueError:
        return None
