"""One lock between processes. The kernel gives it back when a process dies, however it dies."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coach.core.errors import BusyError
from coach.core.texts import words
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 5.0
"""Seconds to wait for another process before saying so (D4)."""


class Lock:
    """Held by one process, and in it by one thread, at a time."""

    def __init__(self, path: str, patience: float = PATIENCE) -> None:
        self._path = path
        self._patience = patience
        self._thread = threading.RLock()
        self._depth = 0
        self._file = -1

    @contextmanager
    def held(self, patience: float | None = None) -> Iterator[None]:
        """Inside, nobody else changes the data. Entering again from inside is free."""
        deadline = time.monotonic() + (self._patience if patience is None else patience)
        if not self._thread.acquire(timeout=max(deadline - time.monotonic(), 0)):
            raise _busy()
        try:
            if self._depth:
                yield
                return
            file = self._file = self._acquire(deadline)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                os.close(file)
        finally:
            self._thread.release()

    def check(self) -> None:
        """Refuses when the file we hold is the lock no longer: whoever opens the new one is inside, too."""
        if not self._is_the_lock(self._file):
            raise _busy()

    def _acquire(self, deadline: float) -> int:
        while True:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, files.FILE_MODE)
            if os.fstat(file).st_mode & 0o777 != files.FILE_MODE:
                os.fchmod(file, files.FILE_MODE)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not _Turn(file).comes(deadline - time.monotonic()):
                    raise _busy() from None
            except BaseException:
                os.close(file)
                raise
            if self._is_the_lock(file):
                return file
            os.close(file)

    def _is_the_lock(self, file: int) -> bool:
        """Whether the file we hold still stands at its place: a sync tool may have replaced it."""
        try:
            return os.path.samestat(os.fstat(file), os.stat(self._path))
        except FileNotFoundError:
            return False


class _Turn:
    """Waiting in the kernel's own queue, where everybody's turn comes; a thread can be left behind there."""

    def __init__(self, file: int) -> None:
        self._file = file
        self._guard = threading.Lock()
        self._came = threading.Event()
        self._given_up = False

    def comes(self, seconds: float) -> bool:
        """Whether it came in time. If not, the thread closes the file when it does come."""
        threading.Thread(target=self._queue, daemon=True).start()
        self._came.wait(max(seconds, 0))
        with self._guard:
            self._given_up = not self._came.is_set()
            return not self._given_up

    def _queue(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        with self._guard:
            if self._given_up:
                os.close(self._file)
            else:
                self._came.set()


def _busy() -> BusyError:
    return BusyError(
        words.store.error.another_coach_is_writing_and_has,
        kept=words.store.error.nothing_was_changed,
        do=words.store.error.try_again_in_a_moment,
    )
