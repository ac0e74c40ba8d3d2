"""Copies of every data file as it was: the last 10 saves, 24 hourly, 30 daily, 12 monthly.

A copy is named after the change it holds and the time it was made, so the folder is its own index. The
state of everything after change N is, for each file, its newest copy not above N.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Sequence

SAVES, HOURS, DAYS, MONTHS = 10, 24, 30, 12
_TIDY_EVERY = 50
"""Saves between two looks at what may go: looking costs a save half a millisecond."""
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """One file as it was after one change."""

    number: int
    made: datetime
    path: str


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A state everything can be brought back to."""

    number: int
    made: datetime


class Copies:
    """The copies of all files."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

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

    def add(self, name: str, number: int, now: datetime, path: str) -> None:
        """Keeps the file as it is now, under a second name.

        A file is never changed in place, only replaced, so a link is a copy that costs nothing. Should
        something else damage both at once, an older copy and the history make the file whole again.
        """
        copy = os.path.join(self.folder(name), f"{number:010d}-{now.astimezone(UTC):{_STAMP}}.json")
        try:
            files.link_or_copy(path, copy)
        except FileNotFoundError:
            files.make_folder(self.folder(name))
            files.link_or_copy(path, copy)
        if number % _TIDY_EVERY == 0:
            self._tidy(name, number, now)

    def _tidy(self, name: str, number: int, now: datetime) -> None:
        kept = self.of(name)
        wanted = worth_keeping(kept, now.astimezone(UTC), number)
        for copy in kept:
            if copy not in wanted:
                files.discard(copy.path)

    def moments(self, now: datetime, name: str | None = None) -> list[Moment]:
        """The states on offer, newest first: those promised, not every copy that still lies about."""
        copies = sorted(copy for each in ([name] if name else self.names()) for copy in self.of(each))
        last = copies[-1].number if copies else 0
        wanted = worth_keeping(copies, now.astimezone(UTC), last)
        return sorted({Moment(copy.number, copy.made) for copy in wanted}, reverse=True)

    def at(self, number: int) -> dict[str, Copy]:
        """Every file as it was after a change."""
        found = {}
        for name in self.names():
            earlier = [copy for copy in self.of(name) if copy.number <= number]
            if earlier:
                found[name] = earlier[-1]
        return found


def worth_keeping(copies: Sequence[Copy], now: datetime, last: int) -> set[Copy]:
    """The copies in force at any promised moment, and always the newest."""
    wanted = {copy for copy in copies if copy.number > last - SAVES} | set(copies[-1:])
    for moment in _promised(now):
        earlier = [copy for copy in copies if copy.made <= moment]
        if earlier:
            wanted.add(max(earlier))
    before_the_last = [copy for copy in copies if copy.number <= last - SAVES]
    return wanted | set(before_the_last[-1:])


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
