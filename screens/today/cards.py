"""Today as cards: what is next, this week, what the coach noticed, what lies around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.checkin.checkins import in_words
from coach.core.counting import counted
from coach.core.record import day_about
from coach.core.safe_text import cells, first_line
from coach.core.said_days import say_date, say_day, say_day_padded
from coach.core.scale import SIGNS
from coach.core.spark import spark
from coach.core.texts import filled, words
from coach.cycle.words import in_words as season_words
from coach.insights.lines import bars_of
from coach.today.asks import AWAY, CHECK_IN, asks, folded
from screens.today.week import week
from screens.widgets import cards
from screens.widgets.cards import ASIDE, Band, Card, CardLine, Column, inside, labelled, shares, told
from screens.widgets.energy import role_of
from screens.widgets.sides import bar_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coach.today.today import Today
    from coach.waiting import Waiting
    from screens.widgets.drawn import Piece

FRAME, WAITING = "frame", "waiting"
_LABEL, _DAY = 11, 12
_TALL, _ROOMY = 30, 62
_SIDES = 5, 3
_FEW, _EDGES = 3, 2
_MOST_OPEN = 3


class Shown(NamedTuple):
    """The day, and how it is looked at."""

    today: Today
    ends: Any
    is_unfolded: bool


def bands(shown: Shown, width: int, height: int) -> list[Band]:
    """All cards, for so many columns and lines: side by side where there is room, and short where there is
    little."""
    today, is_wide, is_low = shown.today, width >= ASIDE, height < _TALL
    left, right = shares((Column((), _SIDES[0]), Column((), _SIDES[1])), width) if is_wide else (width, width)
    waiting = asks(today)
    first_of = 2 if waiting and waiting[0].cause == AWAY else 1
    now = _now(today, waiting[:first_of], inside(left), is_low=is_low)
    days = week(today, inside(width), is_low=is_low)
    noticed = [_noticed(today, inside(left), is_low=is_low)] if today.held.noticed else []
    frame = _frame(today, inside(right), is_low=is_low and not is_wide)
    ahead: Card | None = _next(today, inside(right))
    rest = _waiting(shown, waiting[first_of:], inside(right))
    if is_low and not is_wide:
        rest, ahead = _waiting(shown, waiting[first_of:], inside(width), ahead=_ahead(today)), None
    if is_wide:
        around = Column(tuple(each for each in (ahead, *rest) if each), _SIDES[1])
        first: list[Band] = [(Column((now,), _SIDES[0]), Column((frame,), _SIDES[1])), (Column((days,)),)]
        if not noticed:
            most = max(height - sum(map(cards.height, first)) - _EDGES - 1, _MOST_OPEN)
            return [*first, (Column((_written(shown, inside(left), most),), _SIDES[0]), around)]
        first.append((Column(tuple(noticed), _SIDES[0]), around))
    else:
        order = (now, days, *noticed, *rest, frame) if is_low else (now, days, *noticed, frame, ahead, *rest)
        first = [(Column((each,)),) for each in order if each]
    room = height - sum(map(cards.height, first)) - _EDGES - 1
    return [*first, (Column((_written(shown, inside(width), max(room, _FEW)),)),)]


def _now(today: Today, first: list[Waiting], width: int, *, is_low: bool) -> Card:
    """The one thing that is next, with its key in it."""
    day = today.day
    date_line = say_date(day)
    lines: list[CardLine] = []
    if today.trouble:
        lines += told(today.trouble, width, "trouble")
    if today.is_after_a_gap and not today.held.away:
        lines += told(words.checkin.gap, width, "quiet")
    for line in season_words(today.held.season):
        lines += told(f"◷ {line}", width)
    if not first:
        lines.append(CardLine(((words.today.nothing, "strong"),), FRAME))
        lines += told(words.today.nothing_about, width, "quiet")
    for each in first:
        if each.cause == CHECK_IN:
            lines += _check_in(each, width, is_low=is_low)
            continue
        room = max(width - cells(each.label) - 3, 12)
        lines.append(
            CardLine(((each.label, "strong"), (f"   {first_line(each.about, room)}", "quiet")), each)
        )
        if not is_low:
            lines.append(CardLine((("enter", "key"), (f" {words.today.opens}", "quiet")), each))
    title = date_line if is_low else f"{words.today.now}, {date_line}"
    done = f"{words.today.checked_in}: {in_words(today.checkin)}" if today.checkin else ""
    return Card(title, tuple(lines), first_line(done, width - 2))


def _check_in(each: Waiting, width: int, *, is_low: bool) -> Iterator[CardLine]:
    """The check-in begins with its first question."""
    levels: list[Piece] = []
    for level in range(1, 6):
        said = str(level) if is_low else words.checkin.energy[str(level)]
        levels += [(f"{SIGNS[level]} ", role_of(level)), (f"{said}   ", "quiet")]
    about = f"   {each.about}   " if width >= _ROOMY else "   "
    title = ((each.label, "strong"), (about, "quiet"))
    if is_low:
        yield CardLine((*title, ("c", "key"), (f" {words.today.how_keys} ", "quiet"), *levels), each)
        return
    yield CardLine((*title, ("c", "key"), (f" {words.today.opens}", "quiet")), each)
    yield CardLine(((f"{words.today.how_was}  ", "text"), *levels), each)


def _noticed(today: Today, width: int, *, is_low: bool) -> Card:
    """What the coach noticed, its picture, and what can be done with it."""
    found = today.held.noticed
    assert found  # noqa: S101 - asked for only then
    lines = [*told(found.text, width)]
    bars = bars_of(found)
    if bars:
        lines += [] if is_low else [CardLine()]
        lines += bar_lines(bars, width)
    lines += [] if is_low else [CardLine()]
    lines += told(found.asks, width, "asked")
    keys = (
        ("enter", words.today.noticed_opens),
        ("t", words.today.noticed_tries),
        ("x", words.today.noticed_answers),
    )
    lines.append(
        CardLine(tuple(piece for key, said in keys for piece in ((key, "key"), (f" {said}   ", "quiet"))))
    )
    hint = filled(words.today.noticed_of, count=counted(int(found.n), "observation"))
    return Card(words.today.noticed, tuple(each._replace(target=found) for each in lines), hint)


def _frame(today: Today, width: int, *, is_low: bool) -> Card:
    """What is held: the direction, what is given up for it, its two numbers."""
    held, frame = today.held, today.held.frame
    if frame is None or not frame.direction:
        missing = words.today["no_direction" if held.is_read else "unread"]
        return Card(
            words.today.frame,
            tuple(each._replace(target=FRAME) for each in told(missing, width, "quiet")),
        )
    given_up = "" if held.is_quote_asked else frame.giving_up  # L6: not beside the question
    if is_low:
        room = max(width - cells(frame.direction) - 3, 0)
        label = f"{words.season.page.giving_up.lower()} {given_up}" if given_up else ""
        said = (first_line(frame.direction, width), "strong"), ("   " + first_line(label, room), "quiet")
        return Card(words.today.frame, (CardLine(said, FRAME),))
    lines = [*told(frame.direction, width, "strong")]
    if given_up:
        lines += labelled(words.season.page.giving_up, given_up, width, _LABEL)
    for name, role in (("outcome", "warm"), ("flow", "cool")):
        if text := getattr(frame, name):
            lines.append(_number(name, text, today.numbers[name], role, width))
    return Card(words.today.frame, tuple(each._replace(target=FRAME) for each in lines))


def _number(name: str, text: str, series: list[float], role: str, width: int) -> CardLine:
    """A number of the frame: what it is, and how it went."""
    label = f"{words.season.page[name]:<{_LABEL}}"
    drawn, last = spark(series), f" {series[-1]:g}" if series else ""
    room = max(width - _LABEL - len(drawn) - len(last) - 2, 8)
    said = first_line(text, room)
    gap = " " * max(room - cells(said) + 2, 0) if series else ""
    return CardLine(((label, "quiet"), (said, "text"), (gap + drawn, role), (last, "strong")))


def _next(today: Today, width: int) -> Card:
    """What comes, day by day."""
    lines = [
        CardLine(
            (
                (f"{say_day_padded(when, today.day):<{_DAY}}", "quiet"),
                (first_line(what, max(width - _DAY, 8)), "text"),
            )
        )
        for when, what in today.held.next
    ]
    label = f"{words.plans.this_week:<{_DAY}}"
    plans = [
        CardLine(((label, "quiet"), (first_line(plan, max(width - _DAY, 8)), "text")))
        for plan in today.held.plans
    ]
    return Card(words.today.next, (*plans, *lines))


def _ahead(today: Today) -> str:
    """What comes, on one line; the check-in of tomorrow comes every day."""
    said = ", ".join(f"{say_day(when, today.day)} {what}" for when, what in today.held.next[1:])
    return f"{words.today.next}: {said}" if said else ""


def _waiting(shown: Shown, rest: list[Waiting], width: int, ahead: str = "") -> list[Card]:
    """What else waits: a few things as they are, more of them folded into a line until they are wanted;
    nothing while not all of it is known, lest it change under somebody's eyes."""
    if not shown.today.held.is_asked:
        return []
    signals = shown.today.held.signals
    if not rest and not signals and not ahead:
        return []
    if rest and (shown.is_unfolded or len(rest) <= (1 if ahead else _MOST_OPEN)):
        fold = (CardLine(((words.today.folds, "hint"),), WAITING),) if shown.is_unfolded else ()
        lines = [*fold, *(_waits(each, width) for each in rest)]
        lines += told(folded([], signals), width, "quiet") if signals else ()
        lines += [CardLine(((first_line(ahead, width), "quiet"),))] if ahead else []
        return [Card(words.today.waiting, tuple(lines))]
    target = WAITING if rest else None
    said = folded(rest, signals) or words.today.waiting_none
    lines = [each._replace(target=target) for each in told(said, width)]
    if ahead:
        lines.append(CardLine(((first_line(ahead, width), "quiet"),)))
    return [Card(words.today.waiting, tuple(lines), words.today.unfolds if rest else "")]


