"""Captures with protection: sealed to a public key, so that writing needs no passphrase."""

from __future__ import annotations

import json
from binascii import a2b_base64

from coach.core.errors import DamagedError
from coach.core.texts import words
from coach.store import files, sodium
from coach.store.memory import leave_no_image
from coach.store.sealing import LETTER, is_protected, without_sum

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from coach.core.paths import Paths


class SealedCaptures:
    """Seals what only the person can open again."""

    is_turning = False
    is_behind = False
    refuses_open = True

    def __init__(self, paths: Paths) -> None:
        leave_no_image()
        self._paths = paths
        self._public = _public_key(paths)

    @property
    def is_taken_off(self) -> bool:
        """Whether protection was taken off since: then nobody could open a letter any more."""
        return not is_protected(self._paths)

    def mend(self) -> None:
        """There is nothing to."""

    def ready(self) -> None:
        """It always is."""

    def seal(self, name: str, plain: bytes | bytearray, version: int = 0) -> bytes | bytearray:  # noqa: ARG002 - the seam's shape
        return LETTER + sodium.letter(self._public, bytes(plain))

    def open(self, name: str, sealed: bytes) -> bytes:  # noqa: ARG002 - the seam's shape
        raise ValueError("a letter can be written without the passphrase, not read")


def _public_key(paths: Paths) -> bytes:
    """What captures are sealed to, also while protection is being taken off: what the file says of it cannot
    be checked without the passphrase. Whoever takes it off looks for letters once more."""
    for path in (paths.keys, paths.keys_copy, paths.own_keys):
        try:
            kept = json.loads(without_sum(files.read(path).removesuffix(b"\n")))
            public = a2b_base64(kept["public"], strict_mode=True)
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if len(public) == sodium.KEY and any(public):
            return public
    raise DamagedError(
        words.store.error.the_keys_are_damaged,
        kept=words.store.error.nothing_was_kept_sealed,
        do=words.store.error.a_backup_holds_it_coach_doctor,
    )
