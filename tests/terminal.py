"""A real terminal around a real process: what it writes, byte by byte, and the keys it is sent."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

from coach.core.safe_text import cells
from coach.shell.terminal import ASK

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = 30.0

_APP = b"\x1b[?1049h"
_DARK = b"\x1b]11;rgb:1111/1414/1a1a\x1b\\\x1b[0n"
"""What an app says first: it draws on a page of its own."""
_PIECE = re.compile(
    r"\x1b\[(\d*)(?:;(\d*))?H|\x1b\[([\d;]*)m|\x1b\[[<-?]?[0-9;]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b.|([\r\n])|(.)",
    re.DOTALL,
)


class Page:
    """What is drawn on a terminal, as a person sees it: of a change only what is different is written."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, tuple[str, str]]] = {}
        """By row and column, a sign and the codes of its style."""
        self._row = self._column = 1
        self._codes = ""

    def take(self, written: str) -> None:
        """Draws on."""
        for each in _PIECE.finditer(written):
            row, column, codes, line, sign = each.groups()
            if row is not None:
                self._row, self._column = int(row or 1), int(column or 1)
            elif codes is not None:
                self._codes = codes.removeprefix("0").removeprefix(";")
            elif line:
                self._row, self._column = self._row + (line == "\n"), 1
            elif sign:
                cells_of_row, width = self.rows.setdefault(self._row, {}), cells(sign)
                cells_of_row[self._column] = (sign, self._codes)
                if width > 1:
                    cells_of_row[self._column + 1] = ("", self._codes)
                self._column += width

    @property
    def text(self) -> str:
        """Line by line."""
        return "\n".join(
            "".join(line.get(column, " ")[0] for column in range(1, max(line) + 1))
            for _, line in sorted(self.rows.items())
        )


class Terminal:
    """A process in a pty of its own."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], size: tuple[int, int] = (80, 24)):
        self.written = b""
        self._page, self._drawn = Page(), 0
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), {**environment, "TERM": "xterm-256color"})  # noqa: S606 - the one under test
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def read(self, seconds: float) -> bytes:
        """What comes within so many seconds, or until nothing more can come."""
        deadline, before = time.monotonic() + seconds, len(self.written)
        while (left := deadline - time.monotonic()) > 0:
            ready, _, _ = select.select([self._file], [], [], left)
            if not ready:
                break
            try:
                piece = os.read(self._file, 1 << 16)
            except OSError:
                break
            if not piece:
                break
            self._take(piece)
        return self.written[before:]

    def until(self, wanted: bytes, since: int = 0) -> float:
        """Reads until this was written; gives the seconds since the start."""
        deadline = time.monotonic() + _PATIENCE
        while wanted not in self.written[since:] and not self._shows(wanted):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{wanted!r} never came: {self.written[-2000:]!r}")
            ready, _, _ = select.select([self._file], [], [], 0.5)
            if ready:
                self._take(os.read(self._file, 1 << 16))
        return time.perf_counter() - self.started

    def _take(self, piece: bytes) -> None:
        """What was written; whoever asks for the colour of the ground is answered, as by any terminal."""
        is_asked = ASK in self.written
        self.written += piece
        if ASK in self.written and not is_asked:
            os.write(self._file, _DARK)

    def _shows(self, wanted: bytes) -> bool:
        if _APP not in self.written:
            return False
        self._page.take(self.written[self._drawn :].decode("utf-8", "ignore"))
        self._drawn = len(self.written)
        return wanted.decode() in self._page.text

    def quiet(self, seconds: float = 0.3) -> bytes:
        """What comes until nothing came for so long."""
        before = len(self.written)
        while self.read(seconds):
            pass
        return self.written[before:]

    def pieces(self, seconds: float) -> list[tuple[float, int]]:
        """When something came, and how much, until nothing came for so long."""
        found = []
        while select.select([self._file], [], [], seconds)[0]:
            piece = os.read(self._file, 1 << 16)
            self._take(piece)
            found.append((time.perf_counter(), len(piece)))
        return found

    def send(self, keys: bytes) -> None:
        """Types."""
        os.write(self._file, keys)

    def hang_up(self) -> None:
        """The connection breaks."""
        os.close(self._file)

    def kill(self, how: int = signal.SIGKILL) -> int:
        """Ends the process; gives its peak memory in KB: its own, not that of whoever started it."""
        peak = self._peak()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, how)
        _, _, usage = os.wait4(self.pid, 0)
        os.close(self._file)
        return peak or usage.ru_maxrss

    def _peak(self) -> int:
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
                return next((int(line.split()[1]) for line in file if line.startswith("VmHWM:")), 0)
        except OSError:
            return 0
