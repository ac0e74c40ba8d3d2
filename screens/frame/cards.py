"""The frame as cards: what is held, the season on a line of weeks, what was said of it, how it became so."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from coach.core.said_days import month_short
from coach.core.texts import filled, words
from coach.cycle.season import ahead
from coach.cycle.words import in_words
from coach.describe import part_said
from coach.frame.frames import PARTS, changes
from screens.widgets.cards import ASIDE, Band, Card, CardLine, Column, inside, labelled, shares, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.core.own_days import Days
    from coach.cycle.season import Standing
    from coach.frame.records import Frame, Quote
    from screens.widgets.drawn import Piece

_LABEL = 17
_PLANNED = 20
_WEEK = timedelta(weeks=1)
_SIDES = 3, 2
_DONE, _TO_COME, _HERE = "■", "□", "▣"


class Known(NamedTuple):
    """What the page shows."""

    days: Days
    season: Standing | None
    history: list[Frame]
    seasons: list[str]
    quotes: list[Quote]
    signals: list[str]
    """What was parked, once the frame is on the table."""
    gates: list[date]
    assessed: list[date]
    free: date | None = None
    """Until when the frame may still become another one."""


def bands(known: Known, width: int) -> list[Band]:
    """Everything, from what holds now to what was."""
    is_wide = width >= ASIDE and known.season is not None
    left, right = shares((Column((), _SIDES[0]), Column((), _SIDES[1])), width) if is_wide else (width, width)
    frame = Card(words.season.page.title, tuple(_frame(known, inside(left))))
    found: list[Band] = [(Column((frame,)),)]
    if known.season:
        season = Card(words.season.page.season, tuple(_season(known, known.season, inside(right))))
        found = (
            [(Column((frame,), _SIDES[0]), Column((season,), _SIDES[1]))]
            if is_wide
            else [*found, (Column((season,)),)]
        )
    for name, lines in (
        ("signals", [line for each in known.signals for line in told(each, inside(width))]),
        (
            "quotes",
            [
                line
                for each in known.quotes
                for line in labelled(known.days.said(each.at), _quoted(each), inside(width), _LABEL)
            ],
        ),
        ("history", [*_history(known, inside(width))] if len(known.history) > 1 else []),
        ("seasons", [line for each in known.seasons for line in told(each, inside(width), "quiet")]),
    ):
        if lines:
            found.append((Column((Card(words.season.page[name], tuple(lines)),)),))
    return found


def _frame(known: Known, width: int) -> Iterator[CardLine]:
    frame = known.history[0] if known.history else None
    if frame is None:
        yield from told(words.season.page.none, width)
    else:
        for name in PARTS:
            yield from _part(name, getattr(frame, name) or "", width)
    yield CardLine()
    yield from told(_ways(known), width, "quiet")


def _ways(known: Known) -> str:
    """What can be done with the frame now."""
    now = known.season
    if now is None:
        return words.season.page.no_cycle
    if not now.is_held:
        return words.season.page.on_the_table
    if known.free:
        until = known.days.say(now.next_starts)
        return filled(words.season.page.free, day=known.days.say(known.free), until=until)
    if now.days_over:
        return words.season.page.held_due
    return filled(words.season.page.held, day=known.days.say(now.next_starts))


def _season(known: Known, now: Standing, width: int) -> Iterator[CardLine]:
    """Week by week on a line, what lies in which, and what is planned after it."""
    for line in in_words(now):
        yield from told(line, width, "accent")
    planned = ahead(now)
    first, window = now.cycle_starts - timedelta(days=now.cycle_starts.weekday()), planned[0]
    last = window.ends if now.is_held else now.ends
    weeks = [first + each * _WEEK for each in range((last - first).days // 7 + 1)]
    wide = 2 if len(weeks) * 2 + _LABEL <= width else 1
    opens = window.starts if now.is_held else now.season.starts
    yield from _line_of_weeks(known, weeks, opens, wide)
    yield CardLine()
    for each in planned:
        name = words.season.name[each.name]
        said = f"{known.days.say(each.starts)} – {known.days.say(each.ends)}"
        yield CardLine(((f"{name:<{_PLANNED}}", "quiet"), (said, "text")))


def _line_of_weeks(known: Known, weeks: Sequence[date], opens: date, wide: int) -> Iterator[CardLine]:
    label = _LABEL - 5
    today = known.days.today
    names = [" "] * (len(weeks) * wide + 4)
    for place, (before, week) in enumerate(pairwise([weeks[0] - _WEEK, *weeks])):
        if before.month != week.month:
            names[place * wide : place * wide + 3] = month_short(week.month)[:3]
    yield CardLine(((" " * label, "text"), ("".join(names), "hint")))
    pieces: list[Piece] = [(f"{words.season.page.weeks:<{label}}", "quiet")]
    for week in weeks:
        is_here = week <= today < week + _WEEK
        sign = _HERE if is_here else _DONE if week < today else _TO_COME
        pieces.append((f"{sign:<{wide}}", "warm" if week + _WEEK > opens else "cool"))
    yield CardLine(tuple(pieces))
    for name, days, sign in (("gates", known.gates, "◆"), ("assessed", known.assessed, "▲")):
        row = "".join(
            f"{sign if any(week <= day < week + _WEEK for day in days) else ' ':<{wide}}" for week in weeks
        )
        if row.strip():
            yield CardLine(((f"{words.season.page[name]:<{label}}", "quiet"), (row, "text")))


def _history(known: Known, width: int) -> Iterator[CardLine]:
    """One state of the frame after another: since when, what became different, and why."""
    for place, (frame, before) in enumerate(pairwise([*known.history, None])):
        if frame is None:
            continue
        if place:
            yield CardLine()
        yield CardLine(((known.days.said(frame.created), "strong"),))
        for name in changes(frame, before):
            if before or getattr(frame, name):
                yield from _part(name, getattr(frame, name) or "–", width)
        if frame.came_of == "emergency":
            yield from told(words.reassessment.title_emergency, width, "accent")
        for text in dict.fromkeys((*frame.conditions.values(), frame.because)):
            yield from _part("because", text, width)


def _quoted(quote: Quote) -> str:
    return "\n".join(filter(None, (quote.text, quote.direction, quote.outcome)))


def _part(name: str, text: str, width: int) -> Iterator[CardLine]:
    """A label and its text; further lines stand below the text."""
    said = part_said(name, text)
    if said:
        yield from labelled(
            words.season.page[name], said, width, _LABEL, "strong" if name == "direction" else "text"
        )
