"""What a translation still lacks, beside the English: `python tests/content/translation.py FOLDER`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = Path(__file__).parents[2] / "assets" / "content"
_BRACES = re.compile(r"\{(\w+)\}")


def compared(english: Any, told: Any, path: str) -> Iterator[str]:
    """A line a difference: what is not there, is unknown, or stands for something else."""
    if isinstance(english, dict) and isinstance(told, dict):
        for name in told.keys() - english.keys():
            yield f"{path}.{name}: not known"
        for name, text in english.items():
            if name in told:
                yield from compared(text, told[name], f"{path}.{name}")
            elif not isinstance(text, bool | int | float) and name != "id":
                yield f"{path}.{name}: English"
    elif isinstance(english, list) and isinstance(told, list):
        pairs = (
            _by_id(english, told)
            if english and isinstance(english[0], dict)
            else zip(english, told, strict=False)
        )
        for number, (text, other) in enumerate(pairs, 1):
            yield from compared(text, other, f"{path}[{number}]")
    elif isinstance(english, str) and isinstance(told, str):
        if sorted(set(_BRACES.findall(english))) != sorted(set(_BRACES.findall(told))):
            yield f"{path}: other braces"
    elif type(english) is not type(told):
        yield f"{path}: of another kind"


def _by_id(english: list[Any], told: list[Any]) -> list[tuple[Any, Any]]:
    names = [each.get("id") for each in english]
    if None in names or len(set(names)) < len(names):
        return list(zip(english, [*told, *[{}] * len(english)], strict=False))
    named = {each.get("id"): each for each in told}
    return [(each, named.get(each["id"], {})) for each in english]


def lacks(folder: Path) -> Iterator[str]:
    """All of a language."""
    told = {each.stem: each for each in folder.glob("*/*.toml") if each.parent.name != "demo"}
    english = {each.stem: each for each in CONTENT.glob("*/*.toml")}
    yield from (f"{name}.toml: not known" for name in sorted(told.keys() - english.keys()))
    for name, file in sorted(english.items()):
        if name not in told:
            yield f"{name}.toml: English"
        else:
            one, other = (tomllib.loads(each.read_text("utf-8")) for each in (file, told[name]))
            yield from compared(one, other, name)


if __name__ == "__main__":
    import sys

    found = list(lacks(Path(sys.argv[1])))
    print("\n".join(found) or "All of it is said.")
    sys.exit(bool(found))
