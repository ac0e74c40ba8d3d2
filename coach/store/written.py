"""Where the person had files written to: exports and backups outside the folder of the data. So that turning
protection on can name them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from coach.errors import CoachError
from coach.store import files

if TYPE_CHECKING:
    from coach.store.store import Store

NAME = "written"
_KEPT = 500


def note(store: Store, path: str) -> None:
    """The file was written. That this cannot be noted is no reason to fail: it is there."""
    path = os.path.realpath(path)
    try:
        with store.repairing():
            places = [each for each in paths(store) if each != path]
            content = json.dumps([*places, path][-_KEPT:]).encode() + b"\n"
            files.write_atomically(store.paths.written, store.sealing.seal(NAME, content))
    except CoachError:
        return


def paths(store: Store) -> list[str]:
    """Where files were written to, the latest last; those that are gone are left out."""
    try:
        found = json.loads(store.sealing.open(NAME, files.read(store.paths.written)))
    except (OSError, ValueError):
        return []
    return [each for each in found if isinstance(each, str) and os.path.lexists(each)]
