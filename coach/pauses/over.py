"""L15: more commitments than the limit says: until a day, and for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import UsageError
from coach.core.texts import words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date

    from coach.app import Coach


class Over(NamedTuple):
    """One more, as an exception."""

    until: date
    because: str


def needs_reason(typed: str) -> str:
    """On one line; an exception without a reason is a change of the rule."""
    said = " ".join(typed.split())
    if not said:
        raise UsageError(
            words.commitments.error.exception_needs_reason, do=words.commitments.error.over_because_gives_it
        )
    return said


def add_over(parser: ArgumentParser) -> None:
    """The two options of whatever may be one more."""
    parser.add_argument("--over-until", metavar="DATE")
    parser.add_argument("--over-because", metavar="TEXT")


def over_of(arguments: Namespace, coach: Coach) -> Over | None:
    """What they say."""
    if not arguments.over_until:
        return None
    return Over(
        coach.reader().day(arguments.over_until, ahead=True), needs_reason(arguments.over_because or "")
    )
