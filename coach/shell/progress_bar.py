"""How far a long work is, in one line that stays in its place; only where somebody watches."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from coach.core.counting import number
from coach.core.counting import of as of_all
from coach.core.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.shell.shell import Shell

_CELLS = 30
_AFTER, _EVERY = 0.3, 0.1


class _Bar:
    """What is quick shows nothing. What is counted is then written, and the bar stays until it is."""

    def __init__(self) -> None:
        self._began = self._told = monotonic()
        self._is_shown = False

    def tell(self, done: int, of: int) -> None:
        """So much is done."""
        now = monotonic()
        if done == of or (now - self._began > _AFTER and now - self._told > _EVERY):
            self._told, self._is_shown = now, True
            full = done * _CELLS // of
            told = of_all(number(done), number(of))
            sys.stderr.write(f"\r{'█' * full}{'░' * (_CELLS - full)} {told}")
            sys.stderr.flush()

    def clear(self) -> None:
        """It is done, or stopped."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def progress(shell: Shell) -> Iterator[Steps]:
    """Steps that show themselves on a terminal."""
    bar = _Bar()
    try:
        yield Steps(bar.tell if shell.is_watched else None)
    finally:
        bar.clear()
