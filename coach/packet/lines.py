"""What is known about a packet before it leaves, in lines: what stays at home, what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.said_days import say_day
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from coach.packet.packets import Prepared


def kept_back_line(prepared: Prepared) -> str:
    """How much private stays at home."""
    kept = counted(prepared.kept_back, "private-entry")
    lines = counted(prepared.lines, "line-of-checkins")
    replaced = counted(prepared.replaced, "name")
    return filled(words.packet.screen.left_out, kept=kept, lines=lines, replaced=replaced)


def changes_line(prepared: Prepared) -> str:
    """What is other than in the last one to this person."""
    if prepared.before_on is None:
        return words.packet.screen.first_one
    new, gone = prepared.changes
    day = say_day(prepared.before_on, prepared.everything.made)
    lines = counted(new, "line")
    return filled(words.packet.screen.only_new, new=lines, day=day, gone=gone)


def maybe_line(prepared: Prepared) -> str:
    """What may be a name and is not marked."""
    names = ", ".join(prepared.maybe)
    return filled(words.packet.people.maybe, names=names) if names else ""
