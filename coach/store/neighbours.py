"""What other machines, a sync and git do to the files of a home while nobody here looks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, DamagedError
from coach.core.texts import filled, words
from coach.store import files
from coach.store.format import HEAD
from coach.store.lasts import Lasts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.store.data_file import DataFile
    from coach.store.store import Store

PATIENCE = 0.5
"""Seconds whoever only reads waits for whoever writes."""


class Neighbours:
    """Brings each file to what is known here and there. What that takes is loaded where it is needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lasts = Lasts(store.paths.lasts, store.history)
        self._numbers: dict[str, int] = {}
        """How far each file had come when it was looked at last."""
        self.folded: list[str] = []
        """What a sync had left beside our files and is in now, by its name."""
        self.told: list[str] = []
        """What else happened because of other machines, in lines to be said once."""

    def up_to_date(self, name: str) -> DataFile:
        """A file with what another machine wrote in its place, and with what this one knows better."""
        file = self._store.data_files.file(name)
        try:
            number = file.staging.number
        except DamagedError:
            if not (self._is_brought_together(name) or self._is_sealed_again(name)):
                raise
            number = file.staging.number
        if number is None or self._is_put_back(name, number):
            if number is None:
                self._refuse_odd_marks(file)
            # Busy, read-only, full, another month damaged: then it is shown as it lies.
            with suppress(CoachError, OSError), self._store.writing(PATIENCE):
                self.take_in([name])
                self._store.ledger.catch_up(name)
        return file

    @staticmethod
    def _refuse_odd_marks(file: DataFile) -> None:
        """What could never be joined is damage, and does not hide one's own words."""
        from coach.store.marking import check_marks  # seldom

        check_marks(file.staging.content.tables)

    def _is_sealed_again(self, name: str) -> bool:
        """Whether it was a file that lay open, as of a machine that had not heard of the keys. What is known
        here takes its place; it is set aside, and what is in it comes in once that machine has sealed it."""
        if self._store.damage or not self._store.sealing.refuses_open or not self._lies_open(name):
            return False
        from coach.store import repair

        try:
            with files.disk_trouble(), self._store.held(PATIENCE):
                offer = repair.offer(self._store, name)
                if not offer.whole:
                    return False
                repair.apply(self._store, offer)
        except CoachError:
            return False
        self.told.append(filled(words.store.says.came_open, name=name))
        return True

    def _lies_open(self, name: str) -> bool:
        with suppress(OSError):
            return files.read(self._store.data_files.path_of(name)).startswith(HEAD)
        return False

    def _is_brought_together(self, name: str) -> bool:
        """Whether it was a file in which git had left both sides, and is one again."""
        from coach.store import both_sides

        if self._store.damage or not both_sides.has_marks(self._store.data_files.path_of(name)):
            return False
        try:
            with files.disk_trouble(), self._store.held(PATIENCE):
                both_sides.bring_together(self._store, name)
        except CoachError:
            return False
        return True

    def _is_put_back(self, name: str, revision: int) -> bool:
        """Whether a sync, or somebody, brought an older file back."""
        before = self._numbers.get(name)
        self._numbers[name] = revision
        if before is not None and revision >= before:
            return False
        return revision < self._store.copies.latest(name) or self.latest_changes().get(name, 0) > revision

    def latest_changes(self) -> Mapping[str, int]:
        """Of each file the latest of this machine's changes that touched it."""
        return self._lasts.known()

    def fold_copies(self) -> None:
        """The copies a sync left beside our files. Inside the lock."""
        from coach.store import arrivals

        arrivals.fold(self._store)

    def take_in_all(self) -> None:
        """Every file another machine wrote, also those nobody would look at today."""
        with files.disk_trouble(), self._store.writing():
            self.take_in(self._store.data_files.names())

    def take_in(self, names: Sequence[str]) -> None:
        """Files another machine wrote, as far as they are among these. Inside the lock."""
        if any(self._store.data_files.file(name).staging.number is None for name in names):
            from coach.store import arrivals  # seldom, and it loads what repairs

            arrivals.take_in(self._store, names)
