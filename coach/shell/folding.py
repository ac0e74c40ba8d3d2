"""A line of data that is longer than the window, broken between its words and hung under its beginning."""

from __future__ import annotations

import re

from coach.core.safe_text import cells

_CODES = re.compile(r"\x1b\[[0-9;]*m")
_HANGS = 2


def hung(line: str, width: int) -> list[str]:
    """The rows it takes. A word that is longer than a row, a path say, stays whole."""
    if "\n" in line or _shown(line) <= width:
        return [line]
    indent = min(len(line) - len(line.lstrip(" ")) + _HANGS, width // 3)
    rows, row, used = [], "", 0
    for word in re.findall(r" *[^ ]+", line):
        if row and used + _shown(word) > width:
            rows.append(row)
            row = " " * indent + word.lstrip(" ")
            used = _shown(row)
        else:
            row += word
            used += _shown(word)
    return [*rows, row]


def _shown(text: str) -> int:
    return cells(_CODES.sub("", text))
