"""Texts on their way: on the disk before they are entries, and until they are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.store import files
from coach.store.sealing import PLAIN

if TYPE_CHECKING:
    from coach.store.sealing import Sealing

_ENDING = ".md"


class Drafts:
    """One file for each text being written, in coach's own folder."""

    def __init__(self, folder: str, sealing: Sealing = PLAIN) -> None:
        self._folder = folder
        self._sealing = sealing

    def path(self, name: str) -> str:
        """Where a draft lies."""
        return os.path.join(self._folder, name + _ENDING)

    def names(self) -> list[str]:
        """The drafts there are."""
        names = files.names_in(self._folder)
        return [name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING) and name[0] != "."]

    def keep(self, name: str, text: str) -> str:
        """The draft holds this text when this returns; gives its path."""
        with files.disk_trouble():
            files.make_folder(self._folder)
            files.write_atomically(self.path(name), self._sealing.seal(name, bytes_of(text)))
        return self.path(name)

    def read(self, name: str) -> str | None:
        """What the draft holds."""
        try:
            raw = files.read(self.path(name))
        except FileNotFoundError:
            return None
        return text_of(self._sealing.open(name, raw))

    def holds(self, name: str, text: str) -> bool:
        """Whether the draft is this text, but for the line end editors add."""
        kept = self.read(name)
        return kept is not None and without_last_line_end(kept) == text

    def discard(self, name: str) -> None:
        """The draft has become what it was for."""
        files.discard(self.path(name))


def bytes_of(text: str) -> bytes:
    """Text as bytes, whatever it holds."""
    return text.encode("utf-8", "surrogatepass")


def text_of(raw: bytes) -> str:
    """Bytes from outside as text; those that are none are carried along as they are."""
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "surrogateescape")


def without_last_line_end(text: str) -> str:
    """The text without the one line end that editors and `echo` put behind it."""
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text
