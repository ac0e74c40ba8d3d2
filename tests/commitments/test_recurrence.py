"""When commitments are due: rules read from words, with dates worked out by hand from a calendar.

All begin on Saturday 21 November 2026 unless a case says otherwise.
"""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.commitments.recurrence import Rule, first_on, in_28_days, on, period
from coach.commitments.rhythm import read, say
from coach.core.errors import UsageError

STARTS = date(2026, 11, 21)

# What is typed, how it is said back, and its first four days.
DATED = [
    ("every day", "every day", "21.11. 22.11. 23.11. 24.11."),
    ("daily", "every day", "21.11. 22.11. 23.11. 24.11."),
    ("every weekday", "every weekday", "23.11. 24.11. 25.11. 26.11."),
    ("weekdays", "every weekday", "23.11. 24.11. 25.11. 26.11."),
    ("every working day", "every weekday", "23.11. 24.11. 25.11. 26.11."),
    ("every weekend", "every Saturday and Sunday", "21.11. 22.11. 28.11. 29.11."),
    ("mondays", "every Monday", "23.11. 30.11. 7.12. 14.12."),
    ("on Mondays", "every Monday", "23.11. 30.11. 7.12. 14.12."),
    ("mon wed fri", "every Monday, Wednesday and Friday", "23.11. 25.11. 27.11. 30.11."),
    (
        "every monday, wednesday and friday",
        "every Monday, Wednesday and Friday",
        "23.11. 25.11. 27.11. 30.11.",
    ),
    ("Tue/Thu", "every Tuesday and Thursday", "24.11. 26.11. 1.12. 3.12."),
    ("weekly on friday", "every Friday", "27.11. 4.12. 11.12. 18.12."),
    ("every second friday", "every second Friday", "27.11. 11.12. 25.12. 8.1."),
    ("every other friday", "every second Friday", "27.11. 11.12. 25.12. 8.1."),
    ("every third tuesday", "every 3 weeks on Tuesday", "24.11. 15.12. 5.1. 26.1."),
    ("every 2 weeks on mon and thu", "every second Monday and Thursday", "23.11. 26.11. 7.12. 10.12."),
    ("fortnightly on sunday", "every second Sunday", "22.11. 6.12. 20.12. 3.1."),
    ("every 3 days", "every 3 days", "21.11. 24.11. 27.11. 30.11."),
    ("every second day", "every 2 days", "21.11. 23.11. 25.11. 27.11."),
    ("monthly on the 15th", "on the 15th of every month", "15.12. 15.1. 15.2. 15.3."),
    ("the 1st and 15th of the month", "on the 1st and 15th of every month", "1.12. 15.12. 1.1. 15.1."),
    ("every month on the 31st", "on the 31st of every month", "31.12. 31.1. 31.3. 31.5."),
    ("last day of the month", "the last day of every month", "30.11. 31.12. 31.1. 28.2."),
    ("last friday of the month", "the last Friday of every month", "27.11. 25.12. 29.1. 26.2."),
    ("every first monday of the month", "the first Monday of every month", "7.12. 4.1. 1.2. 1.3."),
    ("third tuesday of the month", "the third Tuesday of every month", "15.12. 19.1. 16.2. 16.3."),
    ("first weekday of the month", "the first weekday of every month", "1.12. 1.1. 1.2. 1.3."),
    ("last weekday of the month", "the last weekday of every month", "30.11. 31.12. 29.1. 26.2."),
    ("every 2 months on the last friday", "every 2 months on the last Friday", "27.11. 29.1. 26.3. 28.5."),
    ("every 3 months on the 31st", "every 3 months on the 31st", "31.12. 31.3. 31.12. 31.3."),
    ("quarterly", "every 3 months", "21.11. 21.2. 21.5. 21.8."),
    ("every year on 12 march", "every year on 12 March", "12.3. 12.3. 12.3. 12.3."),
    ("Every March 12.", "every year on 12 March", "12.3. 12.3. 12.3. 12.3."),
    ("every year on 29 february", "every year on 29 February", "29.2.2028 29.2.2032 29.2.2036 29.2.2040"),
]
COUNTED = [
    ("3 times a week", "3 times a week"), ("3x a week", "3 times a week"), ("twice a month", "twice a month"),
    ("once per week", "once a week"), ("weekly", "once a week"), ("monthly", "once a month"),
    ("five times a month", "5 times a month"),
]  # fmt: skip
REFUSED = [
    "", "every", "gibberish", "every friday at noon", "2 fridays", "every 0 days", "40th of the month", "day ,",
    "8 times a week", "0 times a week", "every 500 days", "every 30 february", "every year on 31 june", "31 nov",
]  # fmt: skip


