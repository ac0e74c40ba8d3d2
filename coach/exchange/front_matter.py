"""The lines between two rows of dashes at the top of a note: YAML, as Obsidian and others write it, and what
is nearly YAML line by line."""

from __future__ import annotations

import json
import re
from typing import Any

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"([A-Za-z_-]+):[ \t]*(.*)")
_LONGEST = 1 << 16
_NESTED = re.compile(r"[\[{][^\n]*[\[{]|^ *- - |^ {24}|^ *\?", re.MULTILINE)
"""What a note hardly has, and what could go deeper than its reader. It is read line by line."""
_BRACKETS = 200
_ALIASES = re.compile(r"(?:^|[\s\[,{-])[&*][^\s]", re.MULTILINE)
"""What stands for something else there: a few lines of it can mean a million."""


def split(text: str) -> tuple[dict[str, Any], str]:
    """What is said in front, by names in small letters, and what follows. Words between dashes are words."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text.strip("\n")
    front = _yaml(match[1])
    if front is None:
        front = _by_lines(match[1])
    return ({}, text.strip("\n")) if front is None else (front, text[match.end() :].strip("\n"))


def _yaml(said: str) -> dict[str, Any] | None:
    """As YAML has it; nothing where it is none, or more than a note says of itself."""
    is_too_much = len(said) > _LONGEST or said.count("[") + said.count("{") > _BRACKETS
    if is_too_much or _NESTED.search(said) or _ALIASES.search(said):
        return None
    import yaml  # only for what comes in

    try:  # every word stays a word: 21:30 is no number of minutes, and no date is refused for its day
        found = yaml.load(said, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - it makes texts only
    except (yaml.YAMLError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    return {str(name).casefold(): _said(value) for name, value in found.items()}


def _said(value: Any) -> Any:
    """A text, or a list of them."""
    return [_said(each) for each in value] if isinstance(value, list) else str(value)


def _by_lines(said: str) -> dict[str, Any] | None:
    """Nearly YAML: a name, a colon and whatever stands behind it, lists by dashes."""
    lines = said.splitlines()
    if not all(map(_is_of_front_matter, lines)):
        return None
    front: dict[str, Any] = {}
    key = ""
    for line in lines:
        if pair := _KEY.fullmatch(line.strip()) if not line.startswith((" ", "-")) else None:
            key, value = pair[1].lower(), pair[2].strip()
            front[key] = _value(value)
        elif line.lstrip().startswith("- ") and key:
            listed = front[key] if isinstance(front[key], list) else []
            front[key] = [*listed, _plain(line.lstrip()[2:].strip())]
    return front


def _is_of_front_matter(line: str) -> bool:
    return (
        not line.strip() or line.startswith((" ", "\t", "-", "#")) or _KEY.fullmatch(line.strip()) is not None
    )


def _value(said: str) -> Any:
    """A word, or a list in brackets."""
    if said.startswith("[") and said.endswith("]"):
        try:
            return [str(each) for each in json.loads(said)]
        except ValueError:
            return [_plain(each.strip()) for each in said[1:-1].split(",") if each.strip()]
    return _plain(said)


def _plain(said: str) -> str:
    return said[1:-1] if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'" else said
