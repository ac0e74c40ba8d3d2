"""What a check-in asks, declared once: the fields of its sheet and the questions of plain lines."""

from __future__ import annotations

from coach.checkin.records import MOSTLY, ON_DIRECTION
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.texts import filled, words
from coach.fields import Field

TAGS = ("gave", "took")
_KINDS = {"mostly": MOSTLY, "direction": ON_DIRECTION}
_FIELDS = ("energy", "own", "mostly", *TAGS, "line", "direction", "unusual")


def asked_fields(scale: str) -> tuple[str, ...]:
    """In their order; with the scale of the person's own, where there is one."""
    return tuple(name for name in _FIELDS if name != "own" or scale)


def field(name: str, *, has_tags: bool = True, scale: str = "") -> Field:
    """One of them; a tag has a hint of its own until there are any."""
    if name == "own":
        steps = tuple((str(each), words.checkin.own_steps[str(each)], each) for each in range(1, 6))
        asked = filled(words.checkin.own_asked, scale=scale)
        return Field(name, scale, kind="choice", choices=steps, asked=asked)
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
