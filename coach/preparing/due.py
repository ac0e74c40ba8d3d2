"""What was prepared and is over: one row in the evening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing

_WIDTH = 60


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """The earliest of them; none while everything rests."""
    if now and now.rest:
        return None
    kept = coach.preparations.due(day)
    if kept is None:
        return None
    name = first_line(coach.preparations.called(kept), _WIDTH)
    about = filled(
        words.preparing.row_about, name=name, sentence=first_line(kept.sentence or kept.settle, _WIDTH)
    )
    return Waiting(
        "prepared", words.preparing.row, about, "after_preparing", kept, "coach prepare --after",
        begun=f"prepared-{kept.id}",
    )  # fmt: skip
