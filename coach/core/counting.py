"""Numbers with their nouns."""

from __future__ import annotations


def counted(count: int, one: str, more: str = "") -> str:
    """`1 entry`, `1,200 entries`; where the plural is not made with an s, it is given."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"
