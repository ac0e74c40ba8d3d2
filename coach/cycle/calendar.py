"""S2: seasons, reviews, gates and the check-in for the person's own calendar (RFC 5545), with alarms.

Every date keeps its id whatever becomes of it, so that reading the file again moves dates and doubles none.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from coach.checkin.checkins import LINE_DAYS, is_usual
from coach.checkin.hour import USUAL, own_hour
from coach.commitments.overview import commitments_on
from coach.core.days import WEEKDAYS
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.cycle.season import ahead
from coach.store import noted_files, outfile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.cycle.records import SeasonName
    from coach.cycle.season import Standing

_DAY = timedelta(days=1)
_LASTS = timedelta(minutes=10)
"""A check-in, as a calendar shows it."""
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
    at = own_hour(coach) or USUAL
    yield from _checkins(coach, at, stamp)
    if now:
        yield from _seasons(now, stamp, coach.seasons.all()[0].id)
        if now.holds_reviews and not now.days_over:
            yield _reviews(coach, now, stamp, at)
        yield from _look_backs(coach, stamp, at)
    for each in commitments_on(coach, coach.today()):
        if each.commitment.ended is None:
            name = first_line(each.commitment.text, _WIDTH)
            title = filled(words.commitments.gate.title, name=name)
            about = words.commitments.gate.outcome_about
            yield _event(f"{each.commitment.id}-gate", title, each.gate, each.gate, stamp, about)
            opens = each.gate_opens
            title = f"{words.today.gate} {name}"
            yield _event(f"{each.commitment.id}-gate-opens", title, opens, opens, stamp, about, alarm=at)
            if due := each.commitment.due:
                yield _event(f"{each.commitment.id}-due", name, due, due, stamp, each.commitment.why)


def _seasons(now: Standing, stamp: datetime, home: str) -> Iterator[Event]:
    """The open season and what is planned after it. A window is known by the execution it follows, and what
    is only planned by how many seasons lie between."""
    name = _called(now.season.name)
    first, why = now.season.starts, now.season.because
    yield _event(_uid(home, now, 0), name, first, now.ends, stamp, why, is_busy=not now.is_held)
    for place, each in enumerate(ahead(now), 1):
        name, is_busy = _called(each.name), each.name == "redesign"
        yield _event(_uid(home, now, place), name, each.starts, each.ends, stamp, is_busy=is_busy)


def _called(name: SeasonName) -> str:
    said = words.season.name[name]
    return f"{said[0].upper()}{said[1:]}"


def _uid(home: str, now: Standing, place: int) -> str:
    """One for a season, before and after it is opened: counted in seasons since the first."""
    return f"{home}-season-{now.number + place}"


def _checkins(coach: Coach, at: time, stamp: datetime) -> Iterator[Event]:
    """One that comes on the weekdays that usually have one, from their next on; in the time of the place."""
    today = coach.today()
    days = coach.checkins.between(today - LINE_DAYS * _DAY, today)
    usual = [day for day in (today + each * _DAY for each in range(7)) if is_usual(day, days)]
    if not usual:
        return
    event = Event()
    event.add("uid", "checkin@coach")
    event.add("dtstamp", stamp)
    event.add("sequence", _newness(stamp))
    event.add("summary", words.today.check_in)
    event.add("dtstart", datetime.combine(usual[0], at))
    event.add("duration", _LASTS)
    event.add("transp", "TRANSPARENT")
    event.add(
        "rrule",
        {"freq": "weekly", "byday": [_weekday(each) for each in sorted(day.weekday() for day in usual)]},
    )
    event.add_component(_alarm(words.today.check_in, timedelta()))
    yield event


def _weekday(number: int) -> str:
    return WEEKDAYS[number][:2].upper()


def _alarm(title: str, after: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", after)
    return alarm


def _reviews(coach: Coach, now: Standing, stamp: datetime, at: time) -> Event:
    """One date that comes every week of the season."""
    first = coach.reviews.next_day(now.season.starts)
    event = _event(f"{now.season.id}-weekly-review", words.today.review_row, first, first, stamp, alarm=at)
    weekday = _weekday(coach.reviews.weekday)
    event.add("rrule", {"freq": "weekly", "byday": weekday, "until": now.ends})
    return event


def _look_backs(coach: Coach, stamp: datetime, at: time) -> Iterator[Event]:
    """The sessions of the month, the quarter and the year to come."""
    for name, day in coach.reflections.ahead(coach.today()):
        yield _event(f"{name}-{day:%Y-%m}", words.today[name].capitalize(), day, day, stamp, alarm=at)


def _newness(stamp: datetime) -> int:
    """The number that tells newer from older: the minute it was written."""
    return int(stamp.timestamp()) // 60


def _event(
    uid: str, title: str, first: date, last: date, stamp: datetime, about: str = "", *,
    is_busy: bool = False, alarm: time | None = None,
) -> Event:  # fmt: skip
    """Whole days. A window takes its days; all else takes none."""
    event = Event()
    event.add("uid", f"{uid}@coach")
    event.add("dtstamp", stamp)
    event.add("sequence", _newness(stamp))
    event.add("summary", safe_text(title))
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)
    event.add("transp", "OPAQUE" if is_busy else "TRANSPARENT")
    if about:
        event.add("description", safe_text(about))
    if alarm:
        event.add_component(_alarm(safe_text(title), timedelta(hours=alarm.hour, minutes=alarm.minute)))
    return event
