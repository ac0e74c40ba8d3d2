"""The texts in assets/content, read when they are needed and checked when they are read."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from coach.core.record import MODES, Mode

if TYPE_CHECKING:
    from collections.abc import Mapping


class ContentError(Exception):
    """A text that is missing or does not fit. The tests read every file, so no person meets it."""


class Prompt(NamedTuple):
    """A question to write to."""

    id: str
    system: str
    """The practice it belongs to, by its id in the inventory of systems (`S4`, `M11`)."""
    mode: Mode
    text: str


@cache
def folder() -> str:
    """Where the assets lie."""
    spec = find_spec("assets")
    if spec is None or spec.origin is None:
        raise ContentError("the assets are not installed")
    return os.path.dirname(spec.origin)


@cache
def files() -> Mapping[str, str]:
    """The files of texts by their names, each in the folder of its practice."""
    content = os.path.join(folder(), "content")
    found = (os.path.join(each.path, name) for each in os.scandir(content) for name in os.listdir(each.path))
    return {os.path.basename(path).removesuffix(".toml"): path for path in found}


@cache
def table(name: str) -> Mapping[str, Any]:
    """One file of texts."""
    if name not in files():
        raise ContentError(f"there is no {name}.toml")
    return _read(files()[name])


@cache
def demo_table(name: str) -> Mapping[str, Any]:
    """One file of the sample year."""
    return _read(os.path.join(folder(), "demo", f"{name}.toml"))


def _read(path: str) -> Mapping[str, Any]:
    import tomllib  # 3 ms, and few commands say much

    with open(path, "rb") as file:
        return tomllib.load(file)


def words(name: str, *keys: str) -> str:
    """One text, by the file and the names that lead to it."""
    found: Any = table(name)
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, str) or not found.strip():
        raise ContentError(f"{name}.toml has no text {'.'.join(keys)}")
    return found.strip()


def listed(name: str, *keys: str) -> tuple[str, ...]:
    """Several texts in their order."""
    found: Any = table(name)
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ContentError(f"{name}.toml has no texts {'.'.join(keys)}")
    return tuple(found)


def filled(text: str, **values: object) -> str:
    """A text with what stands in its braces; what a person wrote is taken as it is."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


@cache
def prompts() -> tuple[Prompt, ...]:
    """Every question to write to, in the order of the file."""
    found = []
    for each in table("prompts")["prompt"]:
        if set(each) != {"id", "system", "mode", "text"} or each["mode"] not in get_args(Mode):
            raise ContentError(f"a prompt needs id, system, mode ({', '.join(MODES)}) and text: {each}")
        found.append(Prompt(**each))
    if len({each.id for each in found}) != len(found):
        raise ContentError("two prompts have one id")
    return tuple(found)


def wordings_of(each: dict[str, Any]) -> dict[str, str]:
    """For a team, and for working alone; both are needed."""
    if missing := {"team", "alone"} - each.keys():
        raise ContentError(f"{each.get('id')} has no wording for {', '.join(missing)}")
    return {"team": each["team"], "alone": each["alone"]}
