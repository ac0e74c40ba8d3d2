"""L8: ten business days of an .ics file, by hand and beside a library; what is kept of it; what is said of it."""

from __future__ import annotations

import io
import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from coach.calendar.lines import Cut
from coach.calendar.recurring import falls_on, read
from coach.calendar.shares import conversation, shares, shares_of
from coach.calendar.ten_days import business_days, read_calendar
from coach.calendar.told import audit_lines
from coach.core.days import Clock
from coach.core.errors import UsageError

FRIDAY = date(2026, 11, 20)
"""The ten business days before it are 6 to 19 November."""
BERLIN = Clock(datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/Berlin")), ZoneInfo("Europe/Berlin"))


def ics(*events, zones=""):
    bodies = "".join(f"BEGIN:VEVENT\r\n{each.strip()}\r\nEND:VEVENT\r\n".replace("\n", "\r\n").replace("\r\r", "\r")
                     for each in events)  # fmt: skip
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{bodies}END:VCALENDAR\r\n".encode()


def imported(*events, zones=""):
    return read_calendar(io.BytesIO(ics(*events, zones=zones)), BERLIN, FRIDAY)


def times(found, title):
    return [(f"{each.at:%d %H:%M}", each.minutes) for each in found.meetings.get(title, ())]


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (FRIDAY, date(2026, 11, 6), date(2026, 11, 19)),
        (date(2026, 11, 22), date(2026, 11, 9), date(2026, 11, 20)),
        (date(2026, 11, 23), date(2026, 11, 9), date(2026, 11, 20)),
    ],
)
def test_ten_business_days_lie_before_today(today, first, last):
    assert business_days(today) == (first, last)


def test_one_meeting_in_three_ways_of_saying_when(coach):
    del coach
    found = imported(
        "UID:1\nDTSTART:20261112T080000Z\nDTEND:20261112T083000Z\nSUMMARY:In UTC",
        "UID:2\nDTSTART;TZID=America/New_York:20261112T090000\nDURATION:PT1H30M\nSUMMARY:There",
        "UID:3\nDTSTART:20261112T090000\nDTEND:20261112T093000\nSUMMARY:Here\\, now",
        "UID:4\nDTSTART:20261105T090000\nDTEND:20261105T093000\nSUMMARY:Too early",
        "UID:5\nDTSTART:20261120T090000\nDTEND:20261120T093000\nSUMMARY:Today",
        "UID:6\nDTSTART:20261114T090000\nDTEND:20261114T093000\nSUMMARY:A Saturday",
    )
    assert times(found, "In UTC") == [("12 09:00", 30)]
    assert times(found, "There") == [("12 15:00", 90)]
    assert times(found, "Here, now") == [("12 09:00", 30)]
    assert (len(found.meetings), found.events) == (3, 6)
    assert next(iter(found.meetings)) == "There", "the longest first"


def test_what_recurs_with_what_was_taken_out_moved_and_cancelled():
    series = (
        "UID:1\nDTSTART;TZID=Europe/Berlin:20200106T090000\nDTEND;TZID=Europe/Berlin:20200106T093000\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEXDATE;TZID=Europe/Berlin:20261109T090000\nSUMMARY:Sync"
    )
    moved = (
        "UID:1\nRECURRENCE-ID;TZID=Europe/Berlin:20261111T090000\nDTSTART;TZID=Europe/Berlin:20261112T140000\n"
        "DTEND;TZID=Europe/Berlin:20261112T160000\nSUMMARY:Sync"
    )
    away = moved.replace("20261111T09", "20261116T09").replace("20261112T", "20261127T")
    cancelled = (
        moved.replace("20261111T09", "20261118T09").replace("20261112T", "20261118T") + "\nSTATUS:CANCELLED"
    )
    found = imported(series)
    assert times(found, "Sync") == [("11 09:00", 30), ("16 09:00", 30), ("18 09:00", 30)]
    found = imported(moved, away, series, cancelled)
    assert times(found, "Sync") == [("12 14:00", 120)], "whatever their order"
    assert found.left_out == {"cancelled": 1}


def test_the_hour_stays_the_same_when_the_clocks_change():
    found = imported(
        "UID:1\nDTSTART;TZID=Europe/Berlin:20260706T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY\nSUMMARY:Stand-up"
    )
    assert [at for at, _ in times(found, "Stand-up")] == [
        f"{day:02} 09:00" for day in (6, 9, 10, 11, 12, 13, 16, 17, 18, 19)
    ]


