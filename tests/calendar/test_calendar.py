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


@pytest.mark.parametrize("seed", range(60))
def test_days_are_those_a_library_finds(seed):
    """Where the first one is one of its own days, all are the same, with an end or a number too."""
    chance = random.Random(seed)
    begins = datetime(2026, chance.randint(1, 12), chance.randint(1, 28), 9, 30)  # noqa: DTZ001
    freq = chance.choice(("DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY"))
    by = {"DAILY": ("", "BYDAY=MO,TU,FR", "BYMONTH=3,11"), "WEEKLY": ("", "BYDAY=TU,SA;WKST=SU", "BYDAY=MO,TH"),
          "MONTHLY": ("", "BYDAY=2TU,-1FR", "BYMONTHDAY=-1,15", "BYDAY=WE"),
          "YEARLY": ("", "BYMONTH=2,5", "BYMONTHDAY=3")}  # fmt: skip
    end = chance.choice(("", "COUNT=7", "COUNT=60", "UNTIL=20270601T093000"))
    said = [f"FREQ={freq}", f"INTERVAL={chance.randint(1, 4)}", chance.choice(by[freq]), end]
    typed = ";".join(each for each in said if each)
    start = rrulestr(";".join(each for each in said[:3] if each), dtstart=begins)[0]
    until = datetime(2027, 6, 1, 9, 30) if "UNTIL" in end else None  # noqa: DTZ001
    first = start.date() + timedelta(days=chance.randint(0, 900))
    last = first + timedelta(days=40)
    theirs = rrulestr(typed, dtstart=start).between(
        datetime.combine(first, start.time()), datetime.combine(last, start.time()), inc=True
    )
    assert list(falls_on(read(typed, until), start, first, last)) == theirs, typed


WEEKLY = "UID:1\nDTSTART;TZID=Europe/Berlin:20261109T090000\nDURATION:PT30M\nRRULE:FREQ=DAILY\nSUMMARY:Sync"


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ("EXDATE;VALUE=DATE:20261110,20261111", [9, 12, 13, 16, 17, 18, 19]),
        ("EXDATE;TZID=Europe/Berlin:20261110T090000,20261111T090000", [9, 12, 13, 16, 17, 18, 19]),
        ("EXDATE:20261110T080000Z", [9, 11, 12, 13, 16, 17, 18, 19]),
    ],
)
def test_days_taken_out_are_named_by_the_day_or_the_moment(more, days):
    found = imported(f"{WEEKLY}\n{more}")
    assert [each.at.day for each in found.meetings["Sync"]] == days


def test_one_moved_is_named_by_its_day_and_the_latest_version_counts():
    moved = "UID:1\nRECURRENCE-ID;VALUE=DATE:20261110\nDTSTART:20261110T150000\nDURATION:PT30M\nSUMMARY:Sync"
    found = imported(WEEKLY, moved)
    assert [f"{each.at:%d %H}" for each in found.meetings["Sync"]][:2] == ["09 09", "10 15"]
    old = "UID:7\nSEQUENCE:1\nDTSTART:20261110T100000\nDURATION:PT1H\nSUMMARY:Talk"
    new = old.replace("SEQUENCE:1", "SEQUENCE:2").replace("T10", "T16")
    for order in ((old, new), (new, old)):
        assert times(imported(*order), "Talk") == [("10 16:00", 60)]


def test_a_span_among_added_days_has_its_own_length():
    found = imported("UID:1\nDTSTART:20261109T090000\nDURATION:PT1H\nSUMMARY:Talk\n"
                     "RDATE;VALUE=PERIOD:20261110T090000/PT3H,20261111T090000/20261111T093000")  # fmt: skip
    assert times(found, "Talk") == [("09 09:00", 60), ("10 09:00", 180), ("11 09:00", 30)]


@pytest.mark.parametrize(
    "raw",
    [
        'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20261112T090000\nDURATION:PT1H\nSUMMARY:Sync',
        "DTSTA\n RT:20261112T090000\nDURATION:PT1H\nSUMMARY:Sync",
        "dtstart:20261112T090000\nduration:PT1H\nsummary:Sync",
        "DTSTART:20261112T090000\nDURATION:PT1H\nDESCRIPTION:BEGIN:VEVENT is what it says\nSUMMARY:Sync",
    ],
)
def test_what_other_programs_write_is_read(raw):
    assert times(imported(f"UID:1\n{raw}"), "Sync") == [("12 09:00", 60)]


