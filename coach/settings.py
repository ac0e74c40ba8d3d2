"""What the person has chosen, in config.toml: few settings, each with a good default."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core import languages
from coach.core.days import DAY_ENDS, WEEKDAYS
from coach.core.errors import CoachError, UsageError
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


AUTO = "auto"
"""Dark on a dark terminal, light on a light one."""
THEMES = (AUTO, "coach-dark", "coach-light")
"""Ours; whoever names another of Textual's gets that."""

PACES = ("", "fast", "stable")
WORDINGS = ("team", "alone")


class Settings(NamedTuple):
    """The settings in force."""

    day_ends: time = DAY_ENDS
    editor: str = ""
    language: str = ""
    """The name of a folder of texts; without it, English."""
    theme: str = AUTO
    limit: int = 5
    review_day: str = "friday"
    checkins: int = 1
    """How often a day the check-in is asked for."""
    scale: str = ""
    """What else the check-in asks from 1 to 5, in the person's own word."""
    wording: str = ""
    """Whether things are said for somebody with a team or alone; without it, as in the last assessment."""
    pace: str = ""
    """M3: whether the person's field moves fast or is stable."""
    rest_days: int = 1
    """S3: how many nights the answers of a reassessment rest."""
    automation: bool = False
    lock_after: int = 10
    unlock_for: int = 0
    keyring: bool = False
    plain: bool = False
    hooks: bool = False
    """Whether the person's own programs are told of what is kept."""
    confidence: bool = True
    """Whether the weekly review asks how sure one is of the week to come."""
    half_unsaid: bool = False
    """Whether the coach tries itself: a coin holds back half of what it would say unasked."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Keys of the app by the name of what they do; written in the file, in a table `[keys]`."""


_LATEST_END = time(12)
_LONGEST_SCALE = 12


def load(path: str) -> Settings:
    """The settings in a file; the defaults when there is none."""
    return parse(_table(path), f" {filled(words.core.says.in_file, path=path)}")


def load_or_default(path: str) -> tuple[Settings, CoachError | None]:
    """The settings, or the defaults and what is wrong: a slip keeps nobody from their words."""
    try:
        return load(path), None
    except CoachError as error:
        return Settings(), error


def parse(table: Mapping[str, Any], where: str = "") -> Settings:
    """Settings from a table. Unknown names are left alone: they belong to another version."""
    known = {name: _READERS[name](value, where) for name, value in table.items() if name in _READERS}
    return Settings(**known)


def write(path: str, name: str, value: str | None) -> Settings:
    """One setting changed, or back to its default; the rest of the file and its comments stay."""
    import tomlkit  # 40 ms, only when a setting is changed

    from coach.store import files

    if name not in NAMES:
        raise UsageError(
            filled(words.core.error.there_is_no_setting, name=name),
            do=filled(words.core.error.there_are, value=", ".join(NAMES)),
        )
    if name == "language" and value and not languages.is_there(value, path):
        raise UsageError(
            filled(words.core.error.there_is_no_language, name=value),
            do=filled(words.core.error.languages_are, value=", ".join(languages.there_are(path))),
        )
    before = _table(path)
    changed = {key: kept for key, kept in before.items() if key != name}
    if value is not None:
        changed[name] = value
    settings = parse(changed)
    path = os.path.realpath(path)
    with files.disk_trouble():
        document = tomlkit.parse(files.read(path).decode()) if os.path.exists(path) else tomlkit.document()
        if value is None:
            document.pop(name, None)
        else:
            document[name] = value
        files.make_folder(os.path.dirname(path))
        files.write_atomically(path, tomlkit.dumps(document).encode())
    return settings


_STAYS = {"editor", "hooks", "keys", "keyring", "language", "lock_after", "plain", "unlock_for"}
"""What belongs to one machine, opens the data or starts a program: no file from elsewhere says it."""


def are_chosen(path: str) -> bool:
    """Whether somebody has chosen anything."""
    return os.path.exists(path)


def travelling(path: str) -> dict[str, Any]:
    """What was chosen, for an archive. What cannot be read does not go along."""
    try:
        table = _table(path)
        parse(table)
    except CoachError:
        return {}
    chosen = {name: value for name, value in sorted(table.items()) if name in _READERS and name not in _STAYS}
    return {name: _shown(value) if isinstance(value, time) else value for name, value in chosen.items()}


def take_over(path: str, chosen: Mapping[str, Any]) -> None:
    """What an archive says, where nobody has chosen anything; what makes no sense here is left."""
    if are_chosen(path):
        return
    for name, value in chosen.items():
        if name in _READERS and name not in _STAYS:
            with suppress(CoachError, ValueError):
                write(path, name, _shown(value))


def check(name: str, value: str) -> None:
    """Refuses a value the setting cannot have."""
    _READERS[name](value, "")


