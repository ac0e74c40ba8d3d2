"""The frame: so far the direction, in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coach.days import instant
from coach.errors import UsageError
from coach.ids import new_id
from coach.records import Frame
from coach.safe_text import first_line

if TYPE_CHECKING:
    from coach.store.store import Store

_WHAT_WIDTH = 40


class Frames:
    """What the person has decided to hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def current(self) -> Frame | None:
        """The frame that holds now."""
        return max(self._store.read_standing(Frame), key=lambda frame: frame.id, default=None)

    def point(self, direction: str) -> Frame:
        """The frame with this direction."""
        sentence = " ".join(direction.split())
        if not sentence:
            raise UsageError("a direction needs a sentence")
        now = self._store.clock.now()
        with self._store.change(f"set the direction “{first_line(sentence, _WHAT_WIDTH)}”") as change:
            kept = self.current()
            if kept:
                frame = replace(kept, direction=sentence, updated=now)
            else:
                frame = Frame(
                    id=new_id(instant()), created=now, created_zone=self._store.clock.zone, direction=sentence
                )
            change.put(Frame.kind, frame.id, frame.fields())
        return frame
