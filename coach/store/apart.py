"""Where the words of two machines stand side by side until a person has looked at them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from coach.store.format import Tables


class Apart:
    """A note of this machine: what it says of a file can be found out from the file again."""

    def __init__(self, path: str) -> None:
        self._path = path

    def places(self) -> dict[str, list[list[str]]]:
        """Kinds and ids, by file."""
        try:
            kept = json.loads(files.read(self._path))
            return {str(name): [[str(kind), str(each)] for kind, each in told] for name, told in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def look(self, name: str, tables: Tables) -> None:
        """Takes note of what a file holds."""
        from coach.store.joining import parted_in  # seldom, and it loads what joins

        found = [[kind, record_id] for kind, record_id, _ in parted_in(tables)]
        before = self.places()
        now = {each: told for each, told in {**before, name: found}.items() if told}
        if now != before:
            files.write_atomically(self._path, json.dumps(now).encode() + b"\n")
