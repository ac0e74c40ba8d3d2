"""Tags in the check-in: those that are offered have a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from coach.core.safe_text import cells, safe_text
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEYS = "1234567890"
_LINES = 2
_GAP = 2


class TagLine(Line):
    """A tag: by the number of one that is offered, or typed."""

    def __init__(self, tags: Sequence[str], written: str, **options: Any) -> None:
        super().__init__(written, **options)
        self._tags = tags

    async def action_submit(self) -> None:
        """A number that stands alone is the tag it is offered for."""
        place = _KEYS.find(self.value) if len(self.value) == 1 else -1
        if 0 <= place < len(self._tags):
            self.take(self._tags[place])
        await super().action_submit()


def offered(tags: Sequence[str], width: int) -> Content:
    """Those that have a number, as many as fit on two lines."""
    lines: list[list[Content]] = [[]]
    used = 0
    for key, tag in zip(_KEYS, map(safe_text, tags), strict=False):
        needs = len(key) + 1 + cells(tag)
        if used and used + _GAP + needs > width:
            lines.append([])
            used = 0
        used += needs + (_GAP if used else 0)
        lines[-1].append(Content.assemble((key, "bold $primary"), " ", (tag, "$quiet")))
    return Content("\n").join([Content(" " * _GAP).join(line) for line in lines[:_LINES]])
