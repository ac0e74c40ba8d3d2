"""The keys that hold everywhere, and how keys are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import key_to_character

if TYPE_CHECKING:
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
    Binding("f11", "redraw", "draw the screen anew", id="redraw", show=False, priority=True),
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
