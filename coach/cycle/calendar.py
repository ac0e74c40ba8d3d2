"""S2: seasons, reviews and gates for the person's own calendar (RFC 5545).

Every date keeps its id whatever becomes of it, so that reading the file again moves dates and doubles none.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from coach.commitments.overview import commitments_on
from coach.core.days import WEEKDAYS
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.cycle.season import ahead
from coach.store import noted_files, outfile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.cycle.season import Standing

_DAY = timedelta(days=1)
_WIDTH = 60


def write(coach: Coach, path: str, *, over: bool = False) -> int:
    """Writes the file anew; gives how many dates it holds."""
    path = outfile.place_for(coach.store, path, over=over)
    made, count = content(coach)
    outfile.write(coach.store, path, [made])
    noted_files.note(coach.store, path)
    return count


def content(coach: Coach) -> tuple[bytes, int]:
    """The file, and how many dates it holds."""
    events = list(_events(coach))
    calendar = Calendar()
    calendar.add("prodid", "-//coach//coach//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "coach")
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical(), len(events)


def _events(coach: Coach) -> Iterator[Event]:
    now = coach.seasons.now()
    stamp = coach.clock.now().astimezone(UTC)
    if now:
        yield from _seasons(now, stamp, coach.seasons.all()[0].id)
        if now.holds_reviews and not now.days_over:
            yield _reviews(coach, now, stamp)
        yield from _look_backs(coach, stamp)
    for each in commitments_on(coach, coach.today()):
        if each.commitment.ended is None:
            name = first_line(each.commitment.text, _WIDTH)
            title = filled(words.commitments.gate.title, name=name)
            about = words.commitments.gate.outcome_about
            yield _event(f"{each.commitment.id}-gate", title, each.gate, each.gate, stamp, about)
            opens = each.gate_opens
            title = f"{words.today.gate} {name}"
            yield _event(f"{each.commitment.id}-gate-opens", title, opens, opens, stamp, about)
            if due := each.commitment.due:
                yield _event(f"{each.commitment.id}-due", name, due, due, stamp, each.commitment.why)


def _seasons(now: Standing, stamp: datetime, home: str) -> Iterator[Event]:
    """The open season and what is planned after it. A window is known by the execution it follows, and what
    is only planned by how many seasons lie between."""
    name = words.season.name[now.season.name]
    first, why = now.season.starts, now.season.because
    yield _event(_uid(home, now, 0), name, first, now.ends, stamp, why, is_busy=not now.is_held)
    for place, each in enumerate(ahead(now), 1):
        name, is_busy = words.season.name[each.name], each.name == "redesign"
        yield _event(_uid(home, now, place), name, each.starts, each.ends, stamp, is_busy=is_busy)


def _uid(home: str, now: Standing, place: int) -> str:
    """One for a season, before and after it is opened: counted in seasons since the first."""
    return f"{home}-season-{now.number + place}"


def _reviews(coach: Coach, now: Standing, stamp: datetime) -> Event:
    """One date that comes every week of the season."""
    first = coach.reviews.next_day(now.season.starts)
    event = _event(f"{now.season.id}-weekly-review", words.today.review_row, first, first, stamp)
    weekday = WEEKDAYS[coach.reviews.weekday][:2].upper()
    event.add("rrule", {"freq": "weekly", "byday": weekday, "until": now.ends})
    return event


def _look_backs(coach: Coach, stamp: datetime) -> Iterator[Event]:
    """The sessions of the month, the quarter and the year to come."""
    for name, day in coach.reflections.ahead(coach.today()):
        yield _event(f"{name}-{day:%Y-%m}", words.today[name].capitalize(), day, day, stamp)


def _event(
    uid: str, title: str, first: date, last: date, stamp: datetime, about: str = "", *, is_busy: bool = False
) -> Event:
    """Whole days. A window takes its days; all else takes none. The number that tells newer from older is the
    minute it was written."""
    event = Event()
    event.add("uid", f"{uid}@coach")
    event.add("dtstamp", stamp)
    event.add("sequence", int(stamp.timestamp()) // 60)
    event.add("summary", safe_text(title))
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)
    event.add("transp", "OPAQUE" if is_busy else "TRANSPARENT")
    if about:
        event.add("description", safe_text(about))
    return event
