"""An earlier coach kept everything in one folder. What belongs to one machine moves out of it, so that it
does not travel to another."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from coach.store import files
from coach.store.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.paths import Paths

_FOLDERS = ("history", "copies", "drafts", "quarantine")
_FILES = ("damage.json", "written", "underway")
_PATIENCE = 0.5
_ON_ITS_WAY = ".moved"


def is_left(paths: Paths) -> bool:
    """Whether something of this machine may lie in the home still. Costs a few looks."""
    return os.path.lexists(_lock(paths)) or any(
        os.path.lexists(old + _ON_ITS_WAY) or (os.path.lexists(old) and not os.path.lexists(new))
        for old, new in _ways(paths)
    )


def move(paths: Paths) -> None:
    """Each in one step, so that a kill leaves it here or there. What another machine's older coach left later
    is no longer ours to move. Inside the lock."""
    lock = _lock(paths)
    with Lock(lock).held(_PATIENCE):  # an earlier coach may be writing there
        for old, new in _ways(paths):
            if os.path.lexists(old) and not os.path.lexists(new):
                os.rename(old, old + _ON_ITS_WAY)
            if os.path.lexists(old + _ON_ITS_WAY):
                _move(old + _ON_ITS_WAY, new)
        os.sync()
        files.discard(lock)


def _lock(paths: Paths) -> str:
    return os.path.join(paths.home, "lock")


def _ways(paths: Paths) -> Iterator[tuple[str, str]]:
    for name in (*_FOLDERS, *_FILES):
        yield os.path.join(paths.home, name), os.path.join(paths.machine, name)


def _move(old: str, new: str) -> None:
    try:
        if not os.path.lexists(new):
            os.rename(old, new)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _carry(old, new)
    _remove(old)


def _carry(old: str, new: str) -> None:
    """To another disk: whole beside its place, then there, and only then no longer here."""
    import shutil  # 2 ms, once in the life of a home

    beside = files.beside(new)
    try:
        if os.path.isdir(old):
            shutil.copytree(old, beside)
        else:
            shutil.copy2(old, beside)
        os.sync()
        files.place(beside, new)
        os.sync()
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _remove(old: str) -> None:
    import shutil

    if os.path.isdir(old):
        shutil.rmtree(old)
    elif os.path.lexists(old):
        os.unlink(old)
