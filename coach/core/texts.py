"""The texts in assets/content, read when they are needed and checked when they are read."""

from __future__ import annotations

import os
import re
from functools import cache

from coach.core.parsed import parsed, read

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from assets.words import Words


_BRACES = re.compile(r"\{(\w+)\}")


class ContentError(Exception):
    """A text that is missing or does not fit. The tests read every file, so no person meets it."""


@cache
def folder() -> str:
    """Where the assets lie."""
    from importlib.util import find_spec  # 1 ms that what is only kept does not need

    spec = find_spec("assets")
    if spec is None or spec.origin is None:
        raise ContentError("the assets are not installed")
    return os.path.dirname(spec.origin)


_told_in: list[str] = []
"""The folder of another language, when one is spoken."""


def speak(language: str) -> None:
    """Says everything as the folder of a language has it, or in English. Before anything is said."""
    if _told_in != [language] * bool(language):
        _told_in[:] = [language] * bool(language)
        for each in (table, demo_table, _told_files):
            each.cache_clear()


def language() -> str:
    """The folder of the language that is spoken; nothing is English."""
    return _told_in[0] if _told_in else ""


@cache
def files() -> Mapping[str, str]:
    """The files of texts by their names, each in the folder of its practice."""
    return _toml_in(os.path.join(folder(), "content"))


@cache
def _told_files() -> Mapping[str, str]:
    return _toml_in(_told_in[0])


def _toml_in(content: str) -> Mapping[str, str]:
    folders = (each for each in os.scandir(content) if each.is_dir() and each.name != "demo")
    found = (os.path.join(each.path, name) for each in folders for name in os.listdir(each.path))
    return {os.path.basename(path).removesuffix(".toml"): path for path in found if path.endswith(".toml")}


@cache
def table(name: str) -> Mapping[str, Any]:
    """One file of texts."""
    if name not in files():
        raise ContentError(f"there is no {name}.toml")
    return _told(name, parsed(files()[name]))


def _told(name: str, english: Mapping[str, Any]) -> Mapping[str, Any]:
    """In the language that is spoken; what nobody translated, or cannot be read, stays English."""
    return _merged(english, _told_files()[name]) if _told_in and name in _told_files() else english


def _merged(english: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    from coach.core.merging import merged

    try:
        told: Mapping[str, Any] = merged(english, read(path))
    except (OSError, ValueError):
        return english
    return told


@cache
def demo_table(name: str) -> Mapping[str, Any]:
    """One file of the sample year."""
    english = parsed(os.path.join(folder(), "demo", f"{name}.toml"))
    own = os.path.join(language(), "demo", f"{name}.toml") if language() else ""
    return _merged(english, own) if own and os.path.isfile(own) else english


class Table:
    """Texts by their names: `words.weekly.title`; a name that is found out: `words.weekly.step[name]`."""

    __slots__ = ("_name", "_texts")

    def __init__(self, name: str, texts: Mapping[str, Any]) -> None:
        self._name, self._texts = name, texts

    if not TYPE_CHECKING:  # a name that is not there is a mistake, which the type checker finds

        def __getattr__(self, name: str) -> Any:
            return self._found((name,))

    def __getitem__(self, names: str | tuple[str, ...]) -> str:
        found = self._found((names,) if isinstance(names, str) else names)
        if not isinstance(found, str):
            raise self._missing(names)
        return found

    def _found(self, names: tuple[str, ...]) -> Any:
        found: Any = self._texts
        for name in names:
            found = found.get(name) if isinstance(found, dict) else None
        if isinstance(found, dict):
            return Table(".".join((self._name, *names)), found)
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return tuple(found)
        if not isinstance(found, str) or not found.strip():
            raise self._missing(names)
        return found.strip()

    def listed(self, *names: str) -> tuple[str, ...]:
        """Several texts in their order, where their name is found out."""
        found = self._found(names)
        if not isinstance(found, tuple):
            raise self._missing(names)
        return found

    def _missing(self, names: object) -> ContentError:
        return ContentError(f"{self._name} has no text {names}")


class _Files(Table):
    """The files, each read when something in it is said."""

    __slots__ = ()

    def _found(self, names: tuple[str, ...]) -> Any:
        first, *rest = names
        file = Table(first, table(first))
        return file._found(tuple(rest)) if rest else file  # noqa: SLF001 - its own kind


words: Words = _Files("content", {})  # type: ignore[assignment] # its attributes are in assets/words.pyi


def filled(text: str, **values: object) -> str:
    """A text with what stands in its braces; what a person wrote is taken as it is."""
    return _BRACES.sub(lambda found: str(values.get(found[1], found[0])), text)


def wordings_of(each: dict[str, Any]) -> dict[str, str]:
    """For a team, and for working alone; both are needed."""
    if missing := {"team", "alone"} - each.keys():
        raise ContentError(f"{each.get('id')} has no wording for {', '.join(missing)}")
    return {"team": each["team"], "alone": each["alone"]}
