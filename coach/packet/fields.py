"""The words of a packet, declared once: for whom, what for, about which days, what is written for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coach.core.errors import CoachError
from coach.core.said_days import say_day
from coach.core.texts import words
from coach.fields import Field
from coach.packet.packets import OWN

if TYPE_CHECKING:
    from coach.core.when import Reader

DAYS = ("first", "last")


def fields(reader: Reader) -> list[Field]:
    """The lines of its first page."""
    read = partial(_day, reader)
    return [
        Field(
            name,
            words.packet.form[name],
            words.packet.form_about[name],
            read=read if name in DAYS else None,
            check=partial(_checked, reader) if name in DAYS else None,
        )
        for name in ("to", "ask", *DAYS, *OWN)
    ]


def _checked(reader: Reader, typed: str) -> None:
    if typed:
        reader.span(typed)


def _day(reader: Reader, typed: str) -> str:
    try:
        return say_day(reader.span(typed)[0], reader.today)
    except CoachError as error:
        return error.what
