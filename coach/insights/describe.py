"""What was found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.insights.records import Found, Look

if TYPE_CHECKING:
    from coach.app import Coach


def _found(record: Found, coach: Coach) -> str:
    del coach
    return record.text


def _look(record: Look, coach: Coach) -> str:
    said = f"{record.looked:g}"
    return filled(
        words.insights.look, day=coach.days.say(record.last), looked=said, found=f"{record.found:g}"
    )


LINES = {Found.kind: _found, Look.kind: _look}
