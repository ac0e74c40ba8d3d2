"""What lies on disk, sealed or not, as the file `keys` says; and whether it can be read just now."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from coach.errors import DamagedError, LockedError
from coach.store.memory import leave_no_image
from coach.store.recovery import said
from coach.store.sealing import INBOX, LETTER, SEALED

if TYPE_CHECKING:
    from coach.paths import Paths
    from coach.store.keys import Keys
    from coach.store.sodium import Key

_FILES = "coach files 1"
_TAKEN_OPEN = (INBOX, "drafts/")
_HEAD = re.compile(SEALED + rb"(\d{1,15})\n")


class Opened:
    """The keys of the data, while it is open."""

    def __init__(self, master: Key) -> None:
        from coach.store import sodium  # noqa: PLC0415 - only with protection
        from coach.store.keys import LETTERS  # noqa: PLC0415

        self._sodium = sodium
        self.master = master
        self._files = sodium.derived(master, _FILES)
        self._letters = sodium.derived(master, LETTERS)

    def seal(self, name: str, plain: bytes | bytearray, version: int) -> bytes:
        """What lies on disk."""
        head = SEALED + b"%d\n" % version
        return head + self._sodium.encrypted(self._files, plain, head + name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        """What was sealed under this name."""
        if name == INBOX and sealed.startswith(LETTER):
            return self._sodium.opened_letter(self._letters, sealed[len(LETTER) :])
        head = _HEAD.match(sealed)
        if head is None:
            raise ValueError("it is not sealed, as everything here is")
        return self._sodium.decrypted(self._files, sealed[head.end() :], head[0] + name.encode())

    def wipe(self) -> None:
        """Nothing of them is left here."""
        for key in (self.master, self._files, self._letters):
            key.wipe()


class Seals:
    """One person's protection, shared by everything that reads or writes their data."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._held: Opened | None = None
        self.keys: Keys | None = None
        """What is in force; nothing without protection."""
        self._look()

    @property
    def is_on(self) -> bool:
        """Whether the data is protected."""
        return self.keys is not None

    @property
    def is_locked(self) -> bool:
        """Whether it takes a passphrase to go on."""
        return self.is_on and self._held is None

    @property
    def is_turning(self) -> bool:
        """Whether what lies on disk is on its way from one form into the other."""
        return self.keys is not None and self.keys.state != "on"

    def ready(self) -> None:
        """Refuses while the data is locked, or was protected or opened by another process meanwhile."""
        if _identity(self._paths.keys) != self._seen:
            was_on, kept = self.is_on, self.keys
            self._look()
            if self.keys and kept and self._held and self.keys.id == kept.id:
                self.keys.check(self._held.master)  # another passphrase, the same data
            elif was_on or self.is_on:
                self.lock()
                if not self.is_on:
                    raise LockedError("protection was taken off meanwhile", do="Open coach again")
        if self.is_locked:
            raise LockedError(
                "the data is protected", kept="Nothing was changed", do="It opens with the passphrase"
            )

    def unlock(self, typed: str) -> None:
        """The data is open from now on: the passphrase or the recovery code. A wrong one changes nothing."""
        self._look()
        if self.keys is not None:
            self._held = Opened(self.keys.opened_by(*said(typed)))

    def unlock_with(self, raw: bytes) -> None:
        """The same with the key itself, as a short unlock keeps it."""
        from coach.store.sodium import Key  # noqa: PLC0415 - only with protection

        if self.keys is not None:
            master = Key(raw)
            self.keys.check(master)
            self._held = Opened(master)

    def lock(self) -> None:
        """The keys are wiped from memory."""
        if self._held:
            self._held.wipe()
        self._held = None

    def master(self) -> Key:
        """The key of the data, for who may see it."""
        return self._opened().master

    def take(self, keys: Keys | None, master: Key | None = None) -> None:
        """New keys are in force: written before, or removed."""
        self.keys, self._seen = keys, _identity(self._paths.keys)
        if keys is None:
            self.lock()
        elif master is not None:
            self._held = Opened(master)

    def seal(self, name: str, plain: bytes | bytearray, version: int = 0) -> bytes | bytearray:
        """What lies on disk."""
        self.ready()
        if self.keys is None or self.keys.state == "opening":
            return plain
        return self._opened().seal(name, plain, version)

    def open(self, name: str, sealed: bytes) -> bytes:
        """What was sealed under this name."""
        if not sealed.startswith((SEALED, LETTER)):
            # A capture or a draft may have been begun before there was protection.
            is_begun_before = name.startswith(_TAKEN_OPEN) and sealed.startswith(b"{")
            if self.keys is None or self.is_turning or is_begun_before:
                return sealed
            self.ready()
        return self._opened().open(name, sealed)

    def _opened(self) -> Opened:
        if self._held is None:
            self.ready()
            if self._held is None:
                raise _keys_missing()
        return self._held

    def _look(self) -> None:
        self.keys = None
        self._seen = _identity(self._paths.keys)
        if self._seen is not None or os.path.lexists(self._paths.keys_copy):
            from coach.store.keys import read_keys  # noqa: PLC0415 - only with protection

            leave_no_image()
            self.keys = read_keys(self._paths)


def is_sealed(raw: bytes) -> bool:
    """Whether these bytes are the beginning of something sealed."""
    return raw.startswith(SEALED)


def _keys_missing() -> DamagedError:
    return DamagedError(
        "the data is sealed and the file `keys`, which the passphrase opens, is missing",
        kept="Nothing was changed",
        do="A backup holds it: it goes into the folder of your data",
    )


def _identity(path: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
