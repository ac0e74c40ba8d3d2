"""The English texts with those of another language."""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from typing import Any


def merged(english: Any, told: Any) -> Any:
    """The English texts with those that are told otherwise. A list of tables is told by their ids, or one
    after the other; what does not fit is left as it is."""
    if isinstance(english, dict) and isinstance(told, dict):
        return {name: merged(text, told[name]) if name in told else text for name, text in english.items()}
    if isinstance(english, list) and isinstance(told, list):
        if english and all(isinstance(each, dict) for each in english):
            return _merged_tables(english, told)
        return told if all(isinstance(each, str) for each in [*english, *told]) else english
    return told if isinstance(told, str) and isinstance(english, str) and told.strip() else english


def _merged_tables(english: list[Any], told: list[Any]) -> list[Any]:
    names = [each.get("id") for each in english]
    if None in names or len(set(names)) < len(names):
        return [
            merged(each, told[place]) if place < len(told) else each for place, each in enumerate(english)
        ]
    named = {each["id"]: each for each in told if isinstance(each, dict) and "id" in each}
    return [merged(each, named.get(each["id"], {})) for each in english]
