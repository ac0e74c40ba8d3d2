"""A made-up language: every sentence of the content in other letters, to see what is said in English all the
same. Run by itself it walks the app and the shell in it, and prints what is left of English."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path
from typing import Any

import tomlkit

ASSETS = Path(__file__).parents[2] / "assets"
OTHER = "абцдефгхийклмнопярстувшьыз"
LETTERS = str.maketrans(string.ascii_lowercase + string.ascii_uppercase, OTHER + OTHER.upper())

NAMES = {
    "id", "system", "mode", "fits", "ladder", "from", "scale", "against", "adds", "side", "role", "graded",
    "leading", "managing", "until", "question", "answer", "said", "key", "facts", "see", "source", "try", "named",
    "rhythm", "reviews_go_on", "asks_frame",
    "execution_until", "redesign_until", "often", "seldom", "no", "yes",
}  # fmt: skip
"""In lists of tables, what joins things together: the same in every language."""
FIXED = {"plural", "thousands", "code", "no_names", "small_words"}
"""What is read by the program, wherever it stands."""
TABLES = {("library", "place"), ("library", "try"), ("feedback", "leading"), ("feedback", "managing")}
DEMO = {
    "role", "name", "context", "stage", "rhythm", "reasons", "ended_as", "amount", "settled", "about", "at",
    "mode", "prompt", "tries", "diagnostics", "answers", "card", "question", "expected", "seen", "holds", "came",
    "severity", "with", "tag",
}  # fmt: skip
_KEPT = re.compile(
    r"\{\w*\}|`[^`]*`|%\(?\w*\)?[a-z]?|\[\[.*?\]\]|^  coach .*$|#\w+|--[a-z-]+|https?://\S+", re.MULTILINE
)


def marked(text: str) -> str:
    """In other letters, but for what stands for something and what is typed."""
    found, last = [], 0
    for kept in _KEPT.finditer(text):
        found += [text[last : kept.start()].translate(LETTERS), kept[0]]
        last = kept.end()
    return "".join([*found, text[last:].translate(LETTERS)])


def _told(value: Any, key: str, path: tuple[str, ...], *, is_demo: bool) -> Any:
    if isinstance(value, dict):
        return {name: _told(each, name, (*path, name), is_demo=is_demo) for name, each in value.items()}
    if isinstance(value, list):
        inside = (*path, "*") if value and isinstance(value[0], dict) else path
        return [_told(each, key, inside, is_demo=is_demo) for each in value]
    if not isinstance(value, str) or _stays(value, key, path, is_demo=is_demo):
        return value
    return marked(value)


def _stays(value: str, key: str, path: tuple[str, ...], *, is_demo: bool) -> bool:
    is_a_word = " " not in value.strip()
    if is_demo:
        return (
            (is_a_word and value == value.lower())
            or (key in DEMO and is_a_word)
            or key in {"rhythm", "amount"}
        )
    if path[0] == "diagnosis" and "answer" in path:
        return key == "name" or len(value) == 1
    if len(value) == 1 or path[:2] in TABLES or key in FIXED:
        return True
    return "*" in path and key in NAMES and (is_a_word or key == "rhythm")


def write(folder: Path) -> None:
    """The whole language."""
    for file in [*ASSETS.glob("content/*/*.toml"), *ASSETS.glob("demo/*.toml")]:
        is_demo = file.parent.name == "demo"
        told = _told(tomllib.loads(file.read_text("utf-8")), "", (file.stem,), is_demo=is_demo)
        place = folder / file.parent.name / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(tomlkit.dumps(told), "utf-8")


if __name__ == "__main__":
    import sys

    write(Path(sys.argv[1]))
