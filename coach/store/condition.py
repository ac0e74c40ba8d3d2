"""Whether the data can be written to just now, and if not, what stands in the way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from coach.core.errors import BusyError, DamagedError
from coach.store.format import FORMAT
from coach.store.history import STANDING

if TYPE_CHECKING:
    from coach.store.store import Store

Condition = Literal["well", "damaged", "newer", "read_only", "busy"]
_GLANCE = 1.0


def condition(store: Store) -> Condition:
    """What a person has to know before they write. Waits a second for whoever is writing."""
    if store.damage:
        return "damaged"
    if not os.path.isdir(store.paths.home):
        return "well"
    if not os.access(store.paths.home, os.W_OK):
        return "read_only"
    if any(_is_newer(store, name) for name in (STANDING, *store.months()[:1])):
        return "newer"
    return "busy" if _is_busy(store) else "well"


def _is_newer(store: Store, name: str) -> bool:
    try:
        return store.data_files.file(name).staging.content.format > FORMAT
    except DamagedError:
        return False


def _is_busy(store: Store) -> bool:
    try:
        with store.repairing(_GLANCE):
            return False
    except BusyError:
        return True
