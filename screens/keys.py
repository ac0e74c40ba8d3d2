"""The keys that hold everywhere, and how keys are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import key_to_character

from coach.core.texts import words

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
    Binding("c,f2", "checkin", words.keys.check_in, id="checkin"),
    Binding("n,f4", "write", words.keys.new_entry, id="new"),
    Binding("s,f5", "signal", words.keys.signal, id="signal"),
    Binding("slash,f3", "search", words.keys.search, id="search"),
    Binding("u,f8", "undo", words.keys.undo, id="undo"),
    Binding("U,f9", "redo", words.keys.redo, id="redo", show=False),
    Binding("1", "place('today')", words.keys.today, id="today", show=False),
    Binding("2", "place('journal')", words.keys.journal, id="journal", show=False),
    Binding("3", "place('commitments')", words.keys.commitments, id="commitments", show=False),
    Binding("4", "place('reflect')", words.keys.reflect, id="reflect", show=False),
    Binding("5", "place('insights')", words.keys.insights, id="insights", show=False),
    Binding("6", "place('decide')", words.keys.decide, id="decide", show=False),
    Binding("7", "place('assess')", words.keys.assess, id="assess", show=False),
    Binding("8", "place('mentor')", words.keys.mentor, id="mentor", show=False),
    Binding("f,f6", "frame", words.keys.frame, id="frame", show=False),
    Binding("comma,f10", "settings", words.keys.settings, id="settings", show=False),
    Binding("ctrl+p", "command_palette", words.keys.palette, id="palette", show=False, priority=True),
    Binding("f12", "lock", words.keys.lock, id="lock", show=False, priority=True),
    Binding("f11", "redraw", words.keys.draw_the_screen_anew, id="redraw", show=False, priority=True),
    Binding("question_mark,f1", "help", words.keys.help, id="help"),
    Binding("q,ctrl+q", "leave", words.keys.quit, id="quit"),
    Binding("ctrl+q", "leave", words.keys.quit, show=False, priority=True),  # from a sheet too
]


def shown(key: str) -> str:
    """A key as it is written on keyboards and in our help."""
    character = key_to_character(key)
    return character if character and character.isprintable() and character != " " else _NAMES.get(key, key)


def takes_text(widget: Widget | None) -> bool:
    """Whether letters typed here are text. Asked by name: loading both kinds costs the first frame 15 ms."""
    return bool({"Input", "TextArea"} & {cls.__name__ for cls in type(widget).__mro__})
