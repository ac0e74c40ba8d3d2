"""The sheet that opens the data when the passphrase is forgotten, as lines to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_MARGIN = "    "


def sheet(code: str, home: str, day: date) -> Iterator[str]:
    """Line by line; half the code a line, so that it can be copied by hand."""
    signs = code.split("-")
    half = len(signs) // 2
    title = words("protect", "sheet", "title")
    yield from (title, "=" * len(title), "")
    yield filled(words("protect", "sheet", "made"), day=day.isoformat(), home=home)
    yield from ("", f"{words('protect', 'sheet', 'code')}:", "")
    yield _MARGIN + " - ".join(signs[:half])
    yield _MARGIN + " - ".join(signs[half:])
    yield ""
    yield from words("protect", "sheet", "how").splitlines()
