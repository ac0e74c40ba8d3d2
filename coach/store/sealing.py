"""The seam for encryption: every byte that goes to disk passes `seal`, every byte read passes `open`."""

from __future__ import annotations

import os
from binascii import a2b_base64, b2a_base64, crc32

from coach.core.errors import DamagedError
from coach.core.texts import words
from coach.store import files

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from typing import Protocol

    from coach.core.paths import Paths

    class Opens(Protocol):
        """Gives back what was sealed."""

        def open(self, name: str, sealed: bytes) -> bytes:
            """What was sealed under this name. Raises ValueError where it was not."""

    class Sealing(Opens, Protocol):
        """Turns the content of one named file into what lies on disk, and back."""

        def ready(self) -> None:
            """Refuses where nothing can be read or written: locked, or protected by another process."""

        @property
        def is_turning(self) -> bool:
            """Whether what lies on disk is on its way from one form into the other."""

        @property
        def is_behind(self) -> bool:
            """Whether the keys were changed or lost elsewhere, and not every place has heard of it."""

        @property
        def refuses_open(self) -> bool:
            """Whether what lies open in the place of something sealed is nobody's word."""

        @property
        def is_taken_off(self) -> bool:
            """Whether another process took protection off since."""

        def mend(self) -> None:
            """Makes whole what opens it. Inside the lock."""

        def seal(self, name: str, plain: bytes | bytearray, version: int = 0) -> bytes | bytearray:
            """What lies on disk. The version can be read without opening it."""


INBOX, HISTORY, DRAFTS = "inbox", "history", "drafts/"
"""What captures, changes and drafts are sealed as; behind the last, the name of the file follows."""
SEALED = b"coach sealed 1 "
"""How a sealed file begins; its version and a line end follow."""
_SEALED_LINE = b2a_base64(b"coach sealed", newline=False)
_SUM = len(b"00000000 ")
_HEAD_BYTES = 64
LETTER = b"coach letter 1\n"
"""How a sealed capture begins."""


class Plain:
    """Data as it is, readable with any editor."""

    is_turning = False
    is_behind = False
    is_taken_off = False
    refuses_open = False

    def mend(self) -> None:
        """There is nothing to."""

    def ready(self) -> None:
        """It always is."""

    def seal(self, name: str, plain: bytes | bytearray, version: int = 0) -> bytes | bytearray:  # noqa: ARG002 - the seam's shape
        return plain

    def open(self, name: str, sealed: bytes) -> bytes:  # noqa: ARG002 - the seam's shape
        return sealed


PLAIN: Sealing = Plain()


def is_protected(paths: Paths) -> bool:
    """Whether there are keys: nothing that a person writes may lie open."""
    is_here = os.path.exists(paths.keys) or os.path.exists(paths.keys_copy)
    return is_here or (os.path.exists(paths.own_keys) and os.path.isdir(paths.home))


def lies_sealed(paths: Paths) -> bool:
    """Whether what stays, or the latest of the history, is sealed: then there were keys."""
    if _head(os.path.join(paths.data, "standing.json")).startswith(SEALED):
        return True
    if not os.path.isdir(paths.home):
        return False
    segments = [name for name in files.names_in(paths.history) if name.endswith(".jsonl")]
    heads = (_head(os.path.join(paths.history, name)) for name in reversed(segments))
    latest = next((head for head in heads if head), b"")
    return latest[_SUM:].startswith(_SEALED_LINE)


def _head(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError:
        return b""


def keys_missing() -> DamagedError:
    """Nothing can be read, and nothing may be written that would lie open beside it."""
    return DamagedError(
        words.store.error.the_data_is_sealed_and_the,
        kept=words.store.error.nothing_was_changed,
        do=words.store.error.a_backup_holds_it_it_goes,
    )


def sealed_aside_as(path: str) -> str:
    """The name under which what was set aside is sealed."""
    return f"quarantine/{os.path.basename(path)}"


def seal_line(sealing: Sealing, name: str, line: bytes) -> bytes:
    """One line of JSON as a line again: itself, or base64 of what was sealed."""
    sealed = bytes(sealing.seal(name, line))
    return line if sealed == line else b2a_base64(sealed, newline=False)


def open_line(sealing: Opens, name: str, line: bytes) -> bytes:
    """The line of JSON that was sealed."""
    return sealing.open(name, line if line.startswith(b"{") else a2b_base64(line, strict_mode=True))


def with_sum(line: bytes) -> bytes:
    """The line behind its checksum."""
    return b"%08x %s\n" % (crc32(line), line)


def without_sum(line: bytes) -> bytes:
    """The line, when its checksum holds."""
    stated, _, rest = line.partition(b" ")
    if stated != b"%08x" % crc32(rest):
        raise ValueError("checksum does not hold")
    return rest