def _waits(each: Waiting, width: int) -> CardLine:
    about = first_line(each.about, max(width - cells(each.label) - 2, 8))
    return CardLine(((f"{each.label}  ", "text"), (about, "quiet")), each)


def _written(shown: Shown, width: int, most: int) -> Card:
    """The question of the day, and what was written last."""
    today, lines = shown.today, list[CardLine]()
    question = told(f"? {today.prompt.text}", width - 4, "asked")
    lines += [each._replace(target=today.prompt) for each in question]
    lines[-1] = lines[-1]._replace(pieces=(*lines[-1].pieces, ("   p", "key")))
    last: date | None = None
    for entry in today.recent[:most]:
        day = day_about(entry, shown.ends)
        when = "" if day == last else say_day_padded(day, today.day)
        when = f"{entry.at:%H:%M}" if day == today.day else when
        last = day
        tags = "".join(f"  #{tag}" for tag in entry.tags)
        tags = first_line(tags, width // 4)
        text = first_line(entry.text, max(width - _DAY - cells(tags) - 2, 12))
        lines.append(
            CardLine(
                ((f"{when:<{_DAY - 1}} ", "quiet"), (text, "text"), (f"  {tags}" if tags else "", "accent")),
                entry,
            )
        )
    if not today.recent:
        lines.append(CardLine(((words.today.none_written, "hint"),)))
    return Card(words.today.written, tuple(lines), words.today.writes)