def shown(settings: Settings) -> dict[str, str]:
    """The settings as a person writes them."""
    values = ((name, getattr(settings, name)) for name in NAMES)
    return {name: _shown(value) for name, value in values}


def typed(settings: Settings) -> dict[str, Any]:
    """The settings for a program: true and false, numbers, and texts."""
    values = ((name, getattr(settings, name)) for name in NAMES)
    return {name: _shown(value) if isinstance(value, time) else value for name, value in values}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _table(path: str) -> dict[str, Any]:
    if not os.path.exists(path):
        return {}
    if not os.path.isfile(path):
        raise CoachError(
            filled(words.core.error.is_no_file_of_settings, path=path),
            kept=words.core.error.nothing_was_changed,
            do=words.core.error.move_it_away,
        )
    import tomllib  # 3 ms, and most people have no settings file

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CoachError(
            filled(words.core.error.the_settings_in_cannot_be_read, path=path, error=error),
            kept=words.core.error.nothing_was_changed,
            do=words.core.error.correct_the_file,
        ) from error


def _time(value: Any, where: str) -> time:
    try:
        found = value if isinstance(value, time) else time.fromisoformat(f"{value:0>5}")
    except ValueError:
        found = None
    if found is None or found > _LATEST_END:
        raise UsageError(
            filled(words.core.error.day_ends_is_not_a_time, where=where, value=value),
            do=words.core.error.write_it_like,
        )
    return found.replace(second=0, microsecond=0, tzinfo=None)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(filled(words.core.error.a_setting_is_not_a_text, where=where, value=value))
    return value


def _theme(value: Any, where: str) -> str:
    """Ours also by its light alone."""
    said = _text(value, where).strip()
    return next((each for each in THEMES if said and each == f"coach-{said}"), said)


def _short(value: Any, where: str) -> str:
    """A word or two, for a label."""
    text = " ".join(_text(value, where).split())
    if len(text) > _LONGEST_SCALE:
        raise UsageError(filled(words.core.error.scale_is_too_long, where=where, most=_LONGEST_SCALE))
    return text


def _number(name: str, lowest: int, highest: int) -> Callable[[Any, str], int]:
    def read(value: Any, where: str) -> int:
        typed = str(value).strip()
        if isinstance(value, bool) or not typed.isdecimal() or not lowest <= int(typed) <= highest:
            raise UsageError(
                filled(
                    words.core.error.is_not_a_number_from_to,
                    name=name,
                    where=where,
                    lowest=lowest,
                    highest=highest,
                    value=value,
                )
            )
        return int(typed)

    return read


def _wording(value: Any, where: str) -> str:
    said = str(value).strip().lower()
    if said not in WORDINGS:
        raise UsageError(filled(words.core.error.is_team_or_alone, where=where, value=value))
    return said


def _pace(value: Any, where: str) -> str:
    said = str(value).strip().lower()
    if said not in PACES:
        raise UsageError(filled(words.core.error.is_no_pace, where=where, value=value))
    return said


def _weekday(value: Any, where: str) -> str:
    found = [day for day in WEEKDAYS if day.startswith(str(value).lower()) and len(str(value)) > 1]
    if len(found) != 1:
        raise UsageError(
            filled(words.core.error.review_day_is_not_a_day, where=where, value=value),
            do=words.core.error.write_it_like_friday,
        )
    return found[0]


def _yes(name: str) -> Callable[[Any, str], bool]:
    def read(value: Any, where: str) -> bool:
        said = {"yes": True, "true": True, "no": False, "false": False}.get(str(value).strip().lower())
        if said is None:
            raise UsageError(filled(words.core.error.is_yes_or_no, name=name, where=where, value=value))
        return said

    return read


def _keys(value: Any, where: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value.values()):
        raise UsageError(
            filled(words.core.error.keys_is_not_a_table_of, where=where),
            do=words.core.error.write_it_like_checkin_c_f,
        )
    return dict(value)


_READERS: dict[str, Callable[[Any, str], Any]] = {
    "day_ends": _time,
    "editor": _text,
    "language": _text,
    "theme": _theme,
    "wording": _wording,
    "pace": _pace,
    "rest_days": _number("rest_days", 0, 7),
    "limit": _number("limit", 1, 20),
    "review_day": _weekday,
    "checkins": _number("checkins", 1, 6),
    "scale": _short,
    "automation": _yes("automation"),
    "confidence": _yes("confidence"),
    "half_unsaid": _yes("half_unsaid"),
    "lock_after": _number("lock_after", 0, 600),
    "unlock_for": _number("unlock_for", 0, 60),
    "keyring": _yes("keyring"),
    "plain": _yes("plain"),
    "hooks": _yes("hooks"),
    "keys": _keys,
}
NAMES = tuple(sorted(_READERS.keys() - {"keys"}))
"""Those that are one value; keys have a table of their own."""
