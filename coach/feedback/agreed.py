"""What can be made of an answer: what follows from it, and its lines, each without the sign of its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.feedback.records import Feedback

_BROKEN = 50
"""So long a line is where a program breaks it."""
_ENDS = ".!?:;"
_OF_A_LIST = re.compile(r"^(?:[-*•]\s+|\d{1,2}[.)]\s+)")


def agreed(each: Feedback) -> list[str]:
    """One after the other, each once."""
    lines = [each.will, *lines_of(each.answer)]
    return [line for line in dict.fromkeys(lines) if line]


def lines_of(text: str) -> list[str]:
    """The lines of a text, as sentences of their own; one that a mail program broke is put together again."""
    found: list[str] = []
    is_open = False
    for line in map(str.strip, text.splitlines()):
        if is_open and line and not _OF_A_LIST.match(line):
            found[-1] += f" {line}"
        elif line:
            found.append(_OF_A_LIST.sub("", line).strip())
        is_open = len(line) >= _BROKEN and line[-1:] not in _ENDS
    return found
