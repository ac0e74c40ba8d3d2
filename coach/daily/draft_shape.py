"""Whether a draft found on the disk is what a screen of ours writes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.daily.checkins import drafted_day
from coach.records import HIGHEST_ENERGY, LOWEST_ENERGY, MOSTLY, Checkin, Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.daily.drafts import Draft


def is_sound(draft: Draft, writer: object) -> bool:
    """Whether everything in it can be shown. Raises what Python raises where it cannot even be read."""
    datetime.fromisoformat(draft.written)
    if draft.kind == Checkin.kind:
        drafted_day(draft.name)
    known = all(
        _SHAPES[name](value) for name, value in draft.fields.items() if value is not None and name in _SHAPES
    )
    is_ours = isinstance(writer, str) and re.fullmatch(r"[0-9a-f]{16}", writer) is not None
    return known and is_ours and draft.kind in _KINDS


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


_TEXTS = ("text", "line", "gave", "took", "mode", "prompt", "entry", "of", "direction", "day_ends")
_KINDS = {Entry.kind, Checkin.kind, "welcome"}
_SHAPES: dict[str, Callable[[Any], bool]] = {
    "tags": lambda value: isinstance(value, list) and all(map(_is_text, value)),
    "energy": lambda value: type(value) is int and LOWEST_ENERGY <= value <= HIGHEST_ENERGY,
    "mostly": lambda value: value in MOSTLY,
    **dict.fromkeys(("unusual", "share"), _is_flag),
    **dict.fromkeys(_TEXTS, _is_text),
}
