"""This machine among those that share a home: its name, and which files of the others it has taken in."""

from __future__ import annotations

import json
import os
import re
from binascii import crc32
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.core.paths import Paths
    from coach.store.format import Content

_BYTES = 4
_ID = "/etc/machine-id"
_BY = re.compile(rb'\{"_meta": [^\n]{,300}?"by": "([0-9a-f]+)"')


class Machine:
    """What it knows of itself lies in its own folder, so that no two are called alike."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._name = ""
        self._seen: tuple[int, ...] | None = None
        self._arrived: dict[str, tuple[str, int]] = {}
        self._stands: dict[str, int] = {}
        self._differing: list[str] = []

    @property
    def name(self) -> str:
        """Eight signs, made by chance; nothing where nothing was written yet."""
        if not self._name:
            try:
                name, _, where = files.read(self._paths.name).decode("ascii").strip().partition(" ")
            except (OSError, ValueError):
                return ""
            self._name = name if where in {self._where(), _computer()} else ""
        return self._name

    def forget(self) -> None:
        """What it knew was of another home."""
        self._name, self._seen = "", None

    def begin(self) -> None:
        """It has a name from now on. Inside the lock."""
        if not self.name:
            name = os.urandom(_BYTES).hex()
            files.write_atomically(self._paths.name, f"{name} {self._where()}\n".encode())

    def _where(self) -> str:
        """On which computer this folder lies, and which of its folders it is: one that was copied is another.
        So two machines are never called alike, though one was set up as a copy of the other."""
        return f"{_computer()}-{os.stat(self._paths.machine).st_ino:x}"

    def number(self, name: str, content: Content, total: str) -> int | None:
        """Which of this machine's changes a file has seen; nothing where another one wrote it and nobody here
        has taken it in."""
        if content.by == self.name and content.by:
            return content.revision
        kept, number = self._taken().get(name, ("", 0))
        return number if kept == total else None

    def is_of_another(self, raw: bytes) -> bool:
        """Whether the first bytes of a file say that another machine wrote it."""
        by = _BY.match(raw)
        return by is not None and by[1].decode() != self.name

    def was_alone(self, wrote: Mapping[str, tuple[bytes, int]]) -> None:
        """From when there was one machine: what it wrote, as far as which change. Inside the lock."""
        self._note({name: (sum_of(raw), number) for name, (raw, number) in wrote.items()})

    def took(self, name: str, total: str, number: int) -> None:
        """What another machine wrote is in, as far as this change of ours. Inside the lock."""
        self._note({name: (total, number)})

    def changed(self, folders: Sequence[str]) -> list[str]:
        """The folders in which a file was put or replaced since what lay in all of them was known."""
        self._stands = {each: there[2] for each in folders if (there := files.identity(each))}
        try:
            seen = json.loads(files.read(self._paths.looked))
            self._differing = [each for each in self._stands if seen.get(each) != self._stands[each]]
        except (OSError, ValueError, AttributeError):
            self._differing = list(self._stands)
        return self._differing

    def looked(self) -> None:
        """What lay in them when they were looked at is known. One changes with every save; that two did is
        taken note of."""
        if len(self._differing) > 1 and self.name:
            with suppress(OSError):
                files.put(self._paths.looked, json.dumps(self._stands).encode())
            self._differing = []

    @property
    def sent(self) -> int:
        """The last of our changes that was committed for the others."""
        try:
            return int(files.read(self._paths.sent))
        except (OSError, ValueError):
            return 0

    def send(self, number: int) -> None:
        """All up to this one was. Inside the lock."""
        if number != self.sent:
            files.write_atomically(self._paths.sent, b"%d\n" % number)

    def _note(self, taken: Mapping[str, tuple[str, int]]) -> None:
        kept = {**self._taken(), **taken}
        files.write_atomically(self._paths.arrived, json.dumps(kept).encode() + b"\n")

    def _taken(self) -> dict[str, tuple[str, int]]:
        found = files.identity(self._paths.arrived)
        if found != self._seen:
            self._seen = found
            try:
                kept = json.loads(files.read(self._paths.arrived)) if found else {}
                self._arrived = {name: (str(each), int(number)) for name, (each, number) in kept.items()}
            except (OSError, ValueError, TypeError, AttributeError):
                self._arrived = {}  # then it is taken in once more, and nothing comes of it
        return self._arrived


def _computer() -> str:
    """Which computer this is, where the system says so; another word of nobody but coach."""
    try:
        return f"{crc32(b'coach ' + files.read(_ID)):08x}"
    except OSError:
        return ""


def sum_of(raw: bytes) -> str:
    """By which the bytes of a file are known again."""
    return f"{crc32(raw):08x} {len(raw)}"