@pytest.mark.parametrize("change", [
    lambda raw: raw.replace(b"\r\n", b"\r"),
    lambda raw: raw.replace(b"\r\n", b"\n"),
    lambda raw: raw.decode().encode("utf-16"),
    lambda raw: raw.decode().encode("cp1252"),
    lambda raw: raw.replace(b"BEGIN:VEVENT", b"begin:vevent").replace(b"END:VEVENT", b"end:vevent"),
])  # fmt: skip
def test_line_ends_and_encodings_of_old_programs(change):
    raw = change(ics("UID:1\nDTSTART:20261112T090000\nDURATION:PT1H\nSUMMARY:B\u00fcro"))
    found = read_calendar(io.BytesIO(raw), BERLIN, FRIDAY)
    assert times(found, "B\u00fcro") == [("12 09:00", 60)]


def test_events_that_lie_across_the_blocks_are_read_once():
    filler = "DESCRIPTION:" + "x" * 700
    found = imported(*(f"UID:{place}\nDTSTART:20261112T090000\nDURATION:PT1M\nSUMMARY:Sync\n{filler}"
                       for place in range(4000)))  # fmt: skip
    assert (found.events, found.minutes("Sync")) == (4000, 4000)


ENDLESS = """BEGIN:VTIMEZONE
TZID:Bad
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
RRULE:FREQ=SECONDLY
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=0;BYSETPOS=1;BYHOUR=9",
        "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=1,2",
        "FREQ=DAILY;BYSETPOS=1;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;INTERVAL=-1",
        "COUNT=3",
    ],
)
def test_a_rule_that_would_take_for_ever_is_counted_and_passed_over(rule):
    found = imported(
        f"UID:1\nDTSTART;TZID=Bad:19700101T090000\nDURATION:PT1H\nRRULE:{rule}\nSUMMARY:x", zones=ENDLESS
    )
    assert (found.left_out["unread"], found.meetings) == (1, {})


def test_twenty_thousand_things_begun_in_an_event_cost_nothing():
    inner = "BEGIN:A\n" * 20_000
    assert imported(f"UID:1\nDTSTART:20261112T090000\nDURATION:PT1H\nSUMMARY:x\n{inner}").minutes("x") == 60


def test_backslashes_are_read_in_one_go():
    assert (
        "C:\\new, now"
        in imported("UID:1\nDTSTART:20261112T090000\nDURATION:PT1H\nSUMMARY:C:\\\\new\\, now").meetings
    )


@pytest.mark.parametrize(
    ("minutes", "context", "says"),
    [
        ((127, 500, 373), "crisis", "direction got 12.7%"),
        ((128, 500, 372), "crisis", "these numbers ask for nothing"),
        ((300, 415, 285), "scaling", "delivery got 41.5%"),
        ((300, 416, 284), "scaling", "these numbers ask for nothing"),
        ((0, 0, 1000), "steady", "these numbers ask for nothing"),
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
    again = coach.calendar.tag(audit, {"Roadmap": "adm"})
    assert shares(again).minutes["admin"] == 60
    assert coach.calendar.remembered() == {"Roadmap": "admin"}
    (fact,) = coach.calendar.evidence(date(2026, 11, 1), FRIDAY)
    assert "admin 100% (1 h)" in fact.text
    assert coach.calendar.evidence(FRIDAY, FRIDAY) == []


def test_another_calendar_is_added_and_the_same_one_takes_its_place(at):
    coach = at(FRIDAY)
    work = imported("UID:1\nDTSTART:20261112T090000\nDURATION:PT1H\nSUMMARY:Roadmap",
                    "UID:2\nDTSTART:20261112T110000\nDURATION:PT1H\nSUMMARY:Sync")  # fmt: skip
    home = imported("UID:9\nDTSTART:20261113T090000\nDURATION:PT2H\nSUMMARY:School board")
    coach.calendar.keep(work, {"Roadmap": "direction"})
    both = coach.calendar.keep(home, {"School board": "admin"})
    assert (set(both.meetings), both.left) == ({"Roadmap", "School board"}, 60)
    now = coach.calendar.keep(work, {"Roadmap": "direction", "Sync": "delivery"})
    assert (set(now.meetings), now.left) == ({"Roadmap", "School board", "Sync"}, 0)
    assert len(coach.calendar.all()) == 1


def test_without_titles_only_numbers_are_kept_and_nothing_is_remembered(at):
    coach = at(FRIDAY)
    found = imported("UID:1\nDTSTART:20261112T090000\nDURATION:PT1H\nSUMMARY:Roadmap")
    audit = coach.calendar.keep(found, {"Roadmap": "delivery"}, with_titles=False)
    assert (list(audit.meetings), audit.tags) == (["meeting 1"], {"meeting 1": "delivery"})
    coach.calendar.tag(audit, {"meeting 1": "admin"})
    assert coach.calendar.remembered() == {}
    assert "Roadmap" not in str([each.as_json() for each in coach.calendar.all()])


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
    assert "What the shares may mean is said once" in told
