"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.amount import goal_of
from coach.commitments.overview import commitments_on
from coach.core.ids import short
from coach.frame.frames import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def numbers(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """The two of the frame, and the commitments that count something."""
    frame = coach.frames.current()
    yield from ((each, getattr(frame, each, "")) for each in NUMBERS)
    for each in commitments_on(coach, coach.today()):
        if each.commitment.ended is None and goal_of(each.commitment):
            yield short(each.commitment.id), each.commitment.text
