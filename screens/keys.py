"""The keys that hold everywhere, and the person's own choice of keys from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import (
    _normalize_key_list,  # `?` is question_mark; Textual offers no public way
    key_to_character,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType
    from textual.widget import Widget

_NAMES = {
    "slash": "/",
    "comma": ",",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

# The second key of each works inside a text field too.
EVERYWHERE: list[BindingType] = [
    Binding("c,f2", "checkin", "check in", id="checkin"),
    Binding("n,f4", "write", "new entry", id="new"),
    Binding("s,f5", "signal", "signal", id="signal"),
    Binding("slash,f3", "search", "search", id="search"),
    Binding("u,f8", "undo", "undo", id="undo"),
    Binding("U,f9", "redo", "redo", id="redo", show=False),
    Binding("1", "place('today')", "Today", id="today", show=False),
    Binding("2", "place('journal')", "Journal", id="journal", show=False),
    Binding("3", "place('commitments')", "Commitments", id="commitments", show=False),
    Binding("4", "place('reflect')", "Reflect", id="reflect", show=False),
    Binding("5", "place('assess')", "Assess", id="assess", show=False),
    Binding("6", "place('mentor')", "Mentor", id="mentor", show=False),
    Binding("f,f6", "frame", "frame", id="frame", show=False),
    Binding("comma,f10", "settings", "settings", id="settings", show=False),
    Binding("ctrl+p", "command_palette", "palette", id="palette", show=False, priority=True),
    Binding("f12", "lock", "lock", id="lock", show=False, priority=True),
    Binding("question_mark,f1", "help", "help", id="help"),
    Binding("q,ctrl+q", "leave", "quit", id="quit"),
    Binding("ctrl+q", "leave", "quit", show=False, priority=True),  # from a sheet too
]


def shown(key: str) -> str:
    """A key as it is written on keyboards and in our help."""
    character = key_to_character(key)
    return character if character and character.isprintable() and character != " " else _NAMES.get(key, key)


def takes_text(widget: Widget | None) -> bool:
    """Whether letters typed here are text. Asked by name: loading both kinds costs the first frame 15 ms."""
    return bool({"Input", "TextArea"} & {cls.__name__ for cls in type(widget).__mro__})


def usable(
    chosen: Mapping[str, str], scopes: Iterable[tuple[str, Iterable[BindingType]]]
) -> tuple[dict[str, str], list[str]]:
    """The person's keys that can hold, and in words what is wrong with the others.

    A scope is a place with its keys; those of the first scope hold in all of them. A key that would mean
    two things keeps its default, and nothing is lost silently.
    """
    (_, everywhere), *places = ((name, [_as_binding(each) for each in keys]) for name, keys in scopes)
    known = {each.id for keys in (everywhere, *(keys for _, keys in places)) for each in keys if each.id}
    wrong = [f"there is no key called “{name}”" for name in chosen if name not in known]
    kept = {name: _normalize_key_list(keys) for name, keys in chosen.items() if name in known}
    for name, keys in kept.copy().items():
        if not keys:
            wrong.append(f"“{name}” needs a key")
            del kept[name]
    for scope in [everywhere, *(everywhere + keys for _, keys in places)]:
        while clash := _clash(scope, kept):
            key, one, other = clash
            wrong.append(f"“{key}” cannot be both {one} and {other}")
            for name in (one, other):
                kept.pop(name, None)
    return kept, list(dict.fromkeys(wrong))


def _clash(scope: list[Binding], kept: dict[str, str]) -> tuple[str, str, str] | None:
    """A key that a chosen one shares with another."""
    seen: dict[str, str] = {}
    for each in scope:
        name = each.id or each.description or each.action
        for key in kept.get(name, each.key).split(","):
            other = seen.setdefault(key, name)
            if other != name and (name in kept or other in kept):
                return key, other, name
    return None


def _as_binding(each: BindingType) -> Binding:
    return each if isinstance(each, Binding) else Binding(*each)
