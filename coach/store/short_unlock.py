"""A short unlock, where the person wants one: the key of the data in the memory of this login, for minutes.

No process stands guard. The folder is the system's own for one login: it lies in memory, belongs to the
person alone and goes when they log out. Until then, whoever can act as the person can read the key.
"""

from __future__ import annotations

import json
import os
import stat
from binascii import a2b_base64, b2a_base64
from typing import TYPE_CHECKING

from coach.core.days import since_boot
from coach.core.errors import CoachError
from coach.core.texts import words
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.store.seals import Seals

_BOOT = "/proc/sys/kernel/random/boot_id"


def remember(seals: Seals, minutes: int, environment: Mapping[str, str]) -> None:
    """The next commands open without the passphrase, for so many minutes from now."""
    path = _path(seals, environment)
    if path is None or seals.keys is None:
        raise CoachError(
            words.store.error.this_system_has_no_folder_in, kept=words.store.error.nothing_is_kept_open
        )
    files.make_folder(os.path.dirname(path))
    until = since_boot() + minutes * 60
    kept = {"boot": _boot(), "until": until, "key": b2a_base64(seals.master().raw(), newline=False).decode()}
    files.write_atomically(path, json.dumps(kept).encode())


def recall(seals: Seals, environment: Mapping[str, str]) -> bool:
    """Whether the data is open now because it was unlocked a short while ago."""
    path = _path(seals, environment)
    if path is None or not os.path.exists(path):
        return False
    try:
        kept = json.loads(files.read(path))
        if kept["boot"] == _boot() and kept["until"] - since_boot() >= 0:
            seals.unlock_with(a2b_base64(kept["key"]))
            return True
    except (OSError, ValueError, KeyError, TypeError, CoachError):
        pass
    files.discard(path)
    return False


def forget(seals: Seals, environment: Mapping[str, str]) -> bool:
    """Whether there was something to forget."""
    path = _path(seals, environment)
    if path is None or not os.path.exists(path):
        return False
    files.discard(path)
    return True


def is_possible(environment: Mapping[str, str]) -> bool:
    """Whether this login has a folder of its own."""
    return _runtime(environment) is not None


def _path(seals: Seals, environment: Mapping[str, str]) -> str | None:
    folder = _runtime(environment)
    return os.path.join(folder, "coach", seals.keys.id) if folder and seals.keys else None


def _runtime(environment: Mapping[str, str]) -> str | None:
    folder = environment.get("XDG_RUNTIME_DIR", "")
    try:
        found = os.stat(folder) if os.path.isabs(folder) else None
    except OSError:
        return None
    if found is None or found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077:
        return None
    return folder


def _boot() -> str:
    return files.read(_BOOT).decode().strip() if os.path.exists(_BOOT) else ""
