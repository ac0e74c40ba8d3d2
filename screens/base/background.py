"""The thread on which the app reads and writes."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Background:
    """Does one thing after the other, so that the screen never waits for a disk and the store never meets
    two of our own threads."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._waiting = 0
        self._is_closed = False

    async def do(self, work: Callable[[], T]) -> T:
        """What the work gives, once it had its turn. At the very end there is no turn to wait for."""
        if self._is_closed:
            return work()
        self._waiting += 1
        try:
            return await asyncio.wrap_future(self._pool.submit(work))
        finally:
            self._waiting -= 1

    @property
    def is_idle(self) -> bool:
        """Whether everything asked for is done."""
        return self._waiting == 0

    def close(self) -> None:
        """Waits for what was begun."""
        self._pool.shutdown(wait=True)
        self._is_closed = True