def test_what_is_no_meeting_is_counted_and_said():
    found = imported(
        "UID:1\nDTSTART;VALUE=DATE:20261112\nSUMMARY:Holiday",
        "UID:2\nDTSTART:20261112T090000\nDTEND:20261114T090000\nSUMMARY:Fair",
        "UID:3\nDTSTART:20261112T090000\nDTEND:20261112T100000\nSTATUS:CANCELLED\nSUMMARY:Off",
        "UID:4\nDTSTART:20261112T090000\nDTEND:20261112T100000\nTRANSP:TRANSPARENT\nSUMMARY:Free",
        "UID:5\nDTSTART:20261112T090000\nDURATION:PT1M\nRRULE:FREQ=SECONDLY\nSUMMARY:Endless",
        "UID:6\nDTSTART:20261112T09xx00\nDURATION:PT1M\nSUMMARY:Wrong",
        "UID:7\nDTSTART:20261112T090000\nDTEND:20261112T080000\nSUMMARY:Backwards",
        "UID:8\nDTSTART:20261112T090000\nSUMMARY:A moment",
    )
    assert found.meetings == {}
    assert found.left_out == {"day": 3, "cancelled": 1, "free": 1, "endless": 1, "unread": 2}


def test_an_alarm_in_an_event_has_times_of_its_own_and_long_lines_go_on():
    found = imported(
        'UID:1\nDTSTART:20261112T090000\nDTEND:20261112T093000\nSUMMARY:A lo\n ng title\nATTENDEE;CN="X: y":mailto:a\n'
        "BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT9H\nSUMMARY:Ring\nEND:VALARM"
    )
    assert times(found, "A long title") == [("12 09:00", 30)]


OFFICE = """BEGIN:VTIMEZONE
TZID:Office Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
"""


def test_a_zone_is_the_file_s_own_or_unknown_and_told():
    events = (
        "UID:1\nDTSTART;TZID=Office Time:20261112T120000\nDURATION:PT30M\nSUMMARY:Described",
        "UID:2\nDTSTART;TZID=Nowhere/Land:20261112T120000\nDURATION:PT30M\nSUMMARY:Unknown",
    )
    for zones in (OFFICE, OFFICE.replace("\n", "\r\n")):
        found = imported(*events, zones=zones)
        assert times(found, "Described") == [("12 07:30", 30)]
        assert times(found, "Unknown") == [("12 12:00", 30)]
        assert found.unknown == ("Nowhere/Land",)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not a calendar",
        ics("UID:1\nDTSTART:20261112T090000\nSUMMARY:x")[:-20],
        ics("UID:1\nDTSTART:20261112T090000\nSUMMARY:x")[:-40],
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n",
        b"\x00" * 100_000,
    ],
)
def test_a_file_that_is_cut_or_no_calendar_is_refused(raw):
    with pytest.raises(Cut):
        read_calendar(io.BytesIO(raw), BERLIN, FRIDAY)


