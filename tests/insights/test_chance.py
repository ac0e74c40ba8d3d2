"""What chance gives: the same numbers by other ways, and nothing where there is nothing."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from coach.chance import at_least, discoveries, of_days, of_late, of_run, of_slope, of_t, of_two, of_weekday


def weeks(seed, count=13, lift=lambda week, day: 0.0):
    chance = random.Random(seed)
    return [[3.0 + chance.gauss(0, 0.9) + lift(week, day) for day in range(7)] for week in range(count)]


def test_a_weekday_a_point_lower_is_hardly_chance():
    found = of_weekday(weeks(1, 26, lambda _, day: -1.0 * (day == 1)), 1)
    assert found
    assert found.effect == pytest.approx(-1.0, abs=0.4)
    assert found.holds
    assert found.chance < 0.001


def test_of_a_hundred_weekdays_of_noise_about_five_are_as_seldom_as_one_in_twenty():
    chances = [
        found.chance for seed in range(30) for day in range(7) if (found := of_weekday(weeks(seed), day))
    ]
    assert len(chances) == 210
    assert sum(each <= 0.05 for each in chances) <= 20
    assert sum(each <= 0.005 for each in chances) <= 4


def test_days_that_only_lie_in_better_weeks_are_not_better_days():
    """A tag of the last weeks, in which everything was better: whole weeks change places."""
    values = weeks(3, 13, lambda week, _: 1.0 * (week >= 7))
    chosen = [[week >= 7 and day in {1, 3} for day in range(7)] for week in range(13)]
    found = of_days(values, chosen)
    assert found is None or not found.holds or found.chance > 0.05


def test_too_few_days_say_nothing():
    assert of_days(weeks(1), [[week == 3 for _ in range(7)] for week in range(13)]) is None
    assert of_weekday([[None] * 7 for _ in range(13)], 1) is None
    assert of_late(weeks(1, 5), 4) is None


def test_the_last_weeks_are_apart_from_the_others_or_not():
    lower = of_late(weeks(4, 13, lambda week, _: -2.0 * (week >= 9)), 4)
    same = of_late(weeks(4), 4)
    assert lower
    assert same
    assert lower.chance < 0.01
    assert same.chance > 0.05


def test_two_counts_are_as_far_apart_as_hands_dealt_from_one_pack():
    """Fisher's test, counted out."""
    hands = list(combinations(range(12), 6))
    as_far = sum(len({*hand} & set(range(7))) >= 6 for hand in hands) / len(hands)
    assert of_two(6, 6, 1, 6) == pytest.approx(as_far)
    assert of_two(12, 12, 2, 12) < 1e-4


def test_so_many_of_so_many():
    assert at_least(3, 3, 0.5) == pytest.approx(1 / 8)
    assert at_least(0, 5, 0.2) == pytest.approx(1.0)


def test_a_t_of_two_comes_up_as_the_tables_say():
    assert of_t(2.228, 10) == pytest.approx(0.05, abs=0.001)
    assert of_t(1.96, 5000) == pytest.approx(0.05, abs=0.001)


def test_a_run_is_seldom_for_whom_such_days_are_seldom():
    assert of_run(4, 0.03, 0.2, 91) < 0.05 < of_run(4, 0.3, 0.4, 91)


def test_a_steady_rise_is_hardly_an_order_by_chance_and_a_wiggle_is():
    assert of_slope([1, 2, 3, 4, 5, 6, 7, 8]) < 0.005
    assert of_slope([5, 3, 6, 4, 5, 4, 6, 5]) > 0.1
    assert of_slope([2.0, 2.0, 2.0]) == 1.0


def test_numbers_that_each_resemble_the_one_before_count_for_fewer():
    """Of a hundred such series hardly more than one in twenty seems to go somewhere."""
    chances = []
    for seed in range(100):
        chance, series, now = random.Random(seed), [], 0.0
        for _ in range(30):
            now = 0.6 * now + chance.gauss(0, 1)
            series.append(now)
        chances.append(of_slope(series))
    assert sum(each < 0.05 for each in chances) <= 12
    assert sum(each < 0.001 for each in chances) <= 2


def test_weeks_without_a_word_are_no_late_weeks():
    """Four weeks in which nothing was marked are not the four before them."""
    values = [[1.0] * 7 for _ in range(9)] + [[None] * 7 for _ in range(4)]
    assert of_late(values, 4) is None


def test_the_more_is_looked_at_the_less_one_chance_says():
    assert discoveries([0.01], [1.0], 0.05) == [True]
    assert discoveries([0.01, *[0.5] * 20], [1.0] * 21, 0.05) == [False] * 21
    assert discoveries([0.01, *[0.5] * 20], [10.0, *[1.0] * 20], 0.05)[0]


def test_whole_days_are_shuffled_the_same_way_every_time():
    values = weeks(9, 13, lambda _, day: 0.4 * (day == 2))
    assert of_weekday(values, 2) == of_weekday(values, 2)
