"""Numbers with their nouns."""

from __future__ import annotations

import re

_NOT_APART = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
"""Kana and ideographs."""
_STOPS = "[\u3000-\u303f\uff01-\uff0f\uff1a-\uff1f]"


def counted(count: int, one: str, more: str = "") -> str:
    """`1 entry`, `1,200 entries`; where the plural is not made with an s, it is given."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def words_in(text: str) -> int:
    """How many words a text has; of a script that writes none apart, each sign is one."""
    apart = re.sub(_NOT_APART, " \\g<0> ", re.sub(_STOPS, " ", text))
    return len(apart.split())
