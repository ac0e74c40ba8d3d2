"""What can be made of an answer: what follows from it, and its lines, each without the sign of its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.feedback.records import Feedback

_OF_A_LIST = re.compile(r"^(?:[-*•]\s+|\d{1,2}[.)]\s+)")


def agreed(each: Feedback) -> list[str]:
    """One after the other, each once."""
    lines = [each.will, *lines_of(each.answer)]
    return [line for line in dict.fromkeys(lines) if line]


def lines_of(text: str) -> list[str]:
    """The lines of a text, as sentences of their own."""
    return [_OF_A_LIST.sub("", line.strip()).strip() for line in text.splitlines() if line.strip()]
