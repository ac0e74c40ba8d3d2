"""Whether a draft found on the disk is what a screen of ours writes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.checkin.checkins import drafted_day
from coach.checkin.records import MOSTLY, Checkin
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.journal.records import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.drafts import Draft


def is_sound(draft: Draft, writer: object) -> bool:
    """Whether everything in it can be shown. Raises what Python raises where it cannot even be read."""
    datetime.fromisoformat(draft.written)
    if draft.kind == Checkin.kind:
        drafted_day(draft.name)
    if draft.kind not in _CHECKED:
        return draft.kind in _GUIDED and _is_writer(writer)  # read by their screens, field by field
    known = all(
        _SHAPES[name](value) for name, value in draft.fields.items() if value is not None and name in _SHAPES
    )
    return known and _is_writer(writer)


def _is_writer(writer: object) -> bool:
    return isinstance(writer, str) and re.fullmatch(r"[0-9a-f]{16}", writer) is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


_TEXTS = (
    "text",
    "line",
    "gave",
    "took",
    "mode",
    "prompt",
    "entry",
    "of",
    "direction",
    "rhythm",
    "commitment",
)
_GUIDED = {
    "signals", "commitments", "gates", "frames", "seasons", "reflections", "reassessments",
    "assessments", "diagnoses", "ladders", "rounds", "feedback", "packets",
}  # fmt: skip
_CHECKED = {Entry.kind, Checkin.kind, "welcome"}
_SHAPES: dict[str, Callable[[Any], bool]] = {
    "tags": lambda value: isinstance(value, list) and all(map(_is_text, value)),
    "energy": lambda value: type(value) is int and LOWEST_ENERGY <= value <= HIGHEST_ENERGY,
    "mostly": lambda value: value in MOSTLY,
    **dict.fromkeys(("unusual", "share"), _is_flag),
    **dict.fromkeys(_TEXTS, _is_text),
}
