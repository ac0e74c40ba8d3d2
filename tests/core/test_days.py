"""The clock and the person's day (D14)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.days import Clock, clock_from, day_of, day_starts, month_of, week_of
from coach.core.errors import UsageError

ZONES = ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"]
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
walls = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001


@given(moments, st.sampled_from(ZONES))
def test_a_moment_keeps_utc_and_wall_time_in_every_zone(moment, zone):
    now = Clock(moment, ZoneInfo(zone)).now()
    kept = datetime.fromisoformat(now.isoformat(timespec="milliseconds"))
    assert kept == moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert kept.replace(tzinfo=None) == now.replace(tzinfo=None)


@given(walls, st.sampled_from(ZONES))
def test_a_wall_time_is_kept_unless_the_clocks_skipped_it(wall, zone):
    settled = Clock(zone=ZoneInfo(zone)).at(wall)
    moved = settled.replace(tzinfo=None) - wall.replace(fold=0)
    assert timedelta(0) <= moved <= timedelta(days=1)
    exists = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    if exists.replace(tzinfo=None, fold=0) == wall.replace(fold=0):
        assert moved == timedelta(0)


def test_the_hour_that_comes_twice_stays_two_hours():
    zone = ZoneInfo("Europe/Berlin")
    first = Clock(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), zone).now()
    second = Clock(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), zone).now()
    assert (first.hour, second.hour) == (2, 2)
    assert first.isoformat() != second.isoformat()
    assert second - first == timedelta(hours=1)


@given(walls, st.times().map(lambda each: time(each.hour % 13, each.minute if each.hour % 13 < 12 else 0)))
def test_every_wall_time_lies_in_exactly_one_day(wall, ends):
    day = day_of(wall, ends)
    assert day_starts(day, ends) <= wall < day_starts(day + timedelta(days=1), ends)


def test_the_day_ends_at_four():
    assert day_of(datetime(2026, 11, 21, 3, 59)) == date(2026, 11, 20)  # noqa: DTZ001
    assert day_of(datetime(2026, 11, 21, 4, 0)) == date(2026, 11, 21)  # noqa: DTZ001


def test_weeks_belong_to_the_year_they_lie_in():
    assert week_of(date(2026, 12, 31)) == (2026, 53)
    assert week_of(date(2027, 1, 3)) == (2026, 53)
    assert week_of(date(2024, 12, 30)) == (2025, 1)


def test_the_clock_can_be_frozen_from_outside(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    assert clock_from({"COACH_NOW": "2026-11-20T09:00:00+00:00"}).now() == datetime(
        2026, 11, 20, 9, tzinfo=UTC
    )
    with pytest.raises(UsageError, match="COACH_NOW"):
        clock_from({"COACH_NOW": "soon"})


def test_the_zone_has_its_name(monkeypatch):
    monkeypatch.setenv("TZ", ":/usr/share/zoneinfo/Asia/Tokyo")
    assert Clock().zone == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert Clock().zone == "Asia/Tokyo"
    assert Clock(zone=ZoneInfo("Asia/Kathmandu")).zone == "Asia/Kathmandu"


def test_ids_from_beyond_the_calendar_have_no_month():
    assert month_of(0) == "1970-01"
    assert month_of(1 << 47) == "6429-10"
    assert month_of((1 << 48) * 1000) == ""
