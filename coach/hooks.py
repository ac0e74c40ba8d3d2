"""A person's own programs, told of what was just kept: `hooks/on-checkin` beside the settings gets the record
on its stdin. Off until it is switched on; nobody waits for them, and what they do is theirs."""

from __future__ import annotations

import os
import signal
import stat
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.core.json_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.core.paths import Paths
    from coach.store.history import Change, Edit

NAMES = {
    "entries": "on-entry",
    "checkins": "on-checkin",
    "signals": "on-signal",
    "commitments": "on-commitment",
    "marks": "on-mark",
    "reflections": "on-reflection",
    "decisions": "on-decision",
}
"""The kinds a program can be told of, and what it is called."""
IN_HOOK = "COACH_HOOK"
"""Set where a hook runs: what it keeps with coach is told to none, or the first would never end."""
_MOST = 100
"""What comes in by the hundred, as from another journal, is told to nobody."""
_FITS_A_PIPE = 1 << 14


class Hooks:
    """Those of one person, asked at each change."""

    def __init__(self, paths: Paths) -> None:
        self._folder = folder(paths)
        self._running: list[int] = []

    def tell(self, changes: Iterable[Change]) -> None:
        """Each program of each record that is new, or another one now."""
        edits = [each for change in changes for each in change.edits if each.after is not None]
        if len(edits) >= _MOST or IN_HOOK in os.environ:
            return
        for each in edits:
            path = os.path.join(self._folder, NAMES.get(each.kind, ""))
            if each.kind in NAMES and is_sound(path):
                self._start(path, each)

    def _start(self, path: str, edit: Edit) -> None:
        """Runs it on its own: it outlives the command, and says nothing on its terminal."""
        self._running = [each for each in self._running if not _is_over(each)]
        given = one_line({"kind": edit.kind, "id": edit.id, **(edit.after or {})}).encode() + b"\n"
        with suppress(OSError):
            stdin, null = _holding(given), os.open(os.devnull, os.O_WRONLY)
            try:
                self._running.append(_started(path, stdin, null))
            finally:
                os.close(stdin)
                os.close(null)


def folder(paths: Paths) -> str:
    """Where they lie: beside the settings."""
    return os.path.join(os.path.dirname(paths.config), "hooks")


def is_sound(path: str) -> bool:
    """Whether it is a program, and nobody but its person can have put it there or changed it."""
    try:
        found, around = os.lstat(path), os.stat(os.path.dirname(path))
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and os.access(path, os.X_OK) and all(map(_is_own, (found, around)))


def _is_own(found: os.stat_result) -> bool:
    """Whether only its person can write it. A group of that person alone, as many systems make one for each,
    is nobody else."""
    is_private = found.st_gid == os.getgid() == os.getuid()
    others = stat.S_IWOTH if is_private else stat.S_IWOTH | stat.S_IWGRP
    return found.st_uid == os.getuid() and not found.st_mode & others


def there_are(paths: Paths) -> list[str]:
    """The names of those that would be told."""
    return [name for name in NAMES.values() if is_sound(os.path.join(folder(paths), name))]


def refused(paths: Paths) -> list[str]:
    """Those that lie there and are not started."""
    return [
        name
        for name in NAMES.values()
        if os.path.lexists(path := os.path.join(folder(paths), name)) and not is_sound(path)
    ]


def _started(path: str, stdin: int, null: int) -> int:
    """Its process. A script that does not say what runs it is run by the shell, as at a prompt."""
    streams = [(os.POSIX_SPAWN_DUP2, file, to) for file, to in ((stdin, 0), (null, 1), (null, 2))]
    environment = {**os.environ, IN_HOOK: "1"}
    usual = [signal.SIGPIPE, signal.SIGXFSZ]
    for command in ([path], ["/bin/sh", path]):
        with suppress(OSError):
            return os.posix_spawn(
                command[0], command, environment, file_actions=streams, setpgroup=0, setsigdef=usual
            )
    raise OSError(path)


def _holding(given: bytes) -> int:
    """An open file with these bytes in it, that is nowhere on the disk."""
    if len(given) > _FITS_A_PIPE and hasattr(os, "memfd_create"):
        file = os.memfd_create("record")
        os.write(file, given)
        os.lseek(file, 0, os.SEEK_SET)
        return file
    reads, writes = os.pipe()
    if len(given) <= _FITS_A_PIPE:
        _pour(writes, given)
    else:
        threading.Thread(target=_pour, args=(writes, given), daemon=True).start()
    return reads


def _pour(writes: int, given: bytes) -> None:
    with suppress(OSError), os.fdopen(writes, "wb") as pipe:
        pipe.write(given)


def _is_over(process: int) -> bool:
    try:
        return os.waitpid(process, os.WNOHANG)[0] != 0
    except ChildProcessError:
        return True
