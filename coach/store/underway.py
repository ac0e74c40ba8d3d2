"""What is half written outside the home just now: a process that is killed there cannot take it along, and
whoever starts next does."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coach.core.errors import CoachError
from coach.store import files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.store.store import Store

NAME = "underway"
_KEPT = 100
_PATIENCE = 0.5


@contextmanager
def noted(store: Store, temporaries: Sequence[str]) -> Iterator[None]:
    """Known before they are there, and no longer when the work is done, however it ended. That this cannot be
    noted is no reason to fail."""
    outside = [path for path in temporaries if not _is_swept_anyway(store, path)]
    if not outside:
        yield
        return
    _change(store, add=outside)
    try:
        yield
    finally:
        _change(store, remove=outside)


def is_any(store: Store) -> bool:
    """Whether something may lie there. Costs one look."""
    return os.path.lexists(store.paths.underway)


def left(store: Store) -> list[str]:
    """What processes of this machine that are gone left half written."""
    return [path for path in _own(store) or () if os.path.lexists(path) and _is_left(path)]


def is_unreadable(store: Store) -> bool:
    """Whether something was noted that cannot be read."""
    return is_any(store) and _kept(store) is None


def clear(store: Store) -> None:
    """Away with it. What lies on a disk that is not there now is remembered for when it is."""
    from shutil import rmtree

    for path in left(store):
        if os.path.isdir(path) and not os.path.islink(path):
            rmtree(path, ignore_errors=True)
        else:
            files.discard(path)
    if gone := [path for path in _own(store) or () if not os.path.lexists(path) and _is_reached(path)]:
        _change(store, remove=gone)


def _is_swept_anyway(store: Store, path: str) -> bool:
    """Whether it lies where every start looks for what is half prepared."""
    return os.path.dirname(path) == os.path.realpath(store.paths.packets)


def _is_left(path: str) -> bool:
    return files.is_leftover(os.path.basename(path))


def _is_reached(path: str) -> bool:
    return os.path.isdir(os.path.dirname(path))


def _own(store: Store) -> list[str] | None:
    """What was noted on this machine: others that share the folder know nothing of our processes."""
    kept = _kept(store)
    return None if kept is None else [path for machine, path in kept if machine == _machine()]


def _machine() -> str:
    return os.uname().nodename


def _kept(store: Store) -> list[tuple[str, str]] | None:
    """Each with the machine it was noted on; nothing where it cannot be read."""
    try:
        raw = files.read(store.paths.underway)
        return [(machine, path) for machine, path in json.loads(store.sealing.open(NAME, raw))]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, CoachError):
        return None


def _change(store: Store, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
    try:
        with store.repairing(_PATIENCE):
            kept, here = _kept(store), _machine()
            if kept is None:
                return  # the doctor names it, and nothing is lost by leaving it
            now = [each for each in kept if each[0] != here or each[1] not in remove]
            now = [*now, *((here, path) for path in add)][-_KEPT:]
            if now:
                content = store.sealing.seal(NAME, json.dumps(now).encode() + b"\n")
                files.write_atomically(store.paths.underway, content)
            else:
                files.discard(store.paths.underway)
    except (CoachError, OSError):
        return
