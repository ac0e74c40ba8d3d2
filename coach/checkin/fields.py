"""What a check-in asks, declared once: the fields of its sheet and the questions of plain lines."""

from __future__ import annotations

from coach.checkin.records import MOSTLY, ON_DIRECTION
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.texts import words
from coach.fields import Field

TAGS = ("gave", "took")
_KINDS = {"mostly": MOSTLY, "direction": ON_DIRECTION}
FIELDS = ("energy", "mostly", *TAGS, "line", "direction", "unusual")


def field(name: str, *, has_tags: bool = True) -> Field:
    """One of them; a tag has a hint of its own until there are any."""
    label, asked = words.checkin.ask[name], words.checkin.ask_long[name]
    if name == "energy":
        levels = range(LOWEST_ENERGY, HIGHEST_ENERGY + 1)
        choices = tuple((str(level), words.checkin.energy[str(level)], level) for level in levels)
        return Field(name, label, kind="choice", choices=choices, asked=asked)
    if kinds := _KINDS.get(name):
        numbered = enumerate(kinds, 1)
        days = tuple((str(place), words.checkin[name, each], each) for place, each in numbered)
        return Field(name, label, kind="choice", choices=days, asked=asked)
    if name == "unusual":
        either = (("n", "no", False), ("y", "yes", True))
        choices_said = tuple((key, words.checkin.unusual[said], value) for key, said, value in either)
        return Field(name, label, kind="choice", choices=choices_said, asked=asked)
    hint = "line_hint" if name == "line" else "tag_hint" if has_tags else "tag_hint_first"
    return Field(name, label, hint=words.checkin[hint], asked=asked)
