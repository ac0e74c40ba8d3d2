"""Texts as Python keeps its own code: parsed once, and beside it in __pycache__ from then on."""

from __future__ import annotations

import marshal
import os
import sys

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_FOLDER = "__pycache__"


def parsed(path: str) -> Mapping[str, Any]:
    """A file of texts. What lies in the cache counts as long as the file is as it was then."""
    stamp = _stamp(path)
    cached = _place(path)
    try:
        with open(cached, "rb") as file:
            then, texts = marshal.loads(file.read())  # noqa: S302 - of the folder whose code runs, too
        if then == stamp:
            return texts  # type: ignore[no-any-return]
    except (OSError, ValueError, EOFError, TypeError):
        pass
    found = read(path)
    if not sys.dont_write_bytecode:
        _keep(cached, stamp, found)
    return found


def read(path: str) -> Mapping[str, Any]:
    """A file of texts as it is written."""
    import tomllib  # 3 ms, and few commands say much

    with open(path, "rb") as file:
        return tomllib.load(file)


def _keep(cached: str, stamp: tuple[int, int], found: Any) -> None:
    """Whole or not at all; where nothing can be written, it is parsed again the next time."""
    beside = f"{cached}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(cached), exist_ok=True)
        with open(beside, "wb") as file:
            file.write(marshal.dumps((stamp, found)))
        os.replace(beside, cached)
    except (OSError, ValueError):
        return


def _stamp(path: str) -> tuple[int, int]:
    at = os.stat(path)
    return at.st_mtime_ns, at.st_size


def _place(path: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, _FOLDER, f"{name}.{sys.implementation.cache_tag}")
