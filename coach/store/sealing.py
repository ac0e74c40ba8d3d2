"""The seam for encryption: every byte that goes to disk passes `seal`, every byte read passes `open`."""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from typing import Protocol

    class Sealing(Protocol):
        """Turns the content of one named file into what lies on disk, and back."""

        def seal(self, name: str, plain: bytes | bytearray) -> bytes | bytearray:
            """What lies on disk."""

        def open(self, name: str, sealed: bytes) -> bytes:
            """What was sealed under this name."""


class Plain:
    """Data as it is, readable with any editor."""

    def seal(self, name: str, plain: bytes | bytearray) -> bytes | bytearray:  # noqa: ARG002 - the seam's shape
        return plain

    def open(self, name: str, sealed: bytes) -> bytes:  # noqa: ARG002 - the seam's shape
        return sealed


PLAIN: Sealing = Plain()


def seal_line(sealing: Sealing, name: str, line: bytes) -> bytes:
    """One line of JSON as a line again: itself, or base64 of what was sealed."""
    sealed = bytes(sealing.seal(name, line))
    return line if sealed == line else b2a_base64(sealed, newline=False)


def open_line(sealing: Sealing, name: str, line: bytes) -> bytes:
    """The line of JSON that was sealed."""
    return line if line.startswith(b"{") else sealing.open(name, a2b_base64(line))
