"""When a commitment is due, as a person types it on one line: a rhythm, or the day it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments import amount
from coach.commitments.recurrence import first_on
from coach.commitments.rhythm import read, say
from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from datetime import date

    from coach.commitments.records import Commitment
    from coach.core.when import Reader

_DUE = ("due ", "by ")


def when_of(typed: str, reader: Reader) -> tuple[str, date | None]:
    """The rhythm and the day in a line; a line that is empty is neither."""
    line = " ".join(typed.split())
    if not line:
        return "", None
    for word in _DUE:
        if line.lower().startswith(word):
            return "", reader.day(line[len(word) :], ahead=True)
    try:
        return say(read(line)), None
    except UsageError as not_a_rhythm:
        try:
            return "", reader.day(line, ahead=True)
        except UsageError:
            raise not_a_rhythm from None


def when_in_words(commitment: Commitment, today: date) -> str:
    """The line that `when_of` reads back."""
    return (
        filled(words.commitments.says.due, day=say_day(commitment.due, today))
        if commitment.due
        else commitment.rhythm
    )


def understood(typed: str, reader: Reader) -> str:
    """How a line is understood, with the first day of it; what is wrong with it when it is not."""
    try:
        rhythm, due = when_of(typed, reader)
    except UsageError as error:
        return error.what
    if due:
        return filled(words.commitments.says.due, day=say_day(due, reader.today))
    if not rhythm:
        return ""
    first = first_on(read(rhythm), reader.today)
    return (
        filled(words.commitments.says.first_on, rhythm=rhythm, day=say_day(first, reader.today))
        if first
        else rhythm
    )


def amount_understood(typed: str, reader: Reader) -> str:
    """How a line is understood as an amount."""
    del reader
    try:
        return amount.say(amount.read(typed)) if typed.strip() else ""
    except UsageError as error:
        return error.what


def day_understood(typed: str, reader: Reader) -> str:
    """How a line is understood as a day to come."""
    try:
        return say_day(reader.day(typed, ahead=True), reader.today) if typed.strip() else ""
    except UsageError as error:
        return error.what
