"""A day as a card: how it was, how the commitments went, what was written, and a year before."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from coach.checkin.checkins import in_words
from coach.commitments.glance import SIGNS as MARKS
from coach.core.safe_text import first_line
from coach.core.said_days import say_date
from coach.core.scale import SIGNS
from coach.core.texts import words
from screens.widgets.cards import Card, CardLine, told
from screens.widgets.energy import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.journal.pages import DayPage
    from coach.journal.records import Entry

_SHOWN, _MOST = 4_000, 400
"""Signs of an entry, and lines of a day: enough to look at, the rest is read on its page."""
_ROLES = {"kept": "warm", "partly": "warm"}


def day_card(page: DayPage, here: str, width: int) -> Card:
    """All of it; the entry the cursor is on stands out."""
    lines = islice(_lines(page, here, width), _MOST)
    return Card(words.journal.the_day, tuple(lines), words.journal.day_keys)


def _lines(page: DayPage, here: str, width: int) -> Iterator[CardLine]:
    day = page.day
    yield CardLine(((say_date(day, year=True), "strong"),))
    yield from _felt(page, width)
    for name, mark in page.marks:
        reason = f", {words.marks.reason[mark.reason]}" if mark.reason else ""
        said = first_line(f"{name}{reason}", width - 2)
        yield CardLine(((f"{MARKS[mark.result]} ", _ROLES.get(mark.result, "text")), (said, "quiet")))
    for entry in page.entries:
        yield CardLine()
        yield from _entry(entry, width, is_here=entry.id == here)
    if not page.entries:
        yield CardLine()
        yield CardLine(((words.journal.nothing, "hint"),))
    if page.before:
        text = first_line(page.before.text, max(width - 22, 12))
        before = words.journal.before
        yield CardLine()
        yield CardLine(((f"{before} ", "quiet"), (f"“{text}”", "asked"), ("  o", "key")))


def _felt(page: DayPage, width: int) -> Iterator[CardLine]:
    """The check-in, its energy by its sign."""
    if page.checkin is None:
        yield CardLine(((words.journal.no_checkin, "hint"),))
        return
    level = page.checkin.energy
    first, *more = told(in_words(page.checkin), width - 2, "quiet")
    yield CardLine(((f"{SIGNS[level or 0]} ", role_of(level)), *first.pieces))
    yield from (CardLine((("  ", "text"), *each.pieces)) for each in more)


def _entry(entry: Entry, width: int, *, is_here: bool) -> Iterator[CardLine]:
    """When, under which tags, and the text."""
    tags = first_line("  ".join(f"#{tag}" for tag in entry.tags), max(width - 8, 8))
    yield CardLine(((f"{entry.at:%H:%M}  ", "key" if is_here else "quiet"), (tags, "accent")))
    yield from told(entry.text[:_SHOWN], width)
