"""What lies on disk, sealed or not, as the file `keys` says; and whether it can be read just now."""

from __future__ import annotations

import os
import re
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from coach.core.errors import LockedError
from coach.core.texts import words
from coach.store import files
from coach.store.history import is_segment
from coach.store.memory import leave_no_image
from coach.store.sealing import (
    DRAFTS,
    HISTORY,
    INBOX,
    LETTER,
    SEALED,
    is_protected,
    keys_missing,
    lies_sealed,
    open_line,
    without_sum,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.core.paths import Paths
    from coach.store.keys import Keys
    from coach.store.sealing import Sealing
    from coach.store.sodium import Key

_FILES = "coach files 1"
_TAKEN_OPEN = (INBOX, DRAFTS)
_DRAFTED = (".json", ".md")
_HEAD = re.compile(SEALED + rb"(\d{1,15})\n")


class Opened:
    """The keys of the data, while it is open. One thread at a time: none seals while they are wiped."""

    def __init__(self, master: Key) -> None:
        from coach.store import sodium
        from coach.store.keys import LETTERS

        self._sodium = sodium
        self._guard = threading.Lock()
        self.master = master
        self._files = sodium.derived(master, _FILES)
        self._letters = sodium.derived(master, LETTERS)

    def seal(self, name: str, plain: bytes | bytearray, version: int) -> bytes:
        """What lies on disk."""
        head = SEALED + b"%d\n" % version
        with self._guard:
            return head + self._sodium.encrypted(self._files, plain, head + name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        """What was sealed under this name."""
        if name == INBOX and sealed.startswith(LETTER):
            with self._guard:
                return self._sodium.opened_letter(self._letters, sealed[len(LETTER) :])
        head = _HEAD.match(sealed)
        if head is None:
            raise ValueError("it is not sealed, as everything here is")
        with self._guard:
            return self._sodium.decrypted(self._files, sealed[head.end() :], head[0] + name.encode())

    def wipe(self) -> None:
        """Nothing of them is left here."""
        with self._guard:
            for key in (self.master, self._files, self._letters):
                key.wipe()


class Seals:
    """One person's protection, shared by everything that reads or writes their data."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._held: Opened | None = None
        self.keys: Keys | None = None
        """What is in force; nothing without protection."""
        self.was_recovered = False
        """Whether it was opened with a recovery code."""
        self._seen = self._stand()
        self._is_mended = False
        self._is_own: tuple[tuple[object, ...], bool] | None = None
        self.keys = self._read()

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
        """Whether what lies on disk is on its way from one form into the other; here, where another machine
        protected the data, too."""
        return self.keys is not None and (self.keys.state != "on" or not self.is_own)

    @property
    def is_own(self) -> bool:
        """Whether what lies on this machine is sealed with the keys in force."""
        if self._is_own is None or self._is_own[0] != self._seen:
            from coach.store.keys import is_own

            self._is_own = self._seen, self.keys is None or is_own(self._paths, self.keys)
        return self._is_own[1]

    @property
    def is_behind(self) -> bool:
        """Whether the keys were changed or lost elsewhere, and not every place has heard of it."""
        if self.keys is None or self._held is None or self._is_mended:
            return False
        from coach.store.keys import are_everywhere

        return not are_everywhere(self._paths, self.keys)

    @property
    def refuses_open(self) -> bool:
        """Whether what lies open in the place of something sealed is nobody's word."""
        return self.is_on and not self.is_turning

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery code opens it, too."""
        return self.keys is not None and "recovery" in self.keys.locks

    @property
    def is_taken_off(self) -> bool:
        """Whether another process took protection off since."""
        return self.is_on and not is_protected(self._paths)

    def ready(self) -> None:
        """Refuses while the data is locked, or was protected or opened by another process meanwhile.

        Nothing is believed of a changed file before it was checked; until then every look refuses again.
        """
        stand = self._stand()
        if stand != self._seen:
            self._take_in(self._read(), stand)
        if self.is_locked:
            raise LockedError(
                words.store.error.the_data_is_protected,
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.it_opens_with_the_passphrase,
            )

    def _take_in(self, found: Keys | None, stand: tuple[object, ...]) -> None:
        if found is None and self.keys is not None:
            self.lock()
            raise LockedError(
                words.store.error.protection_was_taken_off_meanwhile, do=words.store.error.open_coach_again
            )
        if found and self._held and self.keys and self.keys.id == found.id:
            found.check(self._held.master)  # another passphrase, the same data
        else:
            self.lock()
        self.keys, self._seen, self._is_mended = found, stand, False

    def unlock(self, typed: str) -> None:
        """The data is open from now on: the passphrase or the recovery code. A wrong one changes nothing."""
        stand = self._stand()
        if self._read() is None:
            if self.is_on:
                raise LockedError(
                    words.store.error.protection_was_taken_off_meanwhile,
                    do=words.store.error.leave_and_open_coach_again,
                )
            return
        from coach.store.keys import fitting

        found, master, which = fitting(self._paths, typed, fits)
        self.keys, self._seen, self._held = found, stand, Opened(master)
        self.was_recovered = which == "recovery"

    def unlock_with(self, raw: bytes) -> None:
        """Unlocks with the key itself, as a short unlock keeps it."""
        from coach.store.sodium import Key

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
        return self.held().master

    def held(self) -> Opened:
        """The keys, while it is open."""
        if self._held is None:
            self.ready()
            if self._held is None:
                raise keys_missing()
        return self._held

    def take(self, keys: Keys | None, master: Key | None = None) -> None:
        """New keys are in force: written before, or removed."""
        leave_no_image()
        self.keys, self._seen = keys, self._stand()
        if keys is None:
            self._held = None
        elif master is not None:
            self._held = Opened(master)

    def mend(self) -> None:
        """Both files hold the keys again, where one was lost, harmed or left behind. Inside the lock."""
        if self.keys is None or self._is_mended:
            return
        from coach.store.keys import keep_own, mended

        mended(self._paths, self.keys)
        if self.is_own:
            keep_own(self._paths, self.keys)
        self._seen, self._is_mended = self._stand(), True
        if not self.is_turning:
            self._seal_drafts()

    def _seal_drafts(self) -> None:
        """A draft that was on its way while protection came lies open until now."""
        for path, name in drafts_in(self._paths):
            raw = files.read(path)
            if _is_begun_before(name, raw):
                files.write_atomically(path, self.seal(name, raw))

    def seal(self, name: str, plain: bytes | bytearray, version: int = 0) -> bytes | bytearray:
        """What lies on disk."""
        self.ready()
        if self.keys is None or self.keys.state == "opening":
            return plain
        return self.held().seal(name, plain, version)

    def open(self, name: str, sealed: bytes) -> bytes:
        """What was sealed under this name."""
        if not sealed.startswith((SEALED, LETTER)):
            # A capture or a draft may have been begun before there was protection.
            is_begun_before = _is_begun_before(name, sealed)
            if self.keys is None or self.is_turning or is_begun_before:
                return sealed
            self.ready()
        return self.held().open(name, sealed)

    def _read(self) -> Keys | None:
        if is_protected(self._paths):
            from coach.store.keys import read_keys

            leave_no_image()
            return read_keys(self._paths)
        if self.keys is None and lies_sealed(self._paths):
            raise keys_missing()
        return None

    def _stand(self) -> tuple[object, ...]:
        places = (self._paths.keys, self._paths.keys_copy, self._paths.own_keys)
        return tuple(map(files.identity, places))


def _is_begun_before(name: str, raw: bytes) -> bool:
    """Whether it may have been begun before there was protection, and is no sealed file that was harmed."""
    if not name.startswith(_TAKEN_OPEN) or raw.startswith((SEALED, LETTER)):
        return False
    if name.endswith(".md"):
        return b"\0" not in raw and raw == raw.decode("utf-8", "ignore").encode()
    return raw.startswith(b"{")


def drafts_in(paths: Paths) -> Iterator[tuple[str, str]]:
    """Every draft coach wrote, with what it is sealed as."""
    for name in files.names_in(paths.drafts):
        path = os.path.join(paths.drafts, name)
        if name.endswith(_DRAFTED) and name[0] != "." and os.path.isfile(path):
            yield path, DRAFTS + name


def keys_of(sealing: Sealing) -> Keys | None:
    """What is in force, where something can be."""
    return sealing.keys if isinstance(sealing, Seals) else None


def is_sealed(raw: bytes) -> bool:
    """Whether these bytes are the beginning of something sealed."""
    return raw.startswith(SEALED)


def fits(paths: Paths, master: Key) -> bool:
    """Whether what stays was sealed with this key; where there is nothing that stays, the latest of the
    history."""
    held = Opened(master)
    path = os.path.join(paths.data, "standing.json")
    if os.path.exists(path) and is_sealed(raw := files.read(path)):
        return _opens(lambda: held.open("standing", raw))
    segments = [name for name in files.names_in(paths.history) if is_segment(name)]
    for name in reversed(segments):
        for line in reversed(files.read(os.path.join(paths.history, name)).split(b"\n")):
            with suppress(ValueError):
                sealed = without_sum(line)
                return _opens(lambda: open_line(held, HISTORY, sealed))  # noqa: B023 - asked at once
    return True


def _opens(look: Callable[[], bytes]) -> bool:
    try:
        look()
    except ValueError:
        return False
    return True
