"""The kinds of records there are. Each belongs to a practice, and is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import several
from coach.core.record import Record, Written
from coach.core.texts import words
from coach.practice import loaded
from coach.practices import keeping, practices

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLASSES: dict[str, type[Record]] = {}


def class_of(kind: str) -> type[Record]:
    """The class of a kind there is."""
    found = _CLASSES.get(kind)
    if found is None:
        practice = keeping(kind)
        if practice is None:
            raise KeyError(kind)
        found = _CLASSES[kind] = loaded(practice.place(f"records:{practice.kinds[kind]}"))
    return found


def is_known(kind: str) -> bool:
    """Whether there is such a kind; a newer version may know more."""
    return kind in _CLASSES or keeping(kind) is not None


def kinds() -> Sequence[str]:
    """All of them."""
    return [kind for practice in practices() for kind in practice.kinds]


def written() -> Sequence[type[Written]]:
    """Those with words and a moment: what can be listed by time and searched."""
    return [cls for cls in map(class_of, kinds()) if issubclass(cls, Written)]


def called(kind: str) -> str:
    """What a single one of a kind is called."""
    return _forms(kind)[0]


def counted_of(kind: str, count: int) -> str:
    """`3 seasons`."""
    return several(count, _forms(kind))


def _forms(kind: str) -> Sequence[str]:
    practice = keeping(kind)
    return words.listed(practice.content, "called", kind) if practice else (kind,)
