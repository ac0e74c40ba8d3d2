"""Files that belong to an entry: remembered by their paths, never copied, never opened."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.core.errors import UsageError
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Sequence


def attached(typed: str) -> str:
    """The whole path of a file that is there."""
    path = os.path.abspath(os.path.expanduser(typed.strip()))
    if not typed.strip() or not os.path.isfile(path):
        raise UsageError(filled(words.journal.error.no_such_file, path=typed))
    return path


def told(files: Sequence[str]) -> list[str]:
    """Each by its name and place; one that is gone says so."""
    said = words.journal.attached
    return [
        filled(said.here if os.path.exists(each) else said.gone, name=os.path.basename(each), path=each)
        for each in files
    ]
