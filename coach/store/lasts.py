"""Which of this machine's changes touched a file last: a file that has not seen it was put back by others."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.store.history import History

_MANY = 30
"""Changes and edits that are looked through each time rather than noted."""


class Lasts:
    """A note of this machine; what it says can be found out from the history again."""

    def __init__(self, path: str, history: History) -> None:
        self._path = path
        self._history = history
        self._tail = -1
        self._known: dict[str, int] = {}

    def known(self) -> Mapping[str, int]:
        """By file."""
        last = self._history.tail().last
        if self._tail != last:
            self._tail, self._known = last, self._look(last)
        return self._known

    def _look(self, last: int) -> dict[str, int]:
        try:
            tail, kept = json.loads(files.read(self._path))
            known = {str(name): int(number) for name, number in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            tail, known = 0, {}
        if not isinstance(tail, int) or tail > last:
            tail, known = 0, {}
        later, _ = self._history.after(tail)
        for change in later:
            known |= dict.fromkeys(change.files(), change.number)
        if sum(1 + len(change.edits) for change in later) > _MANY:
            with suppress(OSError):
                files.put(self._path, json.dumps([last, known]).encode() + b"\n")
        return known
