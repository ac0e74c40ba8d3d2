"""The draft of a check-in: whose day it is, and whether it is one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coach.checkin.records import MOSTLY, ON_DIRECTION
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.draft_shape import fits, is_flag, texts

if TYPE_CHECKING:
    from coach.drafts import Draft

_NAMED = "checkin-"
_SHAPES = {
    "energy": lambda value: type(value) is int and LOWEST_ENERGY <= value <= HIGHEST_ENERGY,
    "own": lambda value: type(value) is int and LOWEST_ENERGY <= value <= HIGHEST_ENERGY,
    "mostly": lambda value: value in MOSTLY,
    "direction": lambda value: value in ON_DIRECTION,
    "unusual": is_flag,
    **texts(("line", "gave", "took")),
}


def draft_name(day: date) -> str:
    """What the draft of a day's check-in is called."""
    return f"{_NAMED}{day}"


def drafted_day(name: str) -> date:
    """The day a draft of that name is about."""
    return date.fromisoformat(name.removeprefix(_NAMED))


def is_sound(draft: Draft) -> bool:
    """Whether it can be shown."""
    drafted_day(draft.name)
    return fits(draft.fields, _SHAPES)