def dotted(days: list[date], like: str) -> str:
    return " ".join(f"{day.day}.{day.month}.{day.year if '2028' in like else ''}" for day in days)


@pytest.mark.parametrize(("typed", "said", "days"), DATED, ids=[typed for typed, _, _ in DATED])
def test_a_rule_comes_on_its_days(typed, said, days):
    rule = read(typed)
    found = on(rule, STARTS, STARTS, STARTS + timedelta(days=366 * 15))
    assert dotted(found[:4], days) == days
    assert say(rule) == said
    assert read(said) == rule
    assert first_on(rule, STARTS) == found[0]


@pytest.mark.parametrize(("typed", "said"), COUNTED)
def test_so_often_a_week_is_bound_to_no_day(typed, said):
    rule = read(typed)
    assert say(rule) == said
    assert read(said) == rule
    assert on(rule, STARTS, STARTS, date(2027, 12, 31)) == []


@pytest.mark.parametrize("typed", REFUSED)
def test_what_never_comes_or_cannot_be_read_is_refused(typed):
    with pytest.raises(UsageError):
        read(typed)


@given(
    st.sampled_from([typed for typed, _, _ in DATED]),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 400),
    st.integers(0, 200),
)
def test_looking_at_a_part_finds_what_the_whole_has(typed, starts, ahead, length):
    """Days are worked out from near what is asked for; they are the same as counted from the beginning."""
    rule = read(typed)
    first, last = starts + timedelta(days=ahead), starts + timedelta(days=ahead + length)
    whole = on(rule, starts, starts, last)
    assert on(rule, starts, first, last) == [day for day in whole if day >= first]
    assert whole == sorted(set(whole))


def test_clock_changes_and_the_year_end_neither_lose_nor_double_a_day():
    every_day = on(read("every day"), date(2026, 10, 20), date(2026, 10, 20), date(2027, 4, 10))
    assert every_day == [date(2026, 10, 20) + timedelta(days=each) for each in range(173)]
    week_53 = on(read("every monday"), date(2020, 12, 1), date(2020, 12, 20), date(2021, 1, 12))
    assert week_53 == [date(2020, 12, 21), date(2020, 12, 28), date(2021, 1, 4), date(2021, 1, 11)]


@pytest.mark.parametrize(
    ("less", "more"),
    [("once a week", "twice a week"), ("every second friday", "every friday"), ("every friday", "twice a week"),
     ("every weekday", "every day"), ("once a month", "every second friday"), ("every 3 days", "every 2 days")],
)  # fmt: skip
def test_more_is_told_from_less(less, more):
    assert in_28_days(read(less)) + 0.5 < in_28_days(read(more))


def test_the_week_of_a_rule_begins_on_monday_and_its_month_on_the_first():
    sunday = date(2027, 1, 3)
    assert period(Rule("week", times=3), sunday) == (date(2026, 12, 28), sunday)
    assert period(Rule("month", times=3), date(2028, 2, 29)) == (date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    "typed",
    ["every 30 february", "every 31 april", "yearly on june 31", "every 45 march", "30 feb every year"],
)
def test_a_day_that_no_year_has_is_refused_at_once(typed):
    """Each key typed into a commitment asks for it again."""
    start = time.perf_counter()
    for _ in range(5):
        with pytest.raises(UsageError):
            read(typed)
    assert (time.perf_counter() - start) / 5 < 0.05
