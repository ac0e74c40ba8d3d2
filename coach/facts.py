"""What the records say. Each fact carries the records it rests on and how many they are; nothing is concluded
from fewer than eight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.record import Record

ENOUGH = 8
"""Below so many observations there is too little to go on."""


class Fact(NamedTuple):
    """Something the records say, in words."""

    name: str
    """What kind of fact it is, by its text in assets/content/reflection/evidence.toml."""
    text: str
    n: int
    """How many observations it rests on."""
    ids: tuple[str, ...] = ()
    """The records."""
    against: Fact | None = None
    """One record that speaks against it."""

    @property
    def is_pattern(self) -> bool:
        """Whether it holds in both halves: then it is said, too, that nothing speaks against it."""
        return self.name.startswith("pattern_")


def fact(name: str, records: Sequence[Record], n: int | None = None, /, **values: object) -> Fact:
    """A fact in the words of its kind."""
    text = filled(words.evidence.fact[name], **values)
    return Fact(name, text, len(records) if n is None else n, tuple(each.id for each in records))
