"""Writes assets/words.pyi: every sentence of assets/content as an attribute, so that an editor completes it, a type
checker refuses one that is not there, and it can be gone to. `make words` runs it."""

from __future__ import annotations

import keyword
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CONTENT, STUB = ROOT / "assets" / "content", ROOT / "assets" / "words.pyi"
_HEAD = """# Written by `make words` from assets/content; not by hand.
from coach.core.texts import Table

"""


def stub() -> str:
    """The whole file."""
    found = sorted(CONTENT.glob("*/*.toml"), key=lambda each: each.stem)
    tables = {each.stem: tomllib.loads(each.read_text("utf-8")) for each in found}
    classes = [line for name, table in tables.items() for line in _class(_named(name), table)]
    root = ["class Words(Table):", *(f"    {name}: {_named(name)}" for name in tables)]
    return _HEAD + "\n".join([*classes, *root]) + "\n"


def _class(name: str, table: dict[str, Any]) -> list[str]:
    own, inner = [f"class {name}(Table):"], []
    for key, value in table.items():
        if isinstance(value, dict):
            inner += _class(name + _named(key), value)
        kind = _kind(name + _named(key), value)
        if kind and key.isidentifier() and not keyword.iskeyword(key):
            said = f"  # {value.strip().splitlines()[0]}" if isinstance(value, str) and value.strip() else ""
            own.append(f"    {key}: {kind}{said}")
    return [*inner, *own, *([] if len(own) > 1 else ["    pass"]), ""]


def _kind(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return name
    if isinstance(value, list):
        return "tuple[str, ...]" if all(isinstance(each, str) for each in value) else ""
    return "str" if isinstance(value, str) else ""


def _named(key: str) -> str:
    return "".join(part.capitalize() for part in key.replace("-", "_").replace(" ", "_").split("_"))


if __name__ == "__main__":
    STUB.write_text(stub(), "utf-8")
