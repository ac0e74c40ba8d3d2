"""Whether the draft of an entry is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.draft_shape import fits, is_flag, is_text, texts

if TYPE_CHECKING:
    from coach.drafts import Draft

_SHAPES = {
    "tags": lambda value: isinstance(value, list) and all(map(is_text, value)),
    "share": is_flag,
    **texts(("text", "mode", "prompt", "entry", "of", "at")),
}


def is_sound(draft: Draft) -> bool:
    """Whether it can be shown."""
    return fits(draft.fields, _SHAPES)
