"""What is longer than the window goes through the person's pager; what fits is simply printed."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from typing import IO, TYPE_CHECKING

from coach.core.safe_text import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

_USUAL = "less"
_NONE = {"", "cat"}
_LESS = {"LESS": "FRX", "LESSHISTFILE": "-", "LESSCHARSET": "utf-8"}
"""Quits where all fits, shows weight and colour, leaves the text on the screen and no trace on the disk."""


def pager(environment: dict[str, str]) -> list[str]:
    """The person's own; nothing where they want none."""
    for name in ("COACH_PAGER", "PAGER"):
        if name in environment:
            chosen = environment[name].strip()
            with suppress(ValueError):  # an open quote is no pager
                return [] if chosen in _NONE else shlex.split(chosen)
            return []
    return [_USUAL]


@contextmanager
def paged() -> Iterator[None]:
    """Whatever is printed meanwhile, where somebody sits at a terminal and has a pager."""
    command, screen = pager(dict(os.environ)), sys.stdout
    if not (command and screen.isatty()) or os.environ.get("TERM", "dumb") == "dumb" or sys.stderr is None:
        yield
        return
    paper = _Paper(command, screen, *get_terminal_size())
    words = _Late(sys.stderr, paper)
    sys.stdout, sys.stderr = paper, words
    try:
        yield
    finally:
        sys.stdout, sys.stderr = screen, words.under
        paper.end()
        words.end()


def _environment(program: str) -> dict[str, str]:
    """Less shows what is ours as weight and colour, also for whoever has options of their own."""
    own = {**_LESS, **os.environ}
    if os.path.basename(program) == _USUAL and own["LESS"] != _LESS["LESS"]:
        own["LESS"] = f"-R {own['LESS']}"
    return own


class _Late:
    """Words about what is shown: once the pager has begun, they come when it was read, not across it."""

    def __init__(self, under: IO[str], paper: _Paper) -> None:
        self.under = under
        self._paper = paper
        self._kept: list[str] = []

    def write(self, text: str) -> int:
        """Now, while nothing was shown; else later."""
        if self._paper.is_empty:
            self.under.write(text)
        else:
            self._kept.append(text)
        return len(text)

    def flush(self) -> None:
        """What is out is out."""
        self.under.flush()

    def isatty(self) -> bool:
        """As what is behind it."""
        return self.under.isatty()

    def fileno(self) -> int:
        """As what is behind it."""
        return self.under.fileno()

    def end(self) -> None:
        """Now."""
        self.under.write("".join(self._kept))
        self.under.flush()


class _Paper:
    """Keeps what is printed until it is more than a window holds, and hands it to the pager then."""

    def __init__(self, command: list[str], screen: IO[str], width: int, height: int) -> None:
        self._command, self._screen, self._width, self._height = command, screen, width, height
        self._kept: list[str] = []
        self._rows = 0
        self._pager: subprocess.Popen[str] | None = None

    def write(self, text: str) -> int:
        """Kept, or on its way."""
        if self._pager is not None:
            self._into_pager(text)
        else:
            self._kept.append(text)
            self._rows += sum(max(-(-cells(line) // self._width), 1) for line in text.split("\n")[:-1])
            if "\n" not in text:
                self._rows += cells(text) // self._width
            if self._rows >= self._height:
                self._begin()
        return len(text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was printed yet."""
        return not self._kept and self._pager is None

    def _begin(self) -> None:
        try:
            self._pager = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, text=True, encoding="utf-8", errors="backslashreplace",
                env=_environment(self._command[0]),
            )  # fmt: skip
        except OSError:  # there is none: then it is printed
            self._command, self._height = [], sys.maxsize
            return
        self._into_pager("".join(self._kept))
        self._kept = []

    def _into_pager(self, text: str) -> None:
        if self._pager and self._pager.stdin:
            self._pager.stdin.write(text)  # whoever leaves it early has seen enough: a broken pipe says so

    def flush(self) -> None:
        """Nothing is held back from a pager."""
        if self._pager and self._pager.stdin:
            self._pager.stdin.flush()

    def isatty(self) -> bool:
        """As what is behind it."""
        return True

    def fileno(self) -> int:
        """As what is behind it."""
        return self._screen.fileno()

    def end(self) -> None:
        """All was printed: the person reads, however long."""
        self._screen.write("".join(self._kept))
        if self._pager is None:
            return
        if self._pager.stdin:
            with suppress(BrokenPipeError):
                self._pager.stdin.close()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is the pager's now
        try:
            self._pager.wait()
        finally:
            signal.signal(signal.SIGINT, before)
