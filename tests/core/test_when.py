"""Dates as people type them, read on Friday 20 November 2026, 09:00."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.days import Clock
from coach.core.errors import CoachError, UsageError
from coach.core.said_days import say_day, say_moment
from coach.core.when import Reader


def reader(now: str = "2026-11-20T09:00", zone: str = "Europe/Berlin") -> Reader:
    return Reader(Clock(datetime.fromisoformat(now), ZoneInfo(zone)))


@pytest.mark.parametrize(
    ("typed", "behind", "ahead"),
    [
        ("today", "2026-11-20", "2026-11-20"),
        ("Yesterday", "2026-11-19", "2026-11-19"),
        ("tomorrow", "2026-11-21", "2026-11-21"),
        ("2026-02-28", "2026-02-28", "2026-02-28"),
        ("20260228", "2026-02-28", "2026-02-28"),
        ("2026-W47-1", "2026-11-16", "2026-11-16"),
        ("-3d", "2026-11-17", "2026-11-17"),
        ("+2w", "2026-12-04", "2026-12-04"),
        ("-1m", "2026-10-20", "2026-10-20"),
        ("+3m", "2027-02-20", "2027-02-20"),
        ("-1y", "2025-11-20", "2025-11-20"),
        ("friday", "2026-11-20", "2026-11-20"),
        ("mon", "2026-11-16", "2026-11-23"),
        ("saturday", "2026-11-14", "2026-11-21"),
        ("next friday", "2026-11-27", "2026-11-27"),
        ("next  Monday", "2026-11-23", "2026-11-23"),
        ("last friday", "2026-11-13", "2026-11-13"),
        ("last mon", "2026-11-16", "2026-11-16"),
        ("12 march", "2026-03-12", "2027-03-12"),
        ("march 12", "2026-03-12", "2027-03-12"),
        ("12 mar 2024", "2024-03-12", "2024-03-12"),
        ("1st dec", "2025-12-01", "2026-12-01"),
        ("Nov 20, 2025", "2025-11-20", "2025-11-20"),
        ("29 feb", "2024-02-29", "2028-02-29"),
    ],
)
def test_days_are_read_by_a_fixed_grammar(typed, behind, ahead):
    assert reader().day(typed) == date.fromisoformat(behind)
    assert reader().day(typed, ahead=True) == date.fromisoformat(ahead)


def test_the_29th_of_february_is_found_where_a_century_leaves_one_out():
    assert reader("2103-01-01T09:00").day("29 feb") == date(2096, 2, 29)
    assert reader("2096-03-01T09:00").day("29 feb", ahead=True) == date(2104, 2, 29)
    assert reader("2104-02-28T09:00").day("29 feb") == date(2096, 2, 29)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("now", "2026-11-20T09:00+01:00"),
        ("today", "2026-11-20T09:00+01:00"),
        ("yesterday", "2026-11-19T12:00+01:00"),
        ("yesterday 21:30", "2026-11-19T21:30+01:00"),
        ("yesterday at 9pm", "2026-11-19T21:00+01:00"),
        ("12am", "2026-11-20T00:00+01:00"),
        ("8:15", "2026-11-20T08:15+01:00"),
        ("21:30", "2026-11-19T21:30+01:00"),
        ("-3d 07:00", "2026-11-17T07:00+01:00"),
        ("friday 08:00", "2026-11-20T08:00+01:00"),
        ("20 nov 2025 10:00", "2025-11-20T10:00+01:00"),
        ("2026-07-01T10:00", "2026-07-01T10:00+02:00"),
        ("2026-07-01 10:00:30", "2026-07-01T10:00:30+02:00"),
        ("2026-07-01T10:00-05:00", "2026-07-01T10:00-05:00"),
    ],
)
def test_moments_are_read_with_the_offset_of_their_day(typed, read):
    assert reader().moment(typed).isoformat() == datetime.fromisoformat(read).isoformat()


@pytest.mark.parametrize(
    "typed",
    [
        "", "soon", "2026-02-30", "2026-13-01", "31 feb", "32 jan 2026", "12 m", "ju 5", "next", "next year-ish",
        "25:00", "13pm", "0am", "yesterday 24:61", "0001-01-01", "9999-12-31", "+9999y", "-9999y", "10", "now!",
        "99999999999", "2026-11-20T25:00", "\x1b[2J", "friday friday", "١٢ march",
    ],
)  # fmt: skip
def test_what_is_not_in_the_grammar_is_refused(typed):
    for read in (reader().day, reader().moment):
        with pytest.raises(UsageError, match=r"cannot read|outside the calendar, which goes from 1900"):
            read(typed)


@given(st.text(max_size=30))
def test_nothing_typed_makes_the_reader_stumble(typed):
    for read in (reader().day, reader().moment, reader().span):
        try:
            read(typed)
        except CoachError as error:
            assert "cannot read" in str(error)


def test_spans_cover_whole_months_and_years():
    assert reader().span("2026-02") == (date(2026, 2, 1), date(2026, 2, 28))
    assert reader().span("2024-12") == (date(2024, 12, 1), date(2024, 12, 31))
    assert reader().span("2026-W47") == (date(2026, 11, 16), date(2026, 11, 22))
    assert reader().span("2025") == (date(2025, 1, 1), date(2025, 12, 31))
    assert reader().span("friday") == (date(2026, 11, 20), date(2026, 11, 20))
    for typed in ("2026-00", "2026-13", "0000", "9999"):
        with pytest.raises(UsageError):
            reader().span(typed)


def test_before_four_in_the_morning_it_is_still_yesterday():
    night = reader("2026-11-21T01:30")
    assert night.today == date(2026, 11, 20)
    assert night.day("yesterday") == date(2026, 11, 19)
    assert night.moment("23:00").isoformat() == "2026-11-20T23:00:00+01:00"
    assert night.moment("01:00").isoformat() == "2026-11-21T01:00:00+01:00"
    early = Reader(Clock(datetime(2026, 11, 21, 1, 30), ZoneInfo("Europe/Berlin")), time(1))  # noqa: DTZ001
    assert early.today == date(2026, 11, 21)


def test_a_time_that_a_clock_change_skipped_moves_past_the_gap():
    spring = reader("2026-03-30T09:00")
    assert spring.moment("2026-03-29 02:30").isoformat() == "2026-03-29T03:30:00+02:00"


def test_days_are_said_as_people_say_them():
    today = date(2026, 11, 20)
    assert say_day(date(2026, 11, 6), today) == "Fri 6 Nov"
    assert say_day(date(2025, 11, 6), today) == "Thu 6 Nov 2025"
    assert say_moment(datetime(2026, 11, 6, 7, 5), today) == "Fri 6 Nov, 07:05"  # noqa: DTZ001


@pytest.mark.parametrize("days", [0, 1, 30, 199, 200, 400])
def test_a_day_said_is_read_back(days):
    clock = Clock(datetime.fromisoformat("2026-11-20T09:00"))
    reader = Reader(clock)
    day = reader.today + timedelta(days=days)
    assert reader.day(say_day(day, reader.today), ahead=True) == day
    with pytest.raises(UsageError):
        reader.day("Tue 20 Nov 2026")  # it is a Friday
