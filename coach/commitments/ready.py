"""M8: commitments that are ready, from assets/content/commitments/practices.toml."""

from __future__ import annotations

from coach.core.texts import table


def all_ready() -> list[dict[str, str]]:
    """Every one of them."""
    found: list[dict[str, str]] = table("practices")["practice"]
    return found


def ready(name: str) -> dict[str, str] | None:
    """One by its id."""
    return next((each for each in all_ready() if each["id"] == name), None)
