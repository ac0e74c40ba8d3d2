"""Where the person had files written to, and how those were: so that turning protection on can name them, and
takes nothing away that is something else by now."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import CoachError
from coach.store import files

if TYPE_CHECKING:
    from coach.store.store import Store

NAME = "written"
_KEPT = 500


class NotedFile(NamedTuple):
    """A file, or a folder, that was written for the person."""

    path: str
    stand: list[int]
    """Size and time of a file as it was written; nothing for a folder, into which others may write too."""

    @property
    def is_as_written(self) -> bool:
        """Whether it is a file that nobody changed since."""
        return bool(self.stand) and _stand(self.path) == self.stand


def note(store: Store, *paths: str) -> None:
    """The files were written. That this cannot be noted is no reason to fail: they are there."""
    new = [NotedFile(path, _stand(path)) for path in map(os.path.realpath, paths)]
    again = {each.path for each in new}
    try:
        with store.repairing():
            kept = [each for each in noted(store) if each.path not in again]
            content = json.dumps([*kept, *new][-_KEPT:]).encode() + b"\n"
            files.write_atomically(store.paths.written, store.sealing.seal(NAME, content))
    except CoachError:
        return


def noted(store: Store) -> list[NotedFile]:
    """What was written, the latest last; what is gone is left out."""
    try:
        found = json.loads(store.sealing.open(NAME, files.read(store.paths.written)))
        return [NotedFile(path, stand) for path, stand in found if os.path.lexists(path)]
    except (OSError, ValueError, TypeError):
        return []


def _stand(path: str) -> list[int]:
    if not os.path.isfile(path) or os.path.islink(path):
        return []
    found = os.stat(path)
    return [found.st_size, found.st_mtime_ns]
