"""What is put in words line by line: the app draws the lines, and the shell prints them."""

from __future__ import annotations

from typing import Any, NamedTuple


class Told(NamedTuple):
    """One line."""

    text: str = ""
    role: str = "text"
    """`strong`, `text`, `quiet`, `keys` (what keys do in the app), `picture` (not to be wrapped)."""
    target: Any = None
    """What it opens, or what can be done with it."""
    indent: int = 0
    hang: int = 0
    """How long the label at its beginning is: below, it goes on beside it."""
