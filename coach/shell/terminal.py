"""What is there to draw on: a browser or a terminal, and whether that is light. It is asked while the screens
are loaded, so that nobody waits for the answer."""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import time
from typing import Any, NamedTuple

ASK = b"\x1b]11;?\x1b\\\x1b[5n"
"""The colour of the ground, and then what every terminal answers, so that the end of the answer is known."""
_ANSWER = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-f]+)/([0-9a-f]+)/([0-9a-f]+)(?:/[0-9a-f]+)?(?:\x07|\x1b\\)", re.IGNORECASE
)
_ANY_ANSWER = re.compile(rb"\x1b\]11;[^\x07\x1b]*(?:\x07|\x1b\\)")
_END = re.compile(rb"\x1b\[0n")
_LONGEST = 0.25
"""Seconds from the question on. Over a slow line the answer comes later, and the driver takes it out."""
_SILENT = {"linux", "dumb", ""}
"""Terminals that would print the question."""
_HALF = 0.5
_LIGHT = {"7", "15"}


def is_served() -> bool:
    """Whether Textual is told to draw elsewhere than in this terminal: in a browser."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


class Terminal(NamedTuple):
    """What is known of the terminal before the first frame."""

    is_light: bool
    typed: bytes


class TerminalLight:
    """Asks when it is made. What a person typed meanwhile is kept, in their order."""

    def __init__(self) -> None:
        self.typed = b""
        self._before: list[Any] | None = None
        self._file = -1
        self._since = time.monotonic()
        self._is_said = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        if self._is_said or os.environ.get("TERM", "") in _SILENT:
            return
        try:
            self._file = sys.stdin.fileno()
            self._before = termios.tcgetattr(self._file)
            raw = termios.tcgetattr(self._file)
            raw[0] &= ~termios.ICRNL
            raw[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self._file, termios.TCSANOW, raw)
            os.write(sys.stderr.fileno(), ASK)
        except (OSError, ValueError, termios.error):
            self._before = None

    def is_light(self) -> bool:
        """The answer, if it came; dark otherwise. The terminal is as it was before."""
        if self._is_said:
            return self._is_said in _LIGHT
        if self._before is None:
            return False
        answer = b""
        try:
            while not _END.search(answer):
                left = self._since + _LONGEST - time.monotonic()
                if not select.select([self._file], [], [], max(left, 0))[0]:
                    break
                answer += os.read(self._file, 1 << 12)
        finally:
            termios.tcsetattr(self._file, termios.TCSANOW, self._before)
        self.typed = _END.sub(b"", _ANY_ANSWER.sub(b"", answer))
        found = _ANSWER.search(answer)
        return found is not None and _luminance(*found.groups()) > _HALF


def _luminance(*said: bytes) -> float:
    red, green, blue = (int(each, 16) / float(16 ** len(each) - 1) for each in said)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
