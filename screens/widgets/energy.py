"""The colour of a level of energy, wherever it is drawn."""

from __future__ import annotations


def role_of(level: int | None) -> str:
    """A role of its own each; what was not said is a hint."""
    return f"e{level}" if level else "hint"
