"""Texts on their way: on the disk before they are entries, and until they are."""

from __future__ import annotations

import fcntl
import json
import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.answers import OWN
from coach.core.errors import DamagedError
from coach.core.json_text import one_line
from coach.core.texts import filled, words
from coach.store import files
from coach.store.sealing import DRAFTS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.sealing import Sealing

_ENDING = ".md"
_FIELDS_ENDING = ".json"
_LIFE_ENDING = ".alive"
_NO_WORDS = {"of", "at", "about", "entry", "mode", "prompt", "kind"}
_WRITER = os.urandom(8).hex()
"""This process. A number of the system's would come again in another one."""
_LIVES: dict[str, int] = {}
"""The locks this process lives by, one a folder."""


class Draft(NamedTuple):
    """Something being written in the app: all it will be made of."""

    name: str
    kind: str
    """What it will be: `entries`, `checkins`."""
    written: str
    """When it was last kept, as ISO."""
    fields: dict[str, Any]

    @property
    def text(self) -> str:
        """The words in it."""
        return str(self.fields.get("text") or self.fields.get("line") or "")

    @property
    def lines(self) -> list[str]:
        """Every line that was written in it, whatever it will be."""
        said = (each for name, each in self.fields.items() if name not in _NO_WORDS and name[0] != OWN)
        return [each for each in said if isinstance(each, str) and each.strip()]


def is_of(draft: Draft, name: str) -> bool:
    """Whether a draft was begun on this page, in whichever window."""
    return re.fullmatch(rf"{name}(-[0-9a-f]{{16}})?", draft.name) is not None


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
            self._write(name, _ENDING, bytes_of(text))
        return self.path(name)

    def read(self, name: str) -> str | None:
        """What the draft holds."""
        try:
            raw = files.read(self.path(name))
        except FileNotFoundError:
            return None
        try:
            return text_of(self._sealing.open(self._sealed_as(name, _ENDING), raw))
        except ValueError as error:
            raise DamagedError(
                filled(words.core.error.the_draft_cannot_be_read, name=name, error=error),
                kept=words.core.error.it_is_left_as_it_is,
            ) from None

    def discard(self, name: str) -> None:
        """The draft has become what it was for."""
        for path in (self.path(name), self._fields_path(name)):
            if os.path.exists(path):
                files.discard(path)

    def throw(self, seen: Draft) -> bool:
        """Away with a draft as it was seen; one that was written on since, or is being written elsewhere,
        stays. Gives whether it went."""
        if not any(each.name == seen.name and each.fields == seen.fields for each in self.left()):
            return False
        self.discard(seen.name)
        return True

    def discard_text(self, name: str) -> None:
        """The editor is done with it; the app's own draft stays."""
        files.discard(self.path(name))

    def place(self, name: str) -> str:
        """Where a draft of the app lies."""
        return self._fields_path(name)

    def keep_fields(self, draft: Draft) -> None:
        """The draft holds all of this when this returns."""
        kept = {"kind": draft.kind, "written": draft.written, "writer": _WRITER, "fields": draft.fields}
        raw = f"{one_line(kept)}\n".encode()
        with files.disk_trouble():
            files.make_folder(self._folder)
            self._show_life()
            self._write(draft.name, _FIELDS_ENDING, raw)

    def read_fields(self, name: str) -> Draft | None:
        """What the draft holds; nothing where it is gone or no draft."""
        found = self._kept(name)
        return found and found[0]

    def take_up(self, name: str) -> tuple[str, Draft | None]:
        """The name to write under, and what was left there. What another window is writing is its own."""
        kept = self._kept(name)
        if kept and kept[1] != _WRITER and self._is_alive(kept[1]):
            name = f"{name}-{_WRITER}"
            kept = self._kept(name)
        return name, kept and kept[0]

    def free_name(self, name: str) -> str:
        """The name, or one like it, under which nothing lies."""
        while self._kept(name):
            name = f"{name.removesuffix(f'-{_WRITER}')}-{os.urandom(8).hex()}"
        return name

    def left(self) -> Iterator[Draft]:
        """What was left unfinished in the app, the latest first. What an open app is writing is its own."""
        names = [
            name.removesuffix(_FIELDS_ENDING)
            for name in files.names_in(self._folder)
            if name.endswith(_FIELDS_ENDING) and name[0] != "."
        ]
        found = [kept for name in names if (kept := self._kept(name))]
        for draft, writer in sorted(found, key=lambda kept: kept[0].written, reverse=True):
            if writer == _WRITER or not self._is_alive(writer):
                yield draft

    def _write(self, name: str, ending: str, raw: bytes) -> None:
        path = os.path.join(self._folder, name + ending)
        files.write_atomically(path, self._sealing.seal(self._sealed_as(name, ending), raw))
        if self._sealing.is_taken_off:  # whoever took protection off looks once more after it, as we do here
            files.write_atomically(path, raw)

    def _sealed_as(self, name: str, ending: str) -> str:
        return f"{DRAFTS}{name}{ending}"

    def _show_life(self) -> None:
        """As long as this process lives, it holds a lock that others can try."""
        path = self._life_path(_WRITER)
        if path not in _LIVES:
            _LIVES[path] = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(_LIVES[path], fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_alive(self, writer: str) -> bool:
        """Whether the process that writes a draft still runs; what a dead one left behind goes."""
        path = self._life_path(writer)
        try:
            file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            files.discard(path)
        except OSError:
            return True
        finally:
            os.close(file)
        return False

    def _life_path(self, writer: str) -> str:
        return os.path.join(self._folder, f"{os.path.basename(writer)}{_LIFE_ENDING}")

    def _kept(self, name: str) -> tuple[Draft, str] | None:
        """The draft and its writer; what is no draft of ours is left where it lies."""
        from coach.draft_shape import is_sound  # 8 ms, and a text piped in needs none

        try:
            raw = files.read(self._fields_path(name))
            kept = json.loads(self._sealing.open(self._sealed_as(name, _FIELDS_ENDING), raw))
            draft = Draft(name, kept["kind"], kept["written"], kept["fields"])
            return (draft, kept["writer"]) if is_sound(draft, kept["writer"]) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, DamagedError):
            return None

    def _fields_path(self, name: str) -> str:
        return os.path.join(self._folder, name + _FIELDS_ENDING)


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
