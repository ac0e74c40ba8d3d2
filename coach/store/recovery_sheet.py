"""The sheet that opens the data when the passphrase is forgotten, as lines to print."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_MARGIN = "    "
_WIDTH = 72


def code_lines(code: str) -> tuple[str, str]:
    """The code on two lines."""
    signs = code.split("-")
    half = len(signs) // 2
    return " - ".join(signs[:half]), " - ".join(signs[half:])


def sheet(code: str, home: str, day: date) -> Iterator[str]:
    """Line by line; half the code a line, so that it can be copied by hand."""
    title = words.protect.sheet.title
    yield from (title, "=" * len(title), "")
    yield filled(words.protect.sheet.made, day=day.isoformat(), home=home)
    yield from ("", f"{words.protect.sheet.code}:", "")
    yield from (_MARGIN + line for line in code_lines(code))
    yield ""
    for each in words.protect.sheet.how.split("\n\n"):
        yield from (*wrap(" ".join(each.split()), _WIDTH), "")
