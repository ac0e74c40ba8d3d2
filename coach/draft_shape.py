"""Whether a draft found on the disk is what a screen of ours writes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.practice import loaded
from coach.practices import drafting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coach.drafts import Draft

    Shapes = Mapping[str, Callable[[Any], bool]]

WELCOME = "welcome"


def is_sound(draft: Draft, writer: object) -> bool:
    """Whether everything in it can be shown. Raises what Python raises where it cannot even be read."""
    datetime.fromisoformat(draft.written)
    if not (isinstance(writer, str) and re.fullmatch(r"[0-9a-f]{16}", writer)):
        return False
    if draft.kind == WELCOME:
        return fits(draft.fields, texts(draft.fields))
    practice = drafting(draft.kind)
    if practice is None:
        return False
    looks = practice.drafts[draft.kind]
    return not looks or bool(loaded(practice.place(looks))(draft))


def fits(fields: Mapping[str, Any], shapes: Shapes) -> bool:
    """Whether each field that is filled in has its shape; one that is not known is left to who knows it."""
    return all(shapes[name](value) for name, value in fields.items() if value is not None and name in shapes)


def texts(names: Iterable[str]) -> Shapes:
    """These are texts."""
    return dict.fromkeys(names, is_text)


def is_text(value: object) -> bool:
    """A text, or nothing yet."""
    return isinstance(value, str)


def is_flag(value: object) -> bool:
    """Yes or no."""
    return isinstance(value, bool)
