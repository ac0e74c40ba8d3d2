"""Which of this machine's changes touched a file last: a file that has not seen it was put back by others.

Asked only of a file that was put in its place after the latest change was decided, whoever did it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from coach.store.history import History


_MANY = 200
"""Changes that are looked through each time rather than noted."""


class Lasts:
    """A note of this machine; what it says can be found out from the history again."""

    def __init__(self, path: str, history: History) -> None:
        self._path = path
        self._history = history

    def is_behind(self, name: str, place: str, number: int) -> bool:
        """Whether a file has not seen a change that touched it."""
        segments = self._history.segments()
        try:
            if not segments or os.stat(place).st_ctime_ns < os.stat(segments[-1]).st_mtime_ns:
                return False
        except FileNotFoundError:
            return False
        return number < self._history.tail().last and self._known().get(name, 0) > number

    def _known(self) -> dict[str, int]:
        try:
            tail, known = json.loads(files.read(self._path))
            known = {str(name): int(number) for name, number in known.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            tail, known = 0, {}
        last = self._history.tail().last
        if tail != last:
            later, _ = self._history.after(tail if tail < last else 0)
            for change in later:
                known |= dict.fromkeys(change.files(), change.number)
            if last - tail > _MANY:
                with suppress(OSError):
                    files.put(self._path, json.dumps([last, known]).encode() + b"\n")
        return known
