"""Another language: a folder with the files of assets/content, in which the sentences are said otherwise."""

from __future__ import annotations

import os

from coach.core import texts

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.paths import Paths

FOLDER = "languages"
"""Beside the settings, for one's own; in the assets, for those that come with the program."""
ENGLISH = "en"
VARIABLE = "COACH_LANGUAGE"
_SETTING = b"language"


def speak(paths: Paths, environment: Mapping[str, str]) -> None:
    """Takes the language that is chosen, before anything is said. A slip in the settings is told later, by
    what reads all of them."""
    texts.speak(folder_of(chosen(paths, environment), paths.config))


def chosen(paths: Paths, environment: Mapping[str, str]) -> str:
    """The name of it, or nothing."""
    if VARIABLE in environment:
        return environment[VARIABLE]
    if not os.path.isfile(paths.config):
        return ""
    try:
        with open(paths.config, "rb") as file:
            written = file.read()
        if _SETTING not in written:
            return ""
        import tomllib  # 3 ms that whoever has no language of their own does not need

        found = tomllib.loads(written.decode()).get("language", "")
    except (OSError, ValueError, RecursionError):
        return ""
    return found if isinstance(found, str) else ""


def folder_of(name: str, config: str) -> str:
    """Where a language lies, or nothing where there is no such."""
    places = _places(config) if name and os.path.basename(name) == name else ()
    return next((each for place in places if os.path.isdir(each := os.path.join(place, name))), "")


def is_there(name: str, config: str) -> bool:
    """Whether a language can be chosen."""
    return name == ENGLISH or bool(folder_of(name, config))


def there_are(config: str) -> list[str]:
    """The names of those that can be chosen."""
    found = {ENGLISH}
    for place in _places(config):
        if os.path.isdir(place):
            found |= {each.name for each in os.scandir(place) if each.is_dir() and each.name.isalnum()}
    return sorted(found)


def _places(config: str) -> tuple[str, str]:
    return os.path.join(os.path.dirname(config), FOLDER), os.path.join(texts.folder(), FOLDER)