@pytest.mark.parametrize("seed", range(40))
def test_days_are_those_a_library_finds(seed):
    chance = random.Random(seed)
    start = datetime(2026, chance.randint(1, 12), chance.randint(1, 28), 9, 30)  # noqa: DTZ001
    freq = chance.choice(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
    said = [f"FREQ={freq}", f"INTERVAL={chance.randint(1, 4)}"]
    by = {"DAILY": ("", "BYDAY=MO,TU,FR", "BYMONTH=3,11"), "WEEKLY": ("", "BYDAY=TU,SA;WKST=SU", "BYDAY=MO"),
          "MONTHLY": ("", "BYDAY=2TU,-1FR", "BYMONTHDAY=-1,15", "BYDAY=WE"),
          "YEARLY": ("", "BYMONTH=2,5", "BYMONTHDAY=3")}  # fmt: skip
    said += [each for each in (chance.choice(by[freq]), chance.choice(("", "COUNT=7"))) if each]
    typed = ";".join(said)
    first = start.date() + timedelta(days=chance.randint(0, 900))
    last = first + timedelta(days=40)
    own = list(falls_on(read(typed, None), start, first, last))
    theirs = rrulestr(typed, dtstart=start).between(
        datetime.combine(first, start.time()), datetime.combine(last, start.time()), inc=True
    )
    is_in_step = rrulestr(typed.split(";COUNT")[0], dtstart=start)[0] == start
    if is_in_step or "COUNT" not in typed:
        assert [each for each in own if each != start] == [each for each in theirs if each != start], typed


@pytest.mark.parametrize(
    ("minutes", "context", "says"),
    [
        ((127, 500, 373), "crisis", "direction got 12.7%"),
        ((128, 500, 372), "crisis", "Nothing in these numbers"),
        ((300, 415, 285), "scaling", "delivery got 41.5%"),
        ((300, 416, 284), "scaling", "Nothing in these numbers"),
        ((0, 0, 1000), "steady", "Nothing in these numbers"),
        ((0, 500, 500), None, "depends on your situation"),
    ],
)
def test_a_threshold_is_said_only_where_it_is_of_the_situation(minutes, context, says):
    meetings = {
        name: (f"2026-11-12T09:00+01:00 {count}",) for name, count in zip("abc", minutes, strict=True)
    }
    found = shares_of(meetings, {"a": "direction", "b": "delivery", "c": "admin"})
    assert says in " ".join(conversation(found, context))


def test_only_what_was_tagged_is_kept_and_its_tag_is_remembered(at, tmp_path):
    path = tmp_path / "work.ics"
    path.write_bytes(ics(
        "UID:1\nDTSTART:20261112T090000\nDTEND:20261112T100000\nSUMMARY:Roadmap\nDESCRIPTION:secret plans",
        "UID:2\nDTSTART:20261112T110000\nDTEND:20261112T140000\nSUMMARY:Dentist",
    ))  # fmt: skip
    coach = at(FRIDAY)
    found = coach.calendar.read(str(path))
    with pytest.raises(UsageError, match="no meeting is tagged"):
        coach.calendar.keep(found, {})
    audit = coach.calendar.keep(found, {"Roadmap": "direction"})
    kept = str(audit.as_json())
    assert "Dentist" not in kept
    assert "secret" not in kept
    assert shares(audit).minutes == {"direction": 60, "delivery": 0, "admin": 0}
    assert coach.calendar.remembered() == {"Roadmap": "direction"}
    coach.calendar.tag("Roadmap", "adm")
    (again,) = coach.calendar.all()
    assert shares(again).minutes["admin"] == 60
    coach.calendar.keep(found, {"Roadmap": "delivery"}, with_titles=False)
    (last,) = coach.calendar.all()
    assert (list(last.meetings), last.tags) == (["meeting 1"], {"meeting 1": "delivery"}), (
        "one for the same days"
    )
    assert "60%" not in str(coach.calendar.evidence(FRIDAY, FRIDAY))
    (fact,) = coach.calendar.evidence(date(2026, 11, 1), FRIDAY)
    assert "delivery 100% (1 h)" in fact.text


def test_the_shell_reads_keeps_shows_and_refuses(shell, tmp_path):
    path = tmp_path / "work.ics"
    path.write_bytes(ics("UID:1\nDTSTART:20261112T090000\nDTEND:20261112T100000\nSUMMARY:Road\x1b[31mmap"))
    said = shell("calendar", str(path))
    assert (said.code, "no meeting is tagged" in said.err) == (2, True)
    assert "\x1b[31m" not in said.err
    path.write_bytes(ics("UID:1\nDTSTART:20261112T090000\nDTEND:20261112T100000\nSUMMARY:Roadmap"))
    assert shell("calendar", str(path), "--tag", "Roadmap=direction").code == 0
    assert "100%  1 h" in shell("calendar").out
    assert shell("calendar", "--tag", "Roadmap=admin", "--json").json["shares"]["admin"]["share"] == 1
    assert "is no tag" in shell("calendar", "--tag", "Roadmap=play").err
    assert "no meeting is called" in shell("calendar", "--tag", "Other=admin").err
    path.write_bytes(path.read_bytes()[:-30])
    cut = shell("calendar", str(path))
    assert (cut.code, "ends in the middle" in cut.err, cut.err.count("\n")) == (2, True, 1)
    assert "there is no file" in shell("calendar", str(tmp_path / "none.ics")).err


def test_a_start_that_is_no_date_is_counted_and_what_was_not_tagged_stays_a_number(at):
    found = imported(
        "UID:1\nDTSTART:2026XX12T090000\nDURATION:PT2H\nSUMMARY:Roadmap",
        "UID:2\nDTSTART:20261112T090000\nDURATION:PT1H\nSUMMARY:Sync",
        "UID:3\nDTSTART:20261112T110000\nDURATION:PT3H\nSUMMARY:Dentist",
    )
    assert found.left_out == {"unread": 1}
    audit = at(FRIDAY).calendar.keep(found, {"Sync": "delivery"})
    assert audit.left == 180
    told = " ".join(each.text for each in audit_lines(at(FRIDAY), audit.meetings, audit.tags, audit.left))
    assert "3 h more are not tagged" in told
    assert "while scaling" not in told.lower()
